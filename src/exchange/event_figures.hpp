// What an event log says: its shape before anyone has written a map, and the promises kept in it by
// period and split with the outcomes of its cases. Must not know XES, CSV or the store. Used by
// shell (events).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/event_store.hpp"

namespace exchange {

struct NamedCount {
    std::string name;
    std::int64_t events = 0;
    std::int64_t cases = 0;
};

struct LogDescription {
    std::int64_t cases = 0, events = 0, variants = 0;
    std::int64_t top_variant_cases = 0;  // of the commonest sequence of activities
    std::int64_t resources = 0;
    Moment first = 0, last = 0;
    double median_case_s = 0, p90_case_s = 0, mean_case_s = 0;
    std::vector<NamedCount> activities, starts, ends;  // by count, then by name
    std::map<std::string, std::int64_t> lifecycle, left_out;
};

// Nothing when no event is of use. Walks through the store.
std::optional<LogDescription> describe_log(EventStore& store);
std::string description_json(LogDescription const& description);
std::string description_text(LogDescription const& description);

struct PromiseTally {
    std::int64_t kept = 0;
    std::int64_t due = 0;
    std::int64_t not_yet_due = 0;
};

// Broken cases that stand in no group of a split, as nothing says in which.
struct UngroupedCases {
    std::size_t promise = 0;  // of the map
    SplitBy split = SplitBy::Persona;
    std::int64_t broken = 0;
    bool left_out = false;  // the split has no rows: its groups would look better than they are
};

struct EventCounts {
    // In split order; regions and channels by position in the lists.
    std::vector<model::Observation> observations;
    std::vector<std::string> regions, channels;
    std::vector<model::CaseOutcome> outcomes;
    std::vector<PromiseTally> tallies;  // totals by promise of the map
    std::vector<UngroupedCases> ungrouped;
    std::int64_t cases = 0, finished = 0, clean = 0;
    std::vector<std::string> unknown_activities;  // named in the map, nowhere in the log
    std::string problem;                          // not empty: why there are no counts
};

// `outline` gives personas by key and the names that the room has. Walks through the store.
EventCounts count_promises(EventStore& store, EventMap const& map, model::Room const& outline);

}  // namespace exchange
