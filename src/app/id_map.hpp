// Where the things of one room stand in another one: found by their keys, because ids are places in
// a room's own lists. Must not know the state. Called by app/take_over.
#pragma once

#include <vector>

#include "model/room.hpp"

namespace app {

struct IdMap {
    std::vector<model::JourneyId> journeys;
    std::vector<model::StageId> stages;
    std::vector<model::TouchpointId> touchpoints;
    std::vector<model::PlacementId> placements;
    std::vector<model::PersonaId> personas;
    std::vector<model::ComponentId> components;
    std::vector<model::BlueprintNodeId> nodes;

    // None for what is none, and for what the other room does not have.
    model::JourneyId of(model::JourneyId id) const { return at(journeys, id); }
    model::StageId of(model::StageId id) const { return at(stages, id); }
    model::TouchpointId of(model::TouchpointId id) const { return at(touchpoints, id); }
    model::PlacementId of(model::PlacementId id) const { return at(placements, id); }
    model::PersonaId of(model::PersonaId id) const { return at(personas, id); }
    model::ComponentId of(model::ComponentId id) const { return at(components, id); }
    model::BlueprintNodeId of(model::BlueprintNodeId id) const { return at(nodes, id); }

private:
    template <typename Id>
    static Id at(std::vector<Id> const& ids, Id id) {
        return id && id.index() < ids.size() ? ids[id.index()] : Id();
    }
};

IdMap map_ids(model::Room const& from, model::Room const& to);

}  // namespace app
