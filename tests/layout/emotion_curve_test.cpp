#include "layout/emotion_curve.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <random>

using base::WorldPoint;
using Points = std::vector<std::optional<WorldPoint>>;

TEST_CASE("the curve passes through every point and never beyond the two it joins") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> value(-2, 2);
    std::uniform_real_distribution<double> stride(0.5, 30);
    constexpr int steps = 12;
    for (int round = 0; round < 50; ++round) {
        Points points;
        double x = 0;
        for (int i = 0; i < 20; ++i)
            points.push_back(WorldPoint{x += stride(random), value(random)});
        auto const runs = layout::smooth_curve(points, steps);
        REQUIRE(runs.size() == 1);
        REQUIRE(runs[0].line.size() == 19 * steps + 1);
        for (std::size_t i = 0; i < runs[0].line.size(); ++i) {
            WorldPoint const left = *points[std::min<std::size_t>(18, i / steps)];
            WorldPoint const right = *points[std::min<std::size_t>(18, i / steps) + 1];
            WorldPoint const at = runs[0].line[i];
            REQUIRE(at.y >= std::min(left.y, right.y) - 1e-9);
            REQUIRE(at.y <= std::max(left.y, right.y) + 1e-9);
            REQUIRE(at.x >= left.x - 1e-9);
            REQUIRE(at.x <= right.x + 1e-9);
        }
        for (std::size_t i = 0; i < 20; ++i)
            REQUIRE(runs[0].line[i * steps] == *points[i]);
    }
}

TEST_CASE("the curve has no corner at a point between a rise and a steeper rise") {
    Points const points{WorldPoint{0, 0}, WorldPoint{10, 1}, WorldPoint{20, 6}, WorldPoint{30, 7}};
    auto const line = layout::smooth_curve(points, 1000).front().line;
    double const before = line[1000].y - line[999].y;
    double const after = line[1001].y - line[1000].y;
    CHECK(before == doctest::Approx(after).epsilon(0.02));
    CHECK(before > 0);
}

TEST_CASE("a touchpoint without a value leaves a gap in the curve") {
    Points const points{std::nullopt,       WorldPoint{1, 1}, WorldPoint{2, 0}, std::nullopt,
                        WorldPoint{4, 0.5}, std::nullopt,     std::nullopt};
    auto const runs = layout::smooth_curve(points, 4);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].first == 1);
    CHECK(runs[0].line.size() == 5);
    CHECK(runs[1].first == 4);
    CHECK(runs[1].line == std::vector<WorldPoint>{{4, 0.5}});
    CHECK(layout::smooth_curve(Points{}).empty());
    CHECK(layout::smooth_curve(Points{std::nullopt}).empty());
}

TEST_CASE("points on one spot of the curve give numbers, not holes") {
    Points const points{WorldPoint{1, 0}, WorldPoint{1, 2}, WorldPoint{1, -1}, WorldPoint{2, 0}};
    auto const runs = layout::smooth_curve(points);
    REQUIRE(runs.size() == 1);
    for (WorldPoint point : runs[0].line) {
        CHECK(std::isfinite(point.x));
        CHECK(std::isfinite(point.y));
    }
}
