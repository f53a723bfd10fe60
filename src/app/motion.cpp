#include "app/motion.hpp"

#include <cmath>
#include <numbers>

namespace app {
namespace {

// The trade between panning and zooming that the paper's user study preferred is 1.42; sqrt(2)
// makes rho^2 = 2.
constexpr double rho = std::numbers::sqrt2;
// Path units a second: home to one of eight stages takes about 0.6 s.
constexpr double speed_per_s = 2.5;
constexpr double shortest_ms = 250;
constexpr double longest_ms = 1600;
// Below this share of the view's width a move is a pure zoom (4 hundredths of a pixel at 4K).
constexpr double no_pan_share = 1e-5;
constexpr double no_zoom = 1e-9;

struct OptimalPath {
    double u1 = 0;  // world units between the centres
    double w0 = 1;  // world units across the view at the start
    double w1 = 1;
    double r0 = 0;
    double length = 0;  // S
    bool pans = false;
};

OptimalPath path_of(scene::Camera const& from, scene::Camera const& to, double view_width_px) {
    OptimalPath path;
    path.u1 = std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);
    path.w0 = view_width_px / from.scale;
    path.w1 = view_width_px / to.scale;
    path.pans = path.u1 > no_pan_share * std::min(path.w0, path.w1);
    if (!path.pans) {
        path.length = std::abs(std::log(path.w1 / path.w0)) / rho;
        return path;
    }
    double const rho2 = rho * rho;
    double const growth = path.w1 * path.w1 - path.w0 * path.w0;
    double const reach = rho2 * rho2 * path.u1 * path.u1;
    double const b0 = (growth + reach) / (2 * path.w0 * rho2 * path.u1);
    double const b1 = (growth - reach) / (2 * path.w1 * rho2 * path.u1);
    // ln(-b + sqrt(b^2 + 1)) = -asinh(b), without the cancellation for large b.
    path.r0 = -std::asinh(b0);
    path.length = (-std::asinh(b1) - path.r0) / rho;
    return path;
}

struct PathPoint {
    double share = 0;  // of the way between the centres
    double width = 1;
};

PathPoint point_at(OptimalPath const& path, double share_of_length) {
    double const s = share_of_length * path.length;
    if (!path.pans) {
        double const share = std::pow(path.w1 / path.w0, share_of_length);
        return {share_of_length, path.w0 * share};
    }
    // u(s) = w0/rho^2 (cosh r0 tanh(rho s + r0) - sinh r0), written as one fraction so that nothing
    // cancels.
    double const denominator = std::cosh(rho * s + path.r0);
    double const u = path.w0 / (rho * rho) * std::sinh(rho * s) / denominator;
    return {std::clamp(u / path.u1, 0.0, 1.0), path.w0 * std::cosh(path.r0) / denominator};
}

double ease_in_out(double t) {
    return t * t * (3 - 2 * t);
}

// A glide loses 63 % of its speed in this time.
constexpr double glide_decay_ms = 325;
constexpr double glide_rest_px = 0.5;

}  // namespace

Flight make_flight(scene::Camera const& from, scene::Camera const& to, double view_width_px,
                   double start_ms) {
    Flight flight{from, to, std::max(1.0, view_width_px), start_ms, 0};
    double const length = path_of(from, to, flight.view_width_px).length;
    bool const still = from == to || !(length > no_zoom);
    if (!still) {
        flight.duration_ms = std::clamp(1000 * length / speed_per_s, shortest_ms, longest_ms);
    }
    return flight;
}

scene::Camera camera_at(Flight const& flight, double t_ms) {
    if (finished(flight, t_ms)) return flight.to;
    if (t_ms <= flight.start_ms) return flight.from;
    OptimalPath const path = path_of(flight.from, flight.to, flight.view_width_px);
    double const t = (t_ms - flight.start_ms) / flight.duration_ms;
    PathPoint const point = point_at(path, ease_in_out(t));
    return {{base::lerp(flight.from.centre.x, flight.to.centre.x, point.share),
             base::lerp(flight.from.centre.y, flight.to.centre.y, point.share)},
            flight.view_width_px / point.width};
}

bool finished(Flight const& flight, double t_ms) {
    return t_ms >= flight.start_ms + flight.duration_ms;
}

scene::Camera camera_at(Glide const& glide, double t_ms) {
    double const elapsed_ms = std::max(0.0, t_ms - glide.start_ms);
    double const seconds = -std::expm1(-elapsed_ms / glide_decay_ms) * glide_decay_ms / 1000;
    // The map follows the finger, so the camera goes the other way.
    return {{glide.from.centre.x - glide.vx_px_s * seconds / glide.from.scale,
             glide.from.centre.y - glide.vy_px_s * seconds / glide.from.scale},
            glide.from.scale};
}

double speed_px_s(Glide const& glide, double t_ms) {
    return std::hypot(glide.vx_px_s, glide.vy_px_s) *
           std::exp(-(t_ms - glide.start_ms) / glide_decay_ms);
}

// What is left of its way is its speed times the decay's time.
bool finished(Glide const& glide, double t_ms) {
    return speed_px_s(glide, t_ms) * glide_decay_ms / 1000 < glide_rest_px;
}

double ease_out(double t) {
    double const left = 1 - std::clamp(t, 0.0, 1.0);
    return 1 - left * left * left;
}

}  // namespace app
