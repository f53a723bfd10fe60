#include "scene/camera.hpp"

#include <cmath>

namespace scene {

ScreenPoint to_screen(Camera const& camera, ScreenRect const& viewport, WorldPoint p) {
    ScreenPoint const middle = viewport.centre();
    return {middle.x + (p.x - camera.centre.x) * camera.scale,
            middle.y + (p.y - camera.centre.y) * camera.scale};
}

WorldPoint to_world(Camera const& camera, ScreenRect const& viewport, ScreenPoint p) {
    ScreenPoint const middle = viewport.centre();
    return {camera.centre.x + (p.x - middle.x) / camera.scale,
            camera.centre.y + (p.y - middle.y) / camera.scale};
}

ScreenRect to_screen(Camera const& camera, ScreenRect const& viewport, WorldRect const& r) {
    ScreenPoint const corner = to_screen(camera, viewport, WorldPoint{r.x, r.y});
    return {corner.x, corner.y, r.w * camera.scale, r.h * camera.scale};
}

WorldRect visible_rect(Camera const& camera, ScreenRect const& viewport) {
    WorldPoint const corner = to_world(camera, viewport, {viewport.x, viewport.y});
    return {corner.x, corner.y, viewport.w / camera.scale, viewport.h / camera.scale};
}

Camera fit(WorldRect const& rect, ScreenRect const& viewport, double margin_px) {
    // A view smaller than its margins still shows the rectangle, only tiny.
    double const room_w = std::max(1.0, viewport.w - 2 * margin_px);
    double const room_h = std::max(1.0, viewport.h - 2 * margin_px);
    Camera camera{rect.centre(), 1};
    if (rect.w > 0 && rect.h > 0) {
        camera.scale = std::min(room_w / rect.w, room_h / rect.h);
    } else if (rect.w > 0) {
        camera.scale = room_w / rect.w;
    } else if (rect.h > 0) {
        camera.scale = room_h / rect.h;
    }
    return camera;
}

Camera zoom_about(Camera const& camera, ScreenRect const& viewport, ScreenPoint anchor,
                  double factor) {
    WorldPoint const kept = to_world(camera, viewport, anchor);
    Camera zoomed{camera.centre, camera.scale * factor};
    ScreenPoint const middle = viewport.centre();
    zoomed.centre = {kept.x - (anchor.x - middle.x) / zoomed.scale,
                     kept.y - (anchor.y - middle.y) / zoomed.scale};
    return zoomed;
}

Camera limited(Camera camera, CameraLimits const& limits) {
    // A broken number must not blank the wall: the camera goes back to the middle of the map.
    if (!std::isfinite(camera.scale)) camera.scale = limits.smallest_scale;
    if (!std::isfinite(camera.centre.x) || !std::isfinite(camera.centre.y)) {
        camera.centre = limits.bounds.centre();
    }
    camera.scale = std::clamp(camera.scale, limits.smallest_scale,
                              std::max(limits.smallest_scale, limits.largest_scale));
    WorldRect const& b = limits.bounds;
    camera.centre.x = std::clamp(camera.centre.x, b.x, b.x + std::max(0.0, b.w));
    camera.centre.y = std::clamp(camera.centre.y, b.y, b.y + std::max(0.0, b.h));
    return camera;
}

}  // namespace scene
