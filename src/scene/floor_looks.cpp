#include "scene/floor_looks.hpp"

#include <algorithm>

#include "metrics/cause_chain.hpp"
#include "metrics/hand_offs.hpp"

namespace scene {
namespace {

using Node = model::BlueprintNodeId;

class LooksMaker {
public:
    LooksMaker(model::Room const& room, View const& view)
        : m_room(room), m_view(view), m_graph(metrics::blueprint_graph(room)) {
        NodeLook const dimmed{Emphasis::Dimmed, 0, 1};
        m_out.nodes.assign(room.blueprint_nodes.size(), dimmed);
        m_out.links.assign(room.blueprint_links.size(), dimmed);
    }

    // What was told so far stands out; causes carry their number.
    FloorLooks lit() {
        auto const chain = metrics::cause_chain(m_room, m_graph, m_view.lit.failed);
        auto const order = chain.order();
        std::size_t const told = std::min(m_view.lit.told, order.size());
        for (std::size_t i = 0; i < told; ++i) {
            bool const cause = i > 0 && i < chain.backwards();
            node(order[i]) = {Emphasis::Lit, cause ? static_cast<int>(i) : 0, 1};
        }
        for (std::uint32_t const link : chain.cause_links)
            light_between(link);
        for (std::uint32_t const link : chain.effect_links)
            light_between(link);
        return done();
    }

    FloorLooks held_up(std::vector<Node> own) {
        auto const held = metrics::held_up_by(m_room, m_graph, std::move(own));
        for (metrics::Reached const& reached : held.onwards)
            node(reached.node) = {};
        for (Node const one : held.own)
            node(one) = {Emphasis::Lit, 0, 1};
        bool const strong = m_view.lens.kind != LensKind::Role;
        for (std::size_t i = 0; i < m_room.blueprint_links.size(); ++i) {
            model::BlueprintLink const& link = m_room.blueprint_links[i];
            if (is_dimmed(link.from) || is_dimmed(link.to)) continue;
            m_out.links[i] = {strong ? Emphasis::Lit : Emphasis::Normal, 0, 1};
        }
        return done();
    }

    // The customer's way stands out, numbered where another department takes over; behind it the
    // links on which the work changes hands.
    FloorLooks hand_offs() {
        for (NodeLook& look : m_out.nodes)
            look = {};
        auto const front = metrics::front_path(m_room, m_view.curtain_of);
        for (Node const one : front)
            node(one) = {Emphasis::Lit, 0, 1};
        int number = 0;
        for (metrics::HandOff const& change : metrics::hand_offs_along(m_room, front))
            node(change.to).order = ++number;
        for (auto const& change : metrics::hand_offs_behind(m_room, m_graph, m_view.curtain_of))
            m_out.links[change.link] = {Emphasis::Lit, 0, 1};
        return done();
    }

private:
    FloorLooks done() {
        m_out.touchpoints.assign(m_room.touchpoints.size(), {Emphasis::Dimmed, 0, 1});
        for (std::size_t i = 0; i < m_room.blueprint_nodes.size(); ++i) {
            model::BlueprintNode const& one = m_room.blueprint_nodes[i];
            bool const here = !m_view.curtain_of || one.journey == m_view.curtain_of;
            if (here && one.touchpoint && m_out.nodes[i].emphasis != Emphasis::Dimmed)
                m_out.touchpoints[one.touchpoint.index()] = {};
        }
        return std::move(m_out);
    }

    NodeLook& node(Node id) { return m_out.nodes[id.index()]; }
    bool is_dimmed(Node id) { return node(id).emphasis == Emphasis::Dimmed; }

    void light_between(std::uint32_t index) {
        model::BlueprintLink const& link = m_room.blueprint_links[index];
        if (!is_dimmed(link.from) && !is_dimmed(link.to))
            m_out.links[index] = {Emphasis::Lit, 0, 1};
    }

    model::Room const& m_room;
    View const& m_view;
    metrics::BlueprintGraph m_graph;
    FloorLooks m_out;
};

std::vector<Node> in_lane(model::Room const& room, model::JourneyId journey,
                          model::BlueprintLane lane) {
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        model::BlueprintNode const& node = room.blueprint_nodes[i];
        if (node.journey == journey && node.lane == lane) nodes.emplace_back(i);
    }
    return nodes;
}

}  // namespace

std::vector<Node> lens_nodes(model::Room const& room, View const& view) {
    using metrics::Whose;
    std::vector<Node> own;
    switch (view.lens.kind) {
        case LensKind::Role:
            own = metrics::nodes_of_team(room, view.lens.key, Whose::Role);
            break;
        case LensKind::Function:
            own = metrics::nodes_of_team(room, view.lens.key, Whose::Function);
            break;
        case LensKind::Employee:
            return in_lane(room, view.curtain_of, model::BlueprintLane::Employee);
        case LensKind::Policy:
            return in_lane(room, view.curtain_of, model::BlueprintLane::Policy);
        case LensKind::HandOffs:
        case LensKind::None:
            break;
    }
    std::erase_if(own, [&](Node node) {
        return room.blueprint_nodes[node.index()].journey != view.curtain_of;
    });
    return own;
}

namespace {

NodeLook as_told(std::vector<NodeLook> const& looks, std::size_t i) {
    return i < looks.size() ? looks[i] : NodeLook{};
}

// On the way from one look to another; of two that stand out differently, one goes before the other
// comes.
NodeLook between(NodeLook from, NodeLook to, double share) {
    if (from.emphasis == to.emphasis) return to;
    if (to.emphasis == Emphasis::Normal) return {from.emphasis, from.order, 1 - share};
    if (from.emphasis == Emphasis::Normal) return {to.emphasis, to.order, share};
    return share < 0.5 ? NodeLook{from.emphasis, from.order, 1 - 2 * share}
                       : NodeLook{to.emphasis, to.order, 2 * share - 1};
}

std::vector<NodeLook> between(std::vector<NodeLook> const& from, std::vector<NodeLook> const& to,
                              double share) {
    std::vector<NodeLook> looks(std::max(from.size(), to.size()));
    for (std::size_t i = 0; i < looks.size(); ++i)
        looks[i] = between(as_told(from, i), as_told(to, i), share);
    return looks;
}

FloorLooks settled_looks(model::Room const& room, View const& view) {
    if (!view.lit.failed.empty()) return LooksMaker(room, view).lit();
    if (view.lens.kind == LensKind::None) return {};
    if (view.lens.kind == LensKind::HandOffs) return LooksMaker(room, view).hand_offs();
    return LooksMaker(room, view).held_up(lens_nodes(room, view));
}

}  // namespace

FloorLooks floor_looks(model::Room const& room, View const& view) {
    FloorLooks to = settled_looks(room, view);
    if (view.told_share >= 1) return to;
    View before;
    before.curtain_of = view.curtain_of;
    before.lit = view.lit_from;
    before.lens = view.lens_from;
    FloorLooks const from = settled_looks(room, before);
    return {between(from.nodes, to.nodes, view.told_share),
            between(from.links, to.links, view.told_share),
            between(from.touchpoints, to.touchpoints, view.told_share)};
}

}  // namespace scene
