#include "app/stops.hpp"

#include <cmath>
#include <utility>

#include "layout/hit_test.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

using layout::MapLayout;
using scene::Camera;

// A journey is entered when it takes this share of the view that fits it.
constexpr double entered_share = 0.5;
// A touchpoint with its card beside it keeps this share of the view's width.
constexpr double least_beside_card = 0.5;

bool entered(MapLayout const& layout, std::uint32_t frame, Camera const& camera,
             Framing const& framing) {
    double least = scene::fit(layout.frames[frame].rect, framing.viewport, 0).scale;
    if (auto const whole = camera_of_whole(layout, frame, framing))
        least = std::min(least, whole->scale);
    return camera.scale >= entered_share * least;
}

// The outermost journey around `frame` that is still too small to be touched in its parts.
std::optional<std::uint32_t> closed_journey(MapLayout const& layout, std::uint32_t frame,
                                            Camera const& camera, Framing const& framing) {
    std::optional<std::uint32_t> closed;
    for (std::uint32_t f = frame; layout.frames[f].parent >= 0;) {
        if (!entered(layout, f, camera, framing)) closed = f;
        f = static_cast<std::uint32_t>(layout.frames[f].parent);
    }
    return closed;
}

// The journey whose title, which stands above its frame, holds the point.
std::optional<std::uint32_t> captioned(MapLayout const& layout, std::uint32_t parent,
                                       base::WorldPoint point) {
    for (std::uint32_t f = parent + 1; f < layout.frames.size(); ++f) {
        layout::Frame const& frame = layout.frames[f];
        bool const inside = frame.parent == static_cast<std::int32_t>(parent);
        if (inside && frame.caption.contains(point)) return f;
    }
    return std::nullopt;
}

// How different two views are: in doublings of the scale, and in widths of the view.
double difference(Camera const& a, Camera const& b, double view_width_px) {
    double const apart = std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y);
    return std::abs(std::log2(a.scale / b.scale)) + apart * b.scale / view_width_px;
}

// A floor may hang lower than its journey: who looks at it stands in the journey all the same.
std::vector<std::uint32_t> floors_at(MapLayout const& layout, base::WorldPoint point,
                                     double curtain) {
    std::vector<std::uint32_t> frames;
    for (layout::Floor const& floor : layout.floors) {
        bool const here = curtain > 0 && scene::shown_part(floor, curtain).contains(point);
        if (here && !layout.frames[floor.frame].rect.contains(point)) frames.push_back(floor.frame);
    }
    return frames;
}

std::vector<Stop> stops_around(MapLayout const& layout, Camera const& camera, double curtain) {
    std::vector<Stop> stops;
    for (std::uint32_t const frame : floors_at(layout, camera.centre, curtain))
        stops.push_back({Stop::Kind::Frame, frame, 0});
    auto const deepest = layout::deepest_frame(layout, camera.centre);
    auto const home = home_stop(layout);
    if (!deepest && !home) return stops;
    for (auto f = static_cast<std::int32_t>(deepest ? *deepest : home->frame); f >= 0;) {
        auto const frame = static_cast<std::uint32_t>(f);
        stops.push_back({Stop::Kind::Frame, frame, 0});
        for (std::uint32_t c = 0; c < layout.frames[frame].columns.size(); ++c) {
            stops.push_back({Stop::Kind::Stage, frame, c});
        }
        f = layout.frames[frame].parent;
    }
    auto const hit = layout::hit_test(layout, camera.centre, 0);
    if (hit && hit->kind == layout::Hit::Kind::Item) {
        stops.push_back({Stop::Kind::Touchpoint, hit->frame, hit->item});
    }
    return stops;
}

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

namespace {

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

std::optional<Stop> home_stop(MapLayout const& layout) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        if (layout.frames[f].level == 0) return Stop{Stop::Kind::Frame, f, 0};
    }
    return std::nullopt;
}

std::optional<Stop> stop_of(MapLayout const& layout, model::JourneyId journey) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        if (layout.frames[f].journey == journey) return Stop{Stop::Kind::Frame, f, 0};
    }
    return std::nullopt;
}

std::optional<Stop> stop_of(MapLayout const& layout, model::StageId stage) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        auto const& columns = layout.frames[f].columns;
        for (std::uint32_t c = 0; c < columns.size(); ++c) {
            if (columns[c].stage == stage) return Stop{Stop::Kind::Stage, f, c};
        }
    }
    return std::nullopt;
}

std::optional<Stop> stop_of(MapLayout const& layout, model::TouchpointId touchpoint) {
    std::optional<std::uint32_t> best;
    auto const rank = [&](std::uint32_t i) {
        layout::Item const& item = layout.items[i];
        return std::pair(layout.frames[item.frame].level == 0 ? 0 : 1, item.placement);
    };
    for (std::uint32_t i = 0; i < layout.items.size(); ++i) {
        if (layout.items[i].touchpoint != touchpoint) continue;
        if (!best || rank(i) < rank(*best)) best = i;
    }
    if (!best) return std::nullopt;
    return Stop{Stop::Kind::Touchpoint, layout.items[*best].frame, *best};
}

namespace {

// A figure is seen at its touchpoint, its stage or its journey; the net on its board.
ViewName place_of(scene::FigureName const& figure) {
    ViewName name;
    name.figure = figure;
    name.touchpoint = figure.touchpoint;
    name.stage = figure.stage;
    name.journey = figure.journey;
    switch (figure.kind) {
        case scene::FigureKind::Net:
            name.kind = ViewName::Kind::Board;
            name.board = scene::Board::Asset;
            break;
        case scene::FigureKind::Touches:
            name.kind = ViewName::Kind::Board;
            name.board = scene::Board::Components;
            break;
        case scene::FigureKind::StageYield:
            name.kind = ViewName::Kind::Stage;
            break;
        case scene::FigureKind::JourneyYield:
            name.kind = ViewName::Kind::Journey;
            break;
        default:
            name.kind = ViewName::Kind::Touchpoint;
            break;
    }
    return name;
}

}  // namespace

