// Reads an event log, XES or CSV, into a store of events, in bounded memory. Must not know what is
// counted. Used by shell (events) and fuzzing.
#pragma once

#include <string>

#include "exchange/event_store.hpp"
#include "exchange/input_file.hpp"

namespace exchange {

struct LogRequest {
    EventMap const& map;
    std::string shown_as;
    TellProgress tell;
};

struct LogResult {
    std::vector<Problem> problems;
    std::size_t problem_count = 0;
};

// Tells the two apart by the first character that is no space: '<' is XES.
LogResult read_event_log(ReadBytes read, LogRequest const& request, EventStore& store);

LogResult read_xes(ReadBytes const& read, LogRequest const& request, EventStore& store);
LogResult read_csv_log(ReadBytes read, LogRequest const& request, EventStore& store);

}  // namespace exchange
