// Where something stands free on the open floor: beside the links that run there. Geometry in world
// units; must not paint. Used by floor_paint and edit_controls.
#pragma once

#include <optional>

#include "layout/floor.hpp"

namespace scene {

// The left edge of a place of `width` in `band` through which no link runs, as near to `wish` as
// there is one; nothing where links run everywhere.
std::optional<double> free_place(layout::Floor const& floor, layout::WorldRect const& band,
                                 double width, double wish);

}  // namespace scene
