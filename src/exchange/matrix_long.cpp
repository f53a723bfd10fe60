// The long form: a row a card, steps told by name and order.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "exchange/key_index.hpp"
#include "exchange/matrix_reading.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t absent = absent_long_column;

// Two rows are of one step when all three are equal.
struct StepName {
    std::string phase;
    std::string step;
    std::optional<double> order;
    std::string phase_order;  // tells neighbouring phases of one name apart
    friend auto operator<=>(StepName const&, StepName const&) = default;
};

struct LongStep {
    StepName name;
    MatrixStep step;
    Place phase_place;
    bool named_only = true;  // a phase without steps
    std::string doing;
    std::string goal;  // of its phase
};

class LongReader {
public:
    LongReader(MatrixReading& reading, Sheet const& sheet, std::size_t header)
        : m_reading(reading),
          m_sheet(sheet),
          m_header(header),
          m_columns(*long_columns(sheet.rows[header])) {}

    void read() {
        warn_of_unknown_columns();
        choose_journey();
        note_columns();
        m_phases = std::any_of(m_sheet.rows.begin() + static_cast<std::ptrdiff_t>(m_header) + 1,
                               m_sheet.rows.end(), [&](SheetRow const& row) {
                                   return cell(row, LongColumn::Phase) != nullptr &&
                                          total_in(row) == nullptr;
                               });
        for (std::size_t i = m_header + 1; i < m_sheet.rows.size(); ++i) {
            SheetRow const& row = m_sheet.rows[i];
            if (SheetCell const* const total = total_in(row)) report_total(m_reading, *total);
            if (!is_read(row)) continue;
            if (!read_row(row)) return;
        }
        for (auto const& [label, lane] : m_lanes) {
            if (lane.role != LaneRole::Feeling) report_left_out(m_reading, lane);
            m_reading.content.lanes.push_back(lane);
        }
        gather();
    }

private:
    std::size_t position(LongColumn column) const {
        return m_columns[static_cast<std::size_t>(column)];
    }
    bool has(LongColumn column) const { return position(column) != absent; }
    SheetCell const* cell(SheetRow const& row, LongColumn column) const {
        return long_cell(m_columns, row, column);
    }
    std::string text(SheetRow const& row, LongColumn column) const {
        SheetCell const* const found = cell(row, column);
        return found != nullptr ? found->text : std::string();
    }
    Place place(SheetRow const& row, LongColumn column) const {
        SheetCell const* const found = cell(row, column);
        return found != nullptr ? found->place : row.place;
    }

    void note_columns() {
        MatrixCarried& carried = m_reading.content.carried;
        carried.touchpoints = says_anything(LongColumn::Touchpoint);
        carried.teams = says_anything(LongColumn::Team) || says_anything(LongColumn::Owner);
        carried.components = says_anything(LongColumn::Component);
        carried.fail_points = says_anything(LongColumn::FailPoint);
        carried.waits = says_anything(LongColumn::WaitMinutes);
        carried.links = says_anything(LongColumn::Link);
        note_empty(LongColumn::Touchpoint, carried.touchpoints);
        note_empty(has(LongColumn::Team) ? LongColumn::Team : LongColumn::Owner, carried.teams);
        note_empty(LongColumn::Component, carried.components);
        note_empty(LongColumn::FailPoint, carried.fail_points);
        note_empty(LongColumn::WaitMinutes, carried.waits);
        note_empty(LongColumn::Link, carried.links);
        if (has(LongColumn::WaitMinutes)) {
            SheetCell const& name = *m_sheet.rows[m_header].at(position(LongColumn::WaitMinutes));
            m_reading.wait_unit_minutes = wait_unit_minutes(name.text).value_or(1);
        }
        for (LongColumn const column : {LongColumn::Persona, LongColumn::Score, LongColumn::Channel,
                                        LongColumn::Severity, LongColumn::Media}) {
            warn_of_column(column);
        }
    }

