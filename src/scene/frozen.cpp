#include "scene/frozen.hpp"

#include <algorithm>

#include "scene/detail.hpp"

namespace scene {
namespace {

// A frozen part comes in over this share of the way that its original goes out.
constexpr double way = 0.5;
// A stage with less room than this (design mm) is left out.
constexpr double narrowest_name = 24;

struct Look {
    ChromeInput const& input;
    Chrome const& chrome;
    double unit = 1;

    ScreenRect on_screen(layout::WorldRect const& rect) const {
        return to_screen(input.view.camera, chrome.map, rect);
    }
    double legible(double cap_px) const { return text_share(cap_px / input.physical.px_per_mm); }

    double header_share(layout::Frame const& frame) const {
        if (frame.columns.empty() || chrome.place.item) return 0;
        auto const& name = frame.columns[0].name;
        ScreenRect const rect = on_screen(name.rect);
        double const least = narrowest_name * unit;
        if (on_screen(frame.columns[0].rect).w < least) return 0;
        double const hidden =
            std::clamp((chrome.map.y - rect.y) / std::max(1.0, rect.h * way), 0.0, 1.0);
        // Also when the frame's own header is in view but too small to read.
        double const cap = name.block.style.size * input.view.camera.scale * layout::cap_height_em;
        return std::max(hidden, 1 - legible(cap));
    }

    // None where it would lie over what is in focus.
    double rail_share(layout::Frame const& frame, double strip_right) const {
        bool const covers = !chrome.bright.empty() && chrome.bright.x < strip_right;
        if (covers || chrome.place.item) return 0;
        ScreenRect const rail = on_screen(frame.rail);
        return std::clamp((chrome.map.x - rail.x) / std::max(1.0, rail.w * way), 0.0, 1.0);
    }
};

}  // namespace

Frozen frozen_parts(ChromeInput const& input, double unit, Chrome const& chrome) {
    Frozen frozen;
    double const top = chrome.map.y - 4 * unit;
    frozen.map = {0, top, input.view.size.w, chrome.map.bottom() + 2 * unit - top};
    if (!chrome.place.frame) return frozen;
    layout::Frame const& frame = input.layout.frames[*chrome.place.frame];
    Look const look{input, chrome, unit};
    double const rail = chrome.map.x + frozen_rail_width * unit;
    frozen.header_share = look.header_share(frame);
    frozen.rail_share = look.rail_share(frame, rail);
    frozen.top = frozen_strip_height * unit * frozen.header_share;
    frozen.left = rail * frozen.rail_share;
    frozen.map.y += frozen.top;
    frozen.map.h -= frozen.top;
    frozen.map.x += frozen.left;
    frozen.map.w -= frozen.left;
    return frozen;
}

void add_frozen_stages(ChromeInput const& input, double unit, Chrome& chrome) {
    Frozen const& frozen = chrome.frozen;
    if (!chrome.place.frame || frozen.header_share < 1) return;
    layout::Frame const& frame = input.layout.frames[*chrome.place.frame];
    for (std::size_t i = 0; i < frame.columns.size(); ++i) {
        ScreenRect const rect = to_screen(input.view.camera, chrome.map, frame.columns[i].rect);
        double const left = std::max(rect.x, std::max(frozen.map.x, chrome.shown.x));
        double const right = std::min({rect.right(), chrome.map.right(), chrome.shown.right()});
        if (right - left < narrowest_name * unit) continue;
        Control c;
        c.kind = ControlKind::FrozenStage;
        c.frame = *chrome.place.frame;
        c.column = static_cast<std::int32_t>(i);
        c.label = input.room.at(frame.columns[i].stage).name;
        c.rect = {left, frozen.map.y - frozen.top, right - left, frozen.top};
        chrome.controls.push_back(std::move(c));
    }
}

}  // namespace scene
