#include "metrics/customer_asset.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <limits>

using metrics::LossCount;
using metrics::reconcile;

TEST_CASE("eight quarters of the demo company add up, each opening the last closing") {
    struct Quarter {
        std::int64_t gained, won_back, lost, closing;
    };
    Quarter const quarters[] = {{27'500, 1'000, 24'000, 428'500}, {26'000, 1'000, 25'500, 430'000},
                                {24'500, 1'500, 27'000, 429'000}, {28'000, 1'000, 29'500, 428'500},
                                {26'500, 1'500, 30'000, 426'500}, {25'000, 1'500, 30'500, 422'500},
                                {25'000, 1'000, 30'300, 418'200}, {24'500, 1'500, 32'000, 412'200}};
    std::int64_t opening = 424'000;
    for (Quarter const& q : quarters) {
        auto const result =
            reconcile({opening, q.gained, q.won_back, q.lost, q.closing, {}, {}, {}});
        CHECK(*result.off_by == 0);
        CHECK(*result.net == q.closing - opening);
        CHECK_FALSE(result.value_net);
        opening = q.closing;
    }
}

TEST_CASE("the last quarter loses 6,000 customers and 2.813 million") {
    auto const result = reconcile({418'200, 24'500, 1'500, 32'000, 412'200, 214.0, 240.0, 263.0});
    CHECK(*result.net == -6'000);
    CHECK(*result.value_net == doctest::Approx(-2'813'000));
}

TEST_CASE("books that do not add up say by how much") {
    CHECK(*reconcile({100, 10, 0, 5, 107, {}, {}, {}}).off_by == 2);
    CHECK(*reconcile({100, 10, 0, 5, 101, {}, {}, {}}).off_by == -4);
}

TEST_CASE("what is unknown leaves the sums that need it unknown, and no others") {
    auto const no_lost = reconcile({100, 10, 0, {}, 105, 1.0, 1.0, 1.0});
    CHECK_FALSE(no_lost.net);
    CHECK_FALSE(no_lost.off_by);
    CHECK_FALSE(no_lost.value_net);
    auto const no_closing = reconcile({100, 10, 0, 5, {}, 1.0, 1.0, 2.0});
    CHECK(*no_closing.net == 5);
    CHECK_FALSE(no_closing.off_by);
    CHECK(*no_closing.value_net == doctest::Approx(0));
    CHECK_FALSE(reconcile({100, 10, 0, 5, 105, 1.0, {}, 2.0}).value_net);
}

TEST_CASE("absurd counts stop at the end of the range") {
    auto const most = std::numeric_limits<std::int64_t>::max();
    CHECK(*reconcile({most, most, most, 0, 0, {}, {}, {}}).net == most);
    CHECK(*reconcile({most, most, most, 0, 0, {}, {}, {}}).off_by == -most);
}

TEST_CASE("a marble stands for 500 customers") {
    CHECK(metrics::marbles(24'500) == 49);
    CHECK(metrics::marbles(1'500) == 3);
    CHECK(metrics::marbles(32'000) == 64);
    CHECK(metrics::marbles(0) == 0);
    CHECK(metrics::marbles(249) == 0);
    CHECK(metrics::marbles(250) == 1);
    CHECK(metrics::marbles(-6'000) == -12);
}

TEST_CASE("the five largest reasons stand, the rest and the unknown are counted") {
    std::vector<LossCount> losses{{"bill not understood", 7'400},
                                  {"no heat too long", 6'900},
                                  {"cheaper elsewhere", 6'100},
                                  {"moving", 4'300},
                                  {"install never finished", 2'600},
                                  {"other", 1'500},
                                  {"unknown", 3'200},
                                  {"too small to name", 100}};
    auto const summary = metrics::summarise_losses(losses);
    CHECK(summary.top.size() == 5);
    CHECK(summary.top.front() == LossCount{"bill not understood", 7'400});
    CHECK(summary.top.back() == LossCount{"install never finished", 2'600});
    CHECK(summary.other == 1'600);
    CHECK(summary.unknown == 3'200);
    CHECK(summary.total == 32'100);
    CHECK_FALSE(summary.too_many_unknown);
    std::reverse(losses.begin(), losses.end());
    CHECK(metrics::summarise_losses(losses).top == summary.top);
}

TEST_CASE("over a quarter of losses without a reason deserves a warning") {
    CHECK_FALSE(metrics::summarise_losses(std::vector<LossCount>{{"a", 75}, {"Unknown", 25}})
                    .too_many_unknown);
    CHECK(metrics::summarise_losses(std::vector<LossCount>{{"a", 74}, {"", 26}}).too_many_unknown);
    CHECK_FALSE(metrics::summarise_losses({}).too_many_unknown);
}

TEST_CASE("reasons that name more than left, or leave many without one, deserve a warning") {
    std::vector<LossCount> const losses{{"Price", 70}, {"Unknown", 10}};
    auto const fits = metrics::summarise_losses(losses, 80);
    CHECK(fits.over == 0);
    CHECK(fits.unexplained == 0);
    CHECK_FALSE(fits.too_many_unknown);
    auto const over = metrics::summarise_losses(losses, 75);
    CHECK(over.over == 5);
    CHECK(over.unexplained == 0);
    auto const few = metrics::summarise_losses(losses, 100);
    CHECK(few.over == 0);
    CHECK(few.unexplained == 20);
    CHECK(few.too_many_unknown);  // 30 of 100
    CHECK(metrics::summarise_losses(losses, -5).over == 80);
    CHECK(metrics::summarise_losses(losses).over == 0);
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(metrics::summarise_losses(losses, most).unexplained == most - 80);
}
