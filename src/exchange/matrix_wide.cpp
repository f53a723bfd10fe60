// Lanes x steps: the header rows become stages and steps, the cells of the lanes cards.
#include <algorithm>

#include "exchange/matrix_reading.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

class WideReader {
public:
    WideReader(MatrixReading& reading, MatrixGrid const& grid, std::size_t label_column)
        : m_reading(reading), m_grid(grid), m_plan(plan_grid(grid, label_column, reading.roles)) {}

    void read() {
        if (m_reading.content.title.empty()) m_reading.content.title = m_plan.title;
        note_header(m_plan.phases, LaneRole::Phase);
        note_header(m_plan.steps, LaneRole::Step);
        place_lanes();
        if (!has_names()) {
            m_reading.error({1, 1},
                            "no row of phases or steps stands above the lanes; write the steps "
                            "beside each other in a row of their own, with its first cell empty "
                            "or named Steps");
            return;
        }
        if (refuse_ragged()) return;
        find_columns();
        for (std::size_t const column : m_columns) {
            if (!read_column(column)) return;
        }
        gather();
    }

private:
    SheetCell const* cell(std::optional<std::size_t> row, std::size_t column) const {
        return row ? m_grid.at(*row, column) : nullptr;
    }

    bool has_names() const {
        return m_plan.phases || m_plan.steps ||
               std::any_of(m_lanes.begin(), m_lanes.end(),
                           [](GridRow const* row) { return row->role == LaneRole::Customer; });
    }

    void note_header(std::optional<std::size_t> row, LaneRole role) {
        if (!row) return;
        SheetCell const* const label = m_grid.at(*row, m_plan.label_column);
        m_reading.content.lanes.push_back(
            {label != nullptr ? label->text : std::string(), role, 1, {}});
    }

    // What each row becomes, told for the dry run; rows that cannot be read are reported.
    void place_lanes() {
        std::optional<LaneRole> above;
        bool below_lanes = false;
        for (GridRow& row : m_plan.rows) {
            // A name that spans several rows stands only in the first.
            if (row.label == nullptr && !row.role && below_lanes && above) row.role = above;
            if (row.label != nullptr) above = row.role;
            if (is_ruler(row)) continue;
            if (row.role && (blueprint_lane(*row.role) || row.role == LaneRole::Thought ||
                             row.role == LaneRole::Touchpoint)) {
                below_lanes = true;
                m_lanes.push_back(&row);
                if (row.role == LaneRole::Thought) m_reading.content.carried.thoughts = true;
            }
            note(row);
        }
    }

    // "- - -" and the like across a row.
    bool is_ruler(GridRow const& row) const {
        bool const plain = row.label == nullptr || folded_label(row.label->text).empty();
        return plain && !row.role &&
               std::all_of(row.filled.begin(), row.filled.end(), [&](std::size_t column) {
                   return ascii_folded(m_grid.at(row.row, column)->text).empty();
               });
    }

    void note(GridRow const& row) {
        Place const place = row.label != nullptr  ? row.label->place
                            : !row.filled.empty() ? m_grid.at(row.row, row.filled.front())->place
                                                  : Place{};
        MatrixLane const lane{row.label != nullptr ? row.label->text : std::string(),
                              row.role.value_or(LaneRole::Nothing), row.filled.size(), place};
        bool const remark = row.role == LaneRole::Note && !m_lanes.empty();
        if ((!row.role || remark) && row.label != nullptr && !row.filled.empty()) {
            report_unknown_lane(m_reading, lane.label, place);
            return;
        }
        if (!row.role && row.label == nullptr) {
            m_reading.warning(place,
                              "this row has no name in the column of the lanes and is left out; "
                              "name its lane there");
            return;
        }
        report_left_out(m_reading, lane);
        if (row.label != nullptr) m_reading.content.lanes.push_back(lane);
    }

    // A text with the separator in it, not in quotes, pushes the others out of their columns.
    bool refuse_ragged() {
        std::size_t width = 0;
        for (auto const& header : {m_plan.phases, m_plan.steps}) {
            if (header && *header < m_grid.widths.size())
                width = std::max(width, m_grid.widths[*header]);
        }
        bool ragged = false;
        for (GridRow const* row : m_lanes) {
            if (width == 0 || row->filled.empty() || row->filled.back() < width) continue;
            ragged = true;
            auto const first = std::lower_bound(row->filled.begin(), row->filled.end(), width);
            refuse_beyond(m_reading, *m_grid.at(row->row, *first), "steps");
        }
        return ragged;
    }

    bool holds_cards(std::size_t column) const {
        return std::any_of(m_lanes.begin(), m_lanes.end(), [&](GridRow const* row) {
            return m_grid.at(row->row, column) != nullptr;
        });
    }

