#include "metrics/yield.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <vector>

#include "metrics/figures_room.hpp"

using metrics::Proportion;
using metrics::RolledYield;
using metrics::Yield;
using test::near;

namespace {

Yield of_all(std::vector<Proportion> const& parts) {
    RolledYield yield;
    for (Proportion const& part : parts)
        yield.add_measured(1, part);
    return yield.result();
}

}  // namespace

TEST_CASE("the textbook yields come out to six digits") {
    Yield const six =
        of_all({{997, 1000}, {995, 1000}, {950, 1000}, {890, 1000}, {923, 1000}, {940, 1000}});
    CHECK(near(*six.rty, 0.727715));
    Yield const four = of_all({{99500, 100000}, {98500, 100000}, {99900, 100000}, {99995, 100000}});
    CHECK(near(*four.rty, 0.979046));
    CHECK(near(*four.normalised, 0.994720));
}

TEST_CASE("a touchpoint that a quarter of customers meet costs a quarter of its failures") {
    RolledYield yield;
    yield.add_measured(1, {95, 100});
    yield.add_measured(1, {90, 100});
    yield.add_measured(0.25, {80, 100});
    CHECK(near(*yield.result().rty, 0.81225));
}

TEST_CASE("the interval of a yield meets the worked example") {
    Yield const yield = of_all({{190, 200}, {176, 200}, {388, 400}});
    CHECK(near(*yield.rty, 0.81092));
    CHECK(near(yield.interval->lower, 0.761018));
    CHECK(near(yield.interval->upper, 0.864094));
    CHECK(yield.measured == 3);
    CHECK(yield.of == 3);
}

TEST_CASE("with exposures of 1 the general interval is the textbook one") {
    double variance = 0;
    for (Proportion const& part : {Proportion{190, 200}, {176, 200}, {388, 400}}) {
        auto const n = static_cast<double>(part.n);
        double const p = (static_cast<double>(part.k) + 0.5) / (n + 1);
        variance += (1 - p) / (n * p);
    }
    Yield const yield = of_all({{190, 200}, {176, 200}, {388, 400}});
    double const reach = metrics::z95 * std::sqrt(variance);
    CHECK(yield.interval->lower == doctest::Approx(*yield.rty * std::exp(-reach)));
    CHECK(yield.interval->upper == doctest::Approx(*yield.rty * std::exp(reach)));
}

TEST_CASE("a path with nothing measured has no yield, and says of how many") {
    RolledYield yield;
    yield.add_unmeasured();
    yield.add_unmeasured();
    CHECK_FALSE(yield.result().rty);
    CHECK_FALSE(yield.result().interval);
    CHECK_FALSE(yield.result().normalised);
    CHECK(yield.result().measured == 0);
    CHECK(yield.result().of == 2);
}

TEST_CASE("missing touchpoints are left out of the product and of the normalised yield") {
    RolledYield yield;
    yield.add_measured(1, {81, 100});
    yield.add_unmeasured();
    yield.add_measured(1, {100, 100});
    CHECK(near(*yield.result().rty, 0.81));
    CHECK(near(*yield.result().normalised, 0.9));
    CHECK(yield.result().measured == 2);
    CHECK(yield.result().of == 3);
}

TEST_CASE("one promise that is never kept brings the yield to 0, and its upper bound above it") {
    Yield const yield = of_all({{0, 50}, {45, 50}});
    CHECK(*yield.rty == 0);
    CHECK(*yield.normalised == 0);
    CHECK(yield.interval->lower == 0);
    CHECK(yield.interval->upper > 0);
    CHECK(yield.interval->upper < 1);
    // Sharper with more cases.
    CHECK(of_all({{0, 5000}, {4500, 5000}}).interval->upper < yield.interval->upper);
}

TEST_CASE("a touchpoint that nobody meets changes nothing but the count") {
    RolledYield yield;
    yield.add_measured(0, {0, 50});
    CHECK(*yield.result().rty == 1);
    CHECK(yield.result().interval->lower == 1);
    CHECK(yield.result().interval->upper == 1);
    CHECK(yield.result().measured == 1);
}

TEST_CASE("a yield's interval contains it for any exposure and count") {
    for (double const e : {0.001, 0.25, 0.7, 1.0}) {
        for (std::int64_t n = 1; n <= 4000; n *= 3) {
            for (std::int64_t k = 0; k <= n; k += 1 + n / 17) {
                RolledYield yield;
                yield.add_measured(e, {k, n});
                yield.add_measured(1, {9, 10});
                Yield const result = yield.result();
                CHECK(result.interval->lower <= *result.rty);
                CHECK(*result.rty <= result.interval->upper);
                CHECK(result.interval->lower >= 0);
                CHECK(result.interval->upper <= 1);
            }
        }
    }
}

TEST_CASE("a path of a hundred thousand touchpoints has a yield of 0 and a sane normalised yield") {
    RolledYield yield;
    for (int i = 0; i < 100'000; ++i)
        yield.add_measured(1, {90, 100});
    Yield const result = yield.result();
    CHECK(*result.rty < 1e-300);
    CHECK(near(*result.normalised, 0.9));
    CHECK(result.interval->upper <= 1);
    CHECK(result.interval->upper >= *result.rty);
}

TEST_CASE("shown yields are whole, 100 only for perfection and 0 only for nothing") {
    CHECK(metrics::shown_of_hundred(0.3481) == 35);
    CHECK(metrics::shown_of_hundred(0.385) == 39);
    CHECK(metrics::shown_of_hundred(0.9999) == 99);
    CHECK(metrics::shown_of_hundred(1.0) == 100);
    CHECK(metrics::shown_of_hundred(1e-300) == 1);
    CHECK(metrics::shown_of_hundred(0.0) == 0);
}

TEST_CASE("sigma levels meet the customary table") {
    auto level = [](double dpm) { return std::round(*metrics::sigma_level(dpm) * 100) / 100; };
    CHECK(level(3.4) == doctest::Approx(6.00));
    CHECK(level(233) == doctest::Approx(5.00));
    CHECK(level(6210) == doctest::Approx(4.00));
    CHECK(level(66'807) == doctest::Approx(3.00));
    CHECK_FALSE(metrics::sigma_level(0));
    CHECK_FALSE(metrics::sigma_level(1e6));
    CHECK(metrics::defects_per_million(17, 500, 10) == doctest::Approx(3400));
}
