// The dock at the foot of the wall: navigation, overlays, personas, period and minimap, always one
// tap away and in reach. Computes its controls; split from chrome because it has many. Must not
// draw.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

// A persona's portrait in its control, design millimetres.
inline constexpr double portrait_size = 38;
inline constexpr double portrait_gap = 3;

// Adds the dock's controls and its minimap and period strip to `chrome` (whose dock rectangle is
// set).
void add_dock(ChromeInput const& input, double unit, Chrome& chrome);

}  // namespace scene
