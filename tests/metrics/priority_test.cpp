#include "metrics/priority.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace metrics;

namespace {

bool near(double value, double expected, double tolerance = 5e-4) {
    return std::abs(value - expected) < tolerance;
}

}  // namespace

TEST_CASE("benefit over cost meets the twelve initiatives of the demo") {
    struct Example {
        double customer, reach, fit, cost, effort, risk, b, c, ratio;
    };
    Example const examples[] = {
        {9, 8, 9, 5, 6, 4, 8.7, 5.1, 1.706},  {8, 6, 7, 6, 5, 3, 7.2, 5.1, 1.412},
        {9, 10, 8, 8, 8, 6, 9.1, 7.6, 1.197}, {6, 5, 8, 1, 2, 1, 6.1, 1.3, 4.692},
        {8, 4, 7, 9, 8, 6, 6.6, 8.1, 0.815},  {6, 6, 9, 3, 3, 2, 6.6, 2.8, 2.357},
        {8, 3, 10, 4, 5, 3, 6.9, 4.1, 1.683}, {5, 10, 5, 7, 6, 5, 6.5, 6.3, 1.032},
        {7, 3, 7, 4, 5, 3, 5.8, 4.1, 1.415},  {5, 6, 5, 6, 6, 5, 5.3, 5.8, 0.914},
        {3, 4, 6, 2, 2, 1, 3.9, 1.8, 2.167},  {6, 2, 7, 2, 3, 2, 5.0, 2.3, 2.174}};
    for (Example const& e : examples) {
        CAPTURE(e.ratio);
        auto const result = benefit_cost({e.customer, e.reach, e.fit, e.cost, e.effort, e.risk});
        CHECK(near(*result.benefit, e.b));
        CHECK(near(*result.cost, e.c));
        CHECK(near(*result.ratio, e.ratio));
    }
}

TEST_CASE("what is unknown or takes no effort is not ranked") {
    CHECK_FALSE(benefit_cost({9, 8, 9, 5, 0, 4}).ratio);
    CHECK_FALSE(benefit_cost({9, 8, 9, 5, {}, 4}).ratio);
    CHECK_FALSE(benefit_cost({9, {}, 9, 5, 6, 4}).benefit);
    CHECK_FALSE(rice({50000, 2, 0.8, {}}));
    CHECK_FALSE(rice({50000, 2, 0.8, 0}));
    CHECK_FALSE(wsjf({8, 13, 5, 0}));
}

TEST_CASE("RICE and WSJF meet the worked examples") {
    CHECK(std::lround(*rice({50000, 2, 0.8, 3})) == 26667);
    CHECK(*wsjf({8, 13, 5, 8}) == doctest::Approx(3.25));
}

TEST_CASE("pain is broken promises by their severity") {
    CHECK(pain(120, 3) == 360);
}
