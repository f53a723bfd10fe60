// The frozen names: stage names along the top edge, lane names along the left one, each beside the
// part it names.
#include <algorithm>

#include "scene/paint.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double name_cap = 11;
constexpr double name_inset = 8;
constexpr double lane_cap = 7.2;

void paint_names(PaintContext const& c) {
    Painter& p = c.painter;
    Frozen const& frozen = c.chrome.frozen;
    ScreenRect const strip{0, frozen.map.y - frozen.top, c.input.view.size.w, frozen.top};
    p.push_clip(strip);
    p.push_alpha(frozen.header_share);
    p.rule({ItemKind::Chrome, 0, Role::Rule}, {0, strip.bottom() - 1, strip.w, 1},
           c.input.theme.quiet_line);
    double const size = std::min(layout::font_size_for_cap(name_cap) * c.unit, frozen.top * 0.7);
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::FrozenStage) continue;
        auto const& column =
            c.input.layout.frames[control.frame].columns[static_cast<std::size_t>(control.column)];
        ScreenRect const rect = control.rect;
        double const inset = std::min(name_inset * c.unit, rect.w / 8);
        double const wide = rect.w - 2 * inset;
        // A name cut short names nothing; its number still leads there.
        bool const fits =
            !c.input.text.block(control.label, {wide / size, 1, 0.7, Weight::SemiBold}).cut;
        auto const& block =
            c.input.text.block(fits ? control.label : std::to_string(control.column + 1),
                               {wide / size, 1, 0.7, Weight::SemiBold});
        if (block.lines.empty() || block.cut) continue;
        double const top = rect.centre().y - block.height * size / 2;
        p.block({ItemKind::Stage, column.stage.value, Role::Name}, block,
                {rect.x + inset, top, wide, rect.h}, size, c.input.theme.ink);
    }
    p.pop_alpha();
    p.pop_clip();
}

void paint_lane_names(PaintContext const& c, layout::Frame const& frame) {
    Painter& p = c.painter;
    Frozen const& frozen = c.chrome.frozen;
    // The frame's own names have gone by then (see frames.cpp).
    double const share = std::clamp(2 * frozen.rail_share - 1, 0.0, 1.0);
    if (share <= 0) return;
    double const size = layout::font_size_for_cap(lane_cap) * c.unit * c.input.physical.hand_type;
    p.push_clip({0, frozen.map.y, c.chrome.map.x + frozen_rail_width * c.unit, frozen.map.h});
    p.push_alpha(share);
    double free_from = frozen.map.y;
    double const width = frozen_rail_width * c.unit - size;
    for (layout::Lane const& lane : frame.lanes) {
        if (!names_lane(c, lane)) continue;
        ScreenRect const band = c.on_screen(lane.rect);
        auto const& block =
            c.input.text.block(lane_name(c, lane), {width / size, 3, 0.72, Weight::Medium});
        double const height = block.height * size;
        bool const middle = lane.role == layout::LaneRole::Emotion;
        double const wish = middle ? band.centre().y - height / 2 : band.y + size * 0.3;
        double const low = std::max(wish, free_from + size * 0.4);
        bool const in_view = band.bottom() > frozen.map.y + height / 2;
        if (!in_view || low + height > frozen.map.bottom()) continue;
        p.block({ItemKind::Lane, *c.chrome.place.frame, Role::Label}, block,
                {c.chrome.map.x, low, width, height}, size, c.input.theme.second_ink);
        free_from = low + height;
    }
    p.pop_alpha();
    p.pop_clip();
}

}  // namespace

void paint_frozen(PaintContext const& c) {
    Frozen const& frozen = c.chrome.frozen;
    if (!c.chrome.place.frame) return;
    layout::Frame const& frame = c.input.layout.frames[*c.chrome.place.frame];
    if (frozen.top > 0) paint_names(c);
    if (frozen.left > 0) paint_lane_names(c, frame);
}

}  // namespace scene
