#include "metrics/control_chart.hpp"

#include <cmath>
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using metrics::ChartBasis;
using metrics::ChartCount;
using metrics::p_chart;
using test::near;
using Months = std::vector<ChartCount>;

namespace {

ChartCount broken(std::int64_t broken, std::int64_t due) {
    return {due - broken, due};
}

Months example() {
    return {broken(20, 200), broken(24, 220), broken(16, 180), broken(21, 210),
            broken(18, 190), broken(22, 205), broken(19, 195), broken(20, 200)};
}

// `count` months of 1,000 promises with about 100 broken, moving by a little.
Months calm(int count) {
    Months months;
    int const wobble[] = {0, 8, -7, 3, -9, 6, -2, 1, 9, -8, 4, -5};
    for (int i = 0; i < count; ++i)
        months.push_back(broken(100 + wobble[i % 12], 1000));
    return months;
}

std::vector<int> rules(Months const& months) {
    std::vector<int> fired;
    for (auto const& point : p_chart(months).points)
        fired.push_back(point.rule);
    return fired;
}

int last_rule(Months const& months) {
    return rules(months).back();
}

}  // namespace

TEST_CASE("the worked chart: centre 0.1, limits that follow the month's count") {
    Months months = example();
    auto const chart = p_chart(months);
    CHECK(near(*chart.level.centre, 0.1));
    CHECK(chart.level.basis == ChartBasis::Provisional);
    CHECK(near(chart.points[0].limits->lower, 0.0363604));
    CHECK(near(chart.points[0].limits->upper, 0.1636396));
    CHECK_FALSE(chart.level.laney);
    for (auto const& point : chart.points)
        CHECK(point.rule == 0);

    months.push_back(broken(5, 50));
    months.push_back(broken(38, 200));
    auto const longer = p_chart(months, 8);
    CHECK(longer.level.basis == ChartBasis::Frozen);
    CHECK(longer.points[8].limits->lower == 0);
    CHECK(near(longer.points[8].limits->upper, 0.2272792));
    CHECK(near(*longer.points[9].z, 4.2426, 5e-5));
    CHECK(longer.points[9].rule == 1);
    CHECK(last_rule(months) == 1);
}

TEST_CASE(
    "a chart rests on 12 months, provisionally on 8, on 4 for a centre line, else on nothing") {
    CHECK(p_chart(calm(3)).level.basis == ChartBasis::None);
    CHECK_FALSE(p_chart(calm(3)).level.centre);
    CHECK(p_chart(calm(4)).level.basis == ChartBasis::CentreLine);
    CHECK(p_chart(calm(7)).level.centre);
    CHECK_FALSE(p_chart(calm(7)).points[0].limits);
    CHECK(p_chart(calm(8)).level.basis == ChartBasis::Provisional);
    CHECK(p_chart(calm(11)).level.basis == ChartBasis::Provisional);
    CHECK(p_chart(calm(11)).points[0].limits);
    CHECK(p_chart(calm(12)).level.basis == ChartBasis::Frozen);
}

TEST_CASE("without limits there is no signal, however wild the months") {
    Months wild = calm(6);
    wild.push_back(broken(900, 1000));
    CHECK(last_rule(wild) == 0);
}

TEST_CASE("the baseline stays frozen at its first 12 months") {
    Months months = calm(12);
    double const centre = *p_chart(months).level.centre;
    for (int i = 0; i < 12; ++i)
        months.push_back(broken(300, 1000));
    auto const chart = p_chart(months);
    CHECK(*chart.level.centre == centre);
    CHECK(chart.points[23].rule == 1);
}

TEST_CASE("one month beyond three sigmas is a signal and the next calm month is none") {
    Months months = calm(12);
    months.push_back(broken(130, 1000));
    CHECK(last_rule(months) == 1);
    months.back() = broken(70, 1000);
    CHECK(last_rule(months) == 1);
    months.push_back(broken(101, 1000));
    CHECK(last_rule(months) == 0);
}

TEST_CASE("nine months on one side are a signal, eight are none") {
    Months months = calm(12);
    months.push_back(broken(97, 1000));
    for (int i = 0; i < 8; ++i)
        months.push_back(broken(i % 2 == 0 ? 104 : 106, 1000));
    CHECK(last_rule(months) == 0);
    months.push_back(broken(104, 1000));
    CHECK(last_rule(months) == 2);
}

TEST_CASE("six months rising or falling are a signal, five are none") {
    for (int const direction : {1, -1}) {
        Months months = calm(12);
        months.push_back(broken(100 + direction * 3, 1000));
        for (int i = 0; i < 5; ++i)
            months.push_back(broken(100 + direction * (i * 3 - 6), 1000));
        CHECK(last_rule(months) == 0);
        months.push_back(broken(100 + direction * 9, 1000));
        CHECK(last_rule(months) == 3);
    }
}

