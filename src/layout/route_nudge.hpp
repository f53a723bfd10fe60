// Moves the segments of routes that share a channel apart and into its middle, in an order that
// makes few crossings; segments of one bundle stay together. Called by link_router only.
#pragma once

#include <vector>

#include "layout/link_router.hpp"

namespace layout {

// Leaves out repeated points and points on a straight line.
void simplify(std::vector<WorldPoint>& points);

// Upright segments first, then level ones. No segment comes nearer to a box than before, or than
// half of the clearance.
void nudge_apart(RouteInput const& input, std::vector<Route>& routes);

}  // namespace layout
