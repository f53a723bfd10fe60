#include "storage/edit_log.hpp"

#include "storage/blueprint_words.hpp"

namespace storage {
namespace {

using namespace model;
using What = HistoryEntry::What;

Words<What> const whats{{"edit", "undo", "redo", "import"}};
Words<EditLevel> const levels{{"staff"}};

constexpr auto insert_entry =
    "INSERT INTO edits (sequence, what, at_ms, level, about) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_entries =
    "SELECT sequence, what, at_ms, level, about FROM edits ORDER BY sequence";
constexpr auto select_last = "SELECT sequence, what FROM edits ORDER BY sequence DESC LIMIT 1";
// What was done before the last import is history and no more.
constexpr auto select_log =
    "SELECT e.sequence, e.what, e.about, v.name, e.at_ms FROM edits e"
    " LEFT JOIN edit_values v ON v.edit = coalesce(e.about, e.sequence) AND v.side = 'done'"
    " WHERE e.sequence >= (SELECT coalesce(max(sequence), 0) FROM edits WHERE what = 'import')"
    " ORDER BY e.sequence";
constexpr auto insert_values =
    "INSERT INTO edit_values (edit, side, name, node, other_node, journey, step, lane, text,"
    " touchpoint, team, component, fail_point, wait_minutes, kind, place, from_day)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_values =
    "SELECT name, node, other_node, journey, step, lane, text, touchpoint, team, component,"
    " fail_point, wait_minutes, kind, place, from_day FROM edit_values WHERE edit = ? AND side = ?"
    " ORDER BY edit";
constexpr auto insert_link =
    "INSERT INTO edit_links (edit, side, position, from_node, to_node, kind, place)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_links =
    "SELECT from_node, to_node, kind, place FROM edit_links WHERE edit = ? AND side = ?"
    " ORDER BY position";

// The columns of edit_values; each kind of edit fills those that it has.
struct Values {
    std::string name;
    std::string node;
    std::string other_node;
    std::string journey;
    std::string step;
    std::optional<std::string> lane;
    std::string text;
    std::string touchpoint;
    std::string team;
    std::string component;
    std::optional<bool> fail_point;
    std::optional<double> wait_minutes;
    std::optional<std::string> kind;
    std::optional<std::int64_t> place;
    std::optional<base::Date> from;
};

std::optional<std::int64_t> number_of(RowPlace place) {
    if (!place) return std::nullopt;
    return static_cast<std::int64_t>(*place);
}
RowPlace place_of(std::optional<std::int64_t> number) {
    if (!number) return std::nullopt;
    if (*number < 0) throw DamagedContent("the history holds a place below 0");
    return static_cast<std::size_t>(*number);
}

struct ToValues {
    Values& v;
    void operator()(AddNode const& e) const {
        v.node = e.node;
        v.journey = e.journey;
        v.step = e.step;
        v.lane = lane_words.of(e.lane);
        v.text = e.text;
        v.touchpoint = e.touchpoint;
        v.team = e.team;
        v.component = e.component;
        v.fail_point = e.fail_point;
        v.wait_minutes = e.wait_minutes;
        v.place = number_of(e.place);
    }
    void operator()(RemoveNode const& e) const { v.node = e.node; }
    void operator()(MoveNode const& e) const {
        v.node = e.node;
        v.step = e.step;
        if (e.lane) v.lane = lane_words.of(*e.lane);
        v.place = number_of(e.place);
    }
    void operator()(RetitleNode const& e) const {
        v.node = e.node;
        v.text = e.text;
    }
    void operator()(LinkNodes const& e) const {
        v.node = e.from;
        v.other_node = e.to;
        v.kind = link_kind_words.of(e.kind);
        v.place = number_of(e.place);
    }
    void operator()(UnlinkNodes const& e) const {
        v.node = e.from;
        v.other_node = e.to;
        if (e.kind) v.kind = link_kind_words.of(*e.kind);
        v.place = number_of(e.place);
    }
    void operator()(MarkFailPoint const& e) const {
        v.node = e.node;
        v.fail_point = e.on;
    }
    void operator()(SetWait const& e) const {
        v.node = e.node;
        v.wait_minutes = e.minutes;
    }
    void operator()(SetBaseline const& e) const {
        v.touchpoint = e.touchpoint;
        v.from = e.from;
        v.text = e.reason;
    }
};

LinkKind kind_of(Values const& v) {
    return link_kind_words.value(v.kind.value_or(""));
}
std::optional<BlueprintLane> lane_of(Values const& v) {
    if (!v.lane) return std::nullopt;
    return lane_words.value(*v.lane);
}

Edit to_edit(Values const& v, std::vector<LinkNodes> links) {
    if (v.name == "add") {
        return AddNode{.node = v.node,
                       .journey = v.journey,
                       .step = v.step,
                       .lane = lane_words.value(v.lane.value_or("")),
                       .text = v.text,
                       .touchpoint = v.touchpoint,
                       .team = v.team,
                       .component = v.component,
                       .fail_point = v.fail_point,
                       .wait_minutes = v.wait_minutes,
                       .place = place_of(v.place),
                       .links = std::move(links)};
    }
    if (v.name == "remove") return RemoveNode{v.node};
    if (v.name == "move") return MoveNode{v.node, v.step, lane_of(v), place_of(v.place)};
    if (v.name == "retitle") return RetitleNode{v.node, v.text};
    if (v.name == "link") return LinkNodes{v.node, v.other_node, kind_of(v), place_of(v.place)};
    if (v.name == "unlink") return UnlinkNodes{v.node, v.other_node, kind_of(v), place_of(v.place)};
    if (v.name == "fail-point") return MarkFailPoint{v.node, v.fail_point};
    if (v.name == "wait") return SetWait{v.node, v.wait_minutes};
    if (v.name == "baseline") return SetBaseline{v.touchpoint, v.from, v.text};
    throw DamagedContent("the history holds an edit \"" + v.name + "\"");
}

Values read_values(Columns& in) {
    return {.name = in.text(),
            .node = in.text(),
            .other_node = in.text(),
            .journey = in.text(),
            .step = in.text(),
            .lane = in.optional_text(),
            .text = in.text(),
            .touchpoint = in.text(),
            .team = in.text(),
            .component = in.text(),
            .fail_point = in.optional_flag(),
            .wait_minutes = in.optional_real(),
            .kind = in.optional_text(),
            .place = in.optional_integer(),
            .from = in.optional_date()};
}

LinkNodes read_link(Columns& in) {
    return {.from = in.text(),
            .to = in.text(),
            .kind = in.word(link_kind_words),
            .place = place_of(in.integer())};
}

}  // namespace

EditLog::EditLog(Database& database)
    : m_insert_entry(database, insert_entry),
      m_insert_values(database, insert_values),
      m_insert_link(database, insert_link),
      m_select_values(database, select_values),
      m_select_links(database, select_links) {}

void EditLog::add(std::int64_t sequence, AppliedEdit const& applied, EditStamp stamp) {
    m_insert_entry.run(sequence, whats.of(What::Edited), stamp.at_ms, levels.of(stamp.level),
                       std::nullopt);
    add_values(sequence, "done", applied.done);
    add_values(sequence, "inverse", applied.inverse);
}

void EditLog::add_undo(std::int64_t sequence, std::int64_t about, EditStamp stamp) {
    m_insert_entry.run(sequence, whats.of(What::Undone), stamp.at_ms, levels.of(stamp.level),
                       about);
}

void EditLog::add_redo(std::int64_t sequence, std::int64_t about, EditStamp stamp) {
    m_insert_entry.run(sequence, whats.of(What::Redone), stamp.at_ms, levels.of(stamp.level),
                       about);
}

void EditLog::add_values(std::int64_t sequence, std::string_view side, Edit const& edit) {
    Values v;
    v.name = name_of(edit);
    std::visit(ToValues{v}, edit);
    m_insert_values.run(sequence, side, v.name, v.node, v.other_node, v.journey, v.step, v.lane,
                        v.text, v.touchpoint, v.team, v.component, v.fail_point, v.wait_minutes,
                        v.kind, v.place, day_of(v.from));
    auto const* const add = std::get_if<AddNode>(&edit);
    if (add == nullptr) return;
    for (std::size_t i = 0; i < add->links.size(); ++i) {
        LinkNodes const& link = add->links[i];
        m_insert_link.run(sequence, side, i, link.from, link.to, link_kind_words.of(link.kind),
                          number_of(link.place));
    }
}

Edit EditLog::done(std::int64_t sequence) {
    return load(sequence, "done");
}

Edit EditLog::inverse(std::int64_t sequence) {
    return load(sequence, "inverse");
}

Edit EditLog::load(std::int64_t sequence, std::string_view side) {
    std::vector<LinkNodes> links;
    m_select_links.each(
        [&](Row const& row) {
            Columns in(row);
            links.push_back(read_link(in));
        },
        sequence, side);
    std::optional<Edit> edit;
    m_select_values.each(
        [&](Row const& row) {
            Columns in(row);
            edit = to_edit(read_values(in), std::move(links));
        },
        sequence, side);
    if (!edit) throw DamagedContent("the history lacks what an edit did");
    return *std::move(edit);
}

void follow(LogState& state, What what, LoggedEdit const& edit) {
    switch (what) {
        case What::Edited:
            state.done.push_back(edit);
            state.undone.clear();
            break;
        case What::Undone:
            if (state.done.empty()) throw DamagedContent("the history undoes what is not there");
            state.undone.push_back(state.done.back());
            state.done.pop_back();
            break;
        case What::Redone:
            if (state.undone.empty()) throw DamagedContent("the history redoes what is not there");
            state.done.push_back(state.undone.back());
            state.undone.pop_back();
            break;
        case What::Imported:
            state.done.clear();
            state.undone.clear();
            break;
    }
}

LogState load_log_state(Database& database) {
    LogState state;
    Statement(database, select_log).each([&](Row const& row) {
        Columns in(row);
        state.last_sequence = in.integer();
        What const what = in.word(whats);
        std::int64_t const sequence = in.optional_integer().value_or(state.last_sequence);
        follow(state, what, {sequence, in.optional_text().value_or("")});
        if (what == What::Imported) state.import = LogState::Import{in.optional_integer()};
    });
    return state;
}

void add_import(Database& database, std::optional<std::int64_t> at_ms) {
    std::int64_t last = 0;
    What what = What::Imported;
    Statement(database, select_last).each([&](Row const& row) {
        Columns in(row);
        last = in.integer();
        what = in.word(whats);
    });
    if (what == What::Imported) return;
    Statement(database, insert_entry)
        .run(last + 1, whats.of(What::Imported), at_ms, levels.of(EditLevel::Staff), std::nullopt);
}

std::vector<HistoryEntry> load_history(Database& database) {
    EditLog log(database);
    std::vector<HistoryEntry> history;
    Statement(database, select_entries).each([&](Row const& row) {
        Columns in(row);
        HistoryEntry entry;
        entry.sequence = in.integer();
        entry.what = in.word(whats);
        entry.at_ms = in.optional_integer();
        entry.level = in.word(levels);
        entry.of = in.optional_integer();
        if (entry.what == What::Edited) entry.edit = log.done(entry.sequence);
        history.push_back(std::move(entry));
    });
    return history;
}

}  // namespace storage