TEST_CASE("two of three months beyond two sigmas on one side are a signal at the second") {
    Months months = calm(12);
    months.push_back(broken(122, 1000));
    CHECK(last_rule(months) == 0);
    months.push_back(broken(98, 1000));
    CHECK(last_rule(months) == 0);
    months.push_back(broken(122, 1000));
    CHECK(last_rule(months) == 5);
    months.push_back(broken(98, 1000));
    CHECK(last_rule(months) == 0);
    Months sides = calm(12);
    sides.push_back(broken(122, 1000));
    sides.push_back(broken(98, 1000));
    sides.push_back(broken(78, 1000));
    CHECK(last_rule(sides) == 0);
}

TEST_CASE("a gap and a month under ten promises break every run") {
    for (ChartCount const& breaker : {ChartCount{0, 0}, broken(9, 9)}) {
        Months months = calm(12);
        months.push_back(broken(97, 1000));
        for (int i = 0; i < 5; ++i)
            months.push_back(broken(104, 1000));
        months.push_back(breaker);
        for (int i = 0; i < 8; ++i)
            months.push_back(broken(104, 1000));
        CHECK(last_rule(months) == 0);
        months.push_back(broken(104, 1000));
        CHECK(last_rule(months) == 2);
    }
}

TEST_CASE("a month under ten promises is hollow: a share, no limits, no part in the baseline") {
    Months months = calm(12);
    Months with_hollow = months;
    with_hollow.insert(with_hollow.begin() + 3, broken(9, 9));
    auto const chart = p_chart(with_hollow);
    CHECK(*chart.level.centre == *p_chart(months).level.centre);
    CHECK(chart.points[3].hollow);
    CHECK(*chart.points[3].broken_share == 1);
    CHECK_FALSE(chart.points[3].limits);
    CHECK(chart.points[3].rule == 0);
    CHECK_FALSE(chart.points[2].hollow);
}

TEST_CASE("a gap has no share at all") {
    Months months = calm(12);
    months.push_back({});
    CHECK_FALSE(p_chart(months).points.back().broken_share);
    CHECK_FALSE(p_chart(months).points.back().hollow);
}

