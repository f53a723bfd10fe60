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

std::optional<Proportion> measured(std::optional<std::int64_t> kept,
                                   std::optional<std::int64_t> due) {
    if (!kept || !due || *due <= 0) return std::nullopt;
    return Proportion{*kept, *due};
}

std::optional<Proportion> measured(TouchpointFigures const& touchpoint) {
    return measured(touchpoint.kept, touchpoint.due);
}

// Who walks the path, and what is known of it.
struct Path {
    model::Room const& room;
    FigureIndex const& index;
    model::JourneyId journey;
    model::PersonaId persona;
};

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
            double const exposure = exposure_of(path.room, path.index, placement.touchpoint,
                                                path.journey, path.persona);
            yield.add_measured(exposure, *counts);
        } else {
            yield.add_unmeasured();
        }
    }
}

template <typename CountsOf>
Yield journey_yield(Counted& counted, Path const& path, CountsOf counts_of) {
    RolledYield yield;
    counted.begin_path();
    for (std::uint32_t const stage :
         rows_of(path.index.stage_starts, path.index.stages, path.journey.index())) {
        add_stage(yield, counted, path, model::StageId(stage), counts_of);
    }
    return yield.result();
}

std::optional<double> weight_percent(model::Room const& room, FigureIndex const& index,
                                     model::TouchpointId touchpoint) {
    std::uint32_t const row = index.importance_of[touchpoint.index()];
    if (row == no_row) return std::nullopt;
    return room.importance[row].weight_percent;
}

std::optional<double> stage_weight(Counted& counted, Path const& path, model::StageId stage) {
    std::optional<double> sum;
    counted.begin_path();
    for (std::uint32_t const row :
         rows_of(path.index.placement_starts, path.index.placements, stage.index())) {
        model::TouchpointId const touchpoint = path.room.placements[row].touchpoint;
        auto const weight = weight_percent(path.room, path.index, touchpoint);
        if (weight && counted.first_time(touchpoint)) sum = sum.value_or(0) + *weight;
    }
    return sum;
}

std::optional<double> journey_peak_end(Path const& path, RoomFigures const& figures) {
    std::vector<double> emotions;
    for (std::uint32_t const stage :
         rows_of(path.index.stage_starts, path.index.stages, path.journey.index())) {
        for (std::uint32_t const row :
             rows_of(path.index.placement_starts, path.index.placements, stage)) {
            model::TouchpointId const touchpoint = path.room.placements[row].touchpoint;
            auto const emotion = figures.touchpoints[touchpoint.index()].emotion;
            if (!emotion) continue;
            double const exposure =
                exposure_of(path.room, path.index, touchpoint, path.journey, path.persona);
            if (exposure >= met_by_half) emotions.push_back(*emotion);
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

// What the guesses of one question are about and when.
struct Occasion {
    model::JourneyId journey;
    base::Period period;
    friend auto operator<=>(Occasion const&, Occasion const&) = default;
};

// A journey's yield in percent in any period, everybody together; worked out once for each
// occasion.
class ActualYields {
public:
    ActualYields(model::Room const& room, FigureIndex const& index)
        : m_room(room), m_index(index), m_counted(room.touchpoints.size()) {}

    std::optional<double> percent(Occasion const& occasion) {
        if (!occasion.journey) return std::nullopt;
        auto const [known, fresh] = m_known.try_emplace(occasion);
        if (fresh) known->second = work_out(occasion);
        return known->second;
    }

private:
    std::optional<double> work_out(Occasion const& occasion) {
        Path const path{m_room, m_index, occasion.journey, {}};
        Yield const yield = journey_yield(m_counted, path, [&](model::TouchpointId touchpoint) {
            Counts const counts =
                count_period(m_room, observations_of(m_index, touchpoint), occasion.period, {})
                    .totals;
            return measured(counts.kept, counts.due);
        });
        if (!yield.rty) return std::nullopt;
        return *yield.rty * 100;
    }

    model::Room const& m_room;
    FigureIndex const& m_index;
    Counted m_counted;
    std::map<Occasion, std::optional<double>> m_known;
};

auto guess_key(model::Guess const& guess) {
    return std::make_tuple(std::string_view(guess.question), guess.period,
                           std::string_view(guess.level));
}

}  // namespace

std::vector<StageFigures> stage_figures(model::Room const& room, FigureIndex const& index,
                                        RoomFigures const& figures) {
    std::vector<StageFigures> stages(room.stages.size());
    Counted counted(room.touchpoints.size());
    for (std::size_t s = 0; s < stages.size(); ++s) {
        model::StageId const stage(s);
        Path const path{room, index, room.at(stage).journey, figures.persona};
        RolledYield yield;
        counted.begin_path();
        add_stage(yield, counted, path, stage, [&](model::TouchpointId touchpoint) {
            return measured(figures.touchpoints[touchpoint.index()]);
        });
        Yield const result = yield.result();
        stages[s] = {result.rty, result.measured, result.of, stage_weight(counted, path, stage)};
    }
    return stages;
}

std::vector<JourneyFigures> journey_figures(model::Room const& room, FigureIndex const& index,
                                            RoomFigures const& figures) {
    std::vector<JourneyFigures> journeys(room.journeys.size());
    Counted counted(room.touchpoints.size());
    for (std::size_t j = 0; j < journeys.size(); ++j) {
        Path const path{room, index, model::JourneyId(j), figures.persona};
        Yield const yield = journey_yield(counted, path, [&](model::TouchpointId touchpoint) {
            return measured(figures.touchpoints[touchpoint.index()]);
        });
        journeys[j] = {.rty = yield.rty,
                       .interval = yield.interval,
                       .normalised = yield.normalised,
                       .measured = yield.measured,
                       .of = yield.of,
                       .peak_end = journey_peak_end(path, figures)};
        auto const direct = direct_outcome(room, path.journey, figures.period);
        if (direct) add_direct_yield(journeys[j], *direct);
    }
    return journeys;
}

std::vector<PerceptionFigures> perception_figures(model::Room const& room,
                                                  FigureIndex const& index) {
    std::vector<std::uint32_t> order(room.guesses.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::uint32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto const key_a = guess_key(room.guesses[a]);
        auto const key_b = guess_key(room.guesses[b]);
        return key_a != key_b ? key_a < key_b : a < b;
    });
    ActualYields actual(room, index);
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
        auto const yield = actual.percent(occasion);
        GuessGap const gap = guess_gap(values, yield);
        perception.push_back({.question = head.question,
                              .level = head.level,
                              .period = head.period,
                              .n = static_cast<int>(values.size()),
                              .median = gap.median,
                              .actual = yield,
                              .gap = gap.gap,
                              .lower_quartile = gap.lower_quartile,
                              .upper_quartile = gap.upper_quartile,
                              .mean_error = gap.mean_error,
                              .journey = occasion.journey});
    }
    return perception;
}

}  // namespace metrics
