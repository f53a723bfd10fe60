// How much each node and link of the open floor stands out: a lit chain against the rest, what a
// lens is about against what it is not. Made once a frame; must not draw. Called by floor_paint.
#pragma once

#include <vector>

#include "model/room.hpp"
#include "scene/view.hpp"

namespace scene {

enum class Emphasis { Normal, Lit, Dimmed };

struct NodeLook {
    Emphasis emphasis = Emphasis::Normal;
    int order = 0;     // of a lit chain, from 1; 0: none is shown
    double share = 1;  // 0..1: eases in
};

// By index of Room::blueprint_nodes, Room::blueprint_links and Room::touchpoints; an empty list:
// all are normal.
struct FloorLooks {
    std::vector<NodeLook> nodes;
    std::vector<NodeLook> links;
    std::vector<NodeLook>
        touchpoints;  // of the open journey: dimmed unless a node of theirs is not

    NodeLook of(model::BlueprintNodeId node) const {
        return node.index() < nodes.size() ? nodes[node.index()] : NodeLook{};
    }
    NodeLook of(model::TouchpointId touchpoint) const {
        return touchpoint && touchpoint.index() < touchpoints.size()
                   ? touchpoints[touchpoint.index()]
                   : NodeLook{};
    }
    NodeLook of_link(std::uint32_t link) const {
        return link < links.size() ? links[link] : NodeLook{};
    }
};

// What a lens is about: the steps of a team, a function or a lane in the open journey.
std::vector<model::BlueprintNodeId> lens_nodes(model::Room const& room, View const& view);

FloorLooks floor_looks(model::Room const& room, View const& view);

}  // namespace scene
