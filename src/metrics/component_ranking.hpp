// Which people, processes, systems and tools stand under the most broken promises: a component
// touches the promised touchpoints that can be reached forwards from its nodes. Every count can be
// traced to touchpoints and ways. Must not know pictures. Used by exchange (JSON) and scene
// (board).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "metrics/blueprint_graph.hpp"
#include "metrics/room_figures.hpp"

namespace metrics {

struct TouchedPromise {
    model::TouchpointId touchpoint;
    std::vector<model::BlueprintNodeId> way;  // the shortest, from a node of the component
};

struct ComponentRank {
    model::ComponentId component;
    std::vector<model::BlueprintNodeId> nodes;  // where it stands
    // BROKEN first, then by broken promises, then by key.
    std::vector<TouchedPromise> touched;
    int measured = 0;                  // of `touched`: not NO DATA; at 0 nothing below is known
    int broken = 0;                    // of `touched`
    std::int64_t broken_promises = 0;  // due - kept, over all of `touched`
};

// How many are broken; nothing where no data is known of any promise that it touches.
std::optional<int> known_broken(ComponentRank const& rank);

// By broken, then by broken promises, then by key; every component, also those that touch nothing.
std::vector<ComponentRank> component_ranking(model::Room const& room, BlueprintGraph const& graph,
                                             RoomFigures const& figures);

}  // namespace metrics
