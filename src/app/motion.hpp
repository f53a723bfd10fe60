// Motion as pure functions of time: the camera flight of van Wijk and Nuij ("Smooth and efficient zooming and panning",
// InfoVis 2003), the glide after a fling, easing. Interrupting means starting anew from the current camera.
#pragma once

#include "scene/camera.hpp"

namespace app {

// A flight from one camera to another along the optimal path: u(s), w(s) of van Wijk and Nuij with rho = sqrt(2),
// at a capped speed, eased at both ends.
struct Flight {
    scene::Camera from;
    scene::Camera to;
    double view_width_px = 1;
    double start_ms = 0;
    double duration_ms = 0;
};

Flight make_flight(scene::Camera const& from, scene::Camera const& to, double view_width_px, double start_ms);
// The camera at `t_ms`: `from` before the start, exactly `to` at the end.
scene::Camera camera_at(Flight const& flight, double t_ms);
bool finished(Flight const& flight, double t_ms);

// Friction after a fling: exponential decay, positions exact for any frame rate.
struct Glide {
    scene::Camera from;
    double vx_px_s = 0;
    double vy_px_s = 0;
    double start_ms = 0;
};
scene::Camera camera_at(Glide const& glide, double t_ms);
bool finished(Glide const& glide, double t_ms);

// Ease out (cubic), 0..1 to 0..1.
double ease_out(double t);

}  // namespace app
