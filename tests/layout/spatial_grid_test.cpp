#include <doctest/doctest.h>
#include <random>

#include "layout/map_layout.hpp"

using layout::WorldRect;

namespace {

std::vector<WorldRect> random_rects(std::mt19937& random, std::size_t count, double largest) {
    std::uniform_real_distribution<double> place(-500, 500);
    std::uniform_real_distribution<double> size(0, largest);
    std::vector<WorldRect> rects;
    for (std::size_t i = 0; i < count; ++i) {
        rects.push_back({place(random), place(random), size(random), size(random)});
    }
    return rects;
}

// Everything that touches the area must be found, ascending and once.
void check_query(std::vector<WorldRect> const& rects, layout::SpatialGrid const& grid,
                 WorldRect const& area) {
    std::vector<std::uint32_t> const found = layout::query(grid, area);
    REQUIRE(std::is_sorted(found.begin(), found.end()));
    REQUIRE(std::adjacent_find(found.begin(), found.end()) == found.end());
    for (std::uint32_t i = 0; i < rects.size(); ++i) {
        if (!base::intersects(rects[i], area)) continue;
        REQUIRE(std::binary_search(found.begin(), found.end(), i));
    }
}

}  // namespace

TEST_CASE("a grid query finds every rectangle that a look at all of them finds") {
    std::mt19937 random(7);
    for (std::size_t count : {1U, 2U, 17U, 300U, 2000U}) {
        for (double largest : {0.0, 5.0, 900.0}) {
            auto const rects = random_rects(random, count, largest);
            auto const grid = layout::make_grid(rects);
            for (WorldRect const& area : random_rects(random, 40, 200)) {
                check_query(rects, grid, area);
            }
            check_query(rects, grid, {-1e9, -1e9, 2e9, 2e9});
            check_query(rects, grid, rects.front());
        }
    }
}

TEST_CASE("a grid query looks at few rectangles away from the area") {
    std::vector<WorldRect> rects;
    for (int row = 0; row < 100; ++row) {
        for (int column = 0; column < 100; ++column) {
            rects.push_back({column * 10.0, row * 10.0, 8, 8});
        }
    }
    auto const grid = layout::make_grid(rects);
    CHECK(layout::query(grid, {501, 501, 6, 6}).size() <= 9);
    CHECK(layout::query(grid, {-50, -50, 20, 20}).empty());
    CHECK(layout::query(grid, {2000, 0, 20, 20}).empty());
}

TEST_CASE("a few giant rectangles do not fill memory with grid entries") {
    std::vector<WorldRect> rects(5000, {0, 0, 1000, 1000});
    for (std::size_t i = 0; i < 2500; ++i)
        rects[i] = {static_cast<double>(i) / 10, 3, 0.1, 0.1};
    auto const grid = layout::make_grid(rects);
    CHECK(grid.items.size() <= 8 * rects.size());
    check_query(rects, grid, {0, 0, 10, 10});
}

TEST_CASE("rectangles in one line, and no rectangle at all, make a grid too") {
    std::vector<WorldRect> line;
    for (int i = 0; i < 50; ++i)
        line.push_back({i * 1.0, 4, 0.5, 0});
    auto const grid = layout::make_grid(line);
    auto const found = layout::query(grid, {10, 0, 2, 8});
    CHECK(std::find(found.begin(), found.end(), 11U) != found.end());
    CHECK(layout::query(layout::make_grid({}), {0, 0, 10, 10}).empty());
    CHECK(layout::query(layout::make_grid({{1, 1, 0, 0}}), {0, 0, 2, 2}).size() == 1);
}
