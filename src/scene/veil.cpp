// What is not in focus steps back towards the ground. Once the focus has come, the map is clipped
// to what is shown around it (build_scene); while it comes or goes a veil hides the rest.
#include <algorithm>
#include <array>

#include "scene/focus.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Around a stage or a touchpoint its neighbours keep this share of their ink.
constexpr double neighbours_share = 0.3;

Tag tag_of(PaintContext const& c, Focus const& focus) {
    switch (focus.kind) {
        case Focus::Kind::Stage:
            return {ItemKind::Stage, focus.stage.value, Role::Veil};
        case Focus::Kind::Touchpoint:
            return {ItemKind::Touchpoint, c.input.room.at(focus.placement).touchpoint.value,
                    Role::Veil};
        case Focus::Kind::None:
        case Focus::Kind::Journey:
            break;
    }
    return {ItemKind::Journey, focus.journey.value, Role::Veil};
}

// `outer` without `inner`, in four pieces.
void paint_ring(PaintContext const& c, Tag tag, ScreenRect const& outer, ScreenRect const& hole) {
    ScreenRect const inner = base::intersection(hole, outer);
    Color const ground = c.input.theme.ground;
    std::array const pieces{
        ScreenRect{outer.x, outer.y, inner.x - outer.x, outer.h},
        ScreenRect{inner.right(), outer.y, outer.right() - inner.right(), outer.h},
        ScreenRect{inner.x, outer.y, inner.w, inner.y - outer.y},
        ScreenRect{inner.x, inner.bottom(), inner.w, outer.bottom() - inner.bottom()}};
    for (ScreenRect const& piece : pieces) {
        if (!piece.empty()) c.painter.box(tag, piece, ground);
    }
}

// The lane names belong to the stage in focus as well.
ScreenRect beyond_rail(PaintContext const& c, ScreenRect area) {
    if (!c.chrome.place.frame || c.chrome.place.item) return area;
    double const rail = c.on_screen(c.input.layout.frames[*c.chrome.place.frame].rail).right();
    double const cut = std::clamp(rail - area.x, 0.0, area.w);
    return {area.x + cut, area.y, area.w - cut, area.h};
}

struct Lit {
    ScreenRect bright, shown;
};

void paint_one(PaintContext const& c, Focus const& focus, Lit const& lit, double share) {
    if (share <= 0) return;
    Tag const tag = tag_of(c, focus);
    ScreenRect const all = c.chrome.frozen.map;
    if (share < 1) {
        c.painter.push_alpha(share);
        paint_ring(c, tag, all, lit.shown);
        c.painter.pop_alpha();
    }
    if (focus.kind == Focus::Kind::Journey) return;
    c.painter.push_alpha(share * (1 - neighbours_share));
    // A column's right hairline is drawn by the next one.
    ScreenRect hole = lit.bright;
    hole.w += c.painter.mm(0.3) + 1;
    paint_ring(c, tag, beyond_rail(c, lit.shown), hole);
    c.painter.pop_alpha();
}

}  // namespace

void paint_veil(PaintContext const& c) {
    View const& view = c.input.view;
    if (view.focus_from_share > 0) {
        // Where the last focus lies by now; it has lost its sheet.
        if (auto const from = find_focus(c.input.layout, view, view.focus_from)) {
            ScreenRect const bright = c.on_screen(from->rect);
            paint_one(c, view.focus_from, {bright, c.chrome.frozen.map}, view.focus_from_share);
        }
    }
    if (!c.chrome.bright.empty())
        paint_one(c, view.focus, {c.chrome.bright, c.chrome.shown}, view.focus_share);
}

}  // namespace scene
