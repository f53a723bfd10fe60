// Which measure is painted on a touchpoint, and how: shape + word + colour, never colour alone.
// Must not know where a touchpoint stands or how large it is. Used by everything in this folder
// that paints one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "metrics/room_figures.hpp"
#include "scene/draw_list.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace scene {

// How one touchpoint looks under an overlay: what fits in the smallest cell.
struct Mark {
    Shape shape = Shape::Ring;
    Color color;      // full strength: marks, figures
    Color tint;       // what a large cell is filled with (over the card)
    double size = 1;  // share of the mark's full size (importance)
};

// What stands beside the mark where there is room: "broken" and "5,150 of 7,220".
struct Wording {
    std::string word;
    std::string value;
};

// Empty for Overlay::None. Cheap: made for every visible cell of every frame.
std::optional<Mark> mark_of(Overlay overlay, metrics::RoomFigures const& room,
                            model::TouchpointId touchpoint, Theme const& theme);
Wording wording_of(Overlay overlay, metrics::RoomFigures const& room,
                   model::TouchpointId touchpoint, base::Catalogue const& catalogue);
// "contacts".
std::string_view effort_name(base::Catalogue const& catalogue, model::EffortMeasure measure);
// "2.4 contacts".
std::string effort_text(base::Catalogue const& catalogue, metrics::EffortFigure const& effort);

Shape shape_of(metrics::PromiseState state);
Color color_of(metrics::PromiseState state, Theme const& theme);
Shape shape_of(metrics::Position position);
Color color_of(metrics::Position position, Theme const& theme);

// The arrow beside a state: only where a control chart says that the asked period is no noise, and
// only beside the figures that it speaks of.
std::optional<Shape> signal_arrow(metrics::TouchpointFigures const& figures);

// The same colour as text, which needs more contrast than a mark.
Color as_text(Color color, Theme const& theme);

}  // namespace scene
