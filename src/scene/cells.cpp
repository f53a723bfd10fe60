#include "scene/cells.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

void paint_overlay(PaintContext const& c, layout::Item const& item, ScreenRect const& rect,
                   Overlay overlay) {
    auto const& figures = c.figures(item.touchpoint);
    Cell const cell{item.touchpoint,
                    rect,
                    c.input.room.at(item.touchpoint),
                    figures,
                    mark_of(overlay, c.input.figures, item.touchpoint, c.input.theme),
                    overlay};
    for (FormShare const& share : forms_of(c.to_mm(rect.w), c.to_mm(rect.h))) {
        if (share.alpha <= 0) continue;
        c.painter.push_alpha(share.alpha);
        paint_form(c, cell, share.form);
        c.painter.pop_alpha();
    }
}

// During a change of overlay the cell of the old one fades out under the new one; at rest there is
// one.
void paint_cell(PaintContext const& c, layout::Item const& item, ScreenRect const& rect) {
    View const& view = c.input.view;
    if (view.overlay_share >= 1 || view.overlay == view.overlay_from) {
        paint_overlay(c, item, rect, view.overlay);
        return;
    }
    c.painter.push_alpha(1 - view.overlay_share);
    paint_overlay(c, item, rect, view.overlay_from);
    c.painter.pop_alpha();
    c.painter.push_alpha(view.overlay_share);
    paint_overlay(c, item, rect, view.overlay);
    c.painter.pop_alpha();
}

}  // namespace

void paint_cells(PaintContext const& c) {
    // The drawn area is wider than the viewport by the margins; both have the camera's centre.
    ScreenRect const area{0, c.chrome.map.y, c.input.view.size.w, c.chrome.map.h};
    auto const top_left = to_world(c.input.view.camera, c.chrome.map, {area.x, area.y});
    auto const bottom_right =
        to_world(c.input.view.camera, c.chrome.map, {area.right(), area.bottom()});
    layout::WorldRect const seen{top_left.x, top_left.y, bottom_right.x - top_left.x,
                                 bottom_right.y - top_left.y};
    for (std::uint32_t const index : layout::query(c.input.layout.grid, seen)) {
        layout::Item const& item = c.input.layout.items[index];
        ScreenRect const rect = c.on_screen(item.rect);
        if (!base::intersects(rect, area) || c.painter.covered(rect)) continue;
        c.painter.count_item();
        paint_cell(c, item, rect);
    }
}

}  // namespace scene
