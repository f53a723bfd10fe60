// All figures of a room for one period and persona: what `metrics --json`, the overlays and the
// cards show. With the room_*.cpp files and figure_index.cpp the only part of this folder that
// knows the Room; it gathers counts and calls the pure functions beside it. A figure that cannot be
// known is empty, never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "metrics/count_columns.hpp"
#include "metrics/differentiation.hpp"
#include "metrics/effort.hpp"
#include "metrics/freshness.hpp"
#include "metrics/interval.hpp"
#include "metrics/kano.hpp"
#include "metrics/promise_state.hpp"
#include "metrics/yield.hpp"
#include "model/room.hpp"

namespace metrics {

// One bar of "it depends": a region, channel or persona with its counts in the period.
struct SplitRate {
    std::string name;
    std::int64_t kept = 0;
    std::int64_t due = 0;
};

enum class SplitKind { None, Region, Channel, Persona };

enum class Basis { All, Persona };  // whose rows the rate comes from

struct SignalFigure {
    int rule = 0;         // Nelson's number: 1, 2, 3, 5
    base::Period period;  // the month
    bool worse = true;    // more promises are broken than before, not fewer
    friend bool operator==(SignalFigure const&, SignalFigure const&) = default;
};

// Plain values side by side: a room has a hundred thousand of them, made anew at each change of
// period.
struct TouchpointFigures {
    // Empty without a row; `unknown` also where no row says it (0 of 0 has nothing unknown).
    std::optional<std::int64_t> kept, due, unknown, broken_promises;
    std::optional<double> coverage;     // share of due results that are known, where `unknown` is
    std::optional<double> reliability;  // share
    std::optional<Interval> interval;   // shares
    std::optional<double> target;       // share
    PromiseState state = PromiseState::NoData;
    bool has_promise = false;
    Basis basis = Basis::All;
    bool it_depends = false;
    SplitKind split_kind =
        SplitKind::None;            // the split that marks it, else the first with two groups
    std::uint32_t first_split = 0;  // its groups: splits_of()
    std::uint32_t split_count = 0;
    std::optional<SignalFigure> signal;
    std::optional<double> own, rival, expected;  // 0..10
    std::uint32_t rival_row = 0xffffffffU;       // in Room::scores, of the best rival: rival_name()
    std::optional<double> relative_gap;          // points of 100
    std::optional<Interval> gap_interval;        // points of 100
    std::optional<Position> position;
    bool memory = false;
    bool locked = false;
    std::optional<double> importance;  // share 0..1
    std::optional<Quadrant> quadrant;
    std::optional<double> emotion;  // -2..2, the persona's when given
    std::optional<std::int64_t> emotion_n;
    bool emotion_assumed = false;
    double exposure = 1;     // on the level 0 journey
    model::SourceId source;  // of the latest row in the period
    bool stale =
        false;  // the source is older than its cadence, or the rows end before the period does
    bool scores_stale = false;    // so is a source of the scores
    std::optional<int> age_days;  // since the source was last loaded
};

struct StageFigures {
    std::optional<double> rty;
    int measured = 0;
    int of = 0;
    std::optional<double> weight;  // percent, sum over its touchpoints
    int overdue = 0;               // of those measured: their source is
};

struct JourneyFigures {
    std::optional<double> rty;
    std::optional<Interval> interval;
    std::optional<double> normalised;
    std::optional<double> direct_yield;  // of cases: finished ones without a broken promise
    std::optional<Interval> direct_interval;
    std::optional<std::int64_t> direct_cases;  // finished in the period
    int measured = 0;
    int of = 0;
    std::optional<double> peak_end;
    int overdue = 0;  // of those measured: their source is
};

struct PerceptionFigures {
    std::string question, level;
    base::Period period;
    int n = 0;
    std::optional<double> median, actual,
        gap;  // percent, points; actual: the journey's yield in that period
    std::optional<double> lower_quartile, upper_quartile, mean_error;
    model::JourneyId journey;  // none: the question is about no journey's yield
    bool stale = false;        // what was measured rests on an overdue source
};

struct AssetFigures {
    base::Period period;
    std::optional<std::int64_t> opening, gained, won_back, lost, closing, net, off_by;
    std::optional<double> value_net;
};

struct Totals {
    int states[6] = {};     // by PromiseState
    int positions[3] = {};  // by Position
    std::optional<std::int64_t> broken_promises;
    std::int64_t most_broken = 1;  // at one touchpoint; at least 1, to be a share of
    std::int64_t stale = 0;        // touchpoints whose promise, whose scores are old
    std::int64_t scores_stale = 0;
    std::int64_t borrowed = 0;  // touchpoints that show everybody's rows though a persona is asked
    std::optional<double> journey_index, quality_ratio;
};

struct RoomFigures {
    base::Period period;
    model::PersonaId persona;
    std::vector<TouchpointFigures> touchpoints;  // by TouchpointId
    std::vector<SplitRate> splits;               // of all touchpoints: splits_of()
    std::vector<StageFigures> stages;            // by StageId
    std::vector<JourneyFigures> journeys;        // by JourneyId
    std::vector<PerceptionFigures> perception;
    Totals totals;
    std::vector<AssetFigures> asset;    // all rows of the room, by period
    std::vector<EffortFigure> efforts;  // of the period, by touchpoint, then by measure
    // Of them those that the wall shows: one measure, by touchpoint, and the most of it.
    std::vector<EffortFigure> shown_efforts;
    double most_effort = 0;
    base::Date now;  // for which staleness was judged
};

// What the wall shows of a touchpoint's effort; null where none was given.
EffortFigure const* shown_effort(RoomFigures const& figures, model::TouchpointId touchpoint);

// The current scores of a touchpoint.
struct ScoreFigures {
    std::optional<double> own, rival, expected;
    std::uint32_t rival_row = 0xffffffffU;  // in Room::scores: whose name the rival's is
    std::optional<RelativeGap> gap;
    Expiry expiry;
};

// The scores that hold from a day on, until the next.
struct ScoresFrom {
    base::Date from;
    ScoreFigures figures;
};

// What no period moves, side by side.
struct TouchpointFacts {
    std::optional<double> target;  // share; none: no promise
    double materiality_pp = 1;
    std::optional<double> weight_percent;
    std::optional<KanoClass> kano;
};

struct ScoreHistory {
    std::vector<std::uint32_t> starts;  // touchpoints + 1
    std::vector<ScoresFrom> moments;    // by touchpoint, oldest first
};

// The groups that a touchpoint of these figures is split into: those with n >= 30 first, then by
// name; under 5 not shown.
std::span<SplitRate const> splits_of(RoomFigures const& figures,
                                     TouchpointFigures const& touchpoint);
// The best rival's name; empty where no rival is known or it has none.
std::string_view rival_name(model::Room const& room, TouchpointFigures const& touchpoint);

// Positions of a room's rows by touchpoint, made once per loaded room so that a change of period or
// persona touches only what it needs.
struct FigureIndex {
    std::vector<std::uint32_t> observation_starts;          // touchpoints + 1
    std::vector<std::uint32_t> observations;                // grouped by touchpoint, then by period
    CountColumns totals;                                    // the same rows, rolled up
    std::vector<std::uint32_t> score_starts, scores;        // by subject, rival, age (oldest first)
    ScoreHistory score_history;                             // what they come to
    std::vector<std::uint32_t> exposure_starts, exposures;  // by persona, journey
    std::vector<std::uint32_t> emotion_starts, emotions;
    std::vector<std::uint32_t> verbatim_starts, verbatims;
    std::vector<std::uint32_t>
        promise_of;                      // touchpoint -> index in Room::promises, 0xffffffff none
    std::vector<TouchpointFacts> facts;  // by TouchpointId
    std::int64_t weighted_touchpoints = 0;
    std::optional<base::Period> observed;  // from the first to the last day of all observations
    std::vector<std::uint32_t> placement_starts, placements;  // by stage, in their order
    std::vector<std::uint32_t> stage_starts, stages;          // by journey, in their order
    std::vector<std::optional<double>> stage_weights;         // percent, by StageId
    // By JourneyId: 1 where a core touchpoint stands in several of its stages, and counts once.
    std::vector<std::uint8_t> repeats;
    // Signals of the monthly totals by touchpoint, oldest first: they rest on the whole series, so
    // that no change of period or persona moves them.
    std::vector<std::uint32_t> signal_starts;
    std::vector<SignalFigure> signals;
};

FigureIndex make_index(model::Room const& room);

struct FigureRequest {
    base::Period period;
    model::PersonaId persona;  // none: everybody
    base::Date now;            // for ages and staleness
};

// `recycled`: figures of the same room that nobody reads any more; their memory is used again (a
// wall that steps through periods would otherwise take 450 bytes a touchpoint anew each time).
RoomFigures room_figures(model::Room const& room, FigureIndex const& index,
                         FigureRequest const& request, RoomFigures recycled = {});

// The share of customers of `journey` who meet the touchpoint (most specific exposure row, else 1).
double exposure_of(model::Room const& room, FigureIndex const& index,
                   model::TouchpointId touchpoint, model::JourneyId journey,
                   model::PersonaId persona);

// `months` months from `first_month` with the counts of each (any_row false = a gap). Rows that lie
// wholly in the month; the persona's where it has any in the span, else the totals, never a
// mixture.
struct MonthCounts {
    base::Period month;
    Counts counts;
};
std::vector<MonthCounts> monthly_series(model::Room const& room, FigureIndex const& index,
                                        model::TouchpointId touchpoint, model::PersonaId persona,
                                        base::Period first_month, int months);

}  // namespace metrics
