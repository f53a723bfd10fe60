#include "metrics/room_figures.hpp"

#include <algorithm>

#include "metrics/customer_asset.hpp"
#include "metrics/room_rows.hpp"
#include "metrics/saturating.hpp"

namespace metrics {
namespace {

constexpr std::int64_t least_people = 5;

// What every touchpoint is asked about.
struct Question {
    model::Room const& room;
    FigureIndex const& index;
    FigureRequest const& request;
    model::JourneyId life_cycle;
    std::int64_t weighted_touchpoints = 0;
};

std::optional<KanoClass> kano_class(model::Kano kano) {
    switch (kano) {
        case model::Kano::MustBe:
            return KanoClass::MustBe;
        case model::Kano::OneDimensional:
            return KanoClass::OneDimensional;
        case model::Kano::Attractive:
            return KanoClass::Attractive;
        case model::Kano::Indifferent:
            return KanoClass::Indifferent;
        case model::Kano::Reverse:
            return KanoClass::Reverse;
        case model::Kano::Questionable:
            return KanoClass::Questionable;
        case model::Kano::None:
            break;
    }
    return std::nullopt;
}

void set_counts(TouchpointFigures& figures, Counts const& counts) {
    if (!counts.any_row) return;
    figures.kept = counts.kept;
    figures.due = counts.due;
    figures.broken_promises = saturating_subtract(counts.due, counts.kept);
    if (counts.unknown_given || counts.due == 0) figures.unknown = counts.unknown;
    if (counts.unknown_given) figures.coverage = coverage(counts.due, counts.unknown);
    if (counts.due <= 0) return;
    figures.reliability = static_cast<double>(counts.kept) / static_cast<double>(counts.due);
    figures.interval = wilson(counts.kept, counts.due);
}

void set_promise(TouchpointFigures& figures, Question const& question, std::size_t touchpoint) {
    std::uint32_t const row = question.index.promise_of[touchpoint];
    if (row == no_row) return;
    model::Promise const& promise = question.room.promises[row];
    figures.has_promise = true;
    figures.target = promise.target_percent / 100;
    figures.state = promise_state(figures.kept.value_or(0), figures.due.value_or(0),
                                  *figures.target, promise.materiality_pp.value_or(1.0));
}

// The latest signal within the period; they stand oldest first.
void set_signal(TouchpointFigures& figures, Question const& question, std::size_t touchpoint) {
    std::uint32_t const first = question.index.signal_starts[touchpoint];
    for (std::uint32_t i = question.index.signal_starts[touchpoint + 1]; i > first; --i) {
        SignalFigure const& signal = question.index.signals[i - 1];
        if (!base::lies_within(signal.period, question.request.period)) continue;
        figures.signal = signal;
        return;
    }
}

void set_scores(TouchpointFigures& figures, Question const& question, std::size_t touchpoint) {
    model::TouchpointId const id(touchpoint);
    ScoreFigures const scores =
        score_figures(question.room, question.index, id, question.request.period);
    figures.own = scores.own;
    figures.rival = scores.rival;
    figures.expected = scores.expected;
    figures.rival_name = scores.rival_name;
    if (scores.gap) {
        figures.relative_gap = scores.gap->points;
        figures.gap_interval = scores.gap->bounds;
        figures.position = scores.gap->position;
    }
    std::optional<double> weight;
    std::uint32_t const row = question.index.importance_of[touchpoint];
    if (row != no_row) weight = question.room.importance[row].weight_percent;
    if (weight) figures.importance = *weight / 100;

    auto const kano = kano_class(question.room.at(id).kano);
    std::optional<double> expectation_gap;
    if (figures.own && figures.expected) expectation_gap = *figures.own - *figures.expected;
    Claim const claim = claim_of({figures.position, expectation_gap, kano, figures.state});
    figures.memory = claim == Claim::Memory;
    figures.locked = claim == Claim::Locked;
    figures.quadrant = quadrant_of({figures.position, weight, question.weighted_touchpoints, kano});
}

// The persona's row, else everybody's. A measured group under five people is not shown.
void set_emotion(TouchpointFigures& figures, Question const& question, std::size_t touchpoint) {
    model::Emotion const* all = nullptr;
    model::Emotion const* own = nullptr;
    for (std::uint32_t const i :
         rows_of(question.index.emotion_starts, question.index.emotions, touchpoint)) {
        model::Emotion const& row = question.room.emotions[i];
        bool const too_few = row.n && *row.n < least_people && !row.assumed();
        if (too_few) continue;
        if (!row.persona) all = &row;
        if (row.persona && row.persona == question.request.persona) own = &row;
    }
    model::Emotion const* const row = own ? own : all;
    if (!row) return;
    figures.emotion = row->value;
    figures.emotion_n = row->n;
    figures.emotion_assumed = row->assumed();
}

// The row of the period that ends last; where the period has none, the last before its end.
model::Observation const* latest_row(Question const& question, Rows rows, std::uint32_t in_period) {
    std::vector<model::Observation> const& all = question.room.observations;
    if (in_period != no_row) return &all[in_period];
    auto const after = std::upper_bound(
        rows.begin(), rows.end(), question.request.period.last,
        [&](base::Date day, std::uint32_t row) { return day < all[row].period.first; });
    return after == rows.begin() ? nullptr : &all[*(after - 1)];
}

// A dead feed: rows came once, and none within the last cadence (unknown: within the period) before
// the asked end.
bool feed_is_dead(model::Observation const& latest, std::optional<int> cadence_days,
                  FigureRequest const& request) {
    if (!cadence_days) return latest.period.last < request.period.first;
    base::Date const end = std::min(request.period.last, request.now);
    return static_cast<std::int64_t>(latest.period.last.days) + *cadence_days < end.days;
}

void set_freshness(TouchpointFigures& figures, Question const& question, Rows rows,
                   std::uint32_t in_period) {
    model::Observation const* const latest = latest_row(question, rows, in_period);
    if (!latest) return;
    figures.source = latest->source;
    std::optional<int> cadence_days;
    base::Date const now = question.request.now;
    if (latest->source) {
        model::Source const& source = question.room.at(latest->source);
        cadence_days = source.cadence_days;
        if (source.last_loaded) {
            figures.age_days = std::max(0, now.days - source.last_loaded->days);
            figures.stale = cadence_days && *figures.age_days > *cadence_days;
        }
    }
    figures.stale = figures.stale || feed_is_dead(*latest, cadence_days, question.request);
}

TouchpointFigures touchpoint_figures(Question const& question, std::size_t touchpoint) {
    model::TouchpointId const id(touchpoint);
    FigureRequest const& request = question.request;
    Rows const rows = observations_of(question.index, id);
    PeriodCounts const counted = count_period(question.room, rows, request.period, request.persona);
    TouchpointFigures figures;
    figures.basis = counted.persona.any_row ? Basis::Persona : Basis::All;
    set_counts(figures, counted.persona.any_row ? counted.persona : counted.totals);
    set_promise(figures, question, touchpoint);
    if (counted.any_split) {
        SplitFigures splits = split_figures(question.room, rows, request.period);
        figures.it_depends = splits.it_depends;
        figures.split_kind = splits.kind;
        figures.splits = std::move(splits.groups);
    }
    set_signal(figures, question, touchpoint);
    set_scores(figures, question, touchpoint);
    set_emotion(figures, question, touchpoint);
    figures.exposure =
        exposure_of(question.room, question.index, id, question.life_cycle, request.persona);
    set_freshness(figures, question, rows, counted.latest);
    return figures;
}

Totals totals_of(std::vector<TouchpointFigures> const& touchpoints) {
    Totals totals;
    WeightedQuality quality;
    for (TouchpointFigures const& t : touchpoints) {
        ++totals.states[static_cast<std::size_t>(t.state)];
        if (t.position) ++totals.positions[static_cast<std::size_t>(*t.position)];
        if (t.broken_promises) {
            totals.broken_promises =
                saturating_add(totals.broken_promises.value_or(0), *t.broken_promises);
        }
        if (t.importance && t.own && t.rival) quality.add(*t.importance, *t.own, *t.rival);
    }
    totals.journey_index = quality.index();
    totals.quality_ratio = quality.ratio();
    return totals;
}

}  // namespace

std::vector<AssetFigures> asset_figures(model::Room const& room) {
    std::vector<AssetFigures> asset;
    for (model::AssetPeriod const& row : room.asset_periods) {
        AssetResult const result =
            reconcile({row.opening, row.gained, row.won_back, row.lost, row.closing,
                       row.value_gained, row.value_won_back, row.value_lost});
        asset.push_back({row.period, row.opening, row.gained, row.won_back, row.lost, row.closing,
                         result.net, result.off_by, result.value_net});
    }
    std::stable_sort(asset.begin(), asset.end(), [](AssetFigures const& a, AssetFigures const& b) {
        return a.period < b.period;
    });
    return asset;
}

RoomFigures room_figures(model::Room const& room, FigureIndex const& index,
                         FigureRequest const& request) {
    auto const weighted = std::count_if(index.importance_of.begin(), index.importance_of.end(),
                                        [](std::uint32_t row) { return row != no_row; });
    Question const question{room, index, request, model::life_cycle(room), weighted};
    RoomFigures figures;
    figures.period = request.period;
    figures.persona = request.persona;
    figures.touchpoints.reserve(room.touchpoints.size());
    for (std::size_t t = 0; t < room.touchpoints.size(); ++t) {
        figures.touchpoints.push_back(touchpoint_figures(question, t));
    }
    figures.stages = stage_figures(room, index, figures);
    figures.journeys = journey_figures(room, index, figures);
    figures.perception = perception_figures(room, index);
    figures.totals = totals_of(figures.touchpoints);
    figures.asset = asset_figures(room);
    return figures;
}

}  // namespace metrics
