#include <algorithm>
#include <map>
#include <tuple>

#include "metrics/distribution.hpp"
#include "metrics/room_rows.hpp"
#include "metrics/saturating.hpp"

namespace metrics {
namespace {

constexpr double met_by_half = 0.5;

// Which touchpoints a path has counted, without clearing the list for each path.
class Counted {
public:
    explicit Counted(std::size_t touchpoints) : m_path(touchpoints, 0) {}
    void begin_path() { ++m_current; }
    bool first_time(model::TouchpointId touchpoint) {
        if (m_path[touchpoint.index()] == m_current) return false;
        m_path[touchpoint.index()] = m_current;
        return true;
    }

private:
    std::vector<std::uint32_t> m_path;
    std::uint32_t m_current = 0;
};

std::optional<Proportion> measured(Proportion kept) {
    if (kept.n <= 0) return std::nullopt;
    return kept;
}

// Who walks the path, and what is known of it.
struct Path {
    model::Room const& room;
    FigureIndex const& index;
    model::JourneyId journey;
    model::PersonaId persona;
    Walked const* walked = nullptr;  // of the life cycle and this persona, where the path is that

    double exposure(model::TouchpointId touchpoint) const {
        if (walked != nullptr) return (*walked)[touchpoint.index()].exposure;
        return exposure_of(room, index, touchpoint, journey, persona);
    }
};

Path path_of(PathRequest const& paths, model::JourneyId journey) {
    bool const life_cycle = journey == model::life_cycle(paths.room);
    return {paths.room, paths.index, journey, paths.request.persona,
            life_cycle ? &paths.walked : nullptr};
}

// Adds the distinct core placements of a stage; `counts_of` gives a touchpoint's counts where it is
// measured.
template <typename CountsOf>
void add_stage(RolledYield& yield, Counted& counted, Path const& path, model::StageId stage,
               CountsOf counts_of) {
    for (std::uint32_t const row :
         rows_of(path.index.placement_starts, path.index.placements, stage.index())) {
        model::Placement const& placement = path.room.placements[row];
        if (!placement.core() || !counted.first_time(placement.touchpoint)) continue;
        if (auto const counts = counts_of(placement.touchpoint)) {
            yield.add_measured(path.exposure(placement.touchpoint), *counts);
        } else {
            yield.add_unmeasured();
        }
    }
}

template <typename CountsOf>
RolledYield journey_yield(Counted& counted, Path const& path, CountsOf counts_of) {
    RolledYield yield;
    counted.begin_path();
    for (std::uint32_t const stage :
         rows_of(path.index.stage_starts, path.index.stages, path.journey.index())) {
        add_stage(yield, counted, path, model::StageId(stage), counts_of);
    }
    return yield;
}

std::optional<double> journey_peak_end(Path const& path, Walked const& walked) {
    std::vector<double> emotions;
    for (std::uint32_t const stage :
         rows_of(path.index.stage_starts, path.index.stages, path.journey.index())) {
        for (std::uint32_t const row :
             rows_of(path.index.placement_starts, path.index.placements, stage)) {
            model::TouchpointId const touchpoint = path.room.placements[row].touchpoint;
            auto const emotion = walked[touchpoint.index()].emotion;
            if (!emotion) continue;
            if (path.exposure(touchpoint) >= met_by_half) emotions.push_back(*emotion);
        }
    }
    return peak_end(emotions);
}

// Cases of the journey that ended in the period, whoever they were.
std::optional<Proportion> direct_outcome(model::Room const& room, model::JourneyId journey,
                                         base::Period period) {
    Proportion sum;
    for (model::CaseOutcome const& outcome : room.case_outcomes) {
        if (outcome.journey != journey || !base::lies_within(outcome.period, period)) continue;
        sum.k = saturating_add(sum.k, outcome.clean);
        sum.n = saturating_add(sum.n, outcome.finished);
    }
    if (sum.n == 0) return std::nullopt;
    return sum;
}

void add_direct_yield(JourneyFigures& figures, Proportion outcome) {
    figures.direct_yield = static_cast<double>(outcome.k) / static_cast<double>(outcome.n);
    figures.direct_interval = wilson(outcome.k, outcome.n);
    figures.direct_cases = outcome.n;
}

// No touchpoint counts in two of them.
RolledYield sum_of_stages(Path const& path, std::vector<RolledYield> const& stages) {
    RolledYield yield;
    for (std::uint32_t const stage :
         rows_of(path.index.stage_starts, path.index.stages, path.journey.index())) {
        yield.add(stages[stage]);
    }
    return yield;
}

JourneyFigures journey_figures(Path const& path, PathRequest const& paths, Yield const& yield) {
    JourneyFigures figures{.rty = yield.rty,
                           .interval = yield.interval,
                           .normalised = yield.normalised,
                           .measured = yield.measured,
                           .of = yield.of,
                           .peak_end = journey_peak_end(path, paths.walked)};
    auto const direct = direct_outcome(path.room, path.journey, paths.request.period);
    if (direct) add_direct_yield(figures, *direct);
    return figures;
}

// How many of those that a path has measured rest on an overdue source. Most rooms have none.
class OverdueCount {
public:
    explicit OverdueCount(PathRequest const& paths) : m_paths(paths) {
        if (paths.overdue.empty()) return;
        m_overdue.assign(paths.room.touchpoints.size(), 0);
        for (model::TouchpointId const touchpoint : paths.overdue)
            m_overdue[touchpoint.index()] = 1;
    }
    bool any() const { return !m_overdue.empty(); }
    // The path began with counted.begin_path().
    int in_stage(Counted& counted, std::uint32_t stage) const {
        int count = 0;
        for (std::uint32_t const row :
             rows_of(m_paths.index.placement_starts, m_paths.index.placements, stage)) {
            model::Placement const& placement = m_paths.room.placements[row];
            bool const old = placement.core() && m_overdue[placement.touchpoint.index()] != 0;
            if (old && counted.first_time(placement.touchpoint)) ++count;
        }
        return count;
    }

private:
    PathRequest const& m_paths;
    std::vector<std::uint8_t> m_overdue;  // by TouchpointId
};

void add_overdue(PathRequest const& paths, Counted& counted, PathFigures& figures) {
    OverdueCount const overdue(paths);
    if (!overdue.any()) return;
    for (std::size_t s = 0; s < figures.stages.size(); ++s) {
        counted.begin_path();
        figures.stages[s].overdue = overdue.in_stage(counted, static_cast<std::uint32_t>(s));
    }
    for (std::size_t j = 0; j < figures.journeys.size(); ++j) {
        counted.begin_path();
        for (std::uint32_t const stage : rows_of(paths.index.stage_starts, paths.index.stages, j))
            figures.journeys[j].overdue += overdue.in_stage(counted, stage);
    }
}

// What the guesses of one question are about and when.
struct Occasion {
    model::JourneyId journey;
    base::Period period;
    friend auto operator<=>(Occasion const&, Occasion const&) = default;
};

struct ActualYield {
    std::optional<double> percent;
    bool stale = false;  // a part of it rests on an overdue source
};

// A journey's yield in any period, everybody together; worked out once for each occasion.
class ActualYields {
public:
    ActualYields(model::Room const& room, FigureIndex const& index, base::Date now)
        : m_room(room), m_index(index), m_now(now), m_counted(room.touchpoints.size()) {}

