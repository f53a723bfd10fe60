// The handle of the curtain: where it stands on the screen and how it is drawn. It stands on the
// hem in the rail, so that it lies over no touchpoint, and stays in view while the curtain is open.
// Called by chrome and build_scene.
#pragma once

#include "scene/paint.hpp"

namespace scene {

// Adds the handle of the titled journey's curtain to the controls, where it is in view.
void add_curtain_handle(ChromeInput const& input, double unit, Chrome& chrome);

void paint_curtain_handle(PaintContext const& c);

}  // namespace scene
