// What stands on a grid board: each touchpoint's two values, in the order in which they get their
// places, and why others are left out. Must not know where anything stands. Called by board_places.
#pragma once

#include "scene/board_places.hpp"

namespace scene {

struct GridValue {
    model::TouchpointId touchpoint;
    double x = 0;
    double y = 0;
    double rank = 0;  // the higher, the sooner it gets its place and its name
    OnLine on_line = OnLine::No;
    bool signature = false;
};

// Highest rank first, ties by key: the order of a pack's rows changes nothing. Counts into `places`
// what has no value there, signatures and possible overkill.
std::vector<GridValue> grid_values(ChromeInput const& input, Board board, GridPlaces& places);

}  // namespace scene
