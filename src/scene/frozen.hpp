// The stage header and the lane rail that stay in view at every zoom: when a frame's own ones have
// left the viewport, the names stand at its edges, and the map is clipped beside them, so that
// nothing runs under a name. Geometry only; must not draw. Called by chrome.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

// Design millimetres.
inline constexpr double frozen_strip_height = 42;
// On a panel that stands upright columns are narrow and height is at hand: mm of the panel, for
// names on four lines.
inline constexpr double upright_strip_mm = 36;
inline constexpr double frozen_rail_width = 88;
// Capitals of a frame's own lane names, natural mm.
inline constexpr double rail_label_cap_mm = 7.6;

// px
double frozen_strip(ScreenSize size, Physical const& physical);

// Of chrome.place, in chrome.map; `unit` as chrome_unit.
Frozen frozen_parts(ChromeInput const& input, double unit, Chrome const& chrome);

// A target for every stage name in the strip.
void add_frozen_stages(ChromeInput const& input, double unit, Chrome& chrome);

}  // namespace scene
