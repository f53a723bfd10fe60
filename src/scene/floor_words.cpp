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

bool by_left(Span const& a, Span const& b) {
    return a.left < b.left;
}

// What links take of the band.
std::vector<Span> taken_by_links(layout::Floor const& floor, layout::WorldRect const& band) {
    double const air = clear * floor.scale;
    std::vector<Span> spans;
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
    std::sort(spans.begin(), spans.end(), by_left);
    return spans;
}

// What links and boxes take of the band, from left to right.
std::vector<Span> taken(layout::Floor const& floor, layout::WorldRect const& band) {
    double const air = clear * floor.scale;
    std::vector<Span> spans = taken_by_links(floor, band);
    auto const take = [&](layout::WorldRect const& box) {
        if (!box.empty() && box.y < band.bottom() && band.y < box.bottom())
            spans.push_back({box.x - air, box.right() + air});
    };
    for (layout::FloorNode const& node : floor.nodes)
        take(node.rect);
    for (layout::FloorStep const& step : floor.steps)
        take(step.told);
    std::sort(spans.begin(), spans.end(), by_left);
    return spans;
}

struct Place {
    double width = 0;
    double wish = 0;
};

// As near to the wish as the spans leave one.
std::optional<double> place_between(std::vector<Span> const& spans, layout::WorldRect const& band,
                                    Place place) {
    std::optional<double> best;
    double left = band.x;
    auto const offer = [&](double until) {
        if (until - left < place.width) return;
        double const at = std::clamp(place.wish, left, until - place.width);
        if (!best || std::abs(at - place.wish) < std::abs(*best - place.wish)) best = at;
    };
    for (Span const& span : spans) {
        offer(std::min(span.left, band.right()));
        left = std::max(left, span.right);
    }
    offer(band.right());
    return best;
}

}  // namespace

std::optional<double> free_place(layout::Floor const& floor, layout::WorldRect const& band,
                                 double width, double wish) {
    return place_between(taken(floor, band), band, {width, wish});
}

std::optional<double> place_beside_links(layout::Floor const& floor, layout::WorldRect const& band,
                                         double width) {
    return place_between(taken_by_links(floor, band), band, {width, band.x});
}

}  // namespace scene