    // Columns that belong to a phase or a step, those of totals and names of rows left out.
    void find_columns() {
        bool named = !m_plan.phases && !m_plan.steps;
        for (std::size_t c = m_plan.label_column + 1; c < m_grid.columns; ++c) {
            SheetCell const* const phase = cell(m_plan.phases, c);
            SheetCell const* const step = cell(m_plan.steps, c);
            named = named || phase != nullptr || step != nullptr;
            if (!named && holds_cards(c)) {
                leave_out(c, "this column stands before the first phase or step and is left out");
            } else if (named && (phase || step || holds_cards(c))) {
                m_columns.push_back(c);
            }
        }
        while (!m_columns.empty() && is_total(m_columns.back())) {
            leave_out(m_columns.back(), "this column is no step and is left out");
            m_columns.pop_back();
        }
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

    bool is_total(std::size_t column) const {
        if (repeats_labels(column)) return true;
        SheetCell const* const phase = cell(m_plan.phases, column);
        SheetCell const* const step = cell(m_plan.steps, column);
        SheetCell const* const name = step != nullptr ? step : phase;
        // Where phases and steps are named as such, "Notes" may be a step of the phase above it.
        bool const named = m_reading.framed && phase != nullptr;
        if (named && (step != nullptr || !holds_cards(column))) return false;
        auto const role = name != nullptr ? m_reading.roles.of(name->text) : std::nullopt;
        return role == LaneRole::Total || role == LaneRole::Note;
    }

    void leave_out(std::size_t column, std::string const& why) {
        for (auto const& row : m_grid.rows) {
            if (row[column] == nullptr) continue;
            m_reading.warning(row[column]->place, why);
            return;
        }
    }

    bool read_column(std::size_t column) {
        SheetCell const* const phase = cell(m_plan.phases, column);
        SheetCell const* const step = cell(m_plan.steps, column);
        bool const new_stage = opens_stage(phase, step);
        if (new_stage) {
            SheetCell const* const name = phase != nullptr ? phase : step;
            m_stages.push_back({name != nullptr ? on_one_line(name->text) : std::string(),
                                name != nullptr ? name->place : Place{1, 1},
                                {}});
        }
        if (step == nullptr && !holds_cards(column)) return true;
        auto& steps = m_stages.back().steps;
        // A step's name over several columns stands only in the first.
        bool const goes_on = m_plan.steps && step == nullptr && !steps.empty();
        if (!goes_on) {
            Place const place = step != nullptr ? step->place : m_stages.back().place;
            if (!count_step(m_reading, place)) return false;
            steps.push_back({});
            steps.back().step.place = place;
            if (step != nullptr) steps.back().step.action = on_one_line(step->text);
        }
        for (GridRow const* row : m_lanes) {
            if (m_grid.at(row->row, column) == nullptr) continue;
            if (!read_cell(steps.back(), *row->role, *m_grid.at(row->row, column))) return false;
        }
        return true;
    }

    bool opens_stage(SheetCell const* phase, SheetCell const* step) const {
        if (m_stages.empty()) return true;
        if (phase != nullptr) return on_one_line(phase->text) != m_stages.back().name;
        // Without phases each step is a stage of its own.
        return !m_plan.phases && m_plan.steps && step != nullptr;
    }

    struct Column {
        MatrixStep step;
        std::string doing;  // the customer's own cards, for a step without a name
    };
    struct Phase {
        std::string name;
        Place place;
        std::vector<Column> steps;
    };

    bool read_cell(Column& column, LaneRole role, SheetCell const& cell) {
        if (role == LaneRole::Thought) {
            std::string& thought = column.step.thought;
            thought += (thought.empty() ? "" : "\n") + cell.text;
            return true;
        }
        std::vector<std::string> texts = cards_in(cell.text);
        if (!count_cards(m_reading, texts.size(), cell.place)) return false;
        if (role == LaneRole::Touchpoint) {
            for (std::string& text : texts)
                column.step.contacts.push_back({on_one_line(text), cell.place});
            return true;
        }
        for (std::string& text : texts) {
            if (role == LaneRole::Customer)
                column.doing += (column.doing.empty() ? "" : "; ") + on_one_line(text);
            MatrixCard card;
            card.lane = *blueprint_lane(role);
            card.text = std::move(text);
            card.place = cell.place;
            column.step.cards.push_back(std::move(card));
        }
        return true;
    }

    void gather() {
        MatrixContent& content = m_reading.content;
        for (Phase& phase : m_stages) {
            MatrixStage stage{phase.name, phase.place, {}};
            if (stage.name.empty())
                stage.name = content.title.empty() ? m_reading.request.journey : content.title;
            for (Column& column : phase.steps) {
                if (column.step.action.empty())
                    column.step.action = column.doing.empty() ? stage.name : column.doing;
                stage.steps.push_back(std::move(column.step));
            }
            content.stages.push_back(std::move(stage));
        }
    }

    MatrixReading& m_reading;
    MatrixGrid const& m_grid;
    GridPlan m_plan;
    std::vector<GridRow const*> m_lanes;
    std::vector<std::size_t> m_columns;
    std::vector<Phase> m_stages;
};

}  // namespace

void read_grid(MatrixReading& reading, MatrixGrid const& grid, std::size_t label_column) {
    WideReader(reading, grid, label_column).read();
}

}  // namespace exchange
