// The chain of a failure: backwards to its causes down to the components, and forwards to every
// promise that it touches, in the order in which a facilitator lights it. Pure, over the Room's
// blueprint; must not know what is broken or how it is drawn. Used by scene (lit chain) and app.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "metrics/blueprint_graph.hpp"

namespace metrics {

struct CauseChain {
    // What failed, the node nearest to the customer first. Those after it belong to the same
    // promise (parts are asked for before the second visit) and are lit as its first causes.
    std::vector<model::BlueprintNodeId> failed;
    std::vector<Reached> causes;   // nearest first
    std::vector<Reached> effects;  // nearest first; only what lies on the way to a promise
    std::vector<model::TouchpointId> touched;    // promised ones, in the order they are reached
    std::vector<model::ComponentId> components;  // that stand under it, in the order of its causes
    std::vector<std::uint32_t> cause_links, effect_links;  // of Room::blueprint_links, by index

    // The order of the taps: what failed, its causes one by one, then all effects one by one.
    std::vector<model::BlueprintNodeId> order() const;
    // Failed nodes and causes: what the backward part of `order` takes.
    std::size_t backwards() const { return failed.size() + causes.size(); }
};

// Empty without nodes. Several nodes are one failure.
CauseChain cause_chain(model::Room const& room, BlueprintGraph const& graph,
                       std::vector<model::BlueprintNodeId> const& nodes);

// The nodes of a touchpoint in file order.
std::vector<model::BlueprintNodeId> nodes_of(model::Room const& room,
                                             model::TouchpointId touchpoint);
// What fails when this node does: all nodes of its touchpoint in its journey, else itself.
std::vector<model::BlueprintNodeId> failure_of(model::Room const& room,
                                               model::BlueprintNodeId node);
// By the node's key, or by that of its touchpoint; empty when neither is known.
std::vector<model::BlueprintNodeId> failure_named(model::Room const& room, std::string_view key);

model::BlueprintNodeId find_node(model::Room const& room, std::string_view key);

}  // namespace metrics
