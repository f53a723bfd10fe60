#include "app/stops.hpp"

#include <cmath>

#include "scene/floor.hpp"

namespace app {
namespace {

using layout::MapLayout;
using scene::Camera;

// A touchpoint with its card beside it keeps this share of the view's width.
constexpr double least_beside_card = 0.5;

// Left of its card, where the view is wide enough for both; the middle of the view stays on the
// cell, which is where the person is.
Camera beside_its_card(base::WorldRect const& rect, Framing const& framing) {
    scene::ScreenRect left = framing.viewport;
    left.w -= framing.card_px;
    if (left.w < least_beside_card * framing.viewport.w || rect.w <= 0)
        return scene::fit(rect, framing.viewport, framing.margin_px);
    Camera camera = scene::fit(rect, left, framing.margin_px);
    double const shift = framing.card_px / 2 / camera.scale;
    camera.centre.x += std::min(shift, rect.w * 0.48);
    return camera;
}

// The scale at which the words of a floor's boxes can just be read as they stand there.
double reading_scale(layout::Floor const& floor, Framing const& framing) {
    double em = 0;
    for (layout::FloorNode const& node : floor.nodes)
        em = std::max(em, node.text.block.style.size);
    return em > 0 ? framing.least_text_px / em : 0;
}

// As wide as the view; smaller only where the open part is too deep for that, and never so small
// that its words go.
Camera with_floor(base::WorldRect const& rect, layout::Floor const& floor, Framing const& framing,
                  double widest) {
    base::WorldRect const shown = scene::shown_part(floor, framing.curtain);
    double const room = std::max(1.0, framing.viewport.h - framing.names_px);
    double const deep = shown.h > 0 ? room / shown.h : widest;
    double const hem = std::max(rect.bottom(), shown.bottom());
    Camera camera{rect.centre(), 1};
    camera.scale = std::min(widest, std::max(deep, reading_scale(floor, framing)));
    double const high = (hem - rect.y) * camera.scale;
    double const down_px = std::min(high, framing.viewport.h) / 2;
    camera.centre.y = rect.y + down_px / camera.scale;
    return with_floor_in_view(camera, shown, framing);
}

}  // namespace

base::WorldRect rect_of(MapLayout const& layout, Stop stop) {
    switch (stop.kind) {
        case Stop::Kind::Frame:
            break;
        case Stop::Kind::Stage:
            return layout.frames[stop.frame].columns[stop.index].rect;
        case Stop::Kind::Touchpoint:
            return layout.items[stop.index].rect;
    }
    return layout.frames[stop.frame].rect;
}

Camera camera_of(MapLayout const& layout, Stop stop, Framing const& framing) {
    base::WorldRect const rect = rect_of(layout, stop);
    if (stop.kind == Stop::Kind::Touchpoint) return beside_its_card(rect, framing);
    bool const frame = stop.kind == Stop::Kind::Frame;
    double const margin = frame ? 0 : framing.margin_px;
    Camera const closed = scene::fit(rect, framing.viewport, margin);
    auto const floor = scene::floor_of(layout, stop.frame);
    if (!floor || framing.curtain <= 0 || rect.empty()) return closed;
    double const widest = frame ? framing.viewport.w / rect.w : closed.scale;
    return with_floor(rect, layout.floors[*floor], framing, widest);
}

std::optional<Camera> camera_of_whole(MapLayout const& layout, std::uint32_t frame,
                                      Framing const& framing) {
    auto const floor = scene::floor_of(layout, frame);
    if (!floor || framing.curtain <= 0) return std::nullopt;
    base::WorldRect const& journey = layout.frames[frame].rect;
    base::WorldRect const shown = scene::shown_part(layout.floors[*floor], framing.curtain);
    return scene::fit(base::united(journey, shown), framing.viewport, 0);
}

Camera with_floor_in_view(Camera camera, base::WorldRect const& shown, Framing const& framing) {
    scene::ScreenRect const& area = framing.viewport;
    scene::ScreenRect const on_screen = scene::to_screen(camera, area, shown);
    double const hidden_below = std::max(0.0, on_screen.bottom() - area.bottom());
    double const free_above = on_screen.y - area.y - framing.names_px;
    bool const moves = hidden_below > 0 && free_above > 0;
    // A sliver of the touchpoints above the line would tell nothing.
    bool const cut = moves && free_above - hidden_below < framing.sliver_px;
    double const up_px = cut ? free_above : std::min(hidden_below, free_above);
    if (std::abs(up_px) >= 1) camera.centre.y += up_px / camera.scale;
    return camera;
}

scene::Focus focus_of(MapLayout const& layout, Stop stop) {
    using Kind = scene::Focus::Kind;
    layout::Frame const& frame = layout.frames[stop.frame];
    scene::Focus focus;
    switch (stop.kind) {
        case Stop::Kind::Frame:
            if (frame.level > 0) focus = {Kind::Journey, frame.journey, {}, {}};
            break;
        case Stop::Kind::Stage:
            focus = {Kind::Stage, {}, frame.columns[stop.index].stage, {}};
            break;
        case Stop::Kind::Touchpoint:
            focus = {Kind::Touchpoint, {}, {}, layout.items[stop.index].placement};
            break;
    }
    return focus;
}

Stop neighbour(MapLayout const& layout, Stop stop, Direction direction) {
    layout::Frame const& frame = layout.frames[stop.frame];
    bool const forwards = direction == Direction::Forwards;
    Stop const whole{Stop::Kind::Frame, stop.frame, 0};
    if (stop.kind == Stop::Kind::Frame) {
        if (frame.columns.empty()) return stop;
        auto const last = static_cast<std::uint32_t>(frame.columns.size() - 1);
        return {Stop::Kind::Stage, stop.frame, forwards ? 0 : last};
    }
    bool const stage = stop.kind == Stop::Kind::Stage;
    auto const first = stage ? 0 : frame.first_item;
    auto const count = stage ? static_cast<std::uint32_t>(frame.columns.size()) : frame.item_count;
    bool const at_end = forwards ? stop.index + 1 >= first + count : stop.index <= first;
    if (at_end) return whole;
    return {stop.kind, stop.frame, forwards ? stop.index + 1 : stop.index - 1};
}

}  // namespace app
