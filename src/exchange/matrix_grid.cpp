#include "exchange/matrix_grid.hpp"

#include <algorithm>

#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

// A row of the matrix itself, not of its frame.
bool is_body(GridRow const& row) {
    if (!row.role || row.filled.empty()) return false;
    return blueprint_lane(*row.role) || *row.role == LaneRole::Thought ||
           *row.role == LaneRole::Activity;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool all_numbers(MatrixGrid const& grid, GridRow const& row) {
    return std::all_of(row.filled.begin(), row.filled.end(),
                       [&](std::size_t c) { return is_number(grid.at(row.row, c)->text); });
}

// The cells of a row say where the columns belong: not a title, not a numbering, not a ruler.
bool can_be_header(MatrixGrid const& grid, GridRow const& row) {
    if (row.filled.empty() || row.role || all_numbers(grid, row)) return false;
    return std::any_of(row.filled.begin(), row.filled.end(), [&](std::size_t c) {
        return !ascii_folded(grid.at(row.row, c)->text).empty();
    });
}

class Planner {
public:
    Planner(MatrixGrid const& grid, std::size_t label_column, LaneRoles const& roles)
        : m_grid(grid), m_roles(roles) {
        m_plan.label_column = label_column;
    }

    GridPlan plan() {
        for (std::size_t row = 0; row < m_grid.rows.size(); ++row)
            m_plan.rows.push_back(row_at(row));
        find_body();
        find_second_table(LaneRole::Phase);
        find_second_table(LaneRole::Step);
        settle_labelled();
        settle_activities();
        settle_unlabelled();
        find_title();
        drop_headers();
        return std::move(m_plan);
    }

private:
    GridRow row_at(std::size_t row) const {
        GridRow found{row, std::nullopt, m_grid.at(row, m_plan.label_column), {}};
        for (std::size_t c = m_plan.label_column + 1; c < m_grid.columns; ++c) {
            if (m_grid.at(row, c) != nullptr) found.filled.push_back(c);
        }
        SheetCell const* const group = group_of(row);
        if (found.label != nullptr) found.role = role_in_group(group, *found.label);
        if (found.label == nullptr && stands_in(row, group)) {
            found.label = group;
            found.role = m_roles.of(group->text);
        }
        // "Lanes / Steps" in the corner is no title of the journey.
        if (found.role == LaneRole::Title && found.filled.size() > 1) found.role.reset();
        // A line of the blueprint, or a remark, may be written anywhere across the sheet.
        if (found.label == nullptr && found.filled.size() == 1) {
            std::string const& only = m_grid.at(row, found.filled.front())->text;
            auto const role = m_roles.of(only);
            bool const remark = role == LaneRole::Note && only.find(':') != std::string::npos;
            if (role == LaneRole::Line || remark) {
                found.role = role;
                name_by_only_text(found);
            }
        }
        return found;
    }

    void name_by_only_text(GridRow& row) const {
        row.label = m_grid.at(row.row, row.filled.front());
        row.filled.clear();
    }

    // "Frontstage" may span several lanes with names of their own ("Adviser", "App").
    SheetCell const* group_of(std::size_t row) const {
        for (std::size_t column = m_plan.label_column; column-- > 0;) {
            for (std::size_t above = row + 1; above-- > 0;) {
                SheetCell const* const group = m_grid.at(above, column);
                if (group == nullptr) continue;
                auto const role = m_roles.of(group->text);
                if (role && blueprint_lane(*role)) return group;
                break;
            }
        }
        return nullptr;
    }

    // Left of the names of the lanes.
    bool stands_in(std::size_t row, SheetCell const* group) const {
        for (std::size_t column = 0; group != nullptr && column < m_plan.label_column; ++column) {
            if (m_grid.at(row, column) == group) return true;
        }
        return false;
    }

    std::optional<LaneRole> role_in_group(SheetCell const* group, SheetCell const& label) const {
        if (auto const role = m_roles.by_hand(label.text)) return role;
        auto const role = m_roles.of(label.text);
        if (group == nullptr) return role;
        // "Backstage" with "Employee actions" says more than these alone; "Adviser" says nothing.
        if (auto const both = grouped_lane_role(group->text, label.text)) return both;
        return role ? role : m_roles.of(group->text);
    }

    void find_body() {
        // "Company: ACME" and a date above the table fill little of it.
        std::size_t widest = 0;
        for (GridRow const& row : m_plan.rows)
            widest = std::max(widest, row.filled.size());
        auto const first = std::find_if(
            m_plan.rows.begin(), m_plan.rows.end(),
            [&](GridRow const& row) { return is_body(row) && 4 * row.filled.size() > widest; });
        m_body = static_cast<std::size_t>(first - m_plan.rows.begin());
    }

    // Phases or steps named again, below lanes: another table, or the same names at the foot.
    void find_second_table(LaneRole role) {
        GridRow* first = nullptr;
        std::size_t lanes = 0;
        for (GridRow& row : m_plan.rows) {
            if (first != nullptr && is_body(row)) ++lanes;
            if (row.role != role || row.filled.empty()) continue;
            if (first == nullptr) {
                first = &row;
            } else if (lanes > 0 && says_the_same(*first, row)) {
                row.role = LaneRole::Numbering;
            } else if (lanes > 0 && m_plan.second_table == nullptr) {
                m_plan.second_table = row.label;
            }
        }
    }

    bool says_the_same(GridRow const& a, GridRow const& b) const {
        return a.filled == b.filled &&
               std::all_of(a.filled.begin(), a.filled.end(), [&](std::size_t column) {
                   return m_grid.at(a.row, column)->text == m_grid.at(b.row, column)->text;
               });
    }

    // "Phases" and "Stages" one below the other are phases and steps.
    void settle_labelled() {
        bool const actions = std::any_of(m_plan.rows.begin(), m_plan.rows.end(), [](auto& row) {
            return row.role == LaneRole::Customer || row.role == LaneRole::Activity;
        });
        for (GridRow& row : m_plan.rows) {
            if (row.filled.empty()) continue;
            // "Step, 1, 2, 3": what the customer does says more.
            if (row.role == LaneRole::Step && actions && all_numbers(m_grid, row))
                row.role = LaneRole::Numbering;
            if (row.role == LaneRole::Step && !m_plan.steps) m_plan.steps = row.row;
        }
        for (GridRow const& row : m_plan.rows) {
            if (row.filled.empty() || row.role != LaneRole::Phase) continue;
            if (!m_plan.phases) {
                m_plan.phases = row.row;
            } else if (!m_plan.steps) {
                m_plan.steps = row.row;
            }
        }
    }

    // "Étapes" without a row of names below them are steps; a row of names above them phases.
    void settle_phase_or_step(std::vector<std::size_t>& open) {
        if (!m_plan.phases || m_plan.steps) return;
        SheetCell const* const name = m_grid.at(*m_plan.phases, m_plan.label_column);
        bool const either = name != nullptr && is_phase_or_step(name->text);
        bool const names_below = !open.empty() && open.back() > *m_plan.phases;
        if (!either || names_below || names_phases(*m_plan.phases)) return;
        m_plan.steps.swap(m_plan.phases);
        // A single text is a title, but for one phase over all steps.
        auto const first = m_plan.rows[*m_plan.steps].filled.front();
        std::erase_if(open, [&](std::size_t row) {
            auto const& filled = m_plan.rows[row].filled;
            return filled.size() == 1 && filled.front() != first;
        });
    }

    void settle_activities() {
        auto const has = [&](LaneRole role) {
            return std::any_of(m_plan.rows.begin(), m_plan.rows.end(),
                               [&](GridRow const& row) { return row.role == role; });
        };
        bool const customers_elsewhere = has(LaneRole::Customer);
        for (GridRow& row : m_plan.rows) {
            if (row.role != LaneRole::Activity) continue;
            if (customers_elsewhere && !m_plan.steps && !row.filled.empty()) {
                m_plan.steps = row.row;
            } else {
                row.role = LaneRole::Customer;
            }
        }
    }

    // Rows above the lanes without a name: the last two are phases and steps.
    void settle_unlabelled() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_body; ++i) {
            GridRow const& row = m_plan.rows[i];
            bool const only_a_label = row.filled.empty();
            // Below the steps a name that nobody knows is that of a lane.
            bool const lane = m_plan.steps && row.row > *m_plan.steps && row.label != nullptr;
            if (can_be_header(m_grid, row) && !only_a_label && !lane) open.push_back(row.row);
        }
        // A single text above rows of names is a title, but for one phase over all steps.
        auto const& rows = m_plan.rows;
        while (open.size() > 1 && rows[open.front()].filled.size() == 1 &&
               (open.size() > 2 ||
                rows[open.front()].filled.front() != rows[open.back()].filled.front()))
            open.erase(open.begin());
        settle_phase_or_step(open);
        auto const take = [&](std::optional<std::size_t>& header) {
            if (header || open.empty()) return;
            header = open.back();
            open.pop_back();
        };
        if (!m_plan.phases && !m_plan.steps && open.size() == 1) {
            take(names_phases(open.front()) ? m_plan.phases : m_plan.steps);
        }
        if (m_plan.phases && !m_plan.steps && open.size() == 1 && open.back() < *m_plan.phases)
            return;
        take(m_plan.steps);
        take(m_plan.phases);
    }

    // One row of names only: phases when names span several columns that hold something.
    bool names_phases(std::size_t row) const {
        for (std::size_t c = m_plan.label_column + 1; c < m_grid.columns; ++c) {
            SheetCell const* const name = m_grid.at(row, c);
            if (name == nullptr && holds_cards(c)) return true;
            bool const again = name != nullptr && c > 0 && m_grid.at(row, c - 1) != nullptr &&
                               m_grid.at(row, c - 1)->text == name->text;
            if (again && c - 1 > m_plan.label_column) return true;
        }
        return false;
    }

    bool holds_cards(std::size_t column) const {
        return std::any_of(m_plan.rows.begin() + static_cast<std::ptrdiff_t>(m_body),
                           m_plan.rows.end(), [&](GridRow const& row) {
                               return row.role && blueprint_lane(*row.role) &&
                                      m_grid.at(row.row, column) != nullptr;
                           });
    }

    // A lonely text above the headers, what stands behind "Title", or the corner of the table.
    void find_title() {
        std::size_t const first_header =
            std::min(m_plan.phases.value_or(m_body), m_plan.steps.value_or(m_body));
        for (std::size_t i = 0; i < std::min(m_body, m_plan.rows.size()); ++i) {
            GridRow& row = m_plan.rows[i];
            bool const header = row.row == m_plan.phases || row.row == m_plan.steps;
            bool const lonely = row.filled.size() + (row.label != nullptr ? 1U : 0U) == 1;
            bool const frame = row.role == LaneRole::Lens || row.role == LaneRole::Note;
            std::string found;
            if (row.role == LaneRole::Title && !row.filled.empty()) {
                found = title_behind(*row.label, m_grid.at(row.row, row.filled.front()));
            } else if (lonely && !header && row.row < first_header && !frame) {
                if (row.label == nullptr) name_by_only_text(row);
                found = title_in(row.label->text);
                // "Actor: Jo" names somebody, not the journey.
                row.role =
                    found.empty() && row.role != LaneRole::Title ? LaneRole::Lens : LaneRole::Title;
            } else if (!row.role && header && row.label != nullptr &&
                       names_a_journey(row.label->text)) {
                found = title_in(row.label->text);
            }
            if (m_plan.title.empty()) m_plan.title = found;
        }
    }

    void drop_headers() {
        std::erase_if(m_plan.rows, [&](GridRow const& row) {
            return row.row == m_plan.phases || row.row == m_plan.steps;
        });
        // Further rows of names are none of the lanes.
        for (GridRow& row : m_plan.rows) {
            bool const numbers = !row.role && !row.filled.empty() && row.label == nullptr &&
                                 !can_be_header(m_grid, row);
            if (numbers && row.row < m_body) row.role = LaneRole::Numbering;
        }
    }

    MatrixGrid const& m_grid;
    LaneRoles const& m_roles;
    GridPlan m_plan;
    std::size_t m_body = 0;
};

}  // namespace

