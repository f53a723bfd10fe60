// Contract of the counts: period, totals, persona, missing rows, states, signal, freshness.
#include <algorithm>
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using metrics::Basis;
using metrics::PromiseState;
using test::FiguresRoom;

TEST_CASE("a row counts when its span lies wholly in the period asked for") {
    FiguresRoom room(1);
    room.promise(1, 90)
        .row(1, "2026-06", 10, 10)
        .row(1, "2026-07", 90, 100)
        .row(1, "2026-08", 80, 100)
        .row(1, "2026-09-01/2026-10-01", 1, 50);
    auto const quarter = room.first("2026-Q3");
    CHECK(*quarter.kept == 170);
    CHECK(*quarter.due == 200);
    CHECK(*quarter.broken_promises == 30);
    CHECK(*quarter.reliability == doctest::Approx(0.85));
    CHECK(*room.first("2026-07").due == 100);
    CHECK(*room.first("2026-06-01/2026-10-01").due == 260);
    CHECK_FALSE(room.first("2026-07-02/2026-07-31").due);
}

TEST_CASE("splits are never added to a total, and never stand in for one") {
    FiguresRoom room(2);
    room.promise(1, 90).promise(2, 90);
    room.row(1, "2026-07", 90, 100)
        .row(1, "2026-07", 40, 50, {.region = "Coast"})
        .row(1, "2026-07", 50, 50, {.region = "Hills"})
        .row(2, "2026-07", 40, 50, {.region = "Coast"});
    auto const figures = room.figures("2026-07");
    CHECK(*figures.touchpoints[0].due == 100);
    CHECK_FALSE(figures.touchpoints[1].due);
    CHECK(figures.touchpoints[1].state == PromiseState::NoData);
}

TEST_CASE("no row leaves every count unknown, rows of 0 of 0 make them 0, both are NO DATA") {
    FiguresRoom room(2);
    room.promise(1, 90).promise(2, 90).row(2, "2026-07", 0, 0);
    auto const figures = room.figures("2026-07");
    auto const& none = figures.touchpoints[0];
    CHECK_FALSE(none.kept);
    CHECK_FALSE(none.due);
    CHECK_FALSE(none.unknown);
    CHECK_FALSE(none.broken_promises);
    CHECK_FALSE(none.reliability);
    CHECK(none.state == PromiseState::NoData);
    auto const& zero = figures.touchpoints[1];
    CHECK(zero.kept == 0);
    CHECK(zero.due == 0);
    CHECK(zero.unknown == 0);
    CHECK(zero.broken_promises == 0);
    CHECK_FALSE(zero.reliability);
    CHECK_FALSE(zero.interval);
    CHECK(zero.state == PromiseState::NoData);
    CHECK(figures.totals.broken_promises == 0);
    CHECK_FALSE(FiguresRoom(1).figures("2026-07").totals.broken_promises);
}

TEST_CASE("unknown results are reported as coverage and stay out of the rate") {
    FiguresRoom room(2);
    room.promise(1, 90).promise(2, 90).row(1, "2026-07", 90, 100).row(2, "2026-07", 90, 100);
    room.room.observations[0].unknown = 25;
    auto const figures = room.figures("2026-07");
    CHECK(figures.touchpoints[0].unknown == 25);
    CHECK(*figures.touchpoints[0].coverage == doctest::Approx(0.8));
    CHECK(*figures.touchpoints[0].reliability == doctest::Approx(0.9));
    CHECK_FALSE(figures.touchpoints[1].unknown);
    CHECK_FALSE(figures.touchpoints[1].coverage);
}

TEST_CASE("a persona's rates come from its own rows without region and channel") {
    FiguresRoom room(1);
    room.persona("larkins").persona("amara").promise(1, 90);
    room.row(1, "2026-07", 90, 100)
        .row(1, "2026-07", 10, 40, {.persona = "larkins"})
        .row(1, "2026-07", 5, 5, {.persona = "larkins", .region = "Hills"})
        .row(1, "2026-08", 70, 100);
    auto const larkins = room.first("2026-07", "larkins");
    CHECK(larkins.basis == Basis::Persona);
    CHECK(*larkins.kept == 10);
    CHECK(*larkins.due == 40);
    auto const amara = room.first("2026-07", "amara");
    CHECK(amara.basis == Basis::All);
    CHECK(*amara.due == 100);
    auto const next_month = room.first("2026-08", "larkins");
    CHECK(next_month.basis == Basis::All);
    CHECK(*next_month.due == 100);
    CHECK(room.first("2026-07").basis == Basis::All);
    // A quarter in which the persona has one row speaks of that row alone.
    CHECK(*room.first("2026-Q3", "larkins").due == 40);
}

