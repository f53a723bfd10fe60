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
    ColumnSum totals;
};

// Gathers the figures of the next touchpoint, part by part.
class TouchpointAnswer {
public:
    TouchpointAnswer(Question const& question, RoomFigures& figures)
        : m_question(question),
          m_touchpoint(figures.touchpoints.size()),
          m_rows(observations_of(question.index, m_touchpoint)),
          m_facts(question.index.facts[m_touchpoint.index()]),
          m_figures(figures.touchpoints.emplace_back()),
          m_splits(figures.splits) {}

    void gather();

private:
    void add_counts(Counts const& counts);
    void add_promise();
    void add_splits();
    void add_signal();
    void add_scores();
    void add_emotion();
    void add_freshness(std::optional<LatestRow> const& latest);
    PeriodCounts count() const;

    Question const& m_question;
    model::TouchpointId m_touchpoint;
    Rows m_rows;
    TouchpointFacts const& m_facts;
    TouchpointFigures& m_figures;
    std::vector<SplitRate>& m_splits;  // of all touchpoints
};

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
    if (!m_facts.target) return;
    m_figures.has_promise = true;
    m_figures.target = m_facts.target;
    m_figures.state =
        promise_state(m_figures.interval.value_or(Interval{}), m_figures.due.value_or(0),
                      *m_facts.target, m_facts.materiality_pp);
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
    ScoreFigures const* const scores =
        score_figures(m_question.index.score_history, m_touchpoint, m_question.request.period);
    if (scores != nullptr) {
        m_figures.own = scores->own;
        m_figures.rival = scores->rival;
        m_figures.expected = scores->expected;
        m_figures.rival_row = scores->rival_row;
        m_figures.scores_stale =
            overdue(scores->expiry, m_question.request.period, m_question.request.now);
        if (scores->gap) {
            m_figures.relative_gap = scores->gap->points;
            m_figures.gap_interval = scores->gap->bounds;
            m_figures.position = scores->gap->position;
        }
    }
    if (m_facts.weight_percent) m_figures.importance = *m_facts.weight_percent / 100;
    std::optional<double> expectation_gap;
    if (m_figures.own && m_figures.expected) expectation_gap = *m_figures.own - *m_figures.expected;
    Claim const claim =
        claim_of({m_figures.position, expectation_gap, m_facts.kano, m_figures.state});
    m_figures.memory = claim == Claim::Memory;
    m_figures.locked = claim == Claim::Locked;
    m_figures.quadrant = quadrant_of({m_figures.position, m_facts.weight_percent,
                                      m_question.index.weighted_touchpoints, m_facts.kano});
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
        model::Emotion const*& kept = row.persona ? own : all;
        if (row.persona && row.persona != m_question.request.persona) continue;
        // A guess never stands for what was measured.
        if (kept != nullptr && row.assumed() && !kept->assumed()) continue;
        kept = &row;
    }
    model::Emotion const* const row = own ? own : all;
    if (!row) return;
    m_figures.emotion = row->value;
    m_figures.emotion_n = row->n;
    m_figures.emotion_assumed = row->assumed();
}

void TouchpointAnswer::add_freshness(std::optional<LatestRow> const& latest) {
    if (!latest) return;
    m_figures.source = latest->source;
    base::Date const now = m_question.request.now;
    if (latest->source) {
        // Asked for a moment before the load, an age cannot be known.
        auto const loaded = m_question.room.at(latest->source).last_loaded;
        if (loaded && *loaded <= now) m_figures.age_days = now.days - loaded->days;
    }
    m_figures.stale =
        overdue_rows(m_question.room, latest->source, latest->last, m_question.request.period, now);
}

PeriodCounts TouchpointAnswer::count() const {
    if (m_question.index.totals.holds[m_touchpoint.index()] == 0) {
        return count_period(m_question.room, m_rows, m_question.request.period,
                            m_question.request.persona);
    }
    PeriodCounts counted;
    counted.totals = m_question.totals.counts(m_touchpoint);
    counted.latest = m_question.totals.latest(m_touchpoint);
    return counted;
}

void TouchpointAnswer::gather() {
    FigureRequest const& request = m_question.request;
    PeriodCounts const counted = count();
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
}

