// Which columns of a lanes x steps table are steps: not those before the first name, of who acts,
// of totals and remarks, nor the names of the lanes once more.
#include <algorithm>

#include "exchange/matrix_blanks.hpp"
#include "exchange/matrix_reading.hpp"

namespace exchange {
namespace {

class ColumnFinder {
public:
    ColumnFinder(MatrixReading& reading, MatrixGrid const& grid, GridPlan const& plan,
                 std::vector<GridRow const*> const& lanes)
        : m_reading(reading), m_grid(grid), m_plan(plan), m_lanes(lanes) {}

    std::vector<std::size_t> find() {
        bool named = !m_plan.phases && !m_plan.steps;
        for (std::size_t c = m_plan.label_column + 1; c < m_grid.columns; ++c) {
            SheetCell const* const phase = cell(m_plan.phases, c);
            SheetCell const* const step = cell(m_plan.steps, c);
            if (leave_out_total(c)) continue;
            named = named || phase != nullptr || step != nullptr;
            if (!named && holds_cards(c)) {
                leave_out(c, "this column stands before the first phase or step and is left out");
            } else if (named && (phase || step || holds_cards(c))) {
                m_columns.push_back(c);
            }
        }
        if (!m_columns.empty() && names_actors(m_columns.front())) {
            leave_out(m_columns.front(),
                      "this column says who acts and is left out; the names of the lanes stand "
                      "beside it");
            m_columns.erase(m_columns.begin());
        }
        while (!m_columns.empty() && is_total(m_columns.back())) {
            leave_out(m_columns.back(), "this column is no step and is left out");
            m_columns.pop_back();
        }
        return std::move(m_columns);
    }

private:
    SheetCell const* cell(std::optional<std::size_t> row, std::size_t column) const {
        return row ? m_grid.at(*row, column) : nullptr;
    }
    bool holds_cards(std::size_t column) const {
        return exchange::holds_cards(m_grid, m_lanes, column);
    }

    // A phase "Total" with a step "1" is both as it says.
    bool leave_out_total(std::size_t column) const {
        SheetCell const* const phase = cell(m_plan.phases, column);
        SheetCell const* const step = cell(m_plan.steps, column);
        if (phase != nullptr && step != nullptr && !is_blank_word(step->text)) return false;
        std::vector<SheetCell const*> cells{phase, step};
        for (GridRow const& row : m_plan.rows) {
            // Phases are numbered, whatever they are called.
            if (row.role == LaneRole::StageNumber || row.role == LaneRole::Numbering) continue;
            cells.push_back(m_grid.at(row.row, column));
        }
        SheetCell const* const label = total_label(cells, m_reading.roles);
        if (label != nullptr) report_total(m_reading, *label);
        return label != nullptr;
    }

    // Wide sheets say the names of the lanes again at their right end.
    bool repeats_labels(std::size_t column) const {
        std::size_t again = 0;
        // A last step may be called "Step" in a stage "Phase": its lanes say that it is none.
        if (m_reading.framed && !holds_cards(column)) return false;
        for (auto const& row : m_grid.rows) {
            if (row[column] == nullptr) continue;
            SheetCell const* const label = row[m_plan.label_column];
            if (label == nullptr || label->text != row[column]->text) return false;
            ++again;
        }
        return again > 1;
    }

    // "Who", "Role": a second column beside the names of the lanes.
    bool names_actors(std::size_t column) const {
        SheetCell const* const step = cell(m_plan.steps, column);
        SheetCell const* const name = step != nullptr ? step : cell(m_plan.phases, column);
        return name != nullptr && !m_reading.framed && column == m_plan.label_column + 1 &&
               m_reading.roles.of(name->text) == LaneRole::Owner;
    }

    bool is_total(std::size_t column) const {
        if (repeats_labels(column)) return true;
        SheetCell const* const phase = cell(m_plan.phases, column);
        SheetCell const* const step = cell(m_plan.steps, column);
        SheetCell const* const name = step != nullptr ? step : phase;
        auto const sums_up = [&](SheetCell const* header) {
            auto const role = header != nullptr ? m_reading.roles.of(header->text) : std::nullopt;
            return role == LaneRole::Total || role == LaneRole::Note;
        };
        // Where phases and steps are named as such, "Notes" may be a step of the phase above it.
        bool const named = phase != nullptr && (m_reading.framed || !sums_up(phase));
        if (named && (step != nullptr || !holds_cards(column))) return false;
        return sums_up(name);
    }

    void leave_out(std::size_t column, std::string const& why) {
        for (auto const& row : m_grid.rows) {
            if (row[column] == nullptr) continue;
            m_reading.warning(row[column]->place, why);
            return;
        }
    }

    MatrixReading& m_reading;
    MatrixGrid const& m_grid;
    GridPlan const& m_plan;
    std::vector<GridRow const*> const& m_lanes;
    std::vector<std::size_t> m_columns;
};

}  // namespace

bool holds_cards(MatrixGrid const& grid, std::vector<GridRow const*> const& lanes,
                 std::size_t column) {
    return std::any_of(lanes.begin(), lanes.end(),
                       [&](GridRow const* row) { return grid.at(row->row, column) != nullptr; });
}

std::vector<std::size_t> step_columns(MatrixReading& reading, MatrixGrid const& grid,
                                      GridPlan const& plan,
                                      std::vector<GridRow const*> const& lanes) {
    return ColumnFinder(reading, grid, plan, lanes).find();
}

}  // namespace exchange
