// Lanes x steps: the header rows become stages and steps, the cells of the lanes cards.
#include <algorithm>

#include "exchange/matrix_blanks.hpp"
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
        m_reading.content.carried.phases = m_plan.phases.has_value();
        m_reading.content.carried.steps = m_plan.steps.has_value();
        place_lanes();
        if (!has_names()) {
            m_reading.error({1, 1},
                            "no row of phases or steps stands above the lanes; write the steps "
                            "beside each other in a row of their own, with its first cell empty "
                            "or named Steps");
            return;
        }
        if (refuse_second_table() || refuse_ragged()) return;
        for (std::size_t const column : step_columns(m_reading, m_grid, m_plan, m_lanes)) {
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
            if (row.role == LaneRole::Goal && !below_headers(row)) row.role = LaneRole::Lens;
            if (row.role == LaneRole::Owner && stands_above_headers(row)) row.role = LaneRole::Lens;
            if (is_frame(row)) row.role = LaneRole::Lens;
            if (row.role == LaneRole::StageNumber) m_stage_numbers = row.row;
            if (row.role && is_lane(*row.role)) {
                below_lanes = below_lanes || row.role != LaneRole::Goal;
                m_lanes.push_back(&row);
                if (row.role == LaneRole::Thought) m_reading.content.carried.thoughts = true;
                if (row.role == LaneRole::Goal) m_reading.content.carried.goals = true;
                warn_of_ticks(row);
                warn_of_second(row);
            }
            note(row);
        }
    }

    static bool is_lane(LaneRole role) {
        return blueprint_lane(role) || role == LaneRole::Thought || role == LaneRole::Touchpoint ||
               role == LaneRole::Goal || is_voice(role);
    }

    bool below_headers(GridRow const& row) const {
        return (m_plan.phases || m_plan.steps) && row.row > m_plan.phases.value_or(0) &&
               row.row > m_plan.steps.value_or(0);
    }

    bool stands_above_headers(GridRow const& row) const {
        constexpr auto nowhere = static_cast<std::size_t>(-1);
        std::size_t const first =
            std::min(m_plan.phases.value_or(nowhere), m_plan.steps.value_or(nowhere));
        if (first == nowhere) return false;
        return row.row < first;
    }

    // "Company: ACME" and a date above the table: a lane there would fill most of its columns.
    bool is_frame(GridRow const& row) const {
        if (!row.role || !is_lane(*row.role) || !stands_above_headers(row)) return false;
        std::size_t named = 0;
        for (std::size_t c = m_plan.label_column + 1; c < m_grid.columns; ++c) {
            if (cell(m_plan.phases, c) != nullptr || cell(m_plan.steps, c) != nullptr) ++named;
        }
        // A row that goes on with the lane above it has no name of its own.
        bool const by_hand =
            row.label != nullptr && m_reading.roles.by_hand(row.label->text).has_value();
        return !by_hand && 2 * row.filled.size() <= named;
    }

    // A row of crosses says where something happens, not what.
    void warn_of_ticks(GridRow const& row) {
        bool const ticks = std::all_of(
            row.filled.begin(), row.filled.end(),
            [&](std::size_t column) { return is_tick(m_grid.at(row.row, column)->text); });
        if (!ticks || row.filled.size() < 2) return;
        SheetCell const& first = *m_grid.at(row.row, row.filled.front());
        m_reading.warning(first.place,
                          "all cells of this lane say only " + in_quotes(first.text) +
                              ", and each becomes a card of that text; write what happens there");
    }

    // Two lanes of one name become one: meant, or copied and not renamed.
    void warn_of_second(GridRow const& row) {
        if (row.label == nullptr || row.filled.empty()) return;
        std::string const name = folded_label(row.label->text);
        for (GridRow const* lane : m_lanes) {
            bool const same = lane != &row && lane->label != nullptr && !lane->filled.empty() &&
                              lane->label != row.label && lane->role == row.role &&
                              folded_label(lane->label->text) == name;
            if (!same) continue;
            Place const first = lane->label->place;
            m_reading.warning(
                row.label->place,
                in_quotes(row.label->text) + " is the name of a lane already, in line " +
                    std::to_string(first.line) + ", column " + std::to_string(first.column) +
                    "; what stands in both becomes one lane; where they are two, "
                    "give one of them another name");
            return;
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
        if (!row.role && row.label != nullptr && stands_above_headers(row)) {
            if (!row.filled.empty())
                m_reading.warning(place, in_quotes(lane.label) +
                                             " stands above the phases and steps and is left out");
            return;
        }
        if (!row.role && row.label != nullptr && !row.filled.empty()) {
            report_unknown_lane(m_reading, lane.label, place);
            return;
        }
        if (!row.role && row.label == nullptr) {
            m_reading.warning(place,
                              "this row has no name in the column of the lanes and is left out; "
                              "name its lane there");
            return;
        }
        // Above the table it is the frame, which nobody misses.
        bool const frame = (row.role == LaneRole::Lens && !below_headers(row)) ||
                           (row.role == LaneRole::Note && m_lanes.empty());
        bool const later = row.role && is_voice(*row.role);  // when all of them are read
        if (!frame && !later) report_left_out(m_reading, lane);
        if (row.label != nullptr) m_reading.content.lanes.push_back(lane);
    }

    bool refuse_second_table() {
        if (m_plan.second_table == nullptr) return false;
        m_reading.error(m_plan.second_table->place,
                        "a second table begins here, with " + in_quotes(m_plan.second_table->text) +
                            " again; put its steps beside those of the first, or save it as a file "
                            "of its own");
        return true;
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
        return exchange::holds_cards(m_grid, m_lanes, column);
    }

    bool read_column(std::size_t column) {
        Header const header{cell(m_plan.phases, column), cell(m_plan.steps, column),
                            name_in(m_reading, cell(m_plan.phases, column)),
                            name_in(m_reading, cell(m_plan.steps, column)),
                            name_in(m_reading, cell(m_stage_numbers, column))};
        if (refuse_without_phase(header)) return false;
        if (opens_stage(header)) {
            SheetCell const* const named = header.phase != nullptr ? header.phase : header.step;
            m_stages.push_back({header.phase != nullptr ? header.phase_name : header.step_name,
                                header.number,
                                {},
                                named != nullptr ? named->place : Place{1, 1},
                                {}});
        }
        read_goals(column);
        if (header.step == nullptr && !holds_cards(column)) return true;
        auto& steps = m_stages.back().steps;
        // A step's name over several columns stands only in the first.
        bool const goes_on = m_plan.steps && header.step == nullptr && !steps.empty();
        if (!goes_on) {
            Place const place = header.step != nullptr ? header.step->place : m_stages.back().place;
            if (!count_step(m_reading, place)) return false;
            steps.push_back({});
            steps.back().step.place = place;
            steps.back().step.action = header.step_name;
        }
        for (GridRow const* row : m_lanes) {
            SheetCell const* const found = m_grid.at(row->row, column);
            if (found == nullptr || row->role == LaneRole::Goal) continue;
            if (!read_cell(steps.back(), *row, *found)) return false;
        }
        return true;
    }

    // What stands above a column.
    struct Header {
        SheetCell const* phase = nullptr;
        SheetCell const* step = nullptr;
        std::string phase_name;
        std::string step_name;
        std::string number;  // of the phase
    };

    // An empty cell repeats the phase before it: the first has none.
    bool refuse_without_phase(Header const& header) {
        bool const missing = m_plan.phases && header.phase == nullptr && m_stages.empty();
        if (!missing || header.step == nullptr) return false;
        m_reading.error(header.step->place,
                        "no phase is named for the first step, " + in_quotes(header.step->text) +
                            "; write one in the cell beside it (a phase over several steps stands "
                            "in the cell of its first), or take the row of phases out");
        return true;
    }

    bool opens_stage(Header const& header) const {
        if (m_stages.empty()) return true;
        Phase const& last = m_stages.back();
        if (header.phase != nullptr) {
            bool const other_number =
                !header.number.empty() && !last.number.empty() && header.number != last.number;
            return header.phase_name != last.name || other_number;
        }
        // Without phases each step is a stage of its own.
        return !m_plan.phases && m_plan.steps && header.step != nullptr;
    }

    void read_goals(std::size_t column) {
        for (GridRow const* row : m_lanes) {
            SheetCell const* const found = m_grid.at(row->row, column);
            if (found == nullptr || row->role != LaneRole::Goal) continue;
            std::string const goal = on_one_line(text_in(m_reading, *found));
            std::string& goals = m_stages.back().goal;
            // A phase's goal may stand at each of its steps.
            if (goals.find(goal) != std::string::npos) continue;
            goals += (goals.empty() ? "" : "; ") + goal;
        }
    }

    struct Column {
        MatrixStep step;
        std::string doing;  // the customer's own cards, for a step without a name
    };
    struct Phase {
        std::string name;
        std::string number;
        std::string goal;
        Place place;
        std::vector<Column> steps;
    };

    bool read_cell(Column& column, GridRow const& row, SheetCell const& cell) {
        if (!says_something(m_reading, cell)) return true;
        LaneRole const role = *row.role;
        if (is_voice(role)) {
            std::string const lane = row.label != nullptr ? row.label->text : std::string();
            return read_voices(m_reading, column.step, role, lane, cell);
        }
        if (role == LaneRole::Thought) {
            std::string& thought = column.step.thought;
            thought += (thought.empty() ? "" : "\n") + without_word_guard(cell.text);
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
            MatrixStage stage{phase.name, phase.goal, phase.place, {}};
            if (stage.name.empty())
                stage.name = content.title.empty() ? untitled_journey(m_reading.request.journey)
                                                   : content.title;
            for (Column& column : phase.steps) {
                column.step.named = !column.step.action.empty();
                if (!column.step.named)
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
    std::optional<std::size_t> m_stage_numbers;
    std::vector<Phase> m_stages;
};

}  // namespace

void read_grid(MatrixReading& reading, MatrixGrid const& grid, std::size_t label_column) {
    WideReader(reading, grid, label_column).read();
}

}  // namespace exchange
