#include <algorithm>
#include <numeric>
#include <tuple>

#include "metrics/room_rows.hpp"

namespace metrics {
namespace {

struct Groups {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> members;
};

// Counting sort of the items by the group that `group_of` gives; file order within a group.
template <typename Item, typename GroupOf>
Groups grouped(std::size_t groups, std::vector<Item> const& items, GroupOf group_of) {
    Groups result;
    result.starts.assign(groups + 1, 0);
    for (Item const& item : items) {
        auto const group = group_of(item);
        if (group.valid() && group.index() < groups) ++result.starts[group.index() + 1];
    }
    std::partial_sum(result.starts.begin(), result.starts.end(), result.starts.begin());
    result.members.resize(result.starts.back());
    std::vector<std::uint32_t> next(result.starts.begin(), result.starts.end() - 1);
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const group = group_of(items[i]);
        if (!group.valid() || group.index() >= groups) continue;
        result.members[next[group.index()]++] = static_cast<std::uint32_t>(i);
    }
    return result;
}

// Orders every group by `key` of its items; equal keys keep the file order.
template <typename Item, typename Key>
void order_groups(Groups& groups, std::vector<Item> const& items, Key key) {
    auto before = [&](std::uint32_t a, std::uint32_t b) {
        auto const key_a = key(items[a]);
        auto const key_b = key(items[b]);
        return key_a != key_b ? key_a < key_b : a < b;
    };
    for (std::size_t g = 0; g + 1 < groups.starts.size(); ++g) {
        auto const first = groups.members.begin() + groups.starts[g];
        auto const last = groups.members.begin() + groups.starts[g + 1];
        if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
    }
}

template <typename Item>
std::vector<std::uint32_t> row_by_touchpoint(std::size_t touchpoints,
                                             std::vector<Item> const& items) {
    std::vector<std::uint32_t> rows(touchpoints, no_row);
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const touchpoint = items[i].touchpoint;
        if (touchpoint.valid() && touchpoint.index() < touchpoints) {
            rows[touchpoint.index()] = static_cast<std::uint32_t>(i);
        }
    }
    return rows;
}

// Scores without a period are the oldest.
auto score_key(model::Score const& score) {
    return std::make_tuple(score.subject, rival_of(score), score.period.has_value(),
                           score.period ? score.period->last : base::Date{},
                           score.period ? score.period->first : base::Date{});
}

void index_signals(model::Room const& room, FigureIndex& index) {
    auto const baselines = row_by_touchpoint(room.touchpoints.size(), room.baselines);
    index.signal_starts.assign(room.touchpoints.size() + 1, 0);
    for (std::size_t t = 0; t < room.touchpoints.size(); ++t) {
        auto const* const accepted =
            baselines[t] == no_row ? nullptr : &room.baselines[baselines[t]];
        auto const signals =
            signals_of(room, observations_of(index, model::TouchpointId(t)), accepted);
        index.signals.insert(index.signals.end(), signals.begin(), signals.end());
        index.signal_starts[t + 1] = static_cast<std::uint32_t>(index.signals.size());
    }
}

void index_rows(model::Room const& room, FigureIndex& index) {
    std::size_t const touchpoints = room.touchpoints.size();
    auto by_touchpoint = [](auto const& row) { return row.touchpoint; };

    Groups observations = grouped(touchpoints, room.observations, by_touchpoint);
    order_groups(observations, room.observations,
                 [](model::Observation const& row) { return row.period; });
    index.observation_starts = std::move(observations.starts);
    index.observations = std::move(observations.members);
    index.totals = make_count_columns(room, index.observation_starts, index.observations);

    Groups scores = grouped(touchpoints, room.scores, by_touchpoint);
    order_groups(scores, room.scores, score_key);
    index.score_starts = std::move(scores.starts);
    index.scores = std::move(scores.members);
    index.score_history = make_score_history(room, index.score_starts, index.scores);

    Groups exposures = grouped(touchpoints, room.exposures, by_touchpoint);
    order_groups(exposures, room.exposures, [](model::Exposure const& row) {
        return std::make_pair(row.persona, row.journey);
    });
    index.exposure_starts = std::move(exposures.starts);
    index.exposures = std::move(exposures.members);

    Groups emotions = grouped(touchpoints, room.emotions, by_touchpoint);
    index.emotion_starts = std::move(emotions.starts);
    index.emotions = std::move(emotions.members);

    Groups verbatims = grouped(touchpoints, room.verbatims, by_touchpoint);
    index.verbatim_starts = std::move(verbatims.starts);
    index.verbatims = std::move(verbatims.members);
}

