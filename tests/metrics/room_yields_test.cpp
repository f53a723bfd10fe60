// Yields of stages and journeys, exposures, peak-end, the room's guesses and the asset rows.
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using test::FiguresRoom;
using test::near;

namespace {

// The measured core of a repair: five of eleven touchpoints, as counts of a quarter.
FiguresRoom repair_room() {
    FiguresRoom room(0);
    room.journey("J2", 1, "S1").stage("b1");
    std::int64_t const kept[] = {3'380, 6'190, 7'350, 5'530, 7'090, 6'090,
                                 5'150, 1'356, 212,   2'960, 1'240};
    std::int64_t const due[] = {4'820, 7'640, 7'640, 7'440, 7'240, 7'230,
                                7'220, 2'070, 228,   7'180, 1'910};
    double const emotions[] = {0.0, -.8, -.6, -1.2, .7, .1, -.4, -1.5, 1.4, .9, -1.6};
    double const exposures[] = {.45, .75, 1, 1, 1, 1, 1, .287, .03, 1, .03};
    bool const core[] = {false, true, true, true, false, true, true, false, false, false, false};
    for (int i = 0; i < 11; ++i) {
        room.touchpoint("Repair").emotion(emotions[i]);
        room.room.placements.back().core_given = core[i];
        room.promise(i + 1, 90)
            .row(i + 1, "2026-Q3", kept[i], due[i])
            .exposure(i + 1, exposures[i]);
    }
    room.exposure(2, 1, "", "J2");
    return room;
}

metrics::JourneyFigures journey(FiguresRoom const& room, std::size_t number,
                                char const* persona = "") {
    return room.figures("2026-Q3", persona).journeys[number];
}

}  // namespace

TEST_CASE("the demo company's repair: 35 of 100 homes get every core promise kept") {
    FiguresRoom const room = repair_room();
    auto const repair = journey(room, 1);
    CHECK(near(*repair.rty, 0.3481, 5e-5));
    CHECK(near(repair.interval->lower, 0.3395, 5e-5));
    CHECK(near(repair.interval->upper, 0.3569, 5e-5));
    CHECK(near(*repair.normalised, 0.8097, 5e-5));
    CHECK(repair.measured == 5);
    CHECK(repair.of == 5);
    CHECK_FALSE(repair.direct_yield);
    CHECK(metrics::shown_of_hundred(*repair.rty) == 35);
}

TEST_CASE("peak-end runs over placements that at least half the customers meet") {
    CHECK(near(*journey(repair_room(), 1).peak_end, -0.15));
}

TEST_CASE("peak-end follows the placements' order, not the file's") {
    FiguresRoom room(0);
    room.touchpoint("First").emotion(-1).touchpoint("Last").emotion(0.5);
    CHECK(near(*journey(room, 0).peak_end, -0.25));
    room.room.placements[0].order = 9;
    CHECK(near(*journey(room, 0).peak_end, -1));
    CHECK_FALSE(journey(FiguresRoom(2), 0).peak_end);
}

TEST_CASE("child journeys are not added to their parent") {
    FiguresRoom room(1);
    room.promise(1, 90).row(1, "2026-Q3", 90, 100);
    room.journey("child", 1, "S1").stage("c1").touchpoint("Inner");
    room.promise(2, 90).row(2, "2026-Q3", 50, 100);
    CHECK(near(*journey(room, 0).rty, 0.9));
    CHECK(near(*journey(room, 1).rty, 0.5));
}

TEST_CASE("a touchpoint placed twice counts once in a journey and once in each stage") {
    FiguresRoom room(1);
    room.promise(1, 90).row(1, "2026-Q3", 90, 100);
    room.place("T1").stage("S2").place("T1");
    auto const figures = room.figures("2026-Q3");
    CHECK(near(*figures.journeys[0].rty, 0.9));
    CHECK(figures.journeys[0].of == 1);
    CHECK(near(*figures.stages[0].rty, 0.9));
    CHECK(figures.stages[0].of == 1);
    CHECK(near(*figures.stages[1].rty, 0.9));
}

TEST_CASE("a touchpoint that is core in its second placement only is counted") {
    FiguresRoom room(1);
    room.promise(1, 90).row(1, "2026-Q3", 90, 100);
    room.room.placements[0].core_given = false;
    CHECK_FALSE(journey(room, 0).rty);
    CHECK(journey(room, 0).of == 0);
    room.place("T1");
    CHECK(near(*journey(room, 0).rty, 0.9));
}

TEST_CASE("THIN counts as measured, 0 of 0 and missing do not") {
    FiguresRoom room(3);
    for (int i = 1; i <= 3; ++i)
        room.promise(i, 90);
    room.row(1, "2026-Q3", 8, 10).row(2, "2026-Q3", 0, 0);
    auto const figures = room.figures("2026-Q3");
    CHECK(near(*figures.stages[0].rty, 0.8));
    CHECK(figures.stages[0].measured == 1);
    CHECK(figures.stages[0].of == 3);
    CHECK(near(*figures.journeys[0].normalised, 0.8));
    CHECK_FALSE(room.figures("2026-Q2").stages[0].rty);
    CHECK_FALSE(room.figures("2026-Q2").journeys[0].interval);
    CHECK(room.figures("2026-Q2").stages[0].of == 3);
}

