#include "metrics/maturity.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace metrics;

namespace {

using Group = std::vector<double>;

bool near(double value, double expected) {
    return std::abs(value - expected) < 1e-9;
}

}  // namespace

TEST_CASE("five competencies give the index of the worked example") {
    std::vector<Group> const groups{{2.6, 3.0, 2.2, 1.8, 2.4}};
    auto const result = maturity(groups);
    REQUIRE(result);
    double const expected[] = {40, 50, 30, 20, 35};
    for (std::size_t i = 0; i < 5; ++i)
        CHECK(near(result->competencies[i], expected[i]));
    CHECK(near(result->index, 35));
    CHECK(word(result->band) == "Unite and Build");
    CHECK(near(result->spread, 0));
}

TEST_CASE("groups weigh equally and their spread is shown") {
    // Executives 46, managers 34, front line 25: the mean is 35.
    std::vector<Group> const groups{Group(5, 1 + 0.46 * 4), Group(5, 1 + 0.34 * 4),
                                    Group(5, 1 + 0.25 * 4)};
    auto const result = maturity(groups);
    CHECK(near(result->index, 35));
    CHECK(near(result->spread, 21));
}

TEST_CASE("a band's lower edge belongs to it") {
    CHECK(band_of(0) == MaturityBand::Commit);
    CHECK(band_of(19.9) == MaturityBand::Commit);
    CHECK(band_of(20) == MaturityBand::UniteAndBuild);
    CHECK(band_of(60) == MaturityBand::Mature);
    CHECK(band_of(100) == MaturityBand::Elevate);
}

TEST_CASE("nobody is more than one band above the weakest competency") {
    std::vector<Group> const groups{{5, 5, 5, 5, 1.2}};
    auto const result = maturity(groups);
    CHECK(near(result->index, 81));
    CHECK(near(result->weakest, 5));
    CHECK(result->band == MaturityBand::UniteAndBuild);
    CHECK_FALSE(maturity({}));
}

TEST_CASE("what was learned is measured against what was left to learn") {
    CHECK(near(*normalised_gain(55, 80), 25.0 / 45));
    CHECK(std::abs(*normalised_gain(55, 80) - 0.5556) < 5e-5);
    CHECK_FALSE(normalised_gain(100, 100));
    CHECK(*normalised_gain(80, 60) < 0);
}

TEST_CASE("a guess within five points is close") {
    std::vector<double> const guesses{73.4, 83.4, 83.5, 60};
    CHECK(near(*calibration(guesses, 78.4), 0.5));
    CHECK_FALSE(calibration({}, 50));
}
