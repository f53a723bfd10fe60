// One floor at one size of its words: steps, names, lanes, boxes and lines from top to bottom; its
// links are known and not yet routed. Must not choose the size. Used by blueprint_layout.
#pragma once

#include "layout/floor_boxes.hpp"
#include "layout/map_layout.hpp"

namespace layout {

struct FloorDraft {
    Floor floor;
    double depth = 0;      // of what stands on it
    double clearance = 0;  // of its links
    BoxWords words;
};

// Hangs at `top` of the frame.
FloorDraft draft_at(LayoutInput const& input, Frame const& frame, double top,
                    FloorSizes const& sizes);

}  // namespace layout