TEST_CASE("the most specific exposure holds: persona and journey, persona, journey, neither, 1") {
    FiguresRoom room(1);
    room.persona("old").persona("young").journey("other", 1, "S1");
    auto share = [&](char const* persona, char const* journey) {
        return metrics::exposure_of(room.room, metrics::make_index(room.room), FiguresRoom::at(1),
                                    model::find_journey(room.room, journey),
                                    model::find_persona(room.room, persona));
    };
    CHECK(share("old", "home") == 1);
    room.exposure(1, 0.1);
    CHECK(share("old", "home") == 0.1);
    CHECK(share("", "home") == 0.1);
    room.exposure(1, 0.2, "", "home");
    CHECK(share("old", "home") == 0.2);
    CHECK(share("old", "other") == 0.1);
    CHECK(share("", "home") == 0.2);
    room.exposure(1, 0.3, "old");
    CHECK(share("old", "home") == 0.3);
    CHECK(share("old", "other") == 0.3);
    CHECK(share("young", "home") == 0.2);
    CHECK(share("", "home") == 0.2);
    room.exposure(1, 0.4, "old", "home");
    CHECK(share("old", "home") == 0.4);
    CHECK(share("old", "other") == 0.3);
    CHECK(share("", "home") == 0.2);
}

TEST_CASE("a persona walks with its own exposure even where the rates are everybody's") {
    FiguresRoom room(1);
    room.persona("old").promise(1, 90).row(1, "2026-Q3", 80, 100).exposure(1, 0.25, "old");
    CHECK(near(*journey(room, 0).rty, 0.8));
    CHECK(near(*journey(room, 0, "old").rty, 0.95));
    CHECK(near(room.first("2026-Q3", "old").exposure, 0.25));
    CHECK(room.first("2026-Q3").exposure == 1);
}

TEST_CASE("a stage weighs what its touchpoints weigh, in percent, each once") {
    FiguresRoom room(3);
    room.weight(1, 3.5).weight(2, 1.5).place("T1");
    room.stage("S2").touchpoint("Unweighed");
    auto const stages = room.figures("2026-Q3").stages;
    CHECK(near(*stages[0].weight, 5.0));
    CHECK_FALSE(stages[1].weight);
}

namespace {

void guess(FiguresRoom& room, char const* level, char const* span,
           std::vector<double> const& values) {
    for (double const value : values) {
        model::Guess made;
        made.question = "How many of 100?";
        made.level = level;
        made.period = test::period(span);
        made.value = value;
        made.journey = model::JourneyId(0);
        room.room.guesses.push_back(made);
    }
}

}  // namespace

TEST_CASE("guesses stand against the journey's yield in their own period, in points") {
    FiguresRoom room(1);
    room.persona("old").exposure(1, 0.1, "old");
    room.promise(1, 90).row(1, "2026-Q1", 80, 100).row(1, "2026-Q3", 40, 100);
    guess(room, "leader", "2026-Q3", {70, 60, 80, 75, 65});
    guess(room, "leader", "2026-Q1", {90, 90, 90, 90, 95});
    guess(room, "front-line", "2026-Q3", {40, 45, 50, 45});
    auto const perception = room.figures("2026-Q3", "old").perception;
    REQUIRE(perception.size() == 3);
    CHECK(perception[0].period == test::period("2026-Q1"));
    CHECK(perception[0].n == 5);
    CHECK(near(*perception[0].median, 90));
    CHECK(near(*perception[0].actual, 80));
    CHECK(near(*perception[0].gap, 10));
    CHECK(perception[1].level == "front-line");
    CHECK(perception[1].n == 4);
    CHECK_FALSE(perception[1].median);
    CHECK_FALSE(perception[1].gap);
    CHECK(near(*perception[2].actual, 40));
    CHECK(near(*perception[2].gap, 30));
}

TEST_CASE("guesses about nothing measured have a median and no gap") {
    FiguresRoom room(1);
    guess(room, "leader", "2026-Q3", {70, 60, 80, 75, 65});
    auto const perception = room.figures("2026-Q3").perception;
    CHECK(near(*perception[0].median, 70));
    CHECK_FALSE(perception[0].actual);
    CHECK_FALSE(perception[0].gap);
}

TEST_CASE("all asset rows stand by period, with net, gap and value") {
    FiguresRoom room(0);
    model::AssetPeriod late;
    late.period = test::period("2026-Q3");
    late.opening = 418'200;
    late.gained = 24'500;
    late.won_back = 1'500;
    late.lost = 32'000;
    late.closing = 412'100;
    late.value_gained = 214;
    late.value_won_back = 240;
    late.value_lost = 263;
    model::AssetPeriod early;
    early.period = test::period("2026-Q2");
    early.gained = 5;
    room.room.asset_periods = {late, early};
    auto const asset = room.figures("2020-01").asset;
    REQUIRE(asset.size() == 2);
    CHECK(asset[0].period == test::period("2026-Q2"));
    CHECK_FALSE(asset[0].net);
    CHECK(asset[0].gained == 5);
    CHECK(asset[1].net == -6'000);
    CHECK(asset[1].off_by == -100);
    CHECK(*asset[1].value_net == doctest::Approx(-2'813'000));
}

TEST_CASE("cases that ended in the period give the direct yield, with its interval") {
    FiguresRoom built(1);
    built.promise(1, 90);
    auto const add = [&](std::string const& span, std::int64_t clean, std::int64_t finished) {
        built.room.case_outcomes.push_back(
            {model::JourneyId(0), test::period(span), clean, finished});
    };
    add("2026-07", 1000, 2400);
    add("2026-08", 980, 2420);
    add("2026-09", 800, 2400);
    add("2026-10", 1, 1);
    auto const figures = built.figures("2026-Q3");
    CHECK(*figures.journeys[0].direct_yield == doctest::Approx(2780.0 / 7220));
    CHECK(*figures.journeys[0].direct_interval == metrics::wilson(2780, 7220));
    CHECK(*figures.journeys[0].direct_cases == 7220);
    CHECK_FALSE(built.figures("2026-Q1").journeys[0].direct_yield);
}
