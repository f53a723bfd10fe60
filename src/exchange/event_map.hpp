// What the events of a log mean: where case, activity and time stand, which promises of the room
// they keep, how they are counted. Must not read events. Used by the readers of event logs and
// shell (events).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/log_time.hpp"
#include "exchange/pack.hpp"
#include "exchange/pack_files.hpp"

namespace exchange {

enum class SplitBy : std::size_t { Persona, Region, Channel };
inline constexpr std::size_t split_kinds = 3;
std::string_view word_of(SplitBy kind);  // as a map calls it

// Names of attributes (XES) or columns (CSV); empty: found by themselves.
struct LogKeys {
    std::string case_id, activity, time, resource, lifecycle;
    std::string end;  // of an event that takes a while; `time` is its start then
    std::array<std::string, split_kinds> splits;  // by SplitBy; empty: not split
};

enum class PromiseRule { Within, AtMost, Reaches };

struct EventPromise {
    model::TouchpointId touchpoint;
    PromiseRule rule = PromiseRule::Reaches;
    std::string activity;    // Within: from
    std::string to;          // Within
    Moment limit_us = 0;     // Within
    std::int64_t count = 0;  // AtMost
};

enum class PeriodKind { Day, Week, Month, Quarter, Year };

struct EventMap {
    LogKeys keys;
    std::vector<EventPromise> promises;
    PeriodKind period = PeriodKind::Month;
    TimeZone zone;  // of periods, and of stamps without an offset
    TimeReader time;
    std::string separators = ",;\t|";
    std::vector<std::string> lifecycle;  // transitions that count; empty: all
    model::JourneyId journey;            // whose cases they are; none: no direct yield
    std::vector<std::string> ends;       // last activities of finished cases; empty: any
    model::SourceId source;
};

struct EventMapResult {
    std::optional<EventMap> map;  // empty when there is an error
    std::vector<Problem> problems;
    std::size_t problem_count = 0;
};

// `outline` is the room whose promises they are. Without one (--describe) only where things stand
// is read.
EventMapResult read_event_map(LoadedFile const& file, std::filesystem::path const& shown_as,
                              model::Room const* outline);

}  // namespace exchange
