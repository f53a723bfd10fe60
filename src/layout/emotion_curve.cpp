#include "layout/emotion_curve.hpp"

#include <algorithm>
#include <cmath>

namespace layout {
namespace {

using base::WorldPoint;

double rise(WorldPoint a, WorldPoint b) {
    return b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0;
}

// Slopes after M. Steffen (1990), "A simple method for monotonic interpolation in one dimension":
// local, and no overshoot between two points, so that a curve never shows a feeling nobody had.
double inner_slope(WorldPoint a, WorldPoint b, WorldPoint c) {
    double const left = rise(a, b);
    double const right = rise(b, c);
    if (left * right <= 0 || c.x <= a.x) return 0;
    double const mean = (left * (c.x - b.x) + right * (b.x - a.x)) / (c.x - a.x);
    double const size = std::min({std::abs(left), std::abs(right), std::abs(mean) / 2});
    return std::copysign(2 * size, left);
}

// Slope at `end`, whose neighbours going inwards are `next` and `after`.
double end_slope(WorldPoint end, WorldPoint next, WorldPoint after) {
    double const near = (next.y - end.y) / (next.x - end.x);
    double const far = (after.y - next.y) / (after.x - next.x);
    double const share = (next.x - end.x) / (after.x - end.x);
    double const slope = near * (1 + share) - far * share;
    if (!std::isfinite(slope) || slope * near <= 0) return 0;
    return std::abs(slope) > 2 * std::abs(near) ? 2 * near : slope;
}

std::vector<double> slopes(std::span<WorldPoint const> points) {
    std::size_t const count = points.size();
    if (count == 2) return {rise(points[0], points[1]), rise(points[0], points[1])};
    std::vector<double> all(count);
    for (std::size_t i = 1; i + 1 < count; ++i) {
        all[i] = inner_slope(points[i - 1], points[i], points[i + 1]);
    }
    all.front() = end_slope(points[0], points[1], points[2]);
    all.back() = end_slope(points[count - 1], points[count - 2], points[count - 3]);
    return all;
}

WorldPoint hermite(WorldPoint a, WorldPoint b, double slope_a, double slope_b, double t) {
    double const span = b.x - a.x;
    double const t2 = t * t;
    double const t3 = t2 * t;
    double const y = (2 * t3 - 3 * t2 + 1) * a.y + (t3 - 2 * t2 + t) * span * slope_a +
                     (3 * t2 - 2 * t3) * b.y + (t3 - t2) * span * slope_b;
    return {a.x + span * t, y};
}

std::vector<WorldPoint> smooth_run(std::span<WorldPoint const> points, int steps) {
    if (points.size() < 2) return {points.begin(), points.end()};
    std::vector<double> const slope = slopes(points);
    std::vector<WorldPoint> line;
    line.reserve((points.size() - 1) * static_cast<std::size_t>(steps) + 1);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        line.push_back(points[i]);
        for (int step = 1; step < steps; ++step) {
            line.push_back(hermite(points[i], points[i + 1], slope[i], slope[i + 1],
                                   static_cast<double>(step) / steps));
        }
    }
    line.push_back(points.back());
    return line;
}

}  // namespace

std::vector<CurveRun> smooth_curve(std::span<std::optional<WorldPoint> const> points, int steps) {
    std::vector<CurveRun> runs;
    std::vector<WorldPoint> run;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        if (i < points.size() && points[i]) {
            run.push_back(*points[i]);
        } else if (!run.empty()) {
            runs.push_back({i - run.size(), smooth_run(run, std::max(1, steps))});
            run.clear();
        }
    }
    return runs;
}

}  // namespace layout