TEST_CASE("each touchpoint is in exactly one state, and without a promise it has no data") {
    FiguresRoom room(7);
    std::int64_t const kept[] = {186, 784, 940, 47, 19, 0};
    std::int64_t const due[] = {200, 1000, 1000, 50, 24, 0};
    double const targets[] = {88, 92, 95, 95, 95, 95};
    for (int i = 0; i < 6; ++i)
        room.promise(i + 1, targets[i]).row(i + 1, "2026-07", kept[i], due[i]);
    auto const figures = room.figures("2026-07");
    int const expected[] = {1, 1, 1, 1, 1, 2};
    for (int i = 0; i < 6; ++i)
        CHECK(figures.totals.states[i] == expected[i]);
    CHECK(figures.totals.broken_promises == 14 + 216 + 60 + 3 + 5);
    CHECK(figures.touchpoints[0].interval == metrics::wilson(186, 200));
    CHECK(figures.touchpoints[4].interval);
    CHECK_FALSE(figures.touchpoints[6].has_promise);
    CHECK_FALSE(figures.touchpoints[6].target);
}

TEST_CASE("a promise's own materiality decides between on the line and broken") {
    FiguresRoom room(1);
    room.promise(1, 99).row(1, "2026-07", 98'600, 100'000);
    CHECK(room.first("2026-07").state == PromiseState::OnTheLine);
    room.room.promises[0].materiality_pp = 0.2;
    CHECK(room.first("2026-07").state == PromiseState::Broken);
}

namespace {

// 15 months from 2025-07: calm around 90 of 100, broken by a bad month 13 (2026-07).
FiguresRoom room_with_a_bad_month() {
    FiguresRoom room(1);
    room.promise(1, 90);
    int const wobble[] = {0, 2, -3, 1, -2, 3, -1, 0, 2, -3, 1, 0};
    auto month = test::period("2025-07");
    for (int i = 0; i < 15; ++i) {
        std::int64_t const kept = i == 12 ? 600 : 900 + wobble[i % 12];
        room.row(1, base::format_period(month), kept, 1000);
        month = base::month_after(month, 1);
    }
    return room;
}

}  // namespace

TEST_CASE("a signal belongs to its month and shows in each period that holds the month") {
    FiguresRoom const room = room_with_a_bad_month();
    metrics::SignalFigure const bad{1, test::period("2026-07")};
    CHECK(room.first("2026-07").signal == bad);
    CHECK(room.first("2026-07").signal->worse);
    CHECK(room.first("2026-Q3").signal == bad);
    CHECK_FALSE(room.first("2026-06").signal);
    CHECK_FALSE(room.first("2026-08").signal);
    CHECK_FALSE(room.first("2026-07-01/2026-07-30").signal);
}

TEST_CASE("the latest of several signals stands") {
    FiguresRoom room = room_with_a_bad_month();
    room.room.observations[13].kept = 500;
    CHECK(room.first("2026-Q3").signal->period == test::period("2026-08"));
    CHECK(room.first("2026-07").signal->period == test::period("2026-07"));
}

TEST_CASE("splits and quarters make no signal") {
    FiguresRoom room = room_with_a_bad_month();
    for (model::Observation& row : room.room.observations)
        row.region = model::RegionId(0);
    room.room.regions = {"Coast"};
    CHECK_FALSE(room.first("2026-Q3").signal);
}

TEST_CASE("a hole in the months breaks a run, however long it is") {
    // Nine months above the centre: with a year's hole in the middle they are no run of nine.
    auto rule_at_end = [](int hole_months) {
        FiguresRoom room(1);
        room.promise(1, 90);
        auto month = test::period("2020-01");
        auto add = [&](std::int64_t kept) {
            room.row(1, base::format_period(month), kept, 1000);
            month = base::month_after(month, 1);
        };
        for (int i = 0; i < 12; ++i)
            add(i % 2 == 0 ? 890 : 910);
        add(905);
        for (int i = 0; i < 4; ++i)
            add(895);
        month = base::month_after(month, hole_months);
        for (int i = 0; i < 5; ++i)
            add(895);
        auto const signal = room.first("2010-01-01/2030-12-31").signal;
        return signal ? signal->rule : 0;
    };
    CHECK(rule_at_end(0) == 2);
    CHECK(rule_at_end(1) == 0);
    CHECK(rule_at_end(12) == 0);
}

