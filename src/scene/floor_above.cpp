// The journey above its open floor, while a chain is lit or a lens is looked through: touchpoints
// that have no part in it step back towards the paper.
#include "scene/floor_parts.hpp"

namespace scene {
namespace {

constexpr double veil = 0.8;

}  // namespace

void paint_floor_above(FloorContext const& f) {
    if (f.looks.touchpoints.empty()) return;
    PaintContext const& c = f.c;
    layout::Frame const& frame = c.input.layout.frames[f.floor.frame];
    Color const paper = base::mix(f.theme().ground, f.theme().card, 0.55);
    // With the hairlines of the cells.
    double const air = c.painter.mm(0.6);
    for (std::uint32_t i = 0; i < frame.item_count; ++i) {
        layout::Item const& item = c.input.layout.items[frame.first_item + i];
        NodeLook const look = f.looks.of(item.touchpoint);
        if (look.emphasis != Emphasis::Dimmed) continue;
        ScreenRect const rect = base::inset(c.on_screen(item.rect), -air);
        c.painter.box({ItemKind::Touchpoint, item.touchpoint.value, Role::Veil}, rect,
                      base::with_alpha(paper, veil * look.share));
    }
}

}  // namespace scene
