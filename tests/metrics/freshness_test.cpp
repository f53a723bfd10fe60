#include "metrics/freshness.hpp"

#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using test::FiguresRoom;

namespace {

// Sources 0 and 1 count every 90 days; the first was loaded in time for October 2026.
FiguresRoom room_with_sources(int touchpoints) {
    FiguresRoom built(touchpoints);
    for (char const* loaded : {"2026-09-25", "2026-06-01"}) {
        model::Source source;
        source.cadence_days = 90;
        source.last_loaded = test::day(loaded);
        built.room.sources.push_back(source);
    }
    return built;
}

void add_score(FiguresRoom& built, model::Subject subject, char const* period, std::size_t source) {
    built.score(1, subject, 8, 1.5, 200, subject == model::Subject::Rival ? "Other" : "");
    built.room.scores.back().period = test::period(period);
    built.room.scores.back().source = model::SourceId(source);
}

metrics::FigureRequest asked(char const* period, char const* now) {
    return {test::period(period), {}, test::day(now)};
}

}  // namespace

TEST_CASE("scores are old once a source of either side was not loaded within its cadence") {
    FiguresRoom built = room_with_sources(1);
    add_score(built, model::Subject::Own, "2026-Q3", 0);
    CHECK_FALSE(built.first("2026-Q3").scores_stale);
    CHECK(built.figures("2026-Q3").totals.scores_stale == 0);
    add_score(built, model::Subject::Rival, "2026-Q3", 1);
    CHECK(built.first("2026-Q3").scores_stale);
    CHECK(built.figures("2026-Q3").totals.scores_stale == 1);
    CHECK_FALSE(built.first("2026-Q3").stale);
    auto const index = metrics::make_index(built.room);
    auto const why = metrics::overdue_scores(built.room, index, FiguresRoom::at(1),
                                             asked("2026-Q3", "2026-10-01"));
    REQUIRE(why);
    CHECK(why->loaded_days_ago == 122);
}

TEST_CASE("scores that were asked more than a cadence before the period ends are old") {
    FiguresRoom built = room_with_sources(1);
    add_score(built, model::Subject::Own, "2026-Q1", 0);
    CHECK_FALSE(built.first("2026-05").scores_stale);
    CHECK(built.first("2026-07").scores_stale);
    auto const index = metrics::make_index(built.room);
    auto const why = metrics::overdue_scores(built.room, index, FiguresRoom::at(1),
                                             asked("2026-Q3", "2026-10-01"));
    REQUIRE(why);
    CHECK_FALSE(why->loaded_days_ago);
    CHECK(why->rows_until == test::day("2026-03-31"));
    // A period that goes on is judged by today.
    CHECK_FALSE(metrics::overdue_scores(built.room, index, FiguresRoom::at(1),
                                        asked("2026-Q2", "2026-06-01")));
}

TEST_CASE("scores without a cadence promise nothing and are never old") {
    FiguresRoom built = room_with_sources(1);
    add_score(built, model::Subject::Own, "2020-Q1", 0);
    built.room.sources[0].cadence_days.reset();
    CHECK_FALSE(built.first("2026-Q3").scores_stale);
    built.room.scores[0].source = {};
    CHECK_FALSE(built.first("2026-Q3").scores_stale);
}

TEST_CASE("an effort is as old as the latest rows of its oldest source") {
    FiguresRoom built = room_with_sources(1);
    auto const row = [&](char const* period, std::size_t source) {
        built.room.efforts.push_back({FiguresRoom::at(1), model::EffortMeasure::Contacts,
                                      test::period(period), 2, 50, model::SourceId(source)});
    };
    auto const old = [&] {
        auto const figures = built.figures("2026-Q3");
        auto const* const effort = metrics::shown_effort(figures, FiguresRoom::at(1));
        REQUIRE(effort != nullptr);
        return metrics::overdue(effort->expiry, figures.period, figures.now);
    };
    row("2026-07", 0);
    row("2026-08", 0);
    CHECK_FALSE(old());
    row("2026-09", 1);
    CHECK(old());
    auto const why =
        metrics::overdue_effort(built.room, FiguresRoom::at(1), asked("2026-Q3", "2026-10-01"));
    REQUIRE(why);
    CHECK(why->loaded_days_ago == 122);
}

TEST_CASE("a yield tells how many of its promises rest on an overdue source, each once") {
    FiguresRoom built = room_with_sources(3);
    for (int t = 1; t <= 3; ++t) {
        built.promise(t, 90).row(t, "2026-09", 40, 50,
                                 {.source = model::SourceId(std::size_t{t == 1 ? 0U : 1U})});
    }
    auto figures = built.figures("2026-Q3");
    CHECK(figures.stages[0].measured == 3);
    CHECK(figures.stages[0].overdue == 2);
    CHECK(figures.journeys[0].overdue == 2);
    // The same promise in a second stage is one of the journey's.
    built.stage("S2");
    built.room.placements.push_back(built.room.placements[1]);
    built.room.placements.back().stage = model::StageId(1);
    figures = built.figures("2026-Q3");
    CHECK(figures.stages[1].overdue == 1);
    CHECK(figures.journeys[0].overdue == 2);
    built.room.sources[1].last_loaded = test::day("2026-09-30");
    CHECK(built.figures("2026-Q3").journeys[0].overdue == 0);
}

TEST_CASE("what was measured against a belief is old when a source of its journey is") {
    FiguresRoom built = room_with_sources(1);
    built.promise(1, 90).row(1, "2026-09", 40, 50, {.source = model::SourceId(0)});
    for (double const value : {60.0, 70.0, 75.0, 80.0, 90.0}) {
        built.room.guesses.push_back(
            {"yield", "leader", test::period("2026-09"), value, model::JourneyId(0)});
    }
    CHECK_FALSE(built.figures("2026-Q3").perception[0].stale);
    built.room.observations[0].source = model::SourceId(1);
    CHECK(built.figures("2026-Q3").perception[0].stale);
}
