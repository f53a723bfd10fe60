// The history of edits as JSON lines.
#include "exchange/edit_json.hpp"
#include "exchange/json_text.hpp"
#include "exchange/log_time.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

using namespace model;
using Json = nlohmann::ordered_json;
using What = HistoryEntry::What;

template <typename Value, std::size_t Count>
std::string word(std::array<Word<Value>, Count> const& words, Value value) {
    return std::string(word_of(std::span<Word<Value> const>(words), value));
}

void add_text(Json& json, char const* name, std::string const& text) {
    if (!text.empty()) json[name] = text;
}

void add_place(Json& json, model::RowPlace place) {
    if (place) json["place"] = *place;
}

void add_link(Json& json, LinkNodes const& link) {
    json["from"] = link.from;
    json["to"] = link.to;
    add_text(json, "kind", word(words::link_kinds, link.kind));
    add_place(json, link.place);
}

// One overload an edit: the members as read_edit() takes them.
struct Fill {
    Json& json;

    void operator()(AddNode const& e) const {
        json["node"] = e.node;
        json["journey"] = e.journey;
        json["step"] = e.step;
        json["lane"] = word(words::lanes, e.lane);
        json["text"] = e.text;
        add_text(json, "touchpoint", e.touchpoint);
        add_text(json, "team", e.team);
        add_text(json, "component", e.component);
        if (e.fail_point) json["fail_point"] = *e.fail_point;
        if (e.wait_minutes) json["wait_minutes"] = number_json(*e.wait_minutes);
        add_place(json, e.place);
        for (LinkNodes const& link : e.links) {
            Json one = Json::object();
            add_link(one, link);
            json["links"].push_back(std::move(one));
        }
    }
    void operator()(RemoveNode const& e) const { json["node"] = e.node; }
    void operator()(MoveNode const& e) const {
        json["node"] = e.node;
        add_text(json, "step", e.step);
        if (e.lane) json["lane"] = word(words::lanes, *e.lane);
        add_place(json, e.place);
    }
    void operator()(RetitleNode const& e) const {
        json["node"] = e.node;
        json["text"] = e.text;
    }
    void operator()(LinkNodes const& e) const { add_link(json, e); }
    void operator()(UnlinkNodes const& e) const {
        json["from"] = e.from;
        json["to"] = e.to;
        if (e.kind) json["kind"] = word(words::link_kinds, *e.kind);
        add_place(json, e.place);
    }
    void operator()(MarkFailPoint const& e) const {
        json["node"] = e.node;
        json["on"] = e.on ? Json(*e.on) : Json(nullptr);
    }
    void operator()(SetWait const& e) const {
        json["node"] = e.node;
        json["minutes"] = e.minutes ? number_json(*e.minutes) : Json(nullptr);
    }
    void operator()(SetBaseline const& e) const {
        json["touchpoint"] = e.touchpoint;
        json["from"] = e.from ? Json(base::format_period(base::month_of(*e.from))) : Json(nullptr);
        add_text(json, "reason", e.reason);
    }
};

char const* word_of_what(What what) {
    switch (what) {
        case What::Undone:
            return "undo";
        case What::Redone:
            return "redo";
        case What::Edited:
        case What::Imported:
            break;
    }
    return "import";
}

constexpr std::int64_t us_a_ms = 1000;

}  // namespace

std::string history_line(HistoryEntry const& entry) {
    Json json = Json::object();
    json["sequence"] = entry.sequence;
    json["at"] = entry.at_ms ? Json(moment_text(*entry.at_ms * us_a_ms)) : Json(nullptr);
    json["level"] = "staff";
    if (entry.edit) {
        json["edit"] = std::string(model::name_of(*entry.edit));
        std::visit(Fill{json}, *entry.edit);
    } else {
        json["edit"] = word_of_what(entry.what);
    }
    if (entry.of) json["of"] = *entry.of;
    return json.dump();
}

std::string already_line(std::string const& sentence, EditRequest const& request) {
    Json json = Json::object();
    json["already"] = sentence;
    json["edit"] = std::string(name_of(request));
    if (auto const* edit = std::get_if<Edit>(&request)) std::visit(Fill{json}, *edit);
    return json.dump();
}

std::string history_lines(std::vector<HistoryEntry> const& history) {
    std::string lines;
    for (HistoryEntry const& entry : history)
        lines += history_line(entry) + '\n';
    return lines;
}

}  // namespace exchange