    SheetCell const* total_in(SheetRow const& row) const {
        std::vector<SheetCell const*> cells;
        for (SheetCell const& each : row.cells)
            cells.push_back(&each);
        return total_label(cells, m_reading.roles);
    }

    bool is_read(SheetRow const& row) const {
        bool const ours = !m_journey || text(row, LongColumn::Journey) == *m_journey;
        return ours && total_in(row) == nullptr;
    }

    // A dash says something, too: that there is nothing.
    bool says_anything(LongColumn column) const {
        auto const first = m_sheet.rows.begin() + static_cast<std::ptrdiff_t>(m_header) + 1;
        return has(column) && std::any_of(first, m_sheet.rows.end(), [&](SheetRow const& row) {
                   return is_read(row) && cell(row, column) != nullptr;
               });
    }

    void note_empty(LongColumn column, bool carried) {
        if (carried || !has(column)) return;
        SheetCell const& name = *m_sheet.rows[m_header].at(position(column));
        m_reading.content.empty_columns.push_back({column, name.text, name.place});
    }

    void warn_of_unknown_columns() {
        for (SheetCell const& name : m_sheet.rows[m_header].cells) {
            if (std::find(m_columns.begin(), m_columns.end(), name.column) != m_columns.end())
                continue;
            m_reading.warning(name.place, "the column " + in_quotes(name.text) +
                                              " is not known, or there twice, and is left out");
        }
    }

    void warn_of_column(LongColumn column) {
        if (!has(column)) return;
        for (std::size_t i = m_header + 1; i < m_sheet.rows.size(); ++i) {
            if (cell(m_sheet.rows[i], column) == nullptr) continue;
            SheetCell const* const name = m_sheet.rows[m_header].at(position(column));
            m_reading.warning(name->place, "the column " + in_quotes(name->text) +
                                               " is not read: a card has no place for it");
            return;
        }
    }

    // A file may hold several journeys: the one that is asked for, by key.
    void choose_journey() {
        std::map<std::string, Place> names;
        for (std::size_t i = m_header + 1; i < m_sheet.rows.size() && names.size() < 20; ++i) {
            if (total_in(m_sheet.rows[i]) != nullptr) continue;
            std::string const name = text(m_sheet.rows[i], LongColumn::Journey);
            names.try_emplace(name, place(m_sheet.rows[i], LongColumn::Journey));
        }
        if (names.contains(m_reading.request.journey)) {
            m_journey = m_reading.request.journey;
        } else if (names.size() == 1) {
            m_reading.content.title = title_in(names.begin()->first);
            m_reading.content.of_another_journey = !names.begin()->first.empty();
        } else if (names.size() > 1) {
            std::string list;
            for (auto const& [name, where] : names)
                list += (list.empty() ? "" : ", ") + in_quotes(name);
            m_reading.error(m_sheet.rows[m_header].place,
                            "the file holds several journeys (" + list + ") and none is called " +
                                in_quotes(m_reading.request.journey) +
                                "; write that key in the column journey, or keep one journey in "
                                "the file");
        }
    }

    bool read_row(SheetRow const& row) {
        auto const order = read_order(row);
        StepName name{name_in(m_reading, cell(row, LongColumn::Phase)),
                      name_in(m_reading, cell(row, LongColumn::Step)), order,
                      text(row, LongColumn::PhaseOrder)};
        // Merged cells: as above.
        if (name.phase.empty() && has(LongColumn::Phase)) name.phase = m_last.phase;
        if (name.step.empty() && name.phase == m_last.phase && !text(row, LongColumn::Text).empty())
            name.step = m_last.step;
        if (name.step == m_last.step && name.phase == m_last.phase && !name.order)
            name.order = m_last.order;
        if (name.phase == m_last.phase && name.phase_order.empty())
            name.phase_order = m_last.phase_order;
        if (refuse_without_phase(row, name)) return false;
        m_last = name;
        LongStep* const step = step_of(row, name);
        return step != nullptr && read_card(row, *step);
    }

