// A journey as a matrix file. What is written is read again before it is given out: a form that
// cannot say the journey says so instead.
#include <algorithm>
#include <map>

#include "exchange/csv_reader.hpp"
#include "exchange/matrix.hpp"
#include "exchange/matrix_blanks.hpp"
#include "exchange/matrix_column_words.hpp"
#include "exchange/matrix_lane_words.hpp"
#include "exchange/matrix_match.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/matrix_units.hpp"
#include "exchange/room_keys.hpp"
#include "exchange/text_rules.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t lane_count = 8;

// A stage and one of its steps; no step for a stage without any.
struct Column {
    model::StageId stage;
    model::StepId step;
    std::array<std::vector<model::BlueprintNodeId>, lane_count> cards;
};

std::vector<Column> columns_of(model::Room const& room, model::JourneyId journey) {
    std::vector<Column> columns;
    std::map<model::StepId, std::size_t> at;
    for (model::StageId const stage : model::stages_of(room, journey)) {
        auto const steps = model::steps_of(room, stage);
        if (steps.empty()) columns.push_back({stage, {}, {}});
        for (model::StepId const step : steps) {
            at.emplace(step, columns.size());
            columns.push_back({stage, step, {}});
        }
    }
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        model::BlueprintNode const& node = room.blueprint_nodes[i];
        auto const found = at.find(node.step);
        if (node.journey != journey || found == at.end()) continue;
        columns[found->second].cards[static_cast<std::size_t>(node.lane)].push_back(
            model::BlueprintNodeId(i));
    }
    return columns;
}

bool any_thought(model::Room const& room, std::vector<Column> const& columns) {
    return std::any_of(columns.begin(), columns.end(), [&](Column const& column) {
        return column.step && !room.at(column.step).thought.empty();
    });
}

bool any_card(std::vector<Column> const& columns, std::size_t lane) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](Column const& column) { return !column.cards[lane].empty(); });
}

// Where two neighbouring stages have one name, a number tells them apart.
bool needs_stage_numbers(model::Room const& room, std::vector<Column> const& columns) {
    for (std::size_t i = 1; i < columns.size(); ++i) {
        model::StageId const a = columns[i - 1].stage;
        model::StageId const b = columns[i].stage;
        if (a != b && on_one_line(room.at(a).name) == on_one_line(room.at(b).name)) return true;
    }
    return false;
}

// By column, from 1.
std::vector<std::string> stage_numbers(std::vector<Column> const& columns) {
    std::vector<std::string> numbers;
    std::size_t number = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i == 0 || columns[i].stage != columns[i - 1].stage) ++number;
        numbers.push_back(std::to_string(number));
    }
    return numbers;
}

// One card a line.
std::string cell_of(model::Room const& room, std::vector<model::BlueprintNodeId> const& cards) {
    std::string cell;
    for (model::BlueprintNodeId const id : cards) {
        cell += (cell.empty() ? "" : "\n") + card_in_cell(room.blueprint_nodes[id.index()].text);
    }
    return cell;
}

// Names are read on one line.
std::string name_cell(std::string_view name) {
    return with_word_guard(on_one_line(name));
}

Rows wide_rows(model::Room const& room, std::vector<Column> const& columns) {
    Rows rows;
    auto const add = [&](std::string_view label, auto const& text_of) {
        std::vector<std::string> row{std::string(label)};
        for (Column const& column : columns)
            row.push_back(text_of(column));
        rows.push_back(std::move(row));
    };
    add("Phase", [&](Column const& column) { return name_cell(room.at(column.stage).name); });
    add("Step", [&](Column const& column) {
        return column.step ? name_cell(room.at(column.step).action) : std::string();
    });
    if (needs_stage_numbers(room, columns)) {
        rows.push_back(stage_numbers(columns));
        rows.back().insert(rows.back().begin(), std::string(lane_title(LaneRole::StageNumber)));
    }
    std::array<bool, lane_count> filled{};
    for (std::size_t lane = 0; lane < lane_count; ++lane)
        filled[lane] = any_card(columns, lane);
    // A journey without cards gets every lane, to be filled in.
    bool const empty = std::find(filled.begin(), filled.end(), true) == filled.end();
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        if (!filled[lane] && !empty) continue;
        add(lane_title(static_cast<model::BlueprintLane>(lane)),
            [&](Column const& column) { return cell_of(room, column.cards[lane]); });
    }
    if (any_thought(room, columns))
        add(lane_title(LaneRole::Thought), [&](Column const& column) {
            return column.step ? with_word_guard(room.at(column.step).thought) : std::string();
        });
    return rows;
}

