#include "base/geometry.hpp"

#include <doctest/doctest.h>

using base::WorldRect;

TEST_CASE("rectangles that only touch do not intersect") {
    WorldRect const a{0, 0, 10, 10};
    CHECK(base::intersects(a, WorldRect{9, 9, 5, 5}));
    CHECK_FALSE(base::intersects(a, WorldRect{10, 0, 5, 5}));
    CHECK(base::intersection(a, WorldRect{5, 6, 20, 20}) == WorldRect{5, 6, 5, 4});
    CHECK(base::intersection(a, WorldRect{50, 60, 20, 20}).empty());
}

TEST_CASE("the union of a rectangle with nothing is that rectangle") {
    WorldRect const a{3, 4, 10, 10};
    CHECK(base::united(a, WorldRect{}) == a);
    CHECK(base::united(WorldRect{}, a) == a);
    CHECK(base::united(a, WorldRect{0, 20, 1, 1}) == WorldRect{0, 4, 13, 17});
}

TEST_CASE("an inset never turns a rectangle inside out") {
    CHECK(base::inset(WorldRect{0, 0, 10, 4}, 1) == WorldRect{1, 1, 8, 2});
    CHECK(base::inset(WorldRect{0, 0, 10, 4}, 3).h == 0);
}