    // An empty cell repeats the phase above it: the first has none.
    bool refuse_without_phase(SheetRow const& row, StepName const& name) {
        if (!m_phases || !name.phase.empty() || m_reading.problems.error_count() > 0) return false;
        m_reading.error(
            row.place,
            "no phase is named here or in a row above; write it in the column phase (an "
            "empty cell there repeats the one above)");
        return true;
    }

    std::optional<double> read_order(SheetRow const& row) {
        SheetCell const* const found = cell(row, LongColumn::StepOrder);
        if (found == nullptr) return std::nullopt;
        auto const order = parse_number(found->text);
        if (!order) {
            m_reading.error(found->place, "the order of the step is " + in_quotes(found->text) +
                                              ", not a number; write 1, 2, 3");
        }
        return order;
    }

    LongStep* step_of(SheetRow const& row, StepName const& name) {
        auto const [at, added] = m_step_at.try_emplace(name, m_steps.size());
        if (added) {
            Place const where = place(row, LongColumn::Step);
            if (!count_step(m_reading, where)) return nullptr;
            m_steps.push_back({name, {}, place(row, LongColumn::Phase), true, {}, {}});
            m_steps.back().step.place = where;
        }
        LongStep& step = m_steps[at->second];
        if (!name.step.empty()) step.named_only = false;
        return &step;
    }

    bool read_card(SheetRow const& row, LongStep& step) {
        SheetCell const* const words = cell(row, LongColumn::Text);
        auto const role = role_of(row, words != nullptr);
        if (words == nullptr || !role) return true;
        step.named_only = false;
        std::string const said = text_in(m_reading, *words);
        if (*role == LaneRole::Thought) m_reading.content.carried.thoughts = true;
        if (*role == LaneRole::Goal) m_reading.content.carried.goals = true;
        if (said.empty()) return true;
        if (*role == LaneRole::Thought) {
            step.step.thought += (step.step.thought.empty() ? "" : "\n") + said;
            return true;
        }
        if (*role == LaneRole::Goal) {
            step.goal += (step.goal.empty() ? "" : "; ") + on_one_line(said);
            return true;
        }
        if (*role == LaneRole::Touchpoint) {
            if (!count_cards(m_reading, 1, words->place)) return false;
            step.step.contacts.push_back({on_one_line(said), words->place});
            return true;
        }
        if (is_voice(*role)) {
            SheetCell const* const name = m_lane_above != nullptr ? m_lane_above : m_type_above;
            std::string const label = name != nullptr ? name->text : std::string();
            return read_voices(m_reading, step.step, *role, label, *words);
        }
        auto const lane = blueprint_lane(*role);
        if (!lane) return true;
        if (!count_cards(m_reading, 1, words->place)) return false;
        if (*role == LaneRole::Customer)
            step.doing += (step.doing.empty() ? "" : "; ") + on_one_line(said);
        MatrixCard card;
        card.lane = *lane;
        card.text = said;
        card.place = words->place;
        read_long_fields(m_reading, m_columns, row, card);
        step.step.cards.push_back(std::move(card));
        return true;
    }

    std::optional<LaneRole> role_of(SheetRow const& row, bool has_text) {
        SheetCell const* name = cell(row, LongColumn::Lane);
        SheetCell const* type = cell(row, LongColumn::LaneType);
        bool const merged = name == nullptr && type == nullptr &&
                            cell(row, LongColumn::Step) == nullptr &&
                            cell(row, LongColumn::Phase) == nullptr;
        if (merged) {
            name = m_lane_above;
            type = m_type_above;
        }
        m_lane_above = name;
        m_type_above = type;
        if (name == nullptr && type == nullptr) {
            if (has_text) {
                m_reading.error(row.place, "the card " + in_quotes(text(row, LongColumn::Text)) +
                                               " has no lane; write one of: " + role_names());
            }
            return std::nullopt;
        }
        std::string const label = name != nullptr ? name->text : type->text;
        auto const [at, added] = m_lanes.try_emplace(
            label, MatrixLane{label, LaneRole::Nothing, 0, (name != nullptr ? name : type)->place});
        if (added) at->second.role = first_role(name, type);
        at->second.texts += has_text ? 1 : 0;
        if (at->second.role == LaneRole::Activity) at->second.role = LaneRole::Customer;
        return at->second.role;
    }

