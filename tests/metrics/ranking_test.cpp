#include "metrics/ranking.hpp"

#include <cmath>
#include <doctest/doctest.h>

#include "support/scratch.hpp"

using namespace metrics;

namespace {

bool near(double value, double expected, double tolerance = 5e-7) {
    return std::abs(value - expected) < tolerance;
}

std::vector<Ballot> example() {
    return {{1, 2, 3, 4, 5, 6},
            {2, 1, 3.5, 3.5, 5, 6},
            {1, 3, 2, 5, 4, 6},
            {1.5, 1.5, 4, 3, 6, 5},
            {3, 1, 2, 6, 4, 5}};
}

}  // namespace

TEST_CASE("five people's ranks of six things meet the worked example") {
    auto const result = joint_ranking(example());
    double const means[] = {1.7, 1.7, 2.9, 4.3, 4.8, 5.6};
    double const borda[] = {21.5, 21.5, 15.5, 8.5, 6, 2};
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(near(result.mean_ranks[i], means[i]));
        CHECK(near(result.borda[i], borda[i]));
    }
    CHECK(near(*result.sum_of_squares, 339.5));
    CHECK(near(*result.concordance_uncorrected, 0.776));
    CHECK(near(*result.concordance, 0.784971));
    CHECK(result.agreement == Agreement::Agreed);
    CHECK(result.places == std::vector<int>{1, 1, 3, 4, 5, 6});
}

TEST_CASE("ties share the mean of their ranks, and what nobody ranked that of the rest") {
    CHECK(ranks_of({10, 20, 20, 30}) == std::vector<double>{1, 2.5, 2.5, 4});
    CHECK(ranks_of({{}, 1, {}, 2, {}}) == std::vector<double>{4, 1, 4, 2, 4});
    CHECK(ranks_of({{}, {}}) == std::vector<double>{1.5, 1.5});
}

TEST_CASE("one mind is agreement, two opposite ones are none, and one ballot says nothing") {
    Ballot const one{1, 2, 3, 4};
    Ballot const other{4, 3, 2, 1};
    CHECK(near(*joint_ranking(std::vector<Ballot>{one, one, one}).concordance, 1));
    auto const split = joint_ranking(std::vector<Ballot>{one, other});
    CHECK(near(*split.concordance, 0));
    CHECK(split.agreement == Agreement::Split);
    CHECK_FALSE(joint_ranking(std::vector<Ballot>{one}).concordance);
    Ballot const all_tied(4, 2.0);
    CHECK_FALSE(joint_ranking(std::vector<Ballot>{all_tied, all_tied}).concordance);
    CHECK(joint_ranking({}).mean_ranks.empty());
}

TEST_CASE("ranks always add up, Borda gives the same order, and people's order is nothing") {
    test::Dice dice(11);
    for (int round = 0; round < 100; ++round) {
        std::size_t const items = 2 + dice.below(8);
        std::vector<Ballot> ballots(2 + dice.below(6), Ballot(items));
        for (Ballot& ballot : ballots) {
            for (auto& given : ballot) {
                if (dice.below(5) > 0) given = static_cast<double>(dice.below(4));
            }
            double sum = 0;
            for (double const rank : ranks_of(ballot))
                sum += rank;
            auto const m = static_cast<double>(items);
            CHECK(near(sum, m * (m + 1) / 2));
        }
        auto const result = joint_ranking(ballots);
        for (std::size_t a = 0; a < items; ++a) {
            for (std::size_t b = 0; b < items; ++b) {
                bool const before = result.mean_ranks[a] < result.mean_ranks[b] - 1e-6;
                CHECK((!before || result.borda[a] > result.borda[b]));
            }
        }
        if (result.concordance) {
            CHECK(*result.concordance >= -1e-9);
            CHECK(*result.concordance <= 1 + 1e-9);
        }
        std::reverse(ballots.begin(), ballots.end());
        CHECK(joint_ranking(ballots).places == result.places);
    }
}
