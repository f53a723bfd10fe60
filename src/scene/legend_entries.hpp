// What the legend explains: the marks of an overlay, of an open floor and of the boards, with their
// words. Must not know where they stand. Used by legend and beliefs.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "scene/draw_list.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace scene {

// Signs that are no shape of their own: stripes, and those of the floor.
enum class LegendSign { Shape, Old, FailPoint, Wait, Shared, Triggers, Needs, Waits, FailsInto };
struct LegendEntry {
    Shape shape = Shape::Ring;
    Color color;
    std::string text;
    LegendSign sign = LegendSign::Shape;
};
// The marks the legend explains under an overlay, in order.
std::vector<LegendEntry> legend_of(Overlay overlay, Theme const& theme,
                                   base::Catalogue const& catalogue);
// What stands on an open floor.
std::vector<LegendEntry> floor_legend(base::Catalogue const& catalogue);
// On a board.
std::vector<LegendEntry> legend_of(Board board, Theme const& theme,
                                   base::Catalogue const& catalogue);

}  // namespace scene
