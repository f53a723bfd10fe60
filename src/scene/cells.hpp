// How a touchpoint cell looks in each of its forms. All sizes are shares of the cell's height, so
// that a form is the same at every zoom. Internal to this folder.
#pragma once

#include "scene/detail.hpp"
#include "scene/paint.hpp"

namespace scene {

struct Cell {
    model::TouchpointId touchpoint;
    ScreenRect rect;
    model::Touchpoint const& data;
    metrics::TouchpointFigures const& figures;
    std::optional<Mark> mark;  // of the overlay
    Overlay overlay = Overlay::None;
};

void paint_form(PaintContext const& c, Cell const& cell, Form form);

}  // namespace scene