Rows turned_rows(Rows const& rows) {
    Rows turned(rows.front().size());
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            turned[i].push_back(row[i]);
    }
    return turned;
}

// As import reads it in one way only.
std::string wait_text(std::optional<double> minutes) {
    if (!minutes) return {};
    std::string const text = number_text(*minutes);
    auto const both = two_readings(text);
    return both ? both->decimal : text;
}

std::string link_text(model::Room const& room, model::BlueprintNodeId from) {
    std::string text;
    for (model::BlueprintLink const& link : room.blueprint_links) {
        if (link.from != from) continue;
        text += (text.empty() ? "" : "|") + room.blueprint_nodes[link.to.index()].key;
        if (link.kind != model::LinkKind::None) {
            text += ":";
            text += word_of(std::span<Word<model::LinkKind> const>(words::link_kinds), link.kind);
        }
    }
    return text;
}

class LongRows {
public:
    LongRows(model::Room const& room, model::JourneyId journey) : m_room(room), m_journey(journey) {
        std::vector<std::string> header;
        for (ColumnWords const& column : column_word_table)
            header.emplace_back(column.name);
        m_rows.push_back(std::move(header));
    }

    Rows take(std::vector<Column> const& columns) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            add_step(columns[i], i + 1);
        number_stages(columns);
        return std::move(m_rows);
    }

private:
    std::string& cell(LongColumn column) { return m_rows.back()[static_cast<std::size_t>(column)]; }

    // The last column, only where it is needed.
    void number_stages(std::vector<Column> const& columns) {
        static_assert(static_cast<std::size_t>(LongColumn::PhaseOrder) == long_column_count - 1);
        bool const needed = needs_stage_numbers(m_room, columns);
        std::vector<std::string> const numbers = stage_numbers(columns);
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (!needed) {
                m_rows[row].pop_back();
            } else if (row > 0) {
                m_rows[row].back() = numbers[m_column_of_row[row - 1]];
            }
        }
    }

    void begin_row(Column const& column, std::size_t order) {
        m_rows.emplace_back(long_column_count);
        m_column_of_row.push_back(order - 1);
        cell(LongColumn::Journey) = m_room.journeys[m_journey.index()].key;
        cell(LongColumn::Phase) = name_cell(m_room.at(column.stage).name);
        if (column.step) cell(LongColumn::Step) = name_cell(m_room.at(column.step).action);
        cell(LongColumn::StepOrder) = std::to_string(order);
    }

    void add_step(Column const& column, std::size_t order) {
        std::size_t const before = m_rows.size();
        for (auto const& cards : column.cards) {
            for (model::BlueprintNodeId const id : cards)
                add_card(column, order, id);
        }
        bool const thinks = column.step && !m_room.at(column.step).thought.empty();
        if (thinks) {
            begin_row(column, order);
            cell(LongColumn::Lane) = lane_title(LaneRole::Thought);
            cell(LongColumn::LaneType) = "thought";
            cell(LongColumn::Text) = with_word_guard(m_room.at(column.step).thought);
        }
        if (m_rows.size() == before) begin_row(column, order);
    }

    void add_card(Column const& column, std::size_t order, model::BlueprintNodeId id) {
        model::BlueprintNode const& node = m_room.blueprint_nodes[id.index()];
        begin_row(column, order);
        cell(LongColumn::Lane) = lane_title(node.lane);
        cell(LongColumn::LaneType) =
            word_of(std::span<Word<model::BlueprintLane> const>(words::lanes), node.lane);
        cell(LongColumn::Text) = with_word_guard(node.text);
        cell(LongColumn::Link) = link_text(m_room, id);
        cell(LongColumn::Key) = node.key;
        cell(LongColumn::Touchpoint) = key_at(m_room.touchpoints, node.touchpoint);
        if (node.fail_point) cell(LongColumn::FailPoint) = *node.fail_point ? "yes" : "no";
        cell(LongColumn::WaitMinutes) = wait_text(node.wait_minutes);
        cell(LongColumn::Team) = with_word_guard(node.team);
        cell(LongColumn::Component) = key_at(m_room.components, node.component);
    }

    model::Room const& m_room;
    model::JourneyId m_journey;
    Rows m_rows;
    std::vector<std::size_t> m_column_of_row;
};

