#include <doctest/doctest.h>

#include "exchange/observation_rows.hpp"
#include "exchange/pack_contents.hpp"
#include "small_pack.hpp"

namespace {

model::Room room_of(small_pack::Files const& files) {
    auto result = small_pack::read(files);
    REQUIRE_MESSAGE(result.room, small_pack::printed(result));
    return *std::move(result.room);
}

// The small pack with a month, a region and scores that the small pack itself does not hold.
small_pack::Files fuller_pack() {
    auto files =
        small_pack::with_line(small_pack::files(), "observations.csv",
                              "T1,2026-07,90,100,,,,,till\nT2,2026-08,7,9,,amara,South,App,");
    return small_pack::with_line(std::move(files), "scores.csv", "T2,own,6,1,50,,2026-Q2,till");
}

}  // namespace

TEST_CASE("the same pack imported twice gives the same room") {
    model::Room const first = room_of(small_pack::files());
    auto const second = small_pack::read(small_pack::files(), &first);
    REQUIRE(second.room);
    CHECK(*second.room == first);
    CHECK(second.problems.empty());
}

TEST_CASE("observations and scores that the new pack does not hold stay") {
    model::Room const before = room_of(fuller_pack());
    auto const result = small_pack::read(small_pack::files(), &before);
    REQUIRE(result.room);
    model::Room const& room = *result.room;
    REQUIRE(room.observations.size() == 6);
    CHECK(room.observations[4].period == *base::parse_period("2026-07"));
    CHECK(room.observations[4].kept == 90);
    CHECK(room.regions[room.observations[5].region.index()] == "South");
    REQUIRE(room.scores.size() == 4);
    CHECK(room.scores[3].score == 6);
    // And again: the result no longer changes, and a fresh import of its export is the same room.
    auto const again = small_pack::read(small_pack::files(), &room);
    REQUIRE(again.room);
    CHECK(*again.room == room);
    CHECK(room_of(exchange::pack_contents(room)) == room);
}

TEST_CASE("a row of the same key replaces the one in the room") {
    model::Room const before = room_of(small_pack::files());
    auto files = small_pack::with(small_pack::files(), "observations.csv", "T1,2026-08,95,",
                                  "T1,2026-08,55,");
    files = small_pack::with(std::move(files), "scores.csv", "T1,own,7.5", "T1,own,5.5");
    auto const result = small_pack::read(files, &before);
    REQUIRE(result.room);
    CHECK(result.room->observations.size() == 4);
    CHECK(result.room->observations[0].kept == 55);
    CHECK(result.room->scores.size() == 3);
    CHECK(result.room->scores[0].score == 5.5);
}

TEST_CASE("rows keep their touchpoint when the pack changes its order") {
    model::Room const before = room_of(fuller_pack());
    auto files = small_pack::files();
    files["touchpoints.csv"] = "key,title\nT0,New\nT3,The receipt\nT2,The queue\nT1,The window\n";
    auto const result = small_pack::read(files, &before);
    REQUIRE_MESSAGE(result.room, small_pack::printed(result));
    model::Room const& room = *result.room;
    CHECK(room.at(room.observations[4].touchpoint).key == "T1");
    CHECK(room.at(room.observations[5].touchpoint).key == "T2");
    CHECK(room.at(room.scores[3].touchpoint).key == "T2");
}

TEST_CASE("a pack that drops a touchpoint with observations is refused, naming it and the rows") {
    model::Room const before = room_of(small_pack::files());
    auto files = small_pack::files();
    for (std::string const name :
         {"scores.csv", "observations.csv", "exposures.csv", "promises.csv", "importance.csv",
          "answers.csv", "emotions.csv", "verbatims.csv", "initiatives.csv", "blueprint_nodes.csv",
          "blueprint_links.csv", "baselines.csv"}) {
        files.erase(name);
    }
    files["touchpoints.csv"] = "key,title\nT2,The queue\nT3,The receipt\n";
    files = small_pack::with(std::move(files), "placements.csv", "T1,L0,S1,1,,\n", "");
    files["promises.csv"] = "touchpoint,wording,target_percent\nT2,Served,90\n";
    auto const result = small_pack::read(files, &before);
    CHECK_FALSE(result.room);
    // Three observations and three scores.
    CHECK(
        small_pack::printed(result) ==
        "p/touchpoints.csv:1:1: T1 is no longer here, but the room holds 6 rows of observations or "
        "scores that would lose their place; keep it in the pack, or import into a new file\n");
    CHECK(small_pack::read(files).room);
}

