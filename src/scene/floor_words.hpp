// Where something stands free on the open floor: beside the links and boxes that are there.
// Geometry in world units; must not paint. Used by floor_paint and edit_controls.
#pragma once

#include <optional>

#include "layout/floor.hpp"

namespace scene {

// The left edge of a place of `width` in `band` that no link and no box touches, as near to
// `wish` as there is one; nothing where none is free.
std::optional<double> free_place(layout::Floor const& floor, layout::WorldRect const& band,
                                 double width, double wish);

// The leftmost one through which no link runs, whatever boxes stand there.
std::optional<double> place_beside_links(layout::Floor const& floor, layout::WorldRect const& band,
                                         double width);

}  // namespace scene
