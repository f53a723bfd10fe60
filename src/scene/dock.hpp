// The dock at the foot of the wall: navigation, overlays, personas, period and minimap, always one
// tap away and in reach. Computes its controls; split from chrome because it has many. Must not
// draw.
#pragma once

#include <optional>

#include "scene/chrome.hpp"

namespace scene {

// A persona's portrait in its control, design millimetres.
inline constexpr double portrait_size = 38;
inline constexpr double portrait_gap = 3;

// Adds the dock's controls and its minimap and period strip to `chrome` (whose dock rectangle is
// set).
void add_dock(ChromeInput const& input, double unit, Chrome& chrome);

// The months shown by the period strip: 24 that end with the last observed month, moved so that the
// asked period is among them. Nothing when the room has no observations.
std::optional<base::Period> strip_months(std::optional<base::Period> observed, base::Period asked);

// The period one step earlier (-1) or later (+1) of the same grain; nothing beyond what was
// observed.
std::optional<base::Period> step_period(std::optional<base::Period> observed, base::Period from,
                                        int step);

// Month to its quarter; a quarter (or any other span) to its last month.
base::Period other_grain(base::Period period);

}  // namespace scene
