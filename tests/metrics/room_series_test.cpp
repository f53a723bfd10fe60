// The monthly line of a touchpoint: gaps stay gaps.
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"
#include "metrics/room_chart.hpp"

using test::FiguresRoom;

namespace {

std::vector<metrics::MonthCounts> series(FiguresRoom const& room, char const* first, int months,
                                         char const* persona = "") {
    return metrics::monthly_series(room.room, metrics::make_index(room.room), FiguresRoom::at(1),
                                   model::find_persona(room.room, persona), test::period(first),
                                   months);
}

}  // namespace

TEST_CASE("a month without a row is a gap between its neighbours, not a zero") {
    FiguresRoom room(1);
    room.row(1, "2025-11", 9, 10).row(1, "2026-01", 0, 0).row(1, "2026-03", 1, 2);
    auto const months = series(room, "2025-10", 5);
    REQUIRE(months.size() == 5);
    CHECK(months[0].month == test::period("2025-10"));
    CHECK_FALSE(months[0].counts.any_row);
    CHECK(months[1].counts.kept == 9);
    CHECK_FALSE(months[2].counts.any_row);
    CHECK(months[3].counts.any_row);
    CHECK(months[3].counts.due == 0);
    CHECK(months[4].month == test::period("2026-02"));
    CHECK_FALSE(months[4].counts.any_row);
}

TEST_CASE("rows within a month add up and rows across months stay out") {
    FiguresRoom room(1);
    room.row(1, "2026-01-01/2026-01-15", 1, 2)
        .row(1, "2026-01-16/2026-01-31", 3, 4)
        .row(1, "2026-02-01/2026-03-01", 5, 6)
        .row(1, "2026-Q2", 5, 6);
    auto const months = series(room, "2026-01", 6);
    CHECK(months[0].counts.kept == 4);
    CHECK(months[0].counts.due == 6);
    for (std::size_t i = 1; i < 6; ++i)
        CHECK_FALSE(months[i].counts.any_row);
}

TEST_CASE("a persona's line is its own where it has any row, and never a mixture") {
    FiguresRoom room(1);
    room.persona("old").persona("young");
    room.row(1, "2026-01", 90, 100)
        .row(1, "2026-02", 90, 100)
        .row(1, "2026-02", 3, 5, {.persona = "old"})
        .row(1, "2026-01", 3, 5, {.persona = "old", .region = "Hills"});
    auto const old = series(room, "2026-01", 2, "old");
    CHECK_FALSE(old[0].counts.any_row);
    CHECK(old[1].counts.due == 5);
    auto const young = series(room, "2026-01", 2, "young");
    CHECK(young[0].counts.due == 100);
    CHECK(young[1].counts.due == 100);
}

TEST_CASE("no months asked, no months given") {
    CHECK(series(FiguresRoom(1), "2026-01", 0).empty());
    CHECK(series(FiguresRoom(1), "2026-01", -3).empty());
}

TEST_CASE("the index knows the span of all observations") {
    FiguresRoom room(2);
    CHECK_FALSE(metrics::make_index(room.room).observed);
    room.row(2, "2026-Q2", 1, 2).row(1, "2025-11", 1, 2);
    CHECK(metrics::make_index(room.room).observed == test::period("2025-11-01/2026-06-30"));
}

TEST_CASE(
    "a level that the staff accepted silences the signals that led to it, and no earlier one") {
    FiguresRoom built(1);
    base::Period month = test::period("2024-01");
    for (int i = 0; i < 30; ++i, month = base::month_after(month, 1)) {
        std::int64_t const kept = i == 13 ? 500 : i >= 16 ? 700 + i % 2 : 900 + i % 2;
        built.row(1, base::format_period(month).c_str(), kept, 1000);
    }
    auto const signal_in = [&](char const* asked) {
        auto const index = metrics::make_index(built.room);
        return metrics::room_figures(built.room, index,
                                     {test::period(asked), {}, base::to_date({2026, 7, 1})})
            .touchpoints[0]
            .signal;
    };
    auto const before = signal_in("2026-06");
    REQUIRE(before);
    CHECK(before->worse);
    auto const chart =
        metrics::monthly_chart(built.room, metrics::make_index(built.room), FiguresRoom::at(1));
    CHECK(metrics::level_of_signal(chart, before->period) == test::period("2025-05"));

    built.room.baselines = {{FiguresRoom::at(1), test::period("2025-05").first, "A new depot"}};
    CHECK_FALSE(signal_in("2026-06"));
    CHECK(signal_in("2025-02"));
    auto const after =
        metrics::monthly_chart(built.room, metrics::make_index(built.room), FiguresRoom::at(1));
    CHECK(after.accepted == 16);
    CHECK(*after.chart.level.centre == doctest::Approx(0.2995));
}

TEST_CASE("what is counted by quarters only has its chart, its signals and its level by quarters") {
    FiguresRoom built(1);
    built.promise(1, 80);
    // 13 quarters from 2023-Q1: twelve as ever, then far fewer kept.
    for (int q = 0; q < 13; ++q) {
        std::string const span = std::to_string(2023 + q / 4) + "-Q" + std::to_string(q % 4 + 1);
        built.row(1, span, q == 12 ? 120 : 180 + q % 3, 200);
    }
    auto const index = metrics::make_index(built.room);
    auto const chart = metrics::monthly_chart(built.room, index, FiguresRoom::at(1));
    CHECK(chart.grain == metrics::ChartGrain::Quarter);
    REQUIRE(chart.months.size() == 13);
    CHECK(chart.months.front() == test::period("2023-Q1"));
    CHECK(chart.chart.level.basis == metrics::ChartBasis::Frozen);
    auto const signal = built.first("2026-Q1").signal;
    REQUIRE(signal);
    CHECK(signal->rule == 1);
    CHECK(signal->worse);
    CHECK(signal->period == test::period("2026-Q1"));
    CHECK_FALSE(built.first("2025-Q4").signal);

    built.room.baselines = {{FiguresRoom::at(1), test::period("2025-01").first, "A new depot"}};
    auto const after =
        metrics::monthly_chart(built.room, metrics::make_index(built.room), FiguresRoom::at(1));
    CHECK(after.accepted == 8);
    // One month of its own, and months are what it is counted by.
    built.row(1, "2026-05", 18, 20);
    CHECK(metrics::chart_grain(built.room, metrics::make_index(built.room), FiguresRoom::at(1)) ==
          metrics::ChartGrain::Month);
}

TEST_CASE(
    "a series of quarters has gaps where nobody counted, and adds up what lies in a quarter") {
    FiguresRoom built(1);
    built.promise(1, 80).row(1, "2025-Q4", 8, 10).row(1, "2026-Q2", 9, 10);
    built.row(1, "2026-04-01/2026-05-31", 5, 6);
    auto const index = metrics::make_index(built.room);
    auto const series = metrics::quarterly_series(built.room, index, FiguresRoom::at(1), {},
                                                  test::period("2025-11"), 3);
    REQUIRE(series.size() == 3);
    CHECK(series[0].month == test::period("2025-Q4"));
    CHECK(series[0].counts.due == 10);
    CHECK_FALSE(series[1].counts.any_row);
    CHECK(series[2].counts.kept == 14);
    CHECK(metrics::counts_in(built.room, index, FiguresRoom::at(1), test::period("2026-Q2")).due ==
          16);
}