std::string quoted(std::string const& text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string joined(Rows const& rows, char delimiter) {
    std::string const special = std::string("\"\r\n") + delimiter;
    std::string out;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += delimiter;
            std::string const text = guarded_from_formula(row[i]);
            out += text.find_first_of(special) == std::string::npos ? text : quoted(text);
        }
        out += '\n';
    }
    return out;
}

// What of a journey a reader finds again: a name for people, and what has to be equal.
struct Found {
    std::string name;
    std::string content;
};

std::vector<Found> findable(model::Room const& room, model::JourneyId journey) {
    OldJourney const flat = old_journey(room, journey);
    std::vector<Found> list;
    auto const add = [&](std::string const& thing, auto const& what, std::string const& text,
                         std::string const& place) {
        list.push_back({"the " + thing + " " + in_quotes(text) + " (" + what.key + ")",
                        what.key + "\n" + place + "\n" + text});
    };
    for (model::StageId const id : flat.stages)
        add("stage", room.at(id), room.at(id).name, room.at(id).goal);
    for (model::StepId const id : flat.steps) {
        model::Step const& step = room.at(id);
        add("step", step, step.action, room.at(step.stage).key + "\n" + step.thought);
    }
    for (model::BlueprintNodeId const id : flat.cards) {
        model::BlueprintNode const& card = room.blueprint_nodes[id.index()];
        std::string const step = card.step ? room.at(card.step).key : std::string();
        add("card", card, card.text, step + std::string(lane_title(card.lane)));
    }
    return list;
}

std::string lost_in_form(model::Room const& room, model::Room const& again,
                         model::JourneyId journey) {
    std::vector<Found> const before = findable(room, journey);
    std::vector<Found> const after = findable(again, journey);
    std::string names;
    std::size_t lost = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (i < after.size() && before[i].content == after[i].content) continue;
        if (++lost <= 3) names += (names.empty() ? "" : ", ") + before[i].name;
    }
    if (lost > 3) names += " and " + std::to_string(lost - 3) + " more";
    if (names.empty()) names = "what hangs on its cards";
    return names + " would not come back as now from this form; give " +
           (lost == 1 ? "it" : "them") + " another name, or write another form";
}

// The limits that a reader sets, said before somebody meets them there.
std::string too_large(Rows const& rows, MatrixForm form) {
    std::string const instead =
        form == MatrixForm::Wide ? "; write it as transposed or long" : "; write it as long";
    if (rows.front().size() > 200)
        return "the matrix would have " + std::to_string(rows.front().size()) +
               " columns; a file may have 200" + instead;
    for (auto const& row : rows) {
        std::size_t bytes = 0;
        for (std::string const& text : row) {
            if (text.size() + 1 > max_csv_field_bytes)
                return "the cell that begins with " + in_quotes(text) +
                       " would hold more than 4 kB" + instead;
            bytes += text.size() + 3;
        }
        if (bytes > max_csv_row_bytes)
            return "the row " + in_quotes(row.front()) + " would hold more than 64 kB" + instead;
    }
    return {};
}

}  // namespace

WrittenMatrix write_matrix(model::Room const& room, model::JourneyId journey, MatrixForm form,
                           char delimiter) {
    std::vector<Column> const columns = columns_of(room, journey);
    if (columns.empty()) return {{}, "the journey has no stages yet"};
    Rows rows =
        form == MatrixForm::Long ? LongRows(room, journey).take(columns) : wide_rows(room, columns);
    if (form == MatrixForm::Transposed) rows = turned_rows(rows);
    WrittenMatrix written{joined(rows, delimiter), too_large(rows, form)};
    if (!written.problem.empty()) return written;
    std::string const& key = room.journeys[journey.index()].key;
    // Read as anybody reads it: nobody says the form or the delimiter then.
    MatrixResult const again = apply_matrix({written.bytes, key, key, {}, {}, {}}, room, {});
    bool const read = again.outcome || !again.content.stages.empty();
    if (read && (again.content.form != form || again.content.delimiter != delimiter)) {
        written.problem =
            "names of its stages or steps read like those of lanes or columns, and the table would "
            "be taken for one of another form; rename them, or write it in another form";
    } else if (!again.outcome) {
        auto const error = std::find_if(
            again.problems.begin(), again.problems.end(),
            [](Problem const& problem) { return problem.severity == Severity::Error; });
        written.problem = error == again.problems.end() ? "it cannot be read again" : error->text;
    } else if (!(again.outcome->room == room)) {
        written.problem = lost_in_form(room, again.outcome->room, journey);
    }
    return written;
}

}  // namespace exchange
