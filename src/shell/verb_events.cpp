// `events`: what an event log says of the promises of a room; with --describe what is in it at all.
#include <iostream>

#include "base/catalogue.hpp"
#include "exchange/event_figures.hpp"
#include "exchange/event_log.hpp"
#include "metrics/yield.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verb_rows.hpp"
#include "shell/verbs.hpp"
#include "storage/merge_observations.hpp"

namespace shell {
namespace {

constexpr std::size_t max_map_bytes = 1024 * 1024;

exchange::EventMap map_or_refuse(EventsOptions const& options, model::Room const* outline) {
    if (options.map.empty()) return {};
    auto result = exchange::read_event_map(exchange::load_file(options.map, max_map_bytes),
                                           options.map, outline);
    print_problems(result.problems, result.problem_count);
    if (result.map) return *std::move(result.map);
    throw Refused(exit_refused, options.map.string() + " is refused: " +
                                    count_of(result.problem_count, "problem") + ".");
}

// Reads all events; throws Refused when the log is wrong or nothing in it is of use.
void read_or_refuse(EventsOptions const& options, exchange::EventMap const& map, RowFile& file,
                    exchange::EventStore& store) {
    auto const result =
        exchange::read_event_log(file.reader(), {map, options.log.string(), file.teller()}, store);
    file.go_on_with("counting");
    refuse_problems(options.log, result.problems, result.problem_count);
    if (store.stored() > 0) return;
    std::string reasons;
    for (auto const& [reason, events] : store.left_out()) {
        reasons += (reasons.empty() ? " Left out: " : ", ") +
                   count_of(static_cast<std::uint64_t>(events), "event") + " (" + reason + ")";
    }
    throw Refused(exit_refused,
                  options.log.string() +
                      ": no event in it can be used; a --map would have to name \"case\", "
                      "\"activity\" and \"time\", and a \"time_pattern\" where times are unusual." +
                      reasons + (reasons.empty() ? "" : "."));
}

int describe(EventsOptions const& options) {
    exchange::EventMap const map = map_or_refuse(options, nullptr);
    exchange::EventStore store(map);
    std::optional<exchange::LogDescription> description;
    {
        RowFile file(options.log, "events");
        read_or_refuse(options, map, file, store);
        description = exchange::describe_log(store);
    }
    std::cout << (options.json ? exchange::description_json(*description)
                               : exchange::description_text(*description));
    return exit_done;
}

// A row's touchpoint is what an overlap is told about: the log has no line for it.
storage::MergeResult merge(EventsOptions const& options, model::Room const& outline,
                           exchange::EventCounts const& counts) {
    std::size_t at = 0;
    auto const next = [&]() -> std::optional<storage::IncomingObservation> {
        if (at % 4096 == 0) throw_when_stopped();
        if (at == counts.observations.size()) return std::nullopt;
        storage::IncomingObservation const given{counts.observations[at], at};
        ++at;
        return given;
    };
    storage::MergeResult result = storage::merge_observations(
        options.database, {outline, counts.regions, counts.channels, next, counts.outcomes});
    for (storage::Overlap const& overlap : result.overlaps) {
        model::Observation const& row = counts.observations[overlap.tag];
        std::cerr << options.log.string() << ": " << outline.at(row.touchpoint).key << " "
                  << base::format_period(row.period) << " overlaps "
                  << base::format_period(overlap.held)
                  << ", which the room holds; count in the same kind of period\n";
    }
    if (result.overlap_count > 0) {
        throw Refused(exit_refused, options.log.string() + " is refused: " +
                                        count_of(result.overlap_count, "overlapping period") +
                                        ". Nothing was changed.");
    }
    return result;
}

std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "-";
    double const share = static_cast<double>(part) / static_cast<double>(whole);
    return std::to_string(metrics::shown_of_hundred(share)) + " %";
}

void warn_of_counts(EventsOptions const& options, model::Room const& outline,
                    exchange::EventMap const& map, exchange::EventCounts const& counts) {
    std::string const warning = options.map.string() + ": warning: ";
    for (std::string const& activity : counts.unknown_activities)
        std::cerr << warning << "the activity \"" << activity << "\" occurs nowhere in the log\n";
    for (exchange::UngroupedCases const& cases : counts.ungrouped) {
        std::string_view const split = exchange::word_of(cases.split);
        std::cerr << warning << outline.at(map.promises[cases.promise].touchpoint).key << ": "
                  << count_of(static_cast<std::uint64_t>(cases.broken), "broken case")
                  << " without one " << split << " to be counted under; ";
        if (cases.left_out) {
            std::cerr << "the split by " << split
                      << " is left out here, as its groups would look better than they are; name "
                         "an attribute of the case\n";
        } else {
            std::cerr << "in no group of the split by " << split << '\n';
        }
    }
}

void print_counts(model::Room const& outline, exchange::EventMap const& map,
                  exchange::EventCounts const& counts, exchange::EventStore const& store) {
    auto const number = [](std::int64_t value) {
        return base::grouped(static_cast<long long>(value));
    };
    for (std::size_t i = 0; i < map.promises.size(); ++i) {
        exchange::PromiseTally const& tally = counts.tallies[i];
        std::cout << outline.at(map.promises[i].touchpoint).key << ": kept " << number(tally.kept)
                  << " of " << number(tally.due) << " (" << percent(tally.kept, tally.due) << ")";
        if (tally.not_yet_due > 0) std::cout << ", " << number(tally.not_yet_due) << " not yet due";
        std::cout << '\n';
    }
    std::cout << number(counts.cases) << " cases, " << number(counts.finished)
              << " finished, of these " << number(counts.clean) << " without a broken promise ("
              << percent(counts.clean, counts.finished) << ")\n";
    for (auto const& [reason, events] : store.left_out())
        std::cout << "left out, " << reason << ": " << number(events) << " events\n";
}

}  // namespace

int run_events(EventsOptions const& options) {
    end_when_stopped();
    if (options.describe) return describe(options);
    model::Room const outline = storage::load_outline(options.database);
    exchange::EventMap const map = map_or_refuse(options, &outline);
    exchange::EventStore store(map);
    exchange::EventCounts counts;
    storage::MergeResult result;
    {
        RowFile file(options.log, "events");
        read_or_refuse(options, map, file, store);
        counts = exchange::count_promises(store, map, outline);
        if (!counts.problem.empty()) {
            throw Refused(exit_refused, options.log.string() + ": " + counts.problem + ".");
        }
        warn_of_counts(options, outline, map, counts);
        result = merge(options, outline, counts);
    }
    print_counts(outline, map, counts, store);
    std::cout << options.database.string() << " is updated. "
              << count_of(result.added, "observation") << " added, "
              << count_of(result.replaced, "observation") << " replaced.\n";
    return exit_done;
}

}  // namespace shell
