#include "scene/frozen.hpp"

#include <algorithm>

#include "scene/detail.hpp"
#include "scene/floor.hpp"

namespace scene {
namespace {

// A frozen part comes in over this share of the way that its original goes out.
constexpr double way = 0.5;
// A stage with less room than this (design mm) is left out.
constexpr double narrowest_name = 24;
constexpr double lowest_strip = 18;

struct Look {
    ChromeInput const& input;
    Chrome const& chrome;
    double unit = 1;

    ScreenRect on_screen(layout::WorldRect const& rect) const {
        return to_screen(input.view.camera, chrome.map, rect);
    }
    double legible(double cap_px) const { return text_share(cap_px / input.physical.px_per_mm); }

    struct Header {
        double share = 0;
        double height = 0;  // px
    };

    // Also when the frame's own header is in view but too small to read: then no higher than that,
    // so that it hides nothing else.
    Header header(layout::Frame const& frame) const {
        if (frame.columns.empty() || chrome.place.item) return {};
        auto const& column = frame.columns[0];
        if (on_screen(column.rect).w < narrowest_name * unit) return {};
        ScreenRect const rect = on_screen(column.name.rect);
        double const hidden =
            std::clamp((chrome.map.y - rect.y) / std::max(1.0, rect.h * way), 0.0, 1.0);
        double const full = frozen_strip(input.view.size, input.physical);
        if (hidden > 0) return {hidden, full * hidden};
        // Names are read all of them or in the strip.
        double size = column.name.block.style.size;
        bool cut = false;
        for (layout::StageColumn const& other : frame.columns) {
            if (!other.name.block.lines.empty()) size = std::min(size, other.name.block.style.size);
            cut = cut || other.name.block.cut;
        }
        double const cap = size * input.view.camera.scale * layout::cap_height_em;
        // Above an open floor nothing else says which step stands where.
        auto const open = open_floor(input.layout, input.view);
        bool const own = open && open->frame == *chrome.place.frame;
        double const share = own && cut ? 1 : 1 - legible(cap);
        double height = std::min(full * share, on_screen(column.header).bottom() - chrome.map.y);
        if (own && share > 0) height = full * share;
        if (height < lowest_strip * unit) return {};
        return {share, height};
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

double frozen_strip(ScreenSize size, Physical const& physical) {
    double const strip = frozen_strip_height * chrome_unit(size, physical);
    return size.h > size.w ? std::max(strip, upright_strip_mm * physical.px_per_mm) : strip;
}

Frozen frozen_parts(ChromeInput const& input, double unit, Chrome const& chrome) {
    Frozen frozen;
    double const top = chrome.map.y - 4 * unit;
    frozen.map = {0, top, input.view.size.w, chrome.map.bottom() + 2 * unit - top};
    if (!chrome.place.frame) return frozen;
    layout::Frame const& frame = input.layout.frames[*chrome.place.frame];
    Look const look{input, chrome, unit};
    double const rail = chrome.map.x + frozen_rail_width * unit;
    Look::Header const header = look.header(frame);
    frozen.header_share = header.share;
    frozen.rail_share = look.rail_share(frame, rail);
    frozen.top = header.height;
    frozen.left = rail * frozen.rail_share;
    frozen.map.y += frozen.top;
    frozen.map.h -= frozen.top;
    frozen.map.x += frozen.left;
    frozen.map.w -= frozen.left;
    return frozen;
}

void add_frozen_stages(ChromeInput const& input, double unit, Chrome& chrome) {
    Frozen const& frozen = chrome.frozen;
    if (!chrome.place.frame || frozen.header_share < 0.5) return;
    layout::Frame const& frame = input.layout.frames[*chrome.place.frame];
    for (std::size_t i = 0; i < frame.columns.size(); ++i) {
        ScreenRect const rect = to_screen(input.view.camera, chrome.map, frame.columns[i].rect);
        double const left = std::max({rect.x, frozen.map.x, chrome.shown.x});
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
