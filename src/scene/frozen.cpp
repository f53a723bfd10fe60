// The stage header and the lane rail that stay in view at every zoom: when a frame's own ones have
// left the viewport, the names stand at its edges, each beside the part it names, and the map is
// clipped beside them, so that nothing runs under a name.
#include <algorithm>

#include "scene/detail.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double strip_height = 42;
constexpr double name_cap = 11;
constexpr double lane_cap = 7.2;
constexpr double rail_width = 64;
constexpr double rail_padding = 8;
// A frozen part comes in over this share of the way that its original goes out.
constexpr double way = 0.5;

double header_share(PaintContext const& c, layout::Frame const& frame) {
    if (frame.columns.empty()) return 0;
    ScreenRect const name = c.on_screen(frame.columns[0].name.rect);
    double const hidden =
        std::clamp((c.chrome.map.y - name.y) / std::max(1.0, name.h * way), 0.0, 1.0);
    // Also when the frame's own header is in view but too small to read.
    double const cap = frame.columns[0].name.block.style.size * c.scale() * layout::cap_height_em;
    return std::max(hidden, 1 - text_share(c.to_mm(cap)));
}

double rail_share(PaintContext const& c, layout::Frame const& frame) {
    ScreenRect const rail = c.on_screen(frame.rail);
    double const hidden =
        std::clamp((c.chrome.map.x - rail.x) / std::max(1.0, rail.w * way), 0.0, 1.0);
    double const cap = rail_label_cap_mm * frame.scale * c.scale();
    return std::max(hidden, 1 - text_share(c.to_mm(cap)));
}

void paint_names(PaintContext const& c, Frozen const& frozen, layout::Frame const& frame) {
    Painter& p = c.painter;
    ScreenRect const strip{0, frozen.map.y - frozen.top, c.input.view.size.w, frozen.top};
    p.push_clip(strip);
    p.push_alpha(frozen.header_share);
    p.rule({ItemKind::Chrome, 0, Role::Rule}, {0, strip.bottom() - 1, strip.w, 1},
           c.input.theme.quiet_line);
    double const size = layout::font_size_for_cap(name_cap) * c.unit;
    for (layout::StageColumn const& column : frame.columns) {
        ScreenRect const rect = c.on_screen(column.rect);
        double const left = std::max(rect.x, frozen.map.x) + 8 * c.unit;
        double const right = std::min(rect.right(), c.chrome.map.right()) - 8 * c.unit;
        if (right - left < size * 2.5) continue;
        auto const& block = c.input.text.block(c.input.room.at(column.stage).name,
                                               {(right - left) / size, 1, 0.7, Weight::SemiBold});
        if (block.lines.empty()) continue;
        double const top = strip.centre().y - block.height * size / 2;
        p.block({ItemKind::Stage, column.stage.value, Role::Name}, block,
                {left, top, right - left, strip.h}, size, c.input.theme.ink);
    }
    p.pop_alpha();
    p.pop_clip();
}

void paint_lane_names(PaintContext const& c, Frozen const& frozen, layout::Frame const& frame) {
    Painter& p = c.painter;
    double const size = layout::font_size_for_cap(lane_cap) * c.unit * c.input.physical.hand_type;
    p.push_clip({0, frozen.map.y, frozen.left, frozen.map.h});
    p.push_alpha(frozen.rail_share);
    double free_from = frozen.map.y;
    double const width = (rail_width - rail_padding - 3) * c.unit;
    for (layout::Lane const& lane : frame.lanes) {
        if (!names_lane(c, lane)) continue;
        ScreenRect const band = c.on_screen(lane.rect);
        double const low = std::max(band.y, free_from) + size * 0.4;
        double const high = std::min(band.bottom(), frozen.map.bottom());
        auto const& block =
            c.input.text.block(lane_name(c, lane), {width / size, 3, 0.72, Weight::Medium});
        double const height = block.height * size;
        if (high - low < height) continue;
        p.block({ItemKind::Lane, *c.title.frame, Role::Label}, block,
                {rail_padding * c.unit, low, width, height}, size, c.input.theme.second_ink);
        free_from = low + height;
    }
    p.pop_alpha();
    p.pop_clip();
}

}  // namespace

Frozen frozen_parts(PaintContext const& c) {
    Frozen frozen;
    double const top = c.chrome.map.y - 4 * c.unit;
    frozen.map = {0, top, c.input.view.size.w, c.chrome.map.bottom() + 2 * c.unit - top};
    if (!c.title.frame) return frozen;
    layout::Frame const& frame = c.input.layout.frames[*c.title.frame];
    frozen.header_share = header_share(c, frame);
    frozen.rail_share = rail_share(c, frame);
    frozen.top = strip_height * c.unit * frozen.header_share;
    frozen.left = rail_width * c.unit * frozen.rail_share;
    frozen.map.y += frozen.top;
    frozen.map.h -= frozen.top;
    frozen.map.x += frozen.left;
    frozen.map.w -= frozen.left;
    return frozen;
}

void paint_frozen(PaintContext const& c, Frozen const& frozen) {
    if (!c.title.frame) return;
    layout::Frame const& frame = c.input.layout.frames[*c.title.frame];
    if (frozen.top > 0) paint_names(c, frozen, frame);
    if (frozen.left > 0) paint_lane_names(c, frozen, frame);
}

}  // namespace scene
