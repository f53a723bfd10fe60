#include "metrics/distribution.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using test::near;

TEST_CASE("the median and the slowest tenth of waiting times interpolate as the example says") {
    std::vector<double> const times{1, 2, 2, 3, 4, 5, 7, 9, 12, 20};
    CHECK(near(*metrics::quantile(times, 0.5), 4.5));
    CHECK(near(*metrics::quantile(times, 0.9), 12.8));
    CHECK(*metrics::quantile(times, 0) == 1);
    CHECK(*metrics::quantile(times, 1) == 20);
    CHECK_FALSE(metrics::quantile({}, 0.5));
    CHECK(*metrics::quantile({7}, 0.9) == 7);
}

TEST_CASE("the room's guesses against the measured rate meet the worked example") {
    auto const gap = metrics::guess_gap({95, 90, 85, 92, 90, 80, 95, 88, 90, 97, 75, 93}, 78.4);
    CHECK(near(*gap.median, 90));
    CHECK(near(*gap.gap, 11.6));
    CHECK(near(*gap.mean_error, 11.33, 0.005));
    CHECK(*gap.lower_quartile <= *gap.median);
    CHECK(*gap.median <= *gap.upper_quartile);
}

TEST_CASE("four guesses are no statistic and five are") {
    CHECK_FALSE(metrics::guess_gap({1, 2, 3, 4}, 2.0).median);
    CHECK_FALSE(metrics::guess_gap({1, 2, 3, 4}, 2.0).gap);
    CHECK(*metrics::guess_gap({5, 1, 4, 2, 3}, 2.0).median == 3);
}

TEST_CASE("guesses of something not measured have a median and no gap") {
    auto const gap = metrics::guess_gap({5, 1, 4, 2, 3}, {});
    CHECK(*gap.median == 3);
    CHECK_FALSE(gap.gap);
    CHECK_FALSE(gap.mean_error);
}

TEST_CASE("peak-end is the mean of the strongest feeling and the last") {
    CHECK(near(*metrics::peak_end(std::vector<double>{-.8, -.6, -1.2, .7, .1, -.4, .9}), -0.15));
    CHECK(*metrics::peak_end(std::vector<double>{1.5}) == 1.5);
    CHECK(*metrics::peak_end(std::vector<double>{-1, 1, 0}) == -0.5);
    CHECK_FALSE(metrics::peak_end({}));
}
