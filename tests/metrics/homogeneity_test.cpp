#include "metrics/homogeneity.hpp"

#include <doctest/doctest.h>
#include <vector>

#include "metrics/figures_room.hpp"

using metrics::homogeneity;
using metrics::it_depends;
using metrics::Proportion;
using Groups = std::vector<Proportion>;

TEST_CASE("three regions that differ: chi-square, degrees and p meet the worked example") {
    auto const result = homogeneity(Groups{{912, 1000}, {455, 500}, {228, 300}});
    REQUIRE(result);
    CHECK(test::near(result->chi_square, 56.7467, 5e-5));
    CHECK(result->degrees == 2);
    CHECK(test::near(result->p * 1e13, 4.8, 0.05));
    CHECK(test::near(result->spread, 0.152));
    CHECK(it_depends(*result));
}

TEST_CASE("groups under 30 do not speak, and one group alone has nothing to compare") {
    CHECK_FALSE(homogeneity(Groups{}));
    CHECK_FALSE(homogeneity(Groups{{900, 1000}}));
    CHECK_FALSE(homogeneity(Groups{{900, 1000}, {1, 29}, {0, 29}}));
    auto const with = homogeneity(Groups{{900, 1000}, {0, 29}, {700, 1000}});
    auto const without = homogeneity(Groups{{900, 1000}, {700, 1000}});
    REQUIRE(with);
    REQUIRE(without);
    CHECK(with->chi_square == without->chi_square);
    CHECK(with->degrees == 1);
}

TEST_CASE("a certain difference under five points does not depend, five points do") {
    auto const small = homogeneity(Groups{{95'000, 100'000}, {90'001, 100'000}});
    REQUIRE(small);
    CHECK(small->p < 0.01);
    CHECK_FALSE(it_depends(*small));
    CHECK(it_depends(*homogeneity(Groups{{95'000, 100'000}, {90'000, 100'000}})));
}

TEST_CASE("a wide difference that chance explains does not depend") {
    auto const result = homogeneity(Groups{{27, 30}, {24, 30}});
    REQUIRE(result);
    CHECK(result->spread >= 0.05);
    CHECK(result->p > 0.01);
    CHECK_FALSE(it_depends(*result));
}

TEST_CASE("groups that all keep everything, or nothing, are alike") {
    for (Groups const& groups : {Groups{{50, 50}, {70, 70}}, Groups{{0, 50}, {0, 70}}}) {
        auto const result = homogeneity(groups);
        REQUIRE(result);
        CHECK(result->chi_square == 0);
        CHECK(result->p == 1);
        CHECK_FALSE(it_depends(*result));
    }
}

TEST_CASE("the order of the groups and the side that is counted do not matter") {
    auto const one = homogeneity(Groups{{912, 1000}, {455, 500}, {228, 300}});
    auto const turned = homogeneity(Groups{{228, 300}, {912, 1000}, {455, 500}});
    auto const broken = homogeneity(Groups{{88, 1000}, {45, 500}, {72, 300}});
    CHECK(one->chi_square == doctest::Approx(turned->chi_square));
    CHECK(one->chi_square == doctest::Approx(broken->chi_square));
    CHECK(one->p == doctest::Approx(broken->p));
}
