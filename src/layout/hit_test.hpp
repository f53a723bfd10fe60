// What lies at a world point. Used by app for taps and by tests. Must not know pixels: the radius
// is in world units.
#pragma once

#include <optional>

#include "layout/map_layout.hpp"

namespace layout {

struct Hit {
    enum class Kind { Item, Stage, Frame } kind = Kind::Frame;
    std::uint32_t frame = 0;
    std::uint32_t column = 0;  // Stage
    std::uint32_t item = 0;    // Item
};

// The item under the point (else the nearest within `radius`), else the deepest stage header, else
// the deepest frame.
std::optional<Hit> hit_test(MapLayout const& layout, WorldPoint point, double radius);

// Index of the deepest frame that holds the point; nothing outside all frames.
std::optional<std::uint32_t> deepest_frame(MapLayout const& layout, WorldPoint point);

// The column of `frame` at the point's x, if it lies in one.
std::optional<std::uint32_t> column_at(Frame const& frame, WorldPoint point);

}  // namespace layout
