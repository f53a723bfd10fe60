#include "exchange/event_store.hpp"

#include <algorithm>
#include <tuple>

#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t events_in_memory = 1'000'000;  // 72 MB
constexpr std::size_t most_activities = 100'000;
constexpr std::size_t most_split_names = 10'000;
constexpr std::size_t most_resources = 2'000'000;
constexpr std::size_t most_transitions = 1000;

bool before(StoredEvent const& a, StoredEvent const& b) {
    return std::tie(a.in_case, a.time, a.number) < std::tie(b.in_case, b.time, b.number);
}

std::string bad_name(std::string_view what, std::string_view text) {
    std::string const problem = character_problem(text);
    return problem.empty() ? std::string() : "the " + std::string(what) + " holds " + problem;
}

}  // namespace

std::int32_t NameNumbers::number_of(std::string_view name) {
    auto const known = m_numbers.find(name);
    if (known != m_numbers.end()) return known->second;
    if (m_names.size() >= m_most) return too_many;
    auto const number = static_cast<std::int32_t>(m_names.size());
    m_names.emplace_back(name);
    m_numbers.emplace(m_names.back(), number);
    return number;
}

// FNV-1a beside the library's hash: two ids that agree in both are one id, for all that matters.
CaseKey case_key(std::string_view id) {
    std::uint64_t low = 14695981039346656037ULL;
    for (char const c : id) {
        low ^= static_cast<unsigned char>(c);
        low *= 1099511628211ULL;
    }
    return {std::hash<std::string_view>{}(id), low};
}

EventStore::EventStore(EventMap const& map)
    : m_map(map),
      m_events(&before, events_in_memory),
      m_activities(most_activities),
      m_splits{NameNumbers(most_split_names), NameNumbers(most_split_names),
               NameNumbers(most_split_names)} {}

std::string EventStore::add(FoundEvent const& event) {
    ++m_seen;
    if (event.activity.empty()) {
        leave_out("no activity");
        return {};
    }
    auto const& counted = m_map.lifecycle;
    bool const other_transition =
        !counted.empty() && !event.lifecycle.empty() &&
        std::find(counted.begin(), counted.end(), event.lifecycle) == counted.end();
    if (other_transition) {
        leave_out("lifecycle not counted");
        return {};
    }
    auto const time = m_map.time.read(event.time);
    if (!time) {
        leave_out(event.time.empty() ? "no time" : "time not readable");
        return {};
    }
    StoredEvent stored;
    stored.time = *time;
    stored.until = std::max(*time, m_map.time.read(event.end).value_or(*time));
    stored.number = m_seen;
    stored.activity = m_activities.number_of(event.activity);
    if (stored.activity == NameNumbers::too_many) {
        return "more than 100,000 different activities; does the map name the right attribute?";
    }
    bool const new_name =
        static_cast<std::size_t>(stored.activity) + 1 == m_activities.names().size();
    if (new_name) {
        std::string problem = bad_name("activity", event.activity);
        if (!problem.empty()) return problem;
    }
    for (std::size_t i = 0; i < split_kinds; ++i) {
        if (!event.splits[i].empty()) stored.own[i] = m_splits[i].number_of(event.splits[i]);
        if (stored.own[i] == NameNumbers::too_many)
            return "more than 10,000 different values to split by; name another attribute";
    }
    if (!event.resource.empty() && m_resources.size() < most_resources)
        m_resources.insert(std::hash<std::string_view>{}(event.resource));
    if (!event.lifecycle.empty() && m_lifecycle.size() < most_transitions)
        ++m_lifecycle[std::string(event.lifecycle)];
    bool const first_one = m_open.empty() && m_events.size() == 0;
    m_first = first_one ? *time : std::min(m_first, *time);
    m_last = first_one ? stored.until : std::max(m_last, stored.until);
    m_open.push_back(stored);
    return {};
}

std::string EventStore::end_of_case(std::string_view id,
                                    std::array<std::string_view, split_kinds> const& splits) {
    SplitNumbers of_case = no_splits;
    for (std::size_t i = 0; i < split_kinds; ++i) {
        if (!splits[i].empty()) of_case[i] = m_splits[i].number_of(splits[i]);
        if (of_case[i] == NameNumbers::too_many)
            return "more than 10,000 different values to split by; name another attribute";
    }
    CaseKey const key = case_key(id);
    for (StoredEvent& event : m_open) {
        event.in_case = key;
        event.of_case = of_case;
        m_events.add(event);
    }
    m_open.clear();
    return {};
}

void EventStore::leave_out(std::string const& reason, std::int64_t events) {
    m_left_out[reason] += events;
}

}  // namespace exchange