TEST_CASE("what surveys and event logs left stays, and what the pack brings of it replaces") {
    model::Room const before = room_of(small_pack::files());
    auto files = small_pack::files();
    files["answers.csv"] = "value,count,touchpoint,period\n5,1,T1,2026-Q3\n";
    files["case_outcomes.csv"] = "journey,period,clean,finished\nJ1,2026-Q4,1,2\n";
    auto const result = small_pack::read(files, &before);
    REQUIRE_MESSAGE(result.room, small_pack::printed(result));
    // The pack's own answers for T1, and those about the whole of before.
    REQUIRE(result.room->answers.size() == 2);
    CHECK(result.room->answers[0].value == 5);
    CHECK_FALSE(result.room->answers[1].touchpoint);
    CHECK(result.room->case_outcomes.size() == 2);
    auto const again = small_pack::read(files, &*result.room);
    CHECK((*again.room == *result.room));
}

TEST_CASE("a pack that drops a promise or a persona of observations in the room is refused") {
    model::Room const before = room_of(fuller_pack());
    auto files = small_pack::files();
    files.erase("baselines.csv");
    files["promises.csv"] = "touchpoint,wording,target_percent\nT2,Served,90\n";
    files["observations.csv"] = "touchpoint,period,kept,due\n";
    auto result = small_pack::read(files, &before);
    CHECK(
        small_pack::printed(result).find("p/promises.csv:1:1: T1 has no promise here any more, but "
                                         "the room holds 4 rows") == 0);
    files = small_pack::files();
    files["personas.csv"] = "key,name\ntom,Tom\n";
    files["observations.csv"] = "touchpoint,period,kept,due\n";
    for (std::string const name :
         {"exposures.csv", "emotions.csv", "verbatims.csv", "tours/walk.json"}) {
        files.erase(name);
    }
    result = small_pack::read(files, &before);
    CHECK(small_pack::printed(result).find(
              "p/personas.csv:1:1: amara is no longer here, but the room "
              "holds 2 rows") == 0);
}

TEST_CASE("a source that the pack drops is told, and its rows stay without it") {
    model::Room const before = room_of(fuller_pack());
    auto files = small_pack::files();
    files.erase("sources.csv");
    files["observations.csv"] = "touchpoint,period,kept,due\n";
    files["scores.csv"] = "touchpoint,subject,score\n";
    auto const result = small_pack::read(files, &before);
    REQUIRE(result.room);
    CHECK(small_pack::printed(result).find("p/sources.csv:1:1: warning: till is no longer here") ==
          0);
    CHECK(result.room->observations.size() == 6);
    CHECK_FALSE(result.room->observations[0].source.valid());
    CHECK(result.room->scores.size() == 4);
}

TEST_CASE("a new period that overlaps one in the room is refused where it stands") {
    model::Room const before = room_of(small_pack::files());
    auto files = small_pack::files();
    files["observations.csv"] = "touchpoint,period,kept,due\nT1,2026-Q3,5,9\n";
    auto const result = small_pack::read(files, &before);
    CHECK_FALSE(result.room);
    CHECK(result.problem_count == 2);
    CHECK(small_pack::printed(result).find(
              "p/observations.csv:2:4: the period overlaps 2026-08, which "
              "the room holds") == 0);
}

TEST_CASE("clashes are found in any order of rows and counted once a row") {
    using model::Observation;
    auto const row = [](char const* period, std::uint32_t touchpoint) {
        Observation observation;
        observation.touchpoint = model::TouchpointId(touchpoint);
        observation.period = *base::parse_period(period);
        return observation;
    };
    // A long period over two short ones that do not meet each other, and another touchpoint in
    // between.
    std::vector<Observation> const rows = {row("2026-03", 1), row("2026-01", 1), row("2026-Q1", 1),
                                           row("2026-01", 2), row("2026-04", 1)};
    auto const clashes = exchange::find_clashes(rows);
    REQUIRE(clashes.size() == 2);
    CHECK(clashes[0].later == 2);
    CHECK(clashes[1].later == 2);
}

TEST_CASE(
    "a level that the staff accepted stays while its promise does, unless the pack brings one") {
    model::Room const before = room_of(small_pack::files());
    REQUIRE(before.baselines.size() == 1);
    auto files = small_pack::files();
    files.erase("baselines.csv");
    auto result = small_pack::read(files, &before);
    REQUIRE(result.room);
    CHECK((result.room->baselines == before.baselines));
    files["observations.csv"] += "T2,2026-08,9,10,,,,,\n";
    files["baselines.csv"] = "touchpoint,from,reason\nT2,2026-08,Earlier\nT1,2026-08,First\n";
    result = small_pack::read(files, &before);
    REQUIRE(result.room);
    REQUIRE(result.room->baselines.size() == 2);
    CHECK(result.room->baselines[0].reason == "First");
    CHECK(result.room->baselines[1].reason == "Earlier");
    files["baselines.csv"] = "touchpoint,from,reason\n";
    CHECK(small_pack::read(files, &before).room->baselines.empty());
}
