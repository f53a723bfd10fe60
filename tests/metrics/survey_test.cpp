#include "metrics/survey.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace metrics;

namespace {

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) < tolerance;
}

}  // namespace

TEST_CASE("net promoters meet the worked examples with their errors") {
    auto const first = net_promoters({300, 200, 100});
    REQUIRE(first);
    CHECK(near(first->points, 33.3, 0.05));
    // 50 %, 33.3 % and 16.7 % of a hundred: the error of n = 600 is that of 100 by the root of 6.
    CHECK(near(first->reach() * std::sqrt(6.0), 14.6, 0.05));
    auto const second = net_promoters({480, 320, 200});
    CHECK(near(second->points, 28.0, 1e-9));
    CHECK(near(second->reach(), 4.81, 0.005));
    auto const northmoor = net_promoters({1010, 830, 660});
    CHECK(near(northmoor->points, 14.0, 1e-9));
    CHECK(near(northmoor->reach(), 3.2, 0.05));
}

TEST_CASE("a change inside its error is no signal") {
    auto const change = nps_change({480, 320, 200}, {500, 320, 180});
    REQUIRE(change);
    CHECK(near(change->points, 4.0, 1e-9));
    CHECK(near(change->reach, 6.73, 0.005));
    CHECK_FALSE(change->signal);
    CHECK(nps_change({480, 320, 200}, {580, 320, 100})->signal);
}

TEST_CASE("under thirty answers there are counts only") {
    CHECK_FALSE(net_promoters({10, 10, 9}));
    CHECK(net_promoters({10, 10, 10}));
    CHECK_FALSE(csat({1, 1, 1, 1, 25}));
    CHECK_FALSE(customer_effort({1, 1, 1, 1, 1, 1, 23}));
    CHECK_FALSE(nps_change({10, 10, 9}, {100, 100, 90}));
}

TEST_CASE("satisfaction is the share of fours and fives") {
    auto const result = csat({20, 28, 40, 200, 212});
    REQUIRE(result);
    CHECK(near(result->share, 0.824, 1e-9));
    CHECK(near(result->interval.lower, 0.788, 5e-4));
    CHECK(near(result->interval.upper, 0.855, 5e-4));
}

TEST_CASE("effort is told in each vendor's way") {
    auto const effort = customer_effort({80, 210, 140, 110, 160, 180, 120});
    REQUIRE(effort);
    CHECK(near(effort->mean, 4.08, 1e-9));
    CHECK(near(effort->easy_5_to_7, 0.46, 1e-9));
    CHECK(near(effort->easy_6_or_7, 0.30, 1e-9));
    CHECK(near(effort->net, -13, 1e-9));
}

TEST_CASE("a mean's interval is Student's, wide for few and near the normal one for many") {
    CHECK_FALSE(t_interval({1.0, 0.5, 1}));
    auto const ten = t_interval({1.0, 2.0, 10});
    CHECK(near(ten->upper - 1.0, 2.262157 * 2 / std::sqrt(10.0), 1e-6));
    CHECK(near(1.0 - ten->lower, ten->upper - 1.0, 1e-12));
    auto const many = t_interval({1.0, 2.0, 100000});
    CHECK(near(many->upper - 1.0, z95 * 2 / std::sqrt(100000.0), 1e-6));
    double last = 1e9;
    for (std::int64_t n = 2; n < 1000; n = n * 2) {
        double const reach = t_interval({0, 1, n})->upper;
        CHECK(reach < last);
        last = reach;
    }
}

TEST_CASE("an adjective's hits are counted of all answers") {
    CHECK(near(hit_rate({12, 48})->share, 0.25, 1e-12));
    CHECK(hit_rate({12, 48})->interval == wilson(12, 48));
    CHECK_FALSE(hit_rate({0, 0}));
}
