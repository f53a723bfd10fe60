// The chip above the map that says what is looked through: below cards and sheets, as hands find
// it. Must not know its panel, which lies over everything. Called by build_scene.
#pragma once

#include "scene/paint.hpp"

namespace scene {

void paint_lens_chip(PaintContext const& c);

}  // namespace scene