MatrixGrid grid_of(Sheet const& sheet, std::size_t first_row) {
    MatrixGrid grid;
    for (SheetRow const& row : sheet.rows) {
        if (!row.cells.empty()) grid.columns = std::max(grid.columns, row.cells.back().column + 1);
    }
    for (std::size_t i = first_row; i < sheet.rows.size(); ++i) {
        std::vector<SheetCell const*> cells(grid.columns, nullptr);
        for (SheetCell const& cell : sheet.rows[i].cells)
            cells[cell.column] = &cell;
        grid.rows.push_back(std::move(cells));
        grid.widths.push_back(sheet.rows[i].width);
    }
    return grid;
}

MatrixGrid turned(MatrixGrid const& grid) {
    MatrixGrid turned{std::vector(grid.columns, std::vector<SheetCell const*>(grid.rows.size())),
                      grid.rows.size(),
                      {}};
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns; ++column)
            turned.rows[column][row] = grid.rows[row][column];
    }
    std::erase_if(turned.rows, [](std::vector<SheetCell const*> const& cells) {
        return std::all_of(cells.begin(), cells.end(), [](auto* cell) { return cell == nullptr; });
    });
    return turned;
}

GridPlan plan_grid(MatrixGrid const& grid, std::size_t label_column, LaneRoles const& roles) {
    return Planner(grid, label_column, roles).plan();
}

}  // namespace exchange
