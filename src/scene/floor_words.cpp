#include "scene/floor_words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace scene {
namespace {

constexpr double clear = 4;  // natural mm between a link and what stands beside it

struct Span {
    double left = 0;
    double right = 0;
};

// What links and boxes take of the band, from left to right.
std::vector<Span> taken(layout::Floor const& floor, layout::WorldRect const& band) {
    double const air = clear * floor.scale;
    std::vector<Span> spans;
    auto const take = [&](layout::WorldRect const& box) {
        if (!box.empty() && box.y < band.bottom() && band.y < box.bottom())
            spans.push_back({box.x - air, box.right() + air});
    };
    for (layout::FloorNode const& node : floor.nodes)
        take(node.rect);
    for (layout::FloorStep const& step : floor.steps)
        take(step.told);
    for (layout::FloorLink const& link : floor.links) {
        for (std::size_t i = 1; i < link.points.size(); ++i) {
            layout::WorldPoint const a = link.points[i - 1];
            layout::WorldPoint const b = link.points[i];
            bool const above = std::max(a.y, b.y) < band.y - air;
            bool const below = std::min(a.y, b.y) > band.bottom() + air;
            if (!above && !below)
                spans.push_back({std::min(a.x, b.x) - air, std::max(a.x, b.x) + air});
        }
    }
    std::sort(spans.begin(), spans.end(),
              [](Span const& a, Span const& b) { return a.left < b.left; });
    return spans;
}

}  // namespace

std::optional<double> free_place(layout::Floor const& floor, layout::WorldRect const& band,
                                 double width, double wish) {
    std::optional<double> best;
    double left = band.x;
    auto const offer = [&](double until) {
        if (until - left < width) return;
        double const at = std::clamp(wish, left, until - width);
        if (!best || std::abs(at - wish) < std::abs(*best - wish)) best = at;
    };
    for (Span const& span : taken(floor, band)) {
        offer(std::min(span.left, band.right()));
        left = std::max(left, span.right);
    }
    offer(band.right());
    return best;
}

}  // namespace scene
