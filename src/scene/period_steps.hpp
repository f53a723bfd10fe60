// Which months the wall offers, and what lies a step earlier or later. Pure dates; must not know
// where they are drawn. Used by dock, cards and definitions.
#pragma once

#include <optional>

#include "base/date.hpp"

namespace scene {

inline constexpr int strip_length = 24;  // months of the period strip

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