TEST_CASE("huge counts that sway more than counting explains get Laney's wider limits") {
    Months months;
    for (int i = 0; i < 24; ++i)
        months.push_back(broken(i % 2 == 0 ? 9'800 : 10'200, 100'000));
    auto const chart = p_chart(months);
    CHECK(chart.level.laney);
    double const sigma = std::sqrt(0.1 * 0.9 / 100'000);
    CHECK(*chart.level.sigma_z == doctest::Approx(0.004 / sigma / 1.128));
    CHECK(chart.points[0].limits->upper == doctest::Approx(0.1 + 3 * sigma * *chart.level.sigma_z));
    for (auto const& point : chart.points)
        CHECK(point.rule == 0);
    // The plain chart would have cried wolf each month.
    CHECK(std::abs(0.002 / sigma) > 2);
}

TEST_CASE("a baseline without a single broken promise takes the first real failure as a signal") {
    Months months(12, broken(0, 500));
    CHECK(last_rule(months) == 0);
    months.push_back(broken(3, 500));
    CHECK(last_rule(months) == 1);
}

TEST_CASE("limits stay within 0 and 1 and contain the centre") {
    for (std::int64_t due = 10; due < 5000; due = due * 2 + 3) {
        for (std::int64_t share = 0; share <= 10; ++share) {
            auto const chart = p_chart(Months(12, broken(due * share / 10, due)));
            for (auto const& point : chart.points) {
                CHECK(point.limits->lower >= 0);
                CHECK(point.limits->upper <= 1);
                CHECK(point.limits->lower <= *chart.level.centre);
                CHECK(*chart.level.centre <= point.limits->upper);
                CHECK(point.rule == 0);
            }
        }
    }
}

TEST_CASE("single values get the moving-range chart of the example") {
    auto const chart =
        metrics::xmr_chart(std::vector<double>{5.1, 4.8, 5.3, 5.0, 4.9, 5.2, 5.0, 4.7});
    REQUIRE(chart);
    CHECK(near(chart->mean, 5.0));
    CHECK(near(chart->mean_range, 0.285714));
    CHECK(near(chart->limits.lower, 4.24));
    CHECK(near(chart->limits.upper, 5.76));
    CHECK(near(chart->range_limit, 0.933429));
    CHECK_FALSE(metrics::xmr_chart(std::vector<double>{5.1}));
}

TEST_CASE("single values month by month keep their first limits and break runs at gaps") {
    std::vector<std::optional<double>> values;
    for (int i = 0; i < 12; ++i)
        values.push_back(i % 2 == 0 ? 5.0 : 5.4);
    auto const calm_series = metrics::xmr_series(values);
    CHECK(calm_series.basis == ChartBasis::Frozen);
    CHECK(near(calm_series.chart->mean, 5.2));
    CHECK(near(calm_series.chart->limits.upper, 5.2 + 2.66 * 0.4));
    for (auto const& point : calm_series.points)
        CHECK(point.rule == 0);
    values.push_back(7.0);
    auto const jump = metrics::xmr_series(values);
    CHECK(near(jump.chart->mean, 5.2));
    CHECK(jump.points.back().rule == 1);
    CHECK(jump.points.back().range_beyond);
    // The same step over a gap has no range, but still lies beyond the limits.
    values.insert(values.end() - 1, std::nullopt);
    auto const gap = metrics::xmr_series(values);
    CHECK_FALSE(gap.points.back().range_beyond);
    CHECK(gap.points.back().rule == 1);
    CHECK_FALSE(gap.points[12].z);
}

TEST_CASE("too few single values give no limits") {
    std::vector<std::optional<double>> values(3, 5.0);
    CHECK(metrics::xmr_series(values).basis == ChartBasis::None);
    CHECK_FALSE(metrics::xmr_series(values).chart);
    values.resize(6, 5.5);
    CHECK(metrics::xmr_series(values).basis == ChartBasis::CentreLine);
    CHECK(metrics::xmr_series(values).chart);
}

TEST_CASE("an accepted level judges the months from there on, and leaves the earlier ones") {
    Months months = calm(12);
    for (int i = 0; i < 12; ++i)
        months.push_back(broken(i % 2 == 0 ? 298 : 302, 1000));
    auto const first = p_chart(months);
    CHECK(first.points[12].rule == 1);
    CHECK(begin_of_level(first, 20) == 12);
    auto const accepted = p_chart_accepted(months, 12);
    REQUIRE(accepted.points.size() == 24);
    for (auto const& point : accepted.points)
        CHECK(point.rule == 0);
    CHECK(*accepted.level.centre == doctest::Approx(0.3));
    CHECK(*accepted.points[11].centre == *first.level.centre);
    CHECK(accepted.points[12].centre == accepted.level.centre);
    CHECK(accepted.level.basis == ChartBasis::Frozen);
}

TEST_CASE("a level names the usable months that it rests on, and what they add up to") {
    Months months = calm(26);
    months[2] = {};            // a gap
    months[3] = broken(0, 9);  // too few to judge
    auto const& one = p_chart(months).level;
    CHECK(one.baseline_months == 12);
    CHECK(one.baseline_first == 0);
    CHECK(one.baseline_end == 14);
    CHECK(one.due - one.kept == doctest::Approx(*one.centre * static_cast<double>(one.due)));
    auto const chart = p_chart_accepted(months, 14);
    CHECK(&metrics::level_at(chart, 13) == &*chart.earlier);
    CHECK(&metrics::level_at(chart, 14) == &chart.level);
    CHECK(chart.earlier->due == one.due);
    CHECK(chart.level.from == 14);
    CHECK(chart.level.baseline_first == 14);
    CHECK(chart.level.baseline_end == 26);
    CHECK(chart.level.baseline_months == 12);
    CHECK_FALSE(p_chart(months).earlier);
    CHECK(p_chart(Months(5)).level.baseline_months == 0);
}

TEST_CASE("a level that was just accepted has no limits yet") {
    Months months = calm(14);
    auto const chart = p_chart_accepted(months, 11);
    CHECK(chart.level.basis == ChartBasis::None);
    CHECK(chart.points[10].limits);
    CHECK_FALSE(chart.points[11].limits);
    CHECK_FALSE(chart.points[13].centre);
}

TEST_CASE("a level begins where its side of the centre does, after the first year and any gap") {
    Months months = calm(12);
    for (int i = 0; i < 3; ++i)
        months.push_back(broken(97, 1000));
    for (int i = 0; i < 9; ++i)
        months.push_back(broken(i % 2 == 0 ? 104 : 106, 1000));
    auto const chart = p_chart(months);
    CHECK(chart.points.back().rule == 2);
    CHECK(begin_of_level(chart, 23) == 15);
    months[20] = {};
    CHECK(begin_of_level(p_chart(months), 23) == 21);
}