std::optional<ViewName> parse_view(model::Room const& room, std::string_view view) {
    ViewName name;
    if (view == "home") return name;
    if (auto const board = scene::parse_board(view)) {
        name.kind = ViewName::Kind::Board;
        name.board = *board;
        return name;
    }
    auto const colon = view.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const kind = view.substr(0, colon);
    std::string_view const key = view.substr(colon + 1);
    if (kind == "figure") {
        auto const figure = scene::parse_figure(room, key);
        return figure ? std::optional(place_of(*figure)) : std::nullopt;
    }
    if (kind == "journey") {
        name.kind = ViewName::Kind::Journey;
        name.journey = model::find_journey(room, key);
    } else if (kind == "stage") {
        name.kind = ViewName::Kind::Stage;
        name.stage = model::find_stage(room, key);
    } else if (kind == "touchpoint") {
        name.kind = ViewName::Kind::Touchpoint;
        name.touchpoint = model::find_touchpoint(room, key);
    }
    if (!name.journey && !name.stage && !name.touchpoint) return std::nullopt;
    return name;
}

std::optional<Stop> stop_of(MapLayout const& layout, ViewName const& view) {
    switch (view.kind) {
        case ViewName::Kind::Home:
        case ViewName::Kind::Board:
            break;
        case ViewName::Kind::Journey:
            return stop_of(layout, view.journey);
        case ViewName::Kind::Stage:
            return stop_of(layout, view.stage);
        case ViewName::Kind::Touchpoint:
            return stop_of(layout, view.touchpoint);
    }
    return home_stop(layout);
}

std::optional<Stop> stop_under(MapLayout const& layout, Camera const& camera,
                               Framing const& framing, Touch const& touch) {
    using Kind = layout::Hit::Kind;
    base::WorldPoint const point = scene::to_world(camera, framing.viewport, touch.at);
    auto hit = layout::hit_test(layout, point, 0);
    double const radius = touch.radius_px / camera.scale;
    if (!hit) {
        hit = layout::hit_test(layout, point, radius);
        if (!hit || hit->kind != Kind::Item) return std::nullopt;
    }
    if (auto const closed = closed_journey(layout, hit->frame, camera, framing)) {
        return Stop{Stop::Kind::Frame, *closed, 0};
    }
    if (hit->kind == Kind::Frame) {
        if (auto const titled = captioned(layout, hit->frame, point)) {
            return Stop{Stop::Kind::Frame, *titled, 0};
        }
        auto const near = layout::hit_test(layout, point, radius);
        bool const same = near && near->kind == Kind::Item && near->frame == hit->frame;
        if (same) hit = near;
    }
    if (hit->kind == Kind::Item) return Stop{Stop::Kind::Touchpoint, hit->frame, hit->item};
    if (hit->kind == Kind::Stage) return Stop{Stop::Kind::Stage, hit->frame, hit->column};
    return Stop{Stop::Kind::Frame, hit->frame, 0};
}

std::optional<Stop> nearest_stop(MapLayout const& layout, Camera const& camera,
                                 Framing const& framing) {
    std::optional<Stop> nearest;
    double least = 0;
    for (Stop const stop : stops_around(layout, camera, framing.curtain)) {
        double const away =
            difference(camera, camera_of(layout, stop, framing), framing.viewport.w);
        if (nearest && away >= least) continue;
        nearest = stop;
        least = away;
    }
    return nearest;
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

Anchor anchor_of(MapLayout const& layout, Camera const& camera, Framing const& framing) {
    Anchor anchor;
    auto const stop = nearest_stop(layout, camera, framing);
    if (!stop) return anchor;
    anchor.stop = *stop;
    if (stop->kind == Stop::Kind::Touchpoint)
        anchor.placement = layout.items[stop->index].placement;
    base::WorldRect const rect = rect_of(layout, *stop);
    Camera const fitted = camera_of(layout, *stop, framing);
    constexpr double same = 1e-6;
    if (rect.empty() || difference(camera, fitted, framing.viewport.w) < same) return anchor;
    anchor.exact = false;
    anchor.share_x = (camera.centre.x - rect.x) / rect.w;
    anchor.share_y = (camera.centre.y - rect.y) / rect.h;
    anchor.zoom = camera.scale / fitted.scale;
    return anchor;
}

Camera camera_of(MapLayout const& layout, Anchor const& anchor, Framing const& framing) {
    if (layout.frames.empty()) return {};
    Stop stop = anchor.stop;
    if (stop.kind == Stop::Kind::Touchpoint) {
        auto const found =
            std::find_if(layout.items.begin(), layout.items.end(),
                         [&](auto const& item) { return item.placement == anchor.placement; });
        if (found == layout.items.end()) return camera_of(layout, Stop{}, framing);
        stop.index = static_cast<std::uint32_t>(found - layout.items.begin());
        stop.frame = found->frame;
    }
    Camera camera = camera_of(layout, stop, framing);
    if (anchor.exact) return camera;
    base::WorldRect const rect = rect_of(layout, stop);
    camera.centre = {rect.x + anchor.share_x * rect.w, rect.y + anchor.share_y * rect.h};
    camera.scale *= anchor.zoom;
    return camera;
}

}  // namespace app
