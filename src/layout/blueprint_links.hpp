// The links of a floor whose boxes and lines stand: which of them share a way, how they run, what
// they cross. Must not know texts. Used by blueprint_layout.
#pragma once

#include <vector>

#include "layout/floor.hpp"

namespace layout {

// The room above each lane, and below the last, `least` and more by the links that may run level
// there.
std::vector<double> lane_channels(Floor const& floor, double least);
// Above the first lane run those that leave it upwards.
double top_channel(Floor const& floor);

// `clearance`: between a link and a box.
Floor routed(Floor floor, double clearance);

}  // namespace layout
