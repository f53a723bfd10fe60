// Marks and names of a grid board that hide neither each other nor the lines. Pure geometry over
// GridPlaces; must not know what the values mean. Called by board_places.
#pragma once

#include "scene/board_places.hpp"

namespace scene {

// More marks than this, or than a quarter of the field, cannot be told apart.
std::size_t most_marks(ScreenRect const& field, double diameter);

// In the order of the points: a mark stands at its values unless another does; else it stands
// aside, on its own side of both lines, tied to its place by a leader. Names stand beside their
// marks, or aside by a leader, where they touch nothing. `taken`: what stands there already.
void stand_apart(GridPlaces& places, ChromeInput const& input,
                 std::vector<ScreenRect> const& taken);

}  // namespace scene
