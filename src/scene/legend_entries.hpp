// What the legend explains: the marks of an overlay, of an open floor and of the boards, with their
// words. Must not know where they stand. Used by legend and beliefs.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "scene/signs_seen.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace scene {

struct LegendEntry {
    Shape shape = Shape::Ring;
    Color color;
    std::string text;
    Sign sign = Sign::Shape;
};
// The marks an overlay can show, in order.
std::vector<LegendEntry> legend_of(Overlay overlay, Theme const& theme,
                                   base::Catalogue const& catalogue);
// Those of the other measure, which stand beside them where a touchpoint has the room.
std::vector<LegendEntry> second_legend_of(Overlay overlay, Theme const& theme,
                                          base::Catalogue const& catalogue);
// What can stand on an open floor.
std::vector<LegendEntry> floor_legend(base::Catalogue const& catalogue);
// On a board.
std::vector<LegendEntry> legend_of(Board board, Theme const& theme,
                                   base::Catalogue const& catalogue);

// The sign at the end of a link.
Sign sign_of(model::LinkKind kind);

}  // namespace scene
