#include "exchange/edit_json.hpp"

#include <algorithm>
#include <cmath>

#include "exchange/text_rules.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

using namespace model;

constexpr double highest_place = 1e9;
constexpr std::string_view edit_words =
    "add, remove, move, retitle, link, unlink, fail-point, wait, baseline, undo, redo";
constexpr std::array<std::string_view, 8> beside_an_edit = {"edit", "sequence", "at",   "level",
                                                            "of",   "already",  "t_ms", "command"};

std::optional<std::string_view> nearest_of(std::vector<std::string_view> const& names,
                                           std::string_view name) {
    std::optional<std::string_view> nearest;
    std::size_t least = 0;
    for (std::string_view const known : names) {
        if (!is_slip_of(name, known)) continue;
        std::size_t const distance = edit_distance(name, known, known.size() + name.size());
        if (nearest && distance >= least) continue;
        nearest = known;
        least = distance;
    }
    return nearest;
}

// Takes members one by one, remembers the first fault and which names had a meaning.
class Members {
public:
    explicit Members(JsonValue const& object) : m_object(object) {}

    std::string key(std::string_view name) { return needed_text(name); }
    std::string needed_text(std::string_view name) {
        JsonValue const* const value = find(name);
        if (value != nullptr && value->kind == JsonKind::Text) return value->text;
        if (value == nullptr) fail(m_object, in_quotes(name) + " is missing; it must be a text");
        if (value != nullptr) expect(*value, name, "a text");
        return {};
    }
    std::string given_text(std::string_view name) {
        JsonValue const* const value = given(name);
        if (value == nullptr) return {};
        if (value->kind != JsonKind::Text) expect(*value, name, "a text");
        return value->text;
    }
    std::optional<bool> yes_no(std::string_view name) {
        JsonValue const* const value = given(name);
        if (value == nullptr) return std::nullopt;
        if (value->kind != JsonKind::Bool) expect(*value, name, "true, false or null");
        return value->boolean;
    }
    // The member itself is needed; null says that it is unknown.
    template <typename Value>
    std::optional<Value> or_null(std::string_view name, std::optional<Value> value) {
        if (m_object.member(name) == nullptr)
            fail(m_object, in_quotes(name) + " is missing; null takes it away");
        return value;
    }
    std::optional<double> number(std::string_view name) {
        JsonValue const* const value = given(name);
        if (value == nullptr) return std::nullopt;
        if (value->kind != JsonKind::Number) expect(*value, name, "a number or null");
        return value->number;
    }
    std::optional<base::Date> month(std::string_view name) {
        JsonValue const* const value = given(name);
        if (value == nullptr) return std::nullopt;
        auto const month = value->kind == JsonKind::Text ? base::parse_period(value->text)
                                                         : std::optional<base::Period>();
        bool const sound = month && base::is_month(*month);
        if (!sound) expect(*value, name, "a month such as \"2026-04\", or null");
        return sound ? std::optional(month->first) : std::nullopt;
    }
    model::RowPlace place(std::string_view name) {
        JsonValue const* const value = given(name);
        if (value == nullptr) return std::nullopt;
        bool const whole = value->kind == JsonKind::Number && value->number >= 0 &&
                           value->number <= highest_place &&
                           value->number == std::floor(value->number);
        if (!whole) expect(*value, name, "a whole number, counted from 0");
        return whole ? model::RowPlace(static_cast<std::size_t>(value->number)) : std::nullopt;
    }
    template <typename Value, std::size_t Count>
    std::optional<Value> word(std::string_view name, std::array<Word<Value>, Count> const& words) {
        JsonValue const* const value = given(name);
        if (value == nullptr) return std::nullopt;
        if (value->kind == JsonKind::Text) {
            for (Word<Value> const& word : words) {
                if (word.text == value->text) return word.value;
            }
        }
        expect(*value, name, "one of: " + listed(std::span<Word<Value> const>(words)));
        return std::nullopt;
    }
    LinkKind kind(std::string_view name) {
        return word(name, words::link_kinds).value_or(LinkKind::None);
    }
    // "" names the kind of a link that has none; without the member any kind is meant.
    std::optional<LinkKind> kind_if_said(std::string_view name) {
        JsonMember const* const member = m_object.member(name);
        bool const none =
            member != nullptr && member->value.kind == JsonKind::Text && member->value.text.empty();
        if (!none) return word(name, words::link_kinds);
        m_known.push_back(name);
        return LinkKind::None;
    }
    std::vector<LinkNodes> links(std::string_view name) {
        JsonValue const* const value = given(name);
        std::vector<LinkNodes> links;
        if (value == nullptr) return links;
        if (value->kind != JsonKind::Array) expect(*value, name, "a list of links");
        for (JsonValue const& item : value->items) {
            Members in(item);
            if (item.kind != JsonKind::Object) expect(item, name, "a list of objects");
            links.push_back({in.key("from"), in.key("to"), in.kind("kind"), in.place("place")});
            if (auto fault = in.fault()) fail_at(fault->offset, std::move(fault->fault));
        }
        return links;
    }

