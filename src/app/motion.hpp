// Motion as pure functions of time: the camera flight of van Wijk and Nuij ("Smooth and efficient
// zooming and panning", InfoVis 2003), the glide after a fling, easing. Interrupting means starting
// anew from the current camera.
#pragma once

#include "scene/camera.hpp"

namespace app {

// A flight from one camera to another along the optimal path of van Wijk and Nuij with rho =
// sqrt(2), in 250 to 1600 ms, eased at both ends. With w the visible width, u the way between the
// centres (u1 in all) and i = 0, 1:
//   b_i = (w1^2 - w0^2 + (-1)^i rho^4 u1^2) / (2 w_i rho^2 u1),  r_i = ln(-b_i + sqrt(b_i^2 + 1)),
//   S = (r1 - r0) / rho, u(s) = w0/rho^2 (cosh r0 tanh(rho s + r0) - sinh r0),  w(s) = w0 cosh r0 /
//   cosh(rho s + r0),
// and for u1 = 0: S = |ln(w1/w0)| / rho, w(s) = w0 exp(+-rho s). No move at all takes no time.
struct Flight {
    scene::Camera from;
    scene::Camera to;
    double view_width_px = 1;
    double start_ms = 0;
    double duration_ms = 0;
};

Flight make_flight(scene::Camera const& from, scene::Camera const& to, double view_width_px,
                   double start_ms);
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
// Where the glide would be on an endless map: the caller keeps it inside the camera's limits.
scene::Camera camera_at(Glide const& glide, double t_ms);
bool finished(Glide const& glide, double t_ms);
double speed_px_s(Glide const& glide, double t_ms);

// Ease out (cubic), 0..1 to 0..1.
double ease_out(double t);

}  // namespace app