    LaneRole first_role(SheetCell const* name, SheetCell const* type) {
        std::optional<LaneRole> role =
            name != nullptr ? m_reading.roles.by_hand(name->text) : std::nullopt;
        if (!role && type != nullptr) role = role_named(type->text);
        if (!role && name != nullptr) role = m_reading.roles.of(name->text);
        if (!role && type != nullptr) role = m_reading.roles.of(type->text);
        SheetCell const& label = name != nullptr ? *name : *type;
        if (!role) report_unknown_lane(m_reading, label.text, label.place);
        return role.value_or(LaneRole::Nothing);
    }

    // A number is only an order of all steps when no two steps share it.
    bool ordered_throughout() const {
        std::set<double> orders;
        return std::all_of(m_steps.begin(), m_steps.end(), [&](LongStep const& step) {
            return step.name.order && orders.insert(*step.name.order).second;
        });
    }

    void sort_steps() {
        std::map<std::string, std::size_t> phases;
        for (LongStep const& step : m_steps)
            phases.try_emplace(step.name.phase, phases.size());
        bool const throughout = ordered_throughout();
        std::stable_sort(m_steps.begin(), m_steps.end(), [&](LongStep const& a, LongStep const& b) {
            std::size_t const phase_a = throughout ? 0 : phases.at(a.name.phase);
            std::size_t const phase_b = throughout ? 0 : phases.at(b.name.phase);
            if (phase_a != phase_b) return phase_a < phase_b;
            return a.name.order.value_or(1e300) < b.name.order.value_or(1e300);
        });
    }

    void gather() {
        sort_steps();
        m_reading.content.carried.phases = m_phases;
        std::vector<MatrixStage>& stages = m_reading.content.stages;
        std::string phase_order;
        for (LongStep& step : m_steps) {
            bool const own_stage = !m_phases;
            std::string name = own_stage ? step.name.step : step.name.phase;
            if (name.empty()) name = untitled_journey(m_reading.request.journey);
            bool const other = !stages.empty() && stages.back().name == name &&
                               step.name.phase_order != phase_order;
            if (stages.empty() || own_stage || stages.back().name != name || other)
                stages.push_back({name, {}, step.phase_place, {}});
            phase_order = step.name.phase_order;
            std::string& goal = stages.back().goal;
            if (goal.find(step.goal) == std::string::npos)
                goal += (goal.empty() ? "" : "; ") + step.goal;
            if (step.named_only) continue;
            step.step.named = !step.name.step.empty();
            if (step.step.named) m_reading.content.carried.steps = true;
            step.step.action = !step.name.step.empty() ? step.name.step
                               : !step.doing.empty()   ? step.doing
                                                       : stages.back().name;
            stages.back().steps.push_back(std::move(step.step));
        }
    }

    MatrixReading& m_reading;
    Sheet const& m_sheet;
    std::size_t m_header;
    LongColumns m_columns;
    bool m_phases = false;  // a column of phases says something
    std::optional<std::string> m_journey;
    StepName m_last;
    SheetCell const* m_lane_above = nullptr;  // where the row below names neither place nor lane
    SheetCell const* m_type_above = nullptr;
    std::vector<LongStep> m_steps;
    std::map<StepName, std::size_t> m_step_at;
    std::map<std::string, MatrixLane> m_lanes;
};

}  // namespace

void read_long(MatrixReading& reading, Sheet const& sheet, std::size_t header) {
    LongReader(reading, sheet, header).read();
}

}  // namespace exchange