    // The first thing that is wrong. A member that nobody asked for goes before one that is
    // missing: it is that one, misspelt.
    std::optional<EditReading> fault() {
        for (JsonMember const& member : m_object.members) {
            bool const known =
                std::find(m_known.begin(), m_known.end(), member.name) != m_known.end() ||
                std::find(beside_an_edit.begin(), beside_an_edit.end(), member.name) !=
                    beside_an_edit.end();
            if (!known) return EditReading{std::nullopt, member.offset, stranger(member.name)};
        }
        return m_fault;
    }

private:
    // The nearest of those that are not said yet, else all that could be.
    std::string stranger(std::string const& name) const {
        std::string const nothing = in_quotes(name) + " means nothing here; ";
        std::vector<std::string_view> unsaid;
        std::string all;
        for (std::string_view const known : m_known) {
            if (all.find(in_quotes(known)) != std::string::npos) continue;
            all += (all.empty() ? "" : ", ") + in_quotes(known);
            if (m_object.member(known) == nullptr) unsaid.push_back(known);
        }
        if (auto const near = nearest_of(unsaid, name))
            return nothing + "the nearest that does is " + in_quotes(*near);
        if (all.empty()) return nothing + "take it out";
        return nothing + "what does is " + all + "; correct its name or take it out";
    }
    JsonValue const* find(std::string_view name) {
        m_known.push_back(name);
        JsonMember const* const member = m_object.member(name);
        return member == nullptr ? nullptr : &member->value;
    }
    JsonValue const* given(std::string_view name) {
        JsonValue const* const value = find(name);
        bool const empty =
            value != nullptr && (value->kind == JsonKind::Null ||
                                 (value->kind == JsonKind::Text && value->text.empty()));
        return empty ? nullptr : value;
    }
    void expect(JsonValue const& value, std::string_view name, std::string const& right) {
        std::string const is =
            value.kind == JsonKind::Text ? in_quotes(value.text) : std::string(name_of(value.kind));
        fail(value, in_quotes(name) + " is " + is + "; it must be " + right);
    }
    void fail(JsonValue const& value, std::string text) { fail_at(value.offset, std::move(text)); }
    void fail_at(std::size_t offset, std::string text) {
        if (!m_fault) m_fault = EditReading{std::nullopt, offset, std::move(text)};
    }

    JsonValue const& m_object;
    std::vector<std::string_view> m_known;
    std::optional<EditReading> m_fault;
};

AddNode read_add(Members& in) {
    return {.node = in.key("node"),
            .journey = in.key("journey"),
            .step = in.key("step"),
            .lane = in.word("lane", words::lanes).value_or(BlueprintLane::Backstage),
            .text = in.needed_text("text"),
            .touchpoint = in.given_text("touchpoint"),
            .team = in.given_text("team"),
            .component = in.given_text("component"),
            .fail_point = in.yes_no("fail_point"),
            .wait_minutes = in.number("wait_minutes"),
            .place = in.place("place"),
            .links = in.links("links")};
}

