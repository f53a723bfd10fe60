// A smooth line through the points of an emotion curve that never rises above or falls below the
// points it joins. Must not know where values come from. Used by scene.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace layout {

// An unbroken part of the curve: its k-th point (point `first + k` of the input) is line[k *
// steps].
struct CurveRun {
    std::size_t first = 0;
    std::vector<base::WorldPoint> line;
};

// Points from left to right; nothing = a gap, across which no line is drawn. A point between two
// gaps is a run of one.
std::vector<CurveRun> smooth_curve(std::span<std::optional<base::WorldPoint> const> points,
                                   int steps = 12);

}  // namespace layout
