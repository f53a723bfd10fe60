#include "exchange/event_map.hpp"

#include <cmath>

#include "exchange/map_file.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

constexpr std::array<Word<PeriodKind>, 5> period_kinds = {{{"day", PeriodKind::Day},
                                                           {"week", PeriodKind::Week},
                                                           {"month", PeriodKind::Month},
                                                           {"quarter", PeriodKind::Quarter},
                                                           {"year", PeriodKind::Year}}};
constexpr std::array<Word<PromiseRule>, 3> promise_rules = {{{"within", PromiseRule::Within},
                                                             {"at-most", PromiseRule::AtMost},
                                                             {"reaches", PromiseRule::Reaches}}};
constexpr std::array<Word<SplitBy>, split_kinds> split_words = {
    {{"persona", SplitBy::Persona}, {"region", SplitBy::Region}, {"channel", SplitBy::Channel}}};

class Reader {
public:
    explicit Reader(MapFile& file) : m_file(file), m_json(*file.json()) {}

    EventMap read(bool with_promises) {
        JsonValue const& root = m_json.root();
        m_json.warn_of_unknown_members(
            root, {"case", "activity", "time", "end", "resource", "lifecycle_key", "lifecycle",
                   "split", "touchpoints", "period", "tz", "separator", "time_pattern", "journey",
                   "ends", "source"});
        EventMap map;
        read_keys(root, map);
        read_time(root, map);
        map.separators = m_file.separators(root, map.separators);
        map.lifecycle = m_json.texts(root, "lifecycle");
        map.ends = m_json.texts(root, "ends");
        if (auto const kind = word(root, "period", period_kinds)) map.period = *kind;
        if (!with_promises) return map;
        map.journey = m_file.journey(root);
        map.source = m_file.source(root);
        read_promises(root, map);
        return map;
    }

private:
    template <typename Value, std::size_t Count>
    std::optional<Value> word(JsonValue const& object, std::string_view name,
                              std::array<Word<Value>, Count> const& words) {
        JsonValue const* const value = m_json.member(object, name, JsonKind::Text);
        if (value == nullptr) return std::nullopt;
        for (Word<Value> const& known : words) {
            if (known.text == value->text) return known.value;
        }
        m_json.error(*value,
                     std::string(name) + " is " + in_quotes(value->text) +
                         "; it must be one of: " + listed(std::span<Word<Value> const>(words)));
        return std::nullopt;
    }

    void read_keys(JsonValue const& root, EventMap& map) {
        map.keys.case_id = m_json.text(root, "case");
        map.keys.activity = m_json.text(root, "activity");
        map.keys.time = m_json.text(root, "time");
        map.keys.end = m_json.text(root, "end");
        map.keys.resource = m_json.text(root, "resource");
        map.keys.lifecycle = m_json.text(root, "lifecycle_key");
        JsonValue const* const split = m_json.member(root, "split", JsonKind::Object);
        if (split == nullptr) return;
        m_json.warn_of_unknown_members(*split, {"persona", "region", "channel"});
        for (Word<SplitBy> const& kind : split_words)
            map.keys.splits[static_cast<std::size_t>(kind.value)] = m_json.text(*split, kind.text);
    }

    void read_time(JsonValue const& root, EventMap& map) {
        if (JsonValue const* const tz = m_json.member(root, "tz", JsonKind::Text)) {
            auto const zone = TimeZone::find(tz->text);
            if (zone) {
                map.zone = *zone;
            } else {
                m_json.error(*tz, "this machine knows no time zone " + in_quotes(tz->text) +
                                      "; write one such as \"Europe/Amsterdam\"");
            }
        }
        map.time = TimeReader(map.zone);
        JsonValue const* const pattern = m_json.member(root, "time_pattern", JsonKind::Text);
        if (pattern != nullptr && !map.time.use_pattern(pattern->text)) {
            m_json.error(*pattern, in_quotes(pattern->text) +
                                       " is no pattern of a moment; write one such as "
                                       "\"%d.%m.%Y %H:%M\" or \"dd.MM.yyyy HH:mm\"");
        }
    }

    void read_promises(JsonValue const& root, EventMap& map) {
        JsonValue const* const list = m_json.member(root, "touchpoints", JsonKind::Array);
        if (list == nullptr || list->items.empty()) {
            m_json.error(list != nullptr ? *list : root,
                         "no touchpoints; list the promises that the log tells about");
            return;
        }
        for (JsonValue const& item : list->items) {
            if (item.kind != JsonKind::Object) {
                m_json.error(item, "each item of touchpoints is an object");
                continue;
            }
            EventPromise const promise = read_promise(item);
            for (EventPromise const& before : map.promises) {
                if (!promise.touchpoint || before.touchpoint != promise.touchpoint) continue;
                m_json.error(item, "the touchpoint has a promise already; a touchpoint has one");
            }
            map.promises.push_back(promise);
        }
    }

    EventPromise read_promise(JsonValue const& item) {
        EventPromise made;
        made.touchpoint = m_file.promised_touchpoint(item);
        JsonValue const* const promise = m_json.member(item, "promise", JsonKind::Object);
        if (promise == nullptr) {
            m_json.error(item, "\"promise\" is missing; it must be given");
            return made;
        }
        m_json.warn_of_unknown_members(*promise,
                                       {"kind", "from", "to", "limit", "activity", "count"});
        m_json.needed_text(*promise, "kind");
        auto const rule = word(*promise, "kind", promise_rules);
        if (!rule) return made;
        made.rule = *rule;
        if (made.rule == PromiseRule::Within) {
            made.activity = m_json.needed_text(*promise, "from");
            made.to = m_json.needed_text(*promise, "to");
            read_limit(*promise, made);
            return made;
        }
        made.activity = m_json.needed_text(*promise, "activity");
        if (made.rule == PromiseRule::AtMost) read_count(*promise, made);
        return made;
    }

    void read_limit(JsonValue const& promise, EventPromise& made) {
        std::string const text = m_json.needed_text(promise, "limit");
        if (text.empty()) return;
        auto const limit = parse_duration(text);
        if (limit) {
            made.limit_us = *limit;
        } else {
            m_json.error(promise.member("limit")->value,
                         "limit is " + in_quotes(text) +
                             "; it is a number with s, m, h or d, as in \"48h\"");
        }
    }

    void read_count(JsonValue const& promise, EventPromise& made) {
        JsonValue const* const count = m_json.member(promise, "count", JsonKind::Number);
        bool const good = count != nullptr && count->number >= 0 && count->number < 1e9 &&
                          count->number == std::floor(count->number);
        if (good) {
            made.count = static_cast<std::int64_t>(count->number);
        } else {
            m_json.error(count != nullptr ? *count : promise,
                         "count is a whole number from 0: how often the activity may occur");
        }
    }

    MapFile& m_file;
    JsonFile& m_json;
};

}  // namespace

std::string_view word_of(SplitBy kind) {
    for (auto const& word : split_words) {
        if (word.value == kind) return word.text;
    }
    return {};
}

EventMapResult read_event_map(LoadedFile const& file, std::filesystem::path const& shown_as,
                              model::Room const* outline) {
    model::Room const empty;
    MapFile map_file(file, shown_as, outline != nullptr ? *outline : empty);
    EventMapResult result;
    std::optional<EventMap> map;
    if (map_file.json() != nullptr) map = Reader(map_file).read(outline != nullptr);
    result.problems = map_file.problems().first();
    result.problem_count = map_file.problems().error_count();
    if (result.problem_count == 0) result.map = std::move(map);
    return result;
}

}  // namespace exchange