    ActualYield of(Occasion const& occasion) {
        if (!occasion.journey) return {};
        auto const [known, fresh] = m_known.try_emplace(occasion);
        if (fresh) known->second = work_out(occasion);
        return known->second;
    }

private:
    ActualYield work_out(Occasion const& occasion) {
        Path const path{m_room, m_index, occasion.journey, {}};
        ActualYield actual;
        auto const counts_of = [&](model::TouchpointId touchpoint) {
            PeriodCounts const counted =
                count_period(m_room, observations_of(m_index, touchpoint), occasion.period, {});
            auto const known = measured(Proportion{counted.totals.kept, counted.totals.due});
            auto const& latest = counted.latest;
            bool const stale =
                known && latest &&
                overdue_rows(m_room, latest->source, latest->last, occasion.period, m_now);
            actual.stale = actual.stale || stale;
            return known;
        };
        Yield const yield = journey_yield(m_counted, path, counts_of).result();
        if (yield.rty) actual.percent = *yield.rty * 100;
        return actual;
    }

    model::Room const& m_room;
    FigureIndex const& m_index;
    base::Date m_now;
    Counted m_counted;
    std::map<Occasion, ActualYield> m_known;
};

auto guess_key(model::Guess const& guess) {
    return std::make_tuple(std::string_view(guess.question), guess.period,
                           std::string_view(guess.level));
}

}  // namespace

PathFigures path_figures(PathRequest const& paths) {
    model::Room const& room = paths.room;
    Counted counted(room.touchpoints.size());
    auto const counts_of = [&](model::TouchpointId touchpoint) {
        return measured(paths.walked[touchpoint.index()].kept);
    };
    PathFigures figures;
    std::vector<RolledYield> yields(room.stages.size());
    figures.stages.resize(room.stages.size());
    for (std::size_t s = 0; s < yields.size(); ++s) {
        model::StageId const stage(s);
        Path const path = path_of(paths, room.at(stage).journey);
        counted.begin_path();
        add_stage(yields[s], counted, path, stage, counts_of);
        Yield const yield = yields[s].result();
        figures.stages[s] = {yield.rty, yield.measured, yield.of, paths.index.stage_weights[s]};
    }
    figures.journeys.resize(room.journeys.size());
    for (std::size_t j = 0; j < figures.journeys.size(); ++j) {
        Path const path = path_of(paths, model::JourneyId(j));
        RolledYield const rolled = paths.index.repeats[j] == 0
                                       ? sum_of_stages(path, yields)
                                       : journey_yield(counted, path, counts_of);
        figures.journeys[j] = journey_figures(path, paths, rolled.result());
    }
    add_overdue(paths, counted, figures);
    return figures;
}

std::vector<PerceptionFigures> perception_figures(model::Room const& room, FigureIndex const& index,
                                                  base::Date now) {
    std::vector<std::uint32_t> order(room.guesses.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::uint32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto const key_a = guess_key(room.guesses[a]);
        auto const key_b = guess_key(room.guesses[b]);
        return key_a != key_b ? key_a < key_b : a < b;
    });
    ActualYields actual(room, index, now);
    std::vector<PerceptionFigures> perception;
    std::size_t i = 0;
    while (i < order.size()) {
        model::Guess const& head = room.guesses[order[i]];
        Occasion occasion{{}, head.period};
        std::vector<double> values;
        for (; i < order.size() && guess_key(room.guesses[order[i]]) == guess_key(head); ++i) {
            values.push_back(room.guesses[order[i]].value);
            if (!occasion.journey) occasion.journey = room.guesses[order[i]].journey;
        }
        ActualYield const yield = actual.of(occasion);
        GuessGap const gap = guess_gap(values, yield.percent);
        perception.push_back({.question = head.question,
                              .level = head.level,
                              .period = head.period,
                              .n = static_cast<int>(values.size()),
                              .median = gap.median,
                              .actual = yield.percent,
                              .gap = gap.gap,
                              .lower_quartile = gap.lower_quartile,
                              .upper_quartile = gap.upper_quartile,
                              .mean_error = gap.mean_error,
                              .journey = occasion.journey,
                              .stale = yield.stale});
    }
    return perception;
}

}  // namespace metrics