TEST_CASE("rows within one month add up to its total for the chart") {
    FiguresRoom room = room_with_a_bad_month();
    model::Observation& bad = room.room.observations[12];
    model::Observation second = bad;
    bad.period = test::period("2026-07-01/2026-07-15");
    second.period = test::period("2026-07-16/2026-07-31");
    bad.due = 5;  // alone it would be hollow
    bad.kept = 0;
    second.due = 995;
    second.kept = 600;
    room.room.observations.push_back(second);
    CHECK(room.first("2026-Q3").signal == metrics::SignalFigure{1, test::period("2026-07")});
}

namespace {

FiguresRoom room_with_source(int cadence_days, std::string const& last_loaded) {
    FiguresRoom room(1);
    model::Source source;
    source.key = "jobs";
    source.cadence_days = cadence_days;
    source.last_loaded = test::day(last_loaded);
    room.room.sources.push_back(source);
    room.promise(1, 90)
        .row(1, "2026-07", 9, 10, {.source = model::SourceId(0)})
        .row(1, "2026-08", 9, 10, {.source = model::SourceId(0)})
        .row(1, "2026-09", 9, 10, {.source = model::SourceId(0)});
    return room;
}

}  // namespace

TEST_CASE("a figure says its source and its age, and is stale when the source missed its cadence") {
    auto const fresh = room_with_source(7, "2026-09-24").first("2026-Q3");
    CHECK(fresh.source == model::SourceId(0));
    CHECK(fresh.age_days == 7);
    CHECK_FALSE(fresh.stale);
    auto const old = room_with_source(7, "2026-09-23").first("2026-Q3");
    CHECK(old.age_days == 8);
    CHECK(old.stale);
}

TEST_CASE("a dead feed is stale: rows came once, none within the last cadence of the period") {
    FiguresRoom room = room_with_source(31, "2026-09-30");
    CHECK_FALSE(room.first("2026-Q3").stale);
    room.room.observations.pop_back();  // September is missing
    CHECK_FALSE(room.first("2026-Q3").stale);
    room.room.observations.pop_back();  // and August
    CHECK(room.first("2026-Q3").stale);
    CHECK(room.first("2026-Q4").stale);
    CHECK_FALSE(room.first("2026-07").stale);
    CHECK(room.first("2026-Q4").source == model::SourceId(0));
    // Before its first row a feed is not dead.
    CHECK_FALSE(room.first("2026-06").stale);
}

TEST_CASE("without a source a feed is dead when its rows end before the period begins") {
    FiguresRoom room(1);
    room.promise(1, 90).row(1, "2026-07", 9, 10);
    CHECK_FALSE(room.first("2026-Q3").stale);
    CHECK(room.first("2026-08").stale);
    CHECK_FALSE(room.first("2026-08").age_days);
    CHECK_FALSE(FiguresRoom(1).first("2026-08").stale);
}

TEST_CASE("the order of the rows changes no figure") {
    FiguresRoom room = room_with_a_bad_month();
    room.row(1, "2026-07", 400, 500, {.region = "Coast"})
        .row(1, "2026-07", 200, 500, {.region = "Hills"})
        .row(1, "2026-08", 450, 500, {.region = "Coast"});
    auto const before = room.first("2026-Q3");
    for (int turn = 0; turn < 7; ++turn) {
        auto& rows = room.room.observations;
        std::rotate(rows.begin(), rows.begin() + 5, rows.end());
        if (turn % 2 == 0) std::reverse(rows.begin(), rows.end());
        auto const after = room.first("2026-Q3");
        CHECK(after.kept == before.kept);
        CHECK(after.due == before.due);
        CHECK(after.state == before.state);
        CHECK(after.signal == before.signal);
        CHECK(after.it_depends == before.it_depends);
        REQUIRE(after.splits.size() == 2);
        CHECK(after.splits[0].name == "Coast");
        CHECK(after.splits[0].kept == before.splits[0].kept);
    }
}

TEST_CASE("a room without anything has figures without anything") {
    model::Room const empty;
    auto const figures = metrics::room_figures(empty, metrics::make_index(empty), {});
    CHECK(figures.touchpoints.empty());
    CHECK(figures.journeys.empty());
    CHECK_FALSE(figures.totals.journey_index);
}

TEST_CASE("counts at the end of the range stop there") {
    FiguresRoom room(1);
    std::int64_t const most = 9'223'372'036'854'775'807;
    room.promise(1, 90).row(1, "2026-07", most, most).row(1, "2026-08", most, most);
    auto const figures = room.first("2026-Q3");
    CHECK(*figures.due == most);
    CHECK(*figures.reliability == 1);
}
