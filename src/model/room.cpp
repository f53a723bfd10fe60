#include "model/room.hpp"

#include <algorithm>
#include <tuple>

namespace model {
namespace {

template <typename Thing>
base::Id<Thing> find_key(std::vector<Thing> const& things, std::string_view key) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].key == key) return base::Id<Thing>(i);
    }
    return {};
}

// Ids of the things that `belongs`, by their `order`, then by position.
template <typename Thing, typename Belongs>
std::vector<base::Id<Thing>> in_order(std::vector<Thing> const& things, Belongs belongs) {
    std::vector<base::Id<Thing>> ids;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (belongs(things[i])) ids.push_back(base::Id<Thing>(i));
    }
    std::stable_sort(ids.begin(), ids.end(), [&](auto a, auto b) {
        return things[a.index()].order < things[b.index()].order;
    });
    return ids;
}

}  // namespace

JourneyId find_journey(Room const& room, std::string_view key) {
    return find_key(room.journeys, key);
}

StageId find_stage(Room const& room, std::string_view key) {
    return find_key(room.stages, key);
}

TouchpointId find_touchpoint(Room const& room, std::string_view key) {
    return find_key(room.touchpoints, key);
}

PersonaId find_persona(Room const& room, std::string_view key) {
    return find_key(room.personas, key);
}

JourneyId life_cycle(Room const& room) {
    for (std::size_t i = 0; i < room.journeys.size(); ++i) {
        if (room.journeys[i].level == 0) return JourneyId(i);
    }
    return {};
}

std::vector<StageId> stages_of(Room const& room, JourneyId journey) {
    return in_order(room.stages, [&](Stage const& stage) { return stage.journey == journey; });
}

std::vector<PlacementId> placements_of(Room const& room, StageId stage) {
    return in_order(room.placements, [&](Placement const& p) { return p.stage == stage; });
}

std::vector<StepId> steps_of(Room const& room, StageId stage) {
    return in_order(room.steps, [&](Step const& step) { return step.stage == stage; });
}

std::vector<JourneyId> children_of(Room const& room, StageId stage) {
    std::vector<JourneyId> children;
    for (std::size_t i = 0; i < room.journeys.size(); ++i) {
        if (room.journeys[i].parent_stage == stage) children.push_back(JourneyId(i));
    }
    return children;
}

Promise const* promise_of(Room const& room, TouchpointId touchpoint) {
    for (Promise const& promise : room.promises) {
        if (promise.touchpoint == touchpoint) return &promise;
    }
    return nullptr;
}

Baseline const* baseline_of(Room const& room, TouchpointId touchpoint) {
    for (Baseline const& baseline : room.baselines) {
        if (baseline.touchpoint == touchpoint) return &baseline;
    }
    return nullptr;
}

std::optional<base::Period> default_period(Room const& room) {
    if (room.info.default_period) return room.info.default_period;
    std::optional<base::Period> latest;
    for (Observation const& row : room.observations) {
        bool const later = !latest || row.period.last > latest->last ||
                           (row.period.last == latest->last && row.period.first > latest->first);
        if (later) latest = row.period;
    }
    return latest;
}

std::optional<base::Date> day_after_last_observation(Room const& room) {
    std::optional<base::Date> last;
    for (Observation const& row : room.observations) {
        if (!last || row.period.last > *last) last = row.period.last;
    }
    if (!last) return std::nullopt;
    return base::Date{last->days + 1};
}

bool before_by_split(Observation const& a, Observation const& b) {
    // None is the largest number: one more wraps it to the smallest.
    auto const key = [](Observation const& row) {
        return std::make_tuple(row.touchpoint.value, row.persona.value + 1U, row.region.value + 1U,
                               row.channel.value + 1U, row.period.first.days, row.period.last.days);
    };
    return key(a) < key(b);
}

bool same_split(Observation const& a, Observation const& b) {
    return a.touchpoint == b.touchpoint && a.persona == b.persona && a.region == b.region &&
           a.channel == b.channel;
}

}  // namespace model
