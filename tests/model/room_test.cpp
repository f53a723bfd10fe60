#include "model/room.hpp"

#include <doctest/doctest.h>

namespace {

model::Room two_stages() {
    model::Room room;
    room.journeys.push_back({.key = "child",
                             .level = 1,
                             .parent = model::JourneyId(1),
                             .parent_stage = model::StageId(1)});
    room.journeys.push_back({.key = "life", .level = 0});
    room.stages.push_back({.journey = model::JourneyId(1), .key = "second", .order = 2});
    room.stages.push_back({.journey = model::JourneyId(1), .key = "first", .order = 1});
    room.stages.push_back({.journey = model::JourneyId(0), .key = "other", .order = 0});
    room.touchpoints.push_back({.key = "t1"});
    room.placements.push_back(
        {model::TouchpointId(0), model::JourneyId(1), model::StageId(1), 2, {}, {}});
    room.placements.push_back(
        {model::TouchpointId(0), model::JourneyId(1), model::StageId(1), 1, {}, {}});
    return room;
}

model::Observation row(char const* period) {
    model::Observation o;
    o.touchpoint = model::TouchpointId(0);
    o.period = *base::parse_period(period);
    return o;
}

}  // namespace

TEST_CASE("things are found by key, and an unknown key is an invalid id") {
    auto const room = two_stages();
    CHECK(model::find_journey(room, "life") == model::JourneyId(1));
    CHECK(model::find_stage(room, "first") == model::StageId(1));
    CHECK_FALSE(model::find_touchpoint(room, "t2").valid());
    CHECK(model::life_cycle(room) == model::JourneyId(1));
}

TEST_CASE("stages and placements come by their order, children by file") {
    auto const room = two_stages();
    CHECK(model::stages_of(room, model::JourneyId(1)) ==
          std::vector{model::StageId(1), model::StageId(0)});
    CHECK(model::placements_of(room, model::StageId(1)) ==
          std::vector{model::PlacementId(1), model::PlacementId(0)});
    CHECK(model::children_of(room, model::StageId(1)) == std::vector{model::JourneyId(0)});
}

TEST_CASE("without a default the period shown is the one observed last") {
    auto room = two_stages();
    CHECK_FALSE(model::default_period(room).has_value());
    room.observations = {row("2026-08"), row("2026-Q3"), row("2026-09"), row("2025-12")};
    CHECK(base::format_period(*model::default_period(room)) == "2026-09");
    CHECK(base::format_date(*model::day_after_last_observation(room)) == "2026-10-01");
    room.info.default_period = base::parse_period("2026-Q3");
    CHECK(base::format_period(*model::default_period(room)) == "2026-Q3");
}
