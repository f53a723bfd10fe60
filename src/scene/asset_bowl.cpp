#include "scene/asset_bowl.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "metrics/customer_asset.hpp"

namespace scene {
namespace {

using std::numbers::pi;

constexpr double row_step = 1.8;  // radii between rows: just not touching one straight above

constexpr std::int64_t fewest_marbles = 10;  // of 500 customers: fewer say too little
constexpr std::int64_t marbles_of_few = 60;

}  // namespace

std::int64_t marble_of(std::int64_t most) {
    std::int64_t marble = metrics::customers_a_marble;
    if (most > 0 && most < fewest_marbles * marble) {
        // A small company's customers are seen one by one.
        marble = 1;
        for (int step = 0; most / marble > marbles_of_few; ++step)
            marble = step % 3 == 1 ? marble / 2 * 5 : marble * 2;
        return marble;
    }
    for (int step = 0; most / marble > most_marbles; ++step)
        marble *= step % 3 == 1 ? 5 : 2;
    return marble;
}

int marbles_of(std::int64_t customers, std::int64_t marble) {
    if (customers <= 0) return 0;
    std::int64_t const whole = customers / marble;
    return static_cast<int>(whole + (customers % marble >= marble - marble / 2 ? 1 : 0));
}

double Bowl::half_width_at(double y) const {
    double const t = (y - rect.y) / rect.h;
    return t >= 1 ? 0 : rect.w / 2 * std::sqrt(1 - t * t);
}

// How far from the middle a marble may lie without touching the bowl; negative where it is too
// narrow.
double Bowl::reach_at(double y, double radius) const {
    constexpr int steps = 24;
    double reach = rect.w / 2;
    for (int i = 0; i <= steps; ++i) {
        double const angle = pi * (static_cast<double>(i) / steps - 0.5);
        double const side = half_width_at(y + radius * std::sin(angle));
        reach = std::min(reach, side - radius * std::cos(angle));
    }
    return reach;
}

std::vector<ScreenPoint> Bowl::outline() const {
    constexpr int steps = 48;
    std::vector<ScreenPoint> points;
    for (int i = 0; i <= steps; ++i) {
        double const angle = pi * i / steps;
        points.push_back(
            {rect.centre().x - rect.w / 2 * std::cos(angle), rect.y + rect.h * std::sin(angle)});
    }
    return points;
}

std::vector<ScreenPoint> Bowl::places(double radius, int count) const {
    std::vector<ScreenPoint> all;
    all.reserve(static_cast<std::size_t>(std::max(0, count)));
    int before = 0;
    for (double y = rect.bottom() - radius * 1.1;
         y - radius > rect.y && static_cast<int>(all.size()) < count; y -= radius * row_step) {
        double const reach = reach_at(y, radius);
        if (reach < 0) continue;
        int fit = static_cast<int>(reach / radius) + 1;
        // Rows lie in the gaps of the one below.
        if (before > 1 && fit > 1 && (fit - before) % 2 == 0) --fit;
        before = fit;
        int const here = std::min(fit, count - static_cast<int>(all.size()));
        for (int i = 0; i < here; ++i)
            all.push_back({rect.centre().x + (i - (here - 1) / 2.0) * 2 * radius, y});
    }
    return all;
}

double Bowl::radius_for(int count, double most) const {
    double low = 0.05;
    double high = most;
    for (int i = 0; i < 24; ++i) {
        double const middle = (low + high) / 2;
        bool const fits = static_cast<int>(places(middle, count).size()) >= count;
        (fits ? low : high) = middle;
    }
    return low;
}

}  // namespace scene
