#include "metrics/component_ranking.hpp"

#include <algorithm>
#include <tuple>

namespace metrics {

std::optional<int> known_broken(ComponentRank const& rank) {
    if (rank.measured == 0 && !rank.touched.empty()) return std::nullopt;
    return rank.broken;
}

namespace {

using Node = model::BlueprintNodeId;

class Ranker {
public:
    Ranker(model::Room const& room, BlueprintGraph const& graph, RoomFigures const& figures)
        : m_room(room),
          m_graph(graph),
          m_figures(figures),
          m_via(room.blueprint_nodes.size()),
          m_seen(room.touchpoints.size(), no_component) {}

    ComponentRank rank(model::ComponentId component, std::vector<Node> nodes) {
        ComponentRank rank;
        rank.component = component;
        rank.nodes = std::move(nodes);
        for (Node const node : rank.nodes) {
            m_via[node.index()] = {};
            touch(rank, node);
        }
        for (Reached const& reached : reachable(m_graph, rank.nodes, Along::Effects)) {
            m_via[reached.node.index()] = reached.via;
            touch(rank, reached.node);
        }
        std::sort(rank.touched.begin(), rank.touched.end(),
                  [&](TouchedPromise const& a, TouchedPromise const& b) {
                      return worse(a.touchpoint, b.touchpoint);
                  });
        return rank;
    }

private:
    static constexpr std::uint32_t no_component = 0xffffffffU;

    TouchpointFigures const& figures(model::TouchpointId id) const {
        return m_figures.touchpoints[id.index()];
    }

    bool worse(model::TouchpointId a, model::TouchpointId b) const {
        auto const key = [&](model::TouchpointId id) {
            TouchpointFigures const& f = figures(id);
            return std::make_tuple(f.state != PromiseState::Broken, -f.broken_promises.value_or(0),
                                   std::string_view(m_room.at(id).key));
        };
        return key(a) < key(b);
    }

    void touch(ComponentRank& rank, Node node) {
        auto const touchpoint = m_room.blueprint_nodes[node.index()].touchpoint;
        if (!touchpoint || !figures(touchpoint).has_promise) return;
        if (m_seen[touchpoint.index()] == rank.component.value) return;
        m_seen[touchpoint.index()] = rank.component.value;
        TouchpointFigures const& f = figures(touchpoint);
        rank.measured += f.state != PromiseState::NoData ? 1 : 0;
        rank.broken += f.state == PromiseState::Broken ? 1 : 0;
        rank.broken_promises += f.broken_promises.value_or(0);
        rank.touched.push_back({touchpoint, way_to(node)});
    }

    std::vector<Node> way_to(Node node) const {
        std::vector<Node> way;
        for (; node; node = m_via[node.index()])
            way.push_back(node);
        std::reverse(way.begin(), way.end());
        return way;
    }

    model::Room const& m_room;
    BlueprintGraph const& m_graph;
    RoomFigures const& m_figures;
    std::vector<Node> m_via;            // of the component being ranked
    std::vector<std::uint32_t> m_seen;  // touchpoint -> the component that touched it last
};

}  // namespace

std::vector<ComponentRank> component_ranking(model::Room const& room, BlueprintGraph const& graph,
                                             RoomFigures const& figures) {
    std::vector<std::vector<Node>> nodes(room.components.size());
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        auto const component = room.blueprint_nodes[i].component;
        if (component) nodes[component.index()].emplace_back(i);
    }
    Ranker ranker(room, graph, figures);
    std::vector<ComponentRank> ranking;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        ranking.push_back(ranker.rank(model::ComponentId(i), std::move(nodes[i])));
    std::sort(ranking.begin(), ranking.end(), [&](ComponentRank const& a, ComponentRank const& b) {
        auto const key = [&](ComponentRank const& rank) {
            return std::make_tuple(-rank.broken, -rank.broken_promises,
                                   std::string_view(room.components[rank.component.index()].key));
        };
        return key(a) < key(b);
    });
    return ranking;
}

}  // namespace metrics
