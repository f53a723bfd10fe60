// Events on their way from a log to their cases: names become numbers, cases become keys of 128
// bits, and a sort outside memory brings the events of a case together in order of time, however
// the log has them. Must not know XES or CSV. Filled by their readers, read by event_figures.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "exchange/event_map.hpp"
#include "exchange/external_sort.hpp"

namespace exchange {

// Numbers for names in order of first appearance, up to a limit.
class NameNumbers {
public:
    explicit NameNumbers(std::size_t most) : m_most(most) {}
    static constexpr std::int32_t none = -1;
    static constexpr std::int32_t too_many = -2;

    std::int32_t number_of(std::string_view name);
    std::vector<std::string> const& names() const { return m_names; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::size_t m_most;
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> m_numbers;
};

struct CaseKey {
    std::uint64_t high = 0, low = 0;
    friend auto operator<=>(CaseKey const&, CaseKey const&) = default;
};
CaseKey case_key(std::string_view id);

using SplitNumbers = std::array<std::int32_t, split_kinds>;
inline constexpr SplitNumbers no_splits{NameNumbers::none, NameNumbers::none, NameNumbers::none};

struct StoredEvent {
    CaseKey in_case;
    Moment time = 0;
    Moment until = 0;          // its end, or its time
    std::uint64_t number = 0;  // in the file
    std::int32_t activity = 0;
    SplitNumbers own = no_splits;      // of the event
    SplitNumbers of_case = no_splits;  // of its case
};

// An event as a reader finds it. Views live as long as the call.
struct FoundEvent {
    std::string_view activity, time, end, resource, lifecycle;
    std::array<std::string_view, split_kinds> splits;
};

class EventStore {
public:
    // The map must outlive the store.
    explicit EventStore(EventMap const& map);

    // What is wrong with the event beyond use, or nothing. An event without name or time is left
    // out and counted. It belongs to the case that the next end_of_case() closes.
    std::string add(FoundEvent const& event);
    std::string end_of_case(std::string_view id,
                            std::array<std::string_view, split_kinds> const& splits);
    void leave_out(std::string const& reason, std::int64_t events = 1);

    // After the last one: in order of case, time and place in the file.
    void rewind() { m_events.rewind(); }
    StoredEvent const* next() { return m_events.next(); }

    std::uint64_t seen() const { return m_seen; }
    std::size_t stored() const { return m_events.size(); }
    std::vector<std::string> const& activities() const { return m_activities.names(); }
    std::vector<std::string> const& split_names(SplitBy kind) const {
        return m_splits[static_cast<std::size_t>(kind)].names();
    }
    std::size_t resources() const { return m_resources.size(); }
    std::map<std::string, std::int64_t> const& lifecycle() const { return m_lifecycle; }
    std::map<std::string, std::int64_t> const& left_out() const { return m_left_out; }
    Moment first() const { return m_first; }
    Moment last() const { return m_last; }

private:
    using Before = bool (*)(StoredEvent const&, StoredEvent const&);

    EventMap const& m_map;
    ExternalSort<StoredEvent, Before> m_events;
    std::vector<StoredEvent> m_open;  // of the case that is being read
    NameNumbers m_activities;
    std::array<NameNumbers, split_kinds> m_splits;
    std::unordered_set<std::uint64_t> m_resources;
    std::map<std::string, std::int64_t> m_lifecycle;
    std::map<std::string, std::int64_t> m_left_out;
    std::uint64_t m_seen = 0;
    Moment m_first = 0;
    Moment m_last = 0;
};

}  // namespace exchange
