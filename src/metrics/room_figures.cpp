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

// Gathers the figures of one touchpoint, part by part.
class TouchpointAnswer {
public:
    TouchpointAnswer(Question const& question, std::size_t touchpoint)
        : m_question(question),
          m_touchpoint(touchpoint),
          m_rows(observations_of(question.index, m_touchpoint)) {}

    TouchpointFigures figures() &&;

private:
    void add_counts(Counts const& counts);
    void add_promise();
    void add_splits();
    void add_signal();
    void add_scores();
    void add_emotion();
    void add_freshness(std::uint32_t in_period);

    Question const& m_question;
    model::TouchpointId m_touchpoint;
    Rows m_rows;
    TouchpointFigures m_figures;
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

void TouchpointAnswer::add_counts(Counts const& counts) {
    if (!counts.any_row) return;
    m_figures.kept = counts.kept;
    m_figures.due = counts.due;
    m_figures.broken_promises = saturating_subtract(counts.due, counts.kept);
    if (counts.unknown_given || counts.due == 0) m_figures.unknown = counts.unknown;
    if (counts.unknown_given) m_figures.coverage = coverage(counts.due, counts.unknown);
    if (counts.due <= 0) return;
    m_figures.reliability = static_cast<double>(counts.kept) / static_cast<double>(counts.due);
    m_figures.interval = wilson(counts.kept, counts.due);
}

void TouchpointAnswer::add_promise() {
    std::uint32_t const row = m_question.index.promise_of[m_touchpoint.index()];
    if (row == no_row) return;
    model::Promise const& promise = m_question.room.promises[row];
    m_figures.has_promise = true;
    m_figures.target = promise.target_percent / 100;
    m_figures.state = promise_state(m_figures.kept.value_or(0), m_figures.due.value_or(0),
                                    *m_figures.target, promise.materiality_pp.value_or(1.0));
}

// The latest signal within the period; they stand oldest first.
void TouchpointAnswer::add_signal() {
    std::uint32_t const first = m_question.index.signal_starts[m_touchpoint.index()];
    for (std::uint32_t i = m_question.index.signal_starts[m_touchpoint.index() + 1]; i > first;
         --i) {
        SignalFigure const& signal = m_question.index.signals[i - 1];
        if (!base::lies_within(signal.period, m_question.request.period)) continue;
        m_figures.signal = signal;
        return;
    }
}

void TouchpointAnswer::add_scores() {
    ScoreFigures const scores =
        score_figures(m_question.room, m_question.index, m_touchpoint, m_question.request.period);
    m_figures.own = scores.own;
    m_figures.rival = scores.rival;
    m_figures.expected = scores.expected;
    m_figures.rival_name = scores.rival_name;
    if (scores.gap) {
        m_figures.relative_gap = scores.gap->points;
        m_figures.gap_interval = scores.gap->bounds;
        m_figures.position = scores.gap->position;
    }
    std::optional<double> weight;
    std::uint32_t const row = m_question.index.importance_of[m_touchpoint.index()];
    if (row != no_row) weight = m_question.room.importance[row].weight_percent;
    if (weight) m_figures.importance = *weight / 100;

    auto const kano = kano_class(m_question.room.at(m_touchpoint).kano);
    std::optional<double> expectation_gap;
    if (m_figures.own && m_figures.expected) expectation_gap = *m_figures.own - *m_figures.expected;
    Claim const claim = claim_of({m_figures.position, expectation_gap, kano, m_figures.state});
    m_figures.memory = claim == Claim::Memory;
    m_figures.locked = claim == Claim::Locked;
    m_figures.quadrant =
        quadrant_of({m_figures.position, weight, m_question.weighted_touchpoints, kano});
}

// The persona's row, else everybody's. A measured group under five people is not shown.
void TouchpointAnswer::add_emotion() {
    model::Emotion const* all = nullptr;
    model::Emotion const* own = nullptr;
    for (std::uint32_t const i : rows_of(m_question.index.emotion_starts, m_question.index.emotions,
                                         m_touchpoint.index())) {
        model::Emotion const& row = m_question.room.emotions[i];
        bool const too_few = row.n && *row.n < least_people && !row.assumed();
        if (too_few) continue;
        if (!row.persona) all = &row;
        if (row.persona && row.persona == m_question.request.persona) own = &row;
    }
    model::Emotion const* const row = own ? own : all;
    if (!row) return;
    m_figures.emotion = row->value;
    m_figures.emotion_n = row->n;
    m_figures.emotion_assumed = row->assumed();
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

void TouchpointAnswer::add_freshness(std::uint32_t in_period) {
    model::Observation const* const latest = latest_row(m_question, m_rows, in_period);
    if (!latest) return;
    m_figures.source = latest->source;
    std::optional<int> cadence_days;
    base::Date const now = m_question.request.now;
    if (latest->source) {
        model::Source const& source = m_question.room.at(latest->source);
        cadence_days = source.cadence_days;
        if (source.last_loaded) {
            // Asked for a moment before the load, an age cannot be known.
            int const age_days = now.days - source.last_loaded->days;
            if (age_days >= 0) m_figures.age_days = age_days;
            m_figures.stale = cadence_days && age_days > *cadence_days;
        }
    }
    m_figures.stale = m_figures.stale || feed_is_dead(*latest, cadence_days, m_question.request);
}

TouchpointFigures TouchpointAnswer::figures() && {
    FigureRequest const& request = m_question.request;
    PeriodCounts const counted =
        count_period(m_question.room, m_rows, request.period, request.persona);
    m_figures.basis = counted.persona.any_row ? Basis::Persona : Basis::All;
    add_counts(counted.persona.any_row ? counted.persona : counted.totals);
    add_promise();
    if (counted.any_split) add_splits();
    add_signal();
    add_scores();
    add_emotion();
    m_figures.exposure = exposure_of(m_question.room, m_question.index, m_touchpoint,
                                     m_question.life_cycle, request.persona);
    add_freshness(counted.latest);
    return std::move(m_figures);
}

void TouchpointAnswer::add_splits() {
    SplitFigures splits = split_figures(m_question.room, m_rows, m_question.request.period);
    m_figures.it_depends = splits.it_depends;
    m_figures.split_kind = splits.kind;
    m_figures.splits = std::move(splits.groups);
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

void add_volumes(std::vector<TouchpointFigures>& touchpoints) {
    std::int64_t most = 1;
    for (TouchpointFigures const& t : touchpoints)
        most = std::max(most, t.broken_promises.value_or(0));
    for (TouchpointFigures& t : touchpoints) {
        if (t.broken_promises)
            t.volume = static_cast<double>(*t.broken_promises) / static_cast<double>(most);
    }
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
    std::sort(asset.begin(), asset.end(),
              [](AssetFigures const& a, AssetFigures const& b) { return a.period < b.period; });
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
        figures.touchpoints.push_back(TouchpointAnswer(question, t).figures());
    }
    add_volumes(figures.touchpoints);
    figures.stages = stage_figures(room, index, figures);
    figures.journeys = journey_figures(room, index, figures);
    figures.perception = perception_figures(room, index);
    figures.totals = totals_of(figures.touchpoints);
    figures.asset = asset_figures(room);
    return figures;
}

}  // namespace metrics