void index_paths(model::Room const& room, FigureIndex& index) {
    auto by_order = [](auto const& row) { return row.order; };

    Groups placements = grouped(room.stages.size(), room.placements,
                                [](model::Placement const& row) { return row.stage; });
    order_groups(placements, room.placements, by_order);
    index.placement_starts = std::move(placements.starts);
    index.placements = std::move(placements.members);

    Groups stages = grouped(room.journeys.size(), room.stages,
                            [](model::Stage const& stage) { return stage.journey; });
    order_groups(stages, room.stages, by_order);
    index.stage_starts = std::move(stages.starts);
    index.stages = std::move(stages.members);
}

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

void index_facts(model::Room const& room, FigureIndex& index) {
    auto const importance_of = row_by_touchpoint(room.touchpoints.size(), room.importance);
    index.facts.resize(room.touchpoints.size());
    for (std::size_t t = 0; t < index.facts.size(); ++t) {
        TouchpointFacts& facts = index.facts[t];
        facts.kano = kano_class(room.touchpoints[t].kano);
        if (std::uint32_t const row = index.promise_of[t]; row != no_row) {
            facts.target = room.promises[row].target_percent / 100;
            facts.materiality_pp = room.promises[row].materiality_pp.value_or(1.0);
        }
        if (importance_of[t] == no_row) continue;
        ++index.weighted_touchpoints;
        facts.weight_percent = room.importance[importance_of[t]].weight_percent;
    }
}

// Each touchpoint once, wherever in the stage it stands again.
void index_stage_weights(model::Room const& room, FigureIndex& index) {
    index.stage_weights.resize(room.stages.size());
    std::vector<model::StageId> counted(room.touchpoints.size());
    for (std::size_t s = 0; s < room.stages.size(); ++s) {
        std::optional<double>& sum = index.stage_weights[s];
        for (std::uint32_t const row : rows_of(index.placement_starts, index.placements, s)) {
            std::size_t const t = room.placements[row].touchpoint.index();
            if (!index.facts[t].weight_percent || counted[t] == model::StageId(s)) continue;
            counted[t] = model::StageId(s);
            sum = sum.value_or(0) + *index.facts[t].weight_percent;
        }
    }
}

void index_repeats(model::Room const& room, FigureIndex& index) {
    index.repeats.assign(room.journeys.size(), 0);
    std::vector<model::StageId> stood(room.touchpoints.size());
    for (std::size_t j = 0; j < room.journeys.size(); ++j) {
        for (std::uint32_t const stage : rows_of(index.stage_starts, index.stages, j)) {
            for (std::uint32_t const row :
                 rows_of(index.placement_starts, index.placements, stage)) {
                model::Placement const& placement = room.placements[row];
                if (!placement.core()) continue;
                model::StageId& before = stood[placement.touchpoint.index()];
                bool const again = before && before != model::StageId(std::size_t{stage}) &&
                                   room.at(before).journey == model::JourneyId(j);
                if (again) index.repeats[j] = 1;
                before = model::StageId(std::size_t{stage});
            }
        }
    }
}

std::optional<base::Period> observed_span(std::vector<model::Observation> const& observations) {
    if (observations.empty()) return std::nullopt;
    base::Period span = observations.front().period;
    for (model::Observation const& row : observations) {
        span.first = std::min(span.first, row.period.first);
        span.last = std::max(span.last, row.period.last);
    }
    return span;
}

}  // namespace

FigureIndex make_index(model::Room const& room) {
    FigureIndex index;
    index_rows(room, index);
    index_paths(room, index);
    index_repeats(room, index);
    index.promise_of = row_by_touchpoint(room.touchpoints.size(), room.promises);
    index_facts(room, index);
    index_stage_weights(room, index);
    index.observed = observed_span(room.observations);
    index_signals(room, index);
    return index;
}

double exposure_of(model::Room const& room, FigureIndex const& index,
                   model::TouchpointId touchpoint, model::JourneyId journey,
                   model::PersonaId persona) {
    // How well a row fits: 3 persona and journey, 2 persona, 1 journey, 0 neither. Of equal rows
    // the last holds. Linear: a touchpoint has a handful of rows.
    int best = -1;
    double share = 1;
    for (std::uint32_t const i :
         rows_of(index.exposure_starts, index.exposures, touchpoint.index())) {
        model::Exposure const& row = room.exposures[i];
        bool const fits =
            (!row.persona || row.persona == persona) && (!row.journey || row.journey == journey);
        int const rank = (row.persona ? 2 : 0) + (row.journey ? 1 : 0);
        if (!fits || rank < best) continue;
        best = rank;
        share = row.share;
    }
    return share;
}

}  // namespace metrics