void TouchpointAnswer::add_splits() {
    SplitFigures splits = split_figures(m_question.room, m_rows, m_question.request.period);
    m_figures.it_depends = splits.it_depends;
    m_figures.split_kind = splits.kind;
    m_figures.first_split = static_cast<std::uint32_t>(m_splits.size());
    m_figures.split_count = static_cast<std::uint32_t>(splits.groups.size());
    m_splits.insert(m_splits.end(), splits.groups.begin(), splits.groups.end());
}

// What all touchpoints come to, added up while each is at hand: they are too many to visit twice.
class Sums {
public:
    void add(TouchpointFigures const& t);
    Totals totals() const;
    Walked walked;                             // by TouchpointId
    std::vector<model::TouchpointId> overdue;  // measured, by a source that is

private:
    Totals m_totals;
    WeightedQuality m_quality;
};

void Sums::add(TouchpointFigures const& t) {
    ++m_totals.states[static_cast<std::size_t>(t.state)];
    if (t.position) ++m_totals.positions[static_cast<std::size_t>(*t.position)];
    if (t.broken_promises) {
        m_totals.broken_promises =
            saturating_add(m_totals.broken_promises.value_or(0), *t.broken_promises);
        m_totals.most_broken = std::max(m_totals.most_broken, *t.broken_promises);
    }
    if (t.stale) {
        ++m_totals.stale;
        if (t.due.value_or(0) > 0) overdue.push_back(model::TouchpointId(walked.size()));
    }
    if (t.scores_stale) ++m_totals.scores_stale;
    if (t.basis == Basis::All && t.due.value_or(0) > 0) ++m_totals.borrowed;
    if (t.importance && t.own && t.rival) m_quality.add(*t.importance, *t.own, *t.rival);
    walked.push_back({{t.kept.value_or(0), t.due.value_or(0)}, t.emotion, t.exposure});
}

Totals Sums::totals() const {
    Totals totals = m_totals;
    totals.journey_index = m_quality.index();
    totals.quality_ratio = m_quality.ratio();
    return totals;
}

void add_efforts(model::Room const& room, RoomFigures& figures) {
    figures.efforts = efforts_in(room, figures.period);
    auto const measure = shown_measure(figures.efforts);
    if (!measure) return;
    figures.shown_efforts = only(figures.efforts, *measure);
    for (EffortFigure const& effort : figures.shown_efforts)
        figures.most_effort = std::max(figures.most_effort, effort.value);
}

}  // namespace

EffortFigure const* shown_effort(RoomFigures const& figures, model::TouchpointId touchpoint) {
    auto const found =
        std::lower_bound(figures.shown_efforts.begin(), figures.shown_efforts.end(), touchpoint,
                         [](EffortFigure const& effort, model::TouchpointId id) {
                             return effort.touchpoint.index() < id.index();
                         });
    bool const here = found != figures.shown_efforts.end() && found->touchpoint == touchpoint;
    return here ? &*found : nullptr;
}

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

std::span<SplitRate const> splits_of(RoomFigures const& figures,
                                     TouchpointFigures const& touchpoint) {
    return std::span(figures.splits).subspan(touchpoint.first_split, touchpoint.split_count);
}

std::string_view rival_name(model::Room const& room, TouchpointFigures const& touchpoint) {
    if (touchpoint.rival_row == no_row) return {};
    return room.scores[touchpoint.rival_row].rival;
}

RoomFigures room_figures(model::Room const& room, FigureIndex const& index,
                         FigureRequest const& request, RoomFigures recycled) {
    Question const question{room, index, request, model::life_cycle(room),
                            ColumnSum(index.totals, request.period)};
    RoomFigures figures;
    figures.period = request.period;
    figures.persona = request.persona;
    figures.now = request.now;
    figures.touchpoints = std::move(recycled.touchpoints);
    figures.touchpoints.clear();
    figures.touchpoints.reserve(room.touchpoints.size());
    Sums sums;
    sums.walked.reserve(room.touchpoints.size());
    for (std::size_t t = 0; t < room.touchpoints.size(); ++t) {
        TouchpointAnswer(question, figures).gather();
        sums.add(figures.touchpoints.back());
    }
    PathRequest const paths{room, index, request, sums.walked, sums.overdue};
    PathFigures walked = path_figures(paths);
    figures.stages = std::move(walked.stages);
    figures.journeys = std::move(walked.journeys);
    figures.perception = perception_figures(room, index, request.now);
    figures.totals = sums.totals();
    if (!request.persona) figures.totals.borrowed = 0;
    figures.asset = asset_figures(room);
    add_efforts(room, figures);
    return figures;
}

}  // namespace metrics
