// A room's blueprint links both ways, and walks along them: breadth first, ties by file order, so
// that the same pack always gives the same order; cycles end. Must not know figures. Made once per
// room; used by cause_chain, component_ranking and hand_offs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/room.hpp"

namespace metrics {

struct BlueprintGraph {
    struct Edge {
        model::BlueprintNodeId node;  // at the other end
        std::uint32_t link = 0;       // index in Room::blueprint_links
    };
    // By node, then by the node at the other end in file order; doubled links stand once.
    std::vector<std::uint32_t> cause_starts, effect_starts;
    std::vector<Edge> cause_edges, effect_edges;

    // What leads to the node, and what it leads to.
    std::span<Edge const> causes(model::BlueprintNodeId node) const;
    std::span<Edge const> effects(model::BlueprintNodeId node) const;
};

BlueprintGraph blueprint_graph(model::Room const& room);

enum class Along { Causes, Effects };

struct Reached {
    model::BlueprintNodeId node;
    int distance = 0;            // links away from the nearest start
    model::BlueprintNodeId via;  // the node it was reached from, one nearer to the start
};

// Everything that can be reached from `starts` (which are left out), the nearest first.
std::vector<Reached> reachable(BlueprintGraph const& graph,
                               std::vector<model::BlueprintNodeId> const& starts, Along along);

}  // namespace metrics
