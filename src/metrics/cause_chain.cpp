#include "metrics/cause_chain.hpp"

#include <algorithm>

namespace metrics {
namespace {

using Node = model::BlueprintNodeId;

bool contains(std::vector<Node> const& nodes, Node node) {
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

// Of the failed nodes, those that cause no other of them come first: they are nearest to the
// customer. In a cycle file order decides.
std::vector<Node> by_nearness(BlueprintGraph const& graph, std::vector<Node> nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (nodes.size() < 2) return nodes;
    std::stable_partition(nodes.begin(), nodes.end(), [&](Node node) {
        auto const after = reachable(graph, {node}, Along::Effects);
        return std::none_of(after.begin(), after.end(),
                            [&](Reached const& reached) { return contains(nodes, reached.node); });
    });
    return nodes;
}

std::vector<bool> promised(model::Room const& room) {
    std::vector<bool> found(room.touchpoints.size());
    for (model::Promise const& promise : room.promises)
        found[promise.touchpoint.index()] = true;
    return found;
}

// What of `effects` leads to a promise: the promised ones and everything they were reached through.
std::vector<Reached> towards_promises(model::Room const& room, std::vector<bool> const& is_promised,
                                      BlueprintGraph const& graph,
                                      std::vector<Reached> const& effects) {
    std::vector<Node> ends;
    for (Reached const& reached : effects) {
        auto const touchpoint = room.blueprint_nodes[reached.node.index()].touchpoint;
        if (touchpoint && is_promised[touchpoint.index()]) ends.push_back(reached.node);
    }
    std::vector<bool> leads(room.blueprint_nodes.size());
    for (Node const end : ends)
        leads[end.index()] = true;
    for (Reached const& reached : reachable(graph, ends, Along::Causes))
        leads[reached.node.index()] = true;
    std::vector<Reached> kept;
    std::copy_if(effects.begin(), effects.end(), std::back_inserter(kept),
                 [&](Reached const& reached) { return leads[reached.node.index()]; });
    return kept;
}

// The links between `inner` and `outer` nodes, and among the outer ones, that point the way the
// chain goes.
std::vector<std::uint32_t> links_among(BlueprintGraph const& graph, std::vector<Node> const& inner,
                                       std::vector<Reached> const& outer) {
    std::vector<bool> on_chain(graph.cause_starts.empty() ? 0 : graph.cause_starts.size() - 1);
    for (Node const node : inner)
        on_chain[node.index()] = true;
    for (Reached const& reached : outer)
        on_chain[reached.node.index()] = true;
    std::vector<std::uint32_t> links;
    for (std::size_t i = 0; i < on_chain.size(); ++i) {
        if (!on_chain[i]) continue;
        for (BlueprintGraph::Edge const& edge : graph.causes(Node(i))) {
            if (on_chain[edge.node.index()]) links.push_back(edge.link);
        }
    }
    std::sort(links.begin(), links.end());
    return links;
}

}  // namespace

std::vector<Node> CauseChain::order() const {
    std::vector<Node> all = failed;
    for (Reached const& reached : causes)
        all.push_back(reached.node);
    for (Reached const& reached : effects) {
        if (!contains(all, reached.node)) all.push_back(reached.node);
    }
    return all;
}

CauseChain cause_chain(model::Room const& room, BlueprintGraph const& graph,
                       std::vector<Node> const& nodes) {
    CauseChain chain;
    chain.failed = by_nearness(graph, nodes);
    chain.causes = reachable(graph, chain.failed, Along::Causes);
    auto const is_promised = promised(room);
    chain.effects =
        towards_promises(room, is_promised, graph, reachable(graph, chain.failed, Along::Effects));
    chain.cause_links = links_among(graph, chain.failed, chain.causes);
    chain.effect_links = links_among(graph, chain.failed, chain.effects);

    std::vector<bool> seen(room.touchpoints.size());
    auto const touch = [&](Node node) {
        auto const touchpoint = room.blueprint_nodes[node.index()].touchpoint;
        if (!touchpoint || !is_promised[touchpoint.index()] || seen[touchpoint.index()]) return;
        seen[touchpoint.index()] = true;
        chain.touched.push_back(touchpoint);
    };
    std::vector<bool> met(room.components.size());
    auto const meet = [&](Node node) {
        auto const component = room.blueprint_nodes[node.index()].component;
        if (!component || met[component.index()]) return;
        met[component.index()] = true;
        chain.components.push_back(component);
    };
    for (Node const node : chain.failed) {
        touch(node);
        meet(node);
    }
    for (Reached const& reached : chain.effects)
        touch(reached.node);
    for (Reached const& reached : chain.causes)
        meet(reached.node);
    return chain;
}

std::vector<Node> nodes_of(model::Room const& room, model::TouchpointId touchpoint) {
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        if (touchpoint && room.blueprint_nodes[i].touchpoint == touchpoint) nodes.emplace_back(i);
    }
    return nodes;
}

std::vector<Node> failure_of(model::Room const& room, Node node) {
    model::BlueprintNode const& one = room.blueprint_nodes[node.index()];
    if (!one.touchpoint) return {node};
    std::vector<Node> nodes = nodes_of(room, one.touchpoint);
    std::erase_if(nodes, [&](Node other) {
        return room.blueprint_nodes[other.index()].journey != one.journey;
    });
    return nodes;
}

std::vector<Node> failure_named(model::Room const& room, std::string_view key) {
    if (Node const node = find_node(room, key)) return failure_of(room, node);
    std::vector<Node> const nodes = nodes_of(room, model::find_touchpoint(room, key));
    return nodes.empty() ? nodes : failure_of(room, nodes.front());
}

Node find_node(model::Room const& room, std::string_view key) {
    auto const found =
        std::find_if(room.blueprint_nodes.begin(), room.blueprint_nodes.end(),
                     [&](model::BlueprintNode const& node) { return node.key == key; });
    if (found == room.blueprint_nodes.end()) return {};
    return Node(static_cast<std::size_t>(found - room.blueprint_nodes.begin()));
}

}  // namespace metrics
