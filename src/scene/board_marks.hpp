// Marks and titles of a grid board that hide neither each other nor the lines. Pure geometry over
// GridPlaces; must not know what the values mean. Called by board_places.
#pragma once

#include "scene/board_places.hpp"

namespace scene {

// More marks than this, or than a quarter of the field, cannot be told apart.
std::size_t most_marks(ScreenRect const& field, double diameter);

// In the order of the points each takes the free place nearest to its values: on its line where it
// lies on one, else on its own side of both lines.
void part_marks(GridPlaces& places);

// Titles beside their marks where they touch nothing, in the order of the points. `taken`: what
// stands there already.
void place_labels(GridPlaces& places, ChromeInput const& input, std::vector<ScreenRect> taken);

}  // namespace scene
