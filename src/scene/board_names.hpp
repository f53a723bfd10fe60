// The names beside the marks of a grid board: what is said and how large that is. Pure; must not
// know where they stand. Called by board_marks and board_grid.
#pragma once

#include <string>

#include "scene/board_places.hpp"

namespace scene {

// How wide and high a point's name is.
ScreenSize name_size(ChromeInput const& input, GridPoint const& point, double size);
// What stands behind the name of one that delights (metrics 2.8); empty for others.
std::string name_note(base::Catalogue const& catalogue, GridPoint const& point);

}  // namespace scene
