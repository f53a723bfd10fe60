#include "metrics/importance.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <numeric>

#include "support/scratch.hpp"

using metrics::CoMoments;
using metrics::ImportanceShares;

namespace {

bool near(double value, double expected, double tolerance = 5e-7) {
    return std::abs(value - expected) < tolerance;
}

double sum(std::vector<double> const& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double unit(test::Dice& dice) {
    return static_cast<double>(dice.below(100000)) / 100000 - 0.5;
}

// Rows in which the outcome follows the predictors with falling weight, and some noise.
CoMoments sample(std::size_t predictors, int rows, double noise, std::uint64_t seed = 7) {
    test::Dice dice(seed);
    CoMoments moments(predictors + 1);
    std::vector<double> row(predictors + 1);
    for (int i = 0; i < rows; ++i) {
        double const common = unit(dice);
        row.back() = noise * unit(dice);
        for (std::size_t j = 0; j < predictors; ++j) {
            row[j] = unit(dice) + 0.4 * common;
            row.back() += row[j] / static_cast<double>(j + 1);
        }
        moments.add(row);
    }
    return moments;
}

}  // namespace

TEST_CASE("Shapley shares meet the worked example") {
    std::vector<double> const among{1, 0.4, 0.4, 1};
    std::vector<double> const with{0.6, 0.5};
    auto const parts = metrics::shapley_parts(among, with);
    CHECK(near(parts[0], 0.275238));
    CHECK(near(parts[1], 0.165238));
    CHECK(near(sum(parts), 0.440476));
    CHECK(near(parts[0] / sum(parts), 0.6249, 5e-5));
    CHECK(near(parts[1] / sum(parts), 0.3751, 5e-5));
}

TEST_CASE("parts of R2 add up to it, in both methods, for any number of predictors") {
    for (std::size_t predictors = 1; predictors <= 12; ++predictors) {
        CAPTURE(predictors);
        CoMoments const moments = sample(predictors, 600, 1.0);
        std::vector<double> among, with;
        for (std::size_t i = 0; i < predictors; ++i) {
            with.push_back(*moments.correlation(i, predictors));
            for (std::size_t j = 0; j < predictors; ++j)
                among.push_back(*moments.correlation(i, j));
        }
        double const r_squared = metrics::importance_shares(moments).r_squared;
        CHECK(near(sum(metrics::shapley_parts(among, with)), r_squared, 1e-9));
        CHECK(near(sum(metrics::johnson_parts(among, with)), r_squared, 1e-9));
    }
}

TEST_CASE("Johnson's weights lie near Shapley's") {
    CoMoments const moments = sample(6, 4000, 0.5);
    std::vector<double> among, with;
    for (std::size_t i = 0; i < 6; ++i) {
        with.push_back(*moments.correlation(i, 6));
        for (std::size_t j = 0; j < 6; ++j)
            among.push_back(*moments.correlation(i, j));
    }
    auto const shapley = metrics::shapley_parts(among, with);
    auto const johnson = metrics::johnson_parts(among, with);
    for (std::size_t i = 0; i < 6; ++i)
        CHECK(near(shapley[i], johnson[i], 0.02));
}

TEST_CASE("predictors that know nothing of each other share R2 by their squared correlations") {
    std::vector<double> const among{1, 0, 0, 0, 1, 0, 0, 0, 1};
    std::vector<double> const with{0.5, 0.3, -0.4};
    for (auto const& parts :
         {metrics::shapley_parts(among, with), metrics::johnson_parts(among, with)}) {
        CHECK(near(parts[0], 0.25));
        CHECK(near(parts[1], 0.09));
        CHECK(near(parts[2], 0.16));
    }
}

TEST_CASE("the order of the predictors does not matter, and twins share alike") {
    std::vector<double> const among{1, 1, 0.3, 1, 1, 0.3, 0.3, 0.3, 1};
    std::vector<double> const with{0.6, 0.6, 0.5};
    auto const parts = metrics::shapley_parts(among, with);
    CHECK(near(parts[0], parts[1]));
    std::vector<double> const turned_among{1, 0.3, 0.3, 0.3, 1, 1, 0.3, 1, 1};
    auto const turned = metrics::shapley_parts(turned_among, std::vector<double>{0.5, 0.6, 0.6});
    CHECK(near(turned[0], parts[2]));
    CHECK(near(turned[1], parts[0]));
}

TEST_CASE("moments are those of the rows, also far from zero") {
    CoMoments moments(2);
    for (double const x : {1.0, 2.0, 3.0, 4.0})
        moments.add(std::vector<double>{1e9 + x, 1e9 + (x == 4 ? 3.0 : x)});
    CHECK(moments.n() == 4);
    CHECK(near(moments.mean(0), 1e9 + 2.5));
    CHECK(near(*moments.sd(0), std::sqrt(5.0 / 3)));
    CHECK(near(*moments.correlation(0, 1), 3.5 / std::sqrt(5.0 * 2.75)));
    CHECK_FALSE(CoMoments(2).correlation(0, 1));
}

TEST_CASE("a variable that never varies goes with nothing and gets no share") {
    CoMoments moments(3);
    test::Dice dice(3);
    for (int i = 0; i < 100; ++i) {
        double const x = unit(dice);
        moments.add(std::vector<double>{x, 4.0, x});
    }
    auto const result = metrics::importance_shares(moments);
    CHECK_FALSE(result.correlations[1]);
    CHECK(near(result.shares[0], 1));
    CHECK(near(result.shares[1], 0));
}

TEST_CASE("a weak model and too few rows give equal shares and say so") {
    auto const weak = metrics::importance_shares(sample(3, 4000, 40));
    CHECK(weak.weakness == metrics::Weakness::WeakModel);
    CHECK(weak.method == metrics::ShareMethod::Equal);
    CHECK(near(weak.shares[2], 1.0 / 3));
    auto const few = metrics::importance_shares(sample(3, 59, 0.1));
    CHECK(few.weakness == metrics::Weakness::TooFewRows);
    CHECK(metrics::importance_shares(sample(3, 60, 0.1)).weakness == metrics::Weakness::None);
}

TEST_CASE("beyond twelve predictors the shares are Johnson's and still add up") {
    auto const result = metrics::importance_shares(sample(15, 2000, 0.5));
    CHECK(result.method == metrics::ShareMethod::Johnson);
    CHECK(near(sum(result.shares), 1, 1e-9));
    CHECK(result.shares[0] > result.shares[14]);
    CHECK(metrics::importance_shares(sample(12, 2000, 0.5)).method ==
          metrics::ShareMethod::Shapley);
}

TEST_CASE("a must-be touchpoint keeps half an equal share, and the sum stays a hundred") {
    auto const floored = metrics::with_must_be_floor({1, 59, 40, 0}, {true, false, false, false});
    CHECK(near(floored[0], 12.5));
    CHECK(near(sum(floored), 100));
    CHECK(near(floored[1] / floored[2], 59.0 / 40));
    CHECK(near(floored[3], 0));
    std::vector<double> const high{30, 30, 40};
    CHECK(metrics::with_must_be_floor(high, {true, true, true}) == high);
    CHECK(metrics::with_must_be_floor({}, {}).empty());
}
