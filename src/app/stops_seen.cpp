// Stops by where the camera stands or a finger points, and places that outlive a new layout.
#include <algorithm>
#include <cmath>

#include "app/stops.hpp"
#include "layout/hit_test.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

using layout::MapLayout;
using scene::Camera;

// A journey is entered when it takes this share of the view that fits it.
constexpr double entered_share = 0.5;
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

}  // namespace

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
