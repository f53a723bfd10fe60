// Orthogonal routes between boxes that never run through a box: shortest paths with few bends over
// an orthogonal visibility grid by A*, then the segments that share a channel are nudged apart and
// centred in it. After M. Wybrow, K. Marriott and P. J. Stuckey, "Orthogonal Connector Routing"
// (Graph Drawing 2009); tracks of a channel by the left-edge rule of A. Hashimoto and J. Stevens,
// "Wire Routing by Optimizing Channel Assignment within Large Apertures" (DAC 1971). Pure geometry:
// must not know blueprints. Deterministic. Called by blueprint_layout.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace layout {

using base::WorldPoint;
using base::WorldRect;

enum class Side : std::uint8_t { Left, Top, Right, Bottom };

struct RouteLink {
    std::uint32_t from = 0;  // boxes
    std::uint32_t to = 0;
    // Links of one bundle may lie on each other, so that they read as one line that branches.
    std::uint32_t bundle = 0;
};

struct RouteSpacing {
    double clearance = 5;    // between a line and a box that it passes
    double separation = 6;   // between two lines side by side, where there is room
    double port_inset = 10;  // between a port and the corners of its box, where there is room
    double bend = 36;        // a bend costs as much as this way
    double crossing = 14;    // crossing another line costs as much as this way
};

struct RouteInput {
    WorldRect bounds;  // holds the boxes; routes stay inside
    std::vector<WorldRect> boxes;
    std::vector<RouteLink> links;
    std::vector<double> walls;  // y of rules that a route may cross but not run along
    RouteSpacing spacing;
};

struct Route {
    Side from_side = Side::Top;
    Side to_side = Side::Bottom;
    // Corners from border to border, axis-parallel, no three in a line; empty where the boxes leave
    // no way.
    std::vector<WorldPoint> points;
};

// One route a link, in the links' order. A link leaves and enters by sides that do not face away
// from its other end.
std::vector<Route> route_links(RouteInput const& input);

// True when that side of `box` does not face away from `other`.
bool faces(WorldRect const& box, Side side, WorldRect const& other);

}  // namespace layout