std::optional<EditRequest> read_named(std::string_view word, Members& in) {
    if (word == "undo") return UndoEdit{};
    if (word == "redo") return RedoEdit{};
    if (word == "add") {
        in.needed_text("lane");
        return Edit(read_add(in));
    }
    if (word == "remove") return Edit(RemoveNode{in.key("node")});
    if (word == "move") {
        return Edit(MoveNode{in.key("node"), in.given_text("step"), in.word("lane", words::lanes),
                             in.place("place")});
    }
    if (word == "retitle") return Edit(RetitleNode{in.key("node"), in.needed_text("text")});
    if (word == "link") {
        return Edit(LinkNodes{in.key("from"), in.key("to"), in.kind("kind"), in.place("place")});
    }
    if (word == "unlink") {
        return Edit(
            UnlinkNodes{in.key("from"), in.key("to"), in.kind_if_said("kind"), in.place("place")});
    }
    if (word == "fail-point")
        return Edit(MarkFailPoint{in.key("node"), in.or_null("on", in.yes_no("on"))});
    if (word == "wait")
        return Edit(SetWait{in.key("node"), in.or_null("minutes", in.number("minutes"))});
    if (word == "baseline") {
        return Edit(SetBaseline{in.key("touchpoint"), in.or_null("from", in.month("from")),
                                in.given_text("reason")});
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(EditRequest const& request) {
    if (auto const* edit = std::get_if<Edit>(&request)) return model::name_of(*edit);
    return std::holds_alternative<UndoEdit>(request) ? "undo" : "redo";
}

EditReading read_edit(JsonValue const& object) {
    JsonMember const* const word = object.member("edit");
    if (word == nullptr) {
        for (JsonMember const& member : object.members) {
            if (nearest_of({"edit"}, member.name)) {
                return {std::nullopt, member.offset,
                        in_quotes(member.name) +
                            " means nothing here; write \"edit\", and behind "
                            "it one of: " +
                            std::string(edit_words)};
            }
        }
        return {std::nullopt, object.offset,
                "\"edit\" is missing; it must be one of: " + std::string(edit_words)};
    }
    Members in(object);
    auto request =
        word->value.kind == JsonKind::Text ? read_named(word->value.text, in) : std::nullopt;
    if (!request && word->value.kind == JsonKind::Text && word->value.text == "import") {
        return {std::nullopt, word->value.offset,
                "an import stands here: what it brought is not in this script; play the lines "
                "behind it on the room as it was imported"};
    }
    if (!request) {
        std::string const is = word->value.kind == JsonKind::Text
                                   ? in_quotes(word->value.text)
                                   : std::string(name_of(word->value.kind));
        return {std::nullopt, word->value.offset,
                is + " is not an edit; it must be one of: " + std::string(edit_words)};
    }
    if (auto fault = in.fault()) return *std::move(fault);
    return {std::move(request), 0, {}};
}

MemberPlaces::MemberPlaces(std::string_view text, int line, JsonValue const& object) {
    auto const in_file = [&](std::size_t offset) {
        Place place = place_of(text, offset);
        place.line += line - 1;
        return place;
    };
    m_begin = in_file(object.offset);
    for (JsonMember const& member : object.members)
        m_members.emplace_back(member.name, in_file(member.value.offset));
}

Place MemberPlaces::of(std::string_view member) const {
    for (auto const& [name, place] : m_members) {
        if (name == member) return place;
    }
    return m_begin;
}

bool is_import_line(std::string_view text) {
    if (text.find("\"import\"") == std::string_view::npos) return false;
    JsonResult const parsed = read_json(text);
    if (!parsed.value || parsed.value->kind != JsonKind::Object) return false;
    JsonMember const* const word = parsed.value->member("edit");
    return word != nullptr && word->value.kind == JsonKind::Text && word->value.text == "import";
}

EditLine read_edit_line(std::string_view text, int line) {
    auto const fault_at = [&](Place place, std::string what) {
        place.line += line - 1;
        return EditLine{std::nullopt, Fault{place, std::move(what)}, {}};
    };
    JsonResult parsed = read_json(text);
    if (parsed.fault) return fault_at(parsed.fault->place, std::move(parsed.fault->text));
    if (parsed.value->kind != JsonKind::Object)
        return fault_at({1, 1}, "the line is not a JSON object; write one a line");
    EditReading reading = read_edit(*parsed.value);
    if (!reading.request) return fault_at(place_of(text, reading.offset), std::move(reading.fault));
    auto const number = [&](std::string_view name) {
        JsonMember const* const member = parsed.value->member(name);
        bool const said = member != nullptr && member->value.kind == JsonKind::Number;
        return said ? std::optional(member->value.number) : std::nullopt;
    };
    return {std::move(reading.request), std::nullopt, MemberPlaces(text, line, *parsed.value),
            number("sequence"), number("of")};
}

}  // namespace exchange
