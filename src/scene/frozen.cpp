// The stage header and the lane rail that stay in view at every zoom: when a frame's own ones have
// left the viewport, the names are shown at its edges, each beside the part it names.
#include <algorithm>

#include "scene/detail.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double strip_height = 42;
constexpr double name_cap = 11;
constexpr double lane_cap = 7.6;
constexpr double rail_width = 104;

// The frame whose names are frozen: the one that gives the title.
layout::Frame const* frozen_frame(PaintContext const& c) {
    return c.title.frame ? &c.input.layout.frames[*c.title.frame] : nullptr;
}

double header_share(PaintContext const& c, layout::Frame const& frame) {
    if (frame.columns.empty()) return 0;
    ScreenRect const name = c.on_screen(frame.columns[0].name.rect);
    // Also when the frame's own header is in view but too small to read.
    double const cap = frame.columns[0].name.block.style.size * c.scale() * layout::cap_height_em;
    double const hidden =
        std::clamp((c.chrome.map.y - name.y) / std::max(1.0, name.h * 0.5), 0.0, 1.0);
    return std::max(hidden, 1 - text_share(c.to_mm(cap)));
}

void paint_names(PaintContext const& c, layout::Frame const& frame, double share) {
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    ScreenRect const strip{0, c.chrome.map.y - 4 * c.unit, c.input.view.size.w,
                           strip_height * c.unit};
    p.push_alpha(share);
    p.box({ItemKind::Chrome, 0, Role::Panel}, strip, theme.ground);
    p.rule({ItemKind::Chrome, 0, Role::Rule}, {0, strip.bottom(), strip.w, p.mm(0.3)},
           theme.quiet_line);
    double const size = layout::font_size_for_cap(name_cap) * c.unit;
    for (layout::StageColumn const& column : frame.columns) {
        ScreenRect const rect = c.on_screen(column.rect);
        double const left = std::max(rect.x, c.chrome.map.x) + 8 * c.unit;
        double const right = std::min(rect.right(), c.chrome.map.right()) - 8 * c.unit;
        if (right - left < size * 2.5) continue;
        auto const& block = c.input.text.block(c.input.room.at(column.stage).name,
                                               {(right - left) / size, 1, 0.7, Weight::SemiBold});
        if (block.lines.empty()) continue;
        double const top = strip.centre().y - block.height * size / 2;
        p.block({ItemKind::Stage, column.stage.value, Role::Name}, block,
                {left, top, right - left, strip.h}, size, theme.ink);
    }
    p.pop_alpha();
}

void paint_rail(PaintContext const& c, layout::Frame const& frame, bool names_frozen) {
    ScreenRect const rail = c.on_screen(frame.rail);
    double const cap =
        layout::font_size_for_cap(7.6) * frame.scale * c.scale() * layout::cap_height_em;
    double const hidden =
        std::clamp((c.chrome.map.x - rail.x) / std::max(1.0, rail.w * 0.4), 0.0, 1.0);
    double const share = std::max(hidden, 1 - text_share(c.to_mm(cap)));
    if (share <= 0) return;
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    double const size = layout::font_size_for_cap(lane_cap) * c.unit * c.input.physical.hand_type;
    double const top = c.chrome.map.y + (names_frozen ? strip_height * c.unit : 0);
    p.push_alpha(share);
    double free_from = top;
    for (layout::Lane const& lane : frame.lanes) {
        if (lane.role == layout::LaneRole::StageHeader) continue;
        ScreenRect const band = c.on_screen(lane.rect);
        double const low = std::max(band.y, free_from);
        double const high = std::min(band.bottom(), c.chrome.map.bottom());
        if (high - low < size * 1.8) continue;
        std::string const name = lane_name(c, lane);
        auto const& block =
            c.input.text.block(name, {(rail_width - 16) * c.unit / size, 2, 0.75, Weight::Medium});
        double const height = block.height * size;
        if (high - low < height + size * 0.6) continue;
        ScreenRect const tab{0, low + size * 0.25, c.chrome.map.x - 0 + (rail_width - 56) * c.unit,
                             height + size * 0.7};
        p.box({ItemKind::Lane, *c.title.frame, Role::Panel}, tab,
              base::with_alpha(theme.ground, 0.95), 3 * c.unit);
        p.block({ItemKind::Lane, *c.title.frame, Role::Label}, block,
                {12 * c.unit, tab.y + size * 0.35, tab.w - 16 * c.unit, height}, size,
                theme.second_ink);
        free_from = tab.bottom();
    }
    p.pop_alpha();
}

}  // namespace

void paint_frozen(PaintContext const& c) {
    layout::Frame const* const frame = frozen_frame(c);
    if (frame == nullptr) return;
    double const share = header_share(c, *frame);
    if (share > 0) paint_names(c, *frame, share);
    paint_rail(c, *frame, share > 0.5);
}

}  // namespace scene
