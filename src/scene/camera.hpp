// The camera over the world: where its centre is and how many pixels a world unit takes. The only
// place where world and screen convert. Pure values; motion over time is app/motion.
#pragma once

#include "base/geometry.hpp"

namespace scene {

using base::ScreenPoint;
using base::ScreenRect;
using base::ScreenSize;
using base::WorldPoint;
using base::WorldRect;

struct Camera {
    WorldPoint centre;  // shown at the middle of `viewport`
    double scale = 1;   // pixels a world unit
    friend bool operator==(Camera const&, Camera const&) = default;
};

// `viewport` is the map's part of the view in pixels (below the title, above the legend and dock).
ScreenPoint to_screen(Camera const& camera, ScreenRect const& viewport, WorldPoint p);
WorldPoint to_world(Camera const& camera, ScreenRect const& viewport, ScreenPoint p);
ScreenRect to_screen(Camera const& camera, ScreenRect const& viewport, WorldRect const& r);
WorldRect visible_rect(Camera const& camera, ScreenRect const& viewport);

// The camera that shows `rect` whole and centred, with `margin_px` around it.
Camera fit(WorldRect const& rect, ScreenRect const& viewport, double margin_px);

// Scales by `factor`; the world point under `anchor` stays there.
Camera zoom_about(Camera const& camera, ScreenRect const& viewport, ScreenPoint anchor,
                  double factor);

struct CameraLimits {
    double smallest_scale = 0.01;
    double largest_scale = 1000;
    WorldRect bounds;  // the centre stays inside
};
Camera limited(Camera camera, CameraLimits const& limits);

}  // namespace scene
