#include "metrics/blueprint_graph.hpp"

#include <algorithm>

namespace metrics {
namespace {

using Edge = BlueprintGraph::Edge;
using Node = model::BlueprintNodeId;

struct End {
    Node at;
    Edge edge;
};

struct Side {
    std::vector<std::uint32_t> starts;
    std::vector<Edge> edges;
};

Side side_of(std::size_t nodes, std::vector<End> ends) {
    std::stable_sort(ends.begin(), ends.end(), [](End const& a, End const& b) {
        return a.at != b.at ? a.at < b.at : a.edge.node < b.edge.node;
    });
    ends.erase(std::unique(ends.begin(), ends.end(),
                           [](End const& a, End const& b) {
                               return a.at == b.at && a.edge.node == b.edge.node;
                           }),
               ends.end());
    Side side;
    side.starts.assign(nodes + 1, 0);
    for (End const& end : ends) {
        ++side.starts[end.at.index() + 1];
        side.edges.push_back(end.edge);
    }
    for (std::size_t i = 0; i < nodes; ++i)
        side.starts[i + 1] += side.starts[i];
    return side;
}

std::span<Edge const> edges_of(std::vector<std::uint32_t> const& starts,
                               std::vector<Edge> const& edges, Node node) {
    if (!node || node.index() + 1 >= starts.size()) return {};
    std::size_t const first = starts[node.index()];
    return std::span(edges).subspan(first, starts[node.index() + 1] - first);
}

}  // namespace

std::span<Edge const> BlueprintGraph::causes(Node node) const {
    return edges_of(cause_starts, cause_edges, node);
}

std::span<Edge const> BlueprintGraph::effects(Node node) const {
    return edges_of(effect_starts, effect_edges, node);
}

BlueprintGraph blueprint_graph(model::Room const& room) {
    std::size_t const nodes = room.blueprint_nodes.size();
    std::vector<End> causes, effects;
    for (std::size_t i = 0; i < room.blueprint_links.size(); ++i) {
        model::BlueprintLink const& link = room.blueprint_links[i];
        bool const known = link.from && link.to && link.from.index() < nodes &&
                           link.to.index() < nodes && link.from != link.to;
        if (!known) continue;
        auto const index = static_cast<std::uint32_t>(i);
        causes.push_back({link.to, {link.from, index}});
        effects.push_back({link.from, {link.to, index}});
    }
    Side backwards = side_of(nodes, std::move(causes));
    Side forwards = side_of(nodes, std::move(effects));
    return {std::move(backwards.starts), std::move(forwards.starts), std::move(backwards.edges),
            std::move(forwards.edges)};
}

std::vector<Reached> reachable(BlueprintGraph const& graph, std::vector<Node> const& starts,
                               Along along) {
    std::vector<bool> seen(graph.cause_starts.empty() ? 0 : graph.cause_starts.size() - 1);
    std::vector<Reached> level, all;
    for (Node const start : starts) {
        if (!start || start.index() >= seen.size() || seen[start.index()]) continue;
        seen[start.index()] = true;
        level.push_back({start, 0, {}});
    }
    while (!level.empty()) {
        std::vector<Reached> next;
        for (Reached const& here : level) {
            auto const edges =
                along == Along::Causes ? graph.causes(here.node) : graph.effects(here.node);
            for (Edge const& edge : edges) {
                if (seen[edge.node.index()]) continue;
                seen[edge.node.index()] = true;
                next.push_back({edge.node, here.distance + 1, here.node});
            }
        }
        std::sort(next.begin(), next.end(),
                  [](Reached const& a, Reached const& b) { return a.node < b.node; });
        all.insert(all.end(), next.begin(), next.end());
        level = std::move(next);
    }
    return all;
}

}  // namespace metrics
