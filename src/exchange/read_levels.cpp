// baselines.csv and efforts.csv: the levels that the staff accepted, and what an outcome costs
// customers in effort.
#include <algorithm>
#include <map>
#include <utility>

#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"
#include "model/edit.hpp"

namespace exchange {
namespace {

constexpr Range effort_range{0, 1e7};

struct TakenPeriod {
    base::Period period;
    int line = 0;
};

}  // namespace

void sort_by_touchpoint(std::vector<model::Baseline>& baselines) {
    std::stable_sort(baselines.begin(), baselines.end(),
                     [](model::Baseline const& a, model::Baseline const& b) {
                         return a.touchpoint.index() < b.touchpoint.index();
                     });
}

void read_baselines(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, From, Reason };
    KeyIndex seen;
    TableSpec const spec{"baselines.csv", columns::baselines, Presence::Optional,
                         index_entry_bytes};
    read_rows(pack, spec, pack.room.baselines, [&](Table& row) {
        std::size_t const errors = pack.problems.error_count();
        model::Baseline baseline;
        baseline.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        auto const month = row.period(From);
        if (month) baseline.from = month->first;
        if (month && !base::is_month(*month))
            row.error(From, "a level is accepted from a month on; write it as 2026-04");
        baseline.reason = row.text(Reason);
        bool const blank =
            !row.empty(Reason) && baseline.reason.find_first_not_of(" \t\n\r") == std::string::npos;
        if (blank) row.error(Reason, "the reason is blank; say why this is the new level");
        if (!baseline.touchpoint) return baseline;
        if (!pack.promises_incomplete && !pack.promised[baseline.touchpoint.index()]) {
            row.error(Touchpoint, in_quotes(row.raw(Touchpoint)) +
                                      " has no promise in promises.csv whose level could be "
                                      "accepted; add the promise or take the row out");
        }
        if (auto const before = seen.add(std::string(row.raw(Touchpoint)), 0, row.line())) {
            row.error(Touchpoint, "line " + std::to_string(*before) +
                                      " has the level of this touchpoint already; keep the latest");
        }
        // One thing at a time about one row.
        if (pack.problems.error_count() == errors) {
            pack.baseline_places.push_back(
                {baseline.touchpoint, row.tag(), row.place(Touchpoint), row.place(From)});
        }
        return baseline;
    });
    sort_by_touchpoint(pack.room.baselines);
}

namespace {

// What is counted, as far as that is known.
struct CountedRows {
    std::optional<base::Period> all;
    std::vector<bool> touchpoints;

    void add(base::Period period, std::size_t touchpoint) {
        if (!all) all = period;
        all->first = std::min(all->first, period.first);
        all->last = std::max(all->last, period.last);
        touchpoints[touchpoint] = true;
    }
};

}  // namespace

void check_baselines(PackBuilder& pack, model::Room const* previous) {
    if (pack.observations_incomplete || pack.keys.touchpoints.incomplete) return;
    CountedRows counted{std::nullopt, std::vector<bool>(pack.room.touchpoints.size())};
    for (model::Observation const& row : pack.room.observations) {
        if (row.touchpoint) counted.add(row.period, row.touchpoint.index());
    }
    // Where something is wrong elsewhere, the rows that the room holds have not come in yet.
    if (previous != nullptr && pack.problems.error_count() > 0) {
        for (model::Observation const& row : previous->observations) {
            auto const same = pack.keys.touchpoints.find(previous->at(row.touchpoint).key);
            if (same) counted.add(row.period, *same);
        }
    }
    for (BaselinePlace const& place : pack.baseline_places) {
        auto const* const level = model::baseline_of(pack.room, place.touchpoint);
        if (level == nullptr) continue;
        auto const problem =
            model::level_problem({pack.room.at(place.touchpoint).key, level->from, level->reason},
                                 {counted.all, counted.touchpoints[place.touchpoint.index()]});
        if (!problem) continue;
        pack.problems.error(place.file,
                            problem->member == "from" ? place.from_at : place.touchpoint_at,
                            problem->text);
    }
}

void read_efforts(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, Measure, Period, Value, N, Source };
    std::map<std::pair<std::size_t, model::EffortMeasure>, std::vector<TakenPeriod>> taken;
    TableSpec const spec{"efforts.csv", columns::efforts, Presence::Optional, index_entry_bytes};
    read_rows(pack, spec, pack.room.efforts, [&](Table& row) {
        model::Effort effort;
        effort.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        effort.measure = row.word(Measure, words::effort_measures, model::EffortMeasure::Contacts);
        effort.period = row.period(Period).value_or(base::Period{});
        effort.value = row.number(Value, effort_range).value_or(0);
        effort.n = row.integer(N, count_range);
        effort.source = row.reference<model::Source>(Source, pack.keys.sources);
        if (!effort.touchpoint) return effort;
        auto& before = taken[{effort.touchpoint.index(), effort.measure}];
        for (TakenPeriod const& one : before) {
            if (!base::overlaps(one.period, effort.period)) continue;
            row.error(Period, "line " + std::to_string(one.line) +
                                  " has this touchpoint and measure in " +
                                  base::format_period(one.period) +
                                  "; periods of one measure must not overlap");
            break;
        }
        before.push_back({effort.period, row.line()});
        return effort;
    });
}

}  // namespace exchange
