#include "metrics/effort.hpp"

#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using metrics::EffortFigure;
using model::EffortMeasure;
using test::FiguresRoom;

namespace {

model::Effort effort(int touchpoint, EffortMeasure measure, char const* period, double value,
                     std::optional<std::int64_t> n) {
    return {FiguresRoom::at(touchpoint), measure, test::period(period), value, n, {}};
}

}  // namespace

TEST_CASE("rows of a period are one mean, weighted by their outcomes") {
    FiguresRoom built(2);
    built.room.efforts = {effort(1, EffortMeasure::Contacts, "2026-07", 2, 100),
                          effort(1, EffortMeasure::Contacts, "2026-08", 5, 300),
                          effort(1, EffortMeasure::Contacts, "2026-10", 9, 300),
                          effort(1, EffortMeasure::Minutes, "2026-Q3", 7, {})};
    auto const efforts = metrics::efforts_in(built.room, test::period("2026-Q3"));
    REQUIRE(efforts.size() == 2);
    CHECK(efforts[0].value == doctest::Approx(4.25));
    CHECK(efforts[0].n == 400);
    CHECK((efforts[1] ==
           EffortFigure{FiguresRoom::at(1), EffortMeasure::Minutes, 7, std::nullopt, 1}));
}

TEST_CASE("rows that do not say their outcomes are left out of the mean of those that do") {
    FiguresRoom built(1);
    built.room.efforts = {effort(1, EffortMeasure::Contacts, "2026-09", 5, {}),
                          effort(1, EffortMeasure::Contacts, "2026-07", 2, 100),
                          effort(1, EffortMeasure::Contacts, "2026-08", 3, 300)};
    auto const efforts = metrics::efforts_in(built.room, test::period("2026-Q3"));
    REQUIRE(efforts.size() == 1);
    CHECK(efforts[0].value == doctest::Approx(2.75));
    CHECK(efforts[0].n == 400);
    CHECK(efforts[0].rows_without_n == 1);
}

TEST_CASE("where no row says its outcomes the mean is plain, and what it rests on is unknown") {
    FiguresRoom built(1);
    built.room.efforts = {effort(1, EffortMeasure::Repeats, "2026-09", 2, {}),
                          effort(1, EffortMeasure::Repeats, "2026-07", 5, {})};
    auto const efforts = metrics::efforts_in(built.room, test::period("2026-Q3"));
    REQUIRE(efforts.size() == 1);
    CHECK(efforts[0].value == doctest::Approx(3.5));
    CHECK_FALSE(efforts[0].n);
}

TEST_CASE("a period that holds no whole row has no effort") {
    FiguresRoom built(1);
    built.room.efforts = {effort(1, EffortMeasure::Contacts, "2026-Q3", 2, 100)};
    CHECK(metrics::efforts_in(built.room, test::period("2026-09")).empty());
    CHECK_FALSE(metrics::shown_measure({}));
}

TEST_CASE("the wall shows one measure, that of most touchpoints, and minutes never as contacts") {
    FiguresRoom built(3);
    built.room.efforts = {effort(1, EffortMeasure::Contacts, "2026-09", 2, 100),
                          effort(2, EffortMeasure::Minutes, "2026-09", 40, 100),
                          effort(3, EffortMeasure::Minutes, "2026-09", 10, 100)};
    auto const index = metrics::make_index(built.room);
    auto const figures = metrics::room_figures(
        built.room, index, {test::period("2026-09"), {}, base::to_date({2026, 10, 1})});
    CHECK(figures.efforts.size() == 3);
    CHECK(figures.most_effort == 40);
    CHECK(metrics::shown_effort(figures, FiguresRoom::at(1)) == nullptr);
    auto const* const shown = metrics::shown_effort(figures, FiguresRoom::at(3));
    REQUIRE(shown != nullptr);
    CHECK(shown->value == 10);
}
