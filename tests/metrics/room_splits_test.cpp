// "It depends": regions, channels and personas, each by itself.
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using metrics::SplitKind;
using test::FiguresRoom;

namespace {

FiguresRoom room_with_total() {
    FiguresRoom room(1);
    room.persona("young").persona("old");
    room.promise(1, 85).row(1, "2026-07", 5150, 7220);
    return room;
}

}  // namespace

TEST_CASE("regions of which one falls far behind are marked, with their counts by name") {
    FiguresRoom room = room_with_total();
    room.row(1, "2026-07", 860, 1760, {.region = "Hills"})
        .row(1, "2026-07", 2240, 2840, {.region = "Coast"})
        .row(1, "2026-07", 2050, 2620, {.region = "City"});
    auto const figures = room.first("2026-07");
    CHECK(figures.it_depends);
    CHECK(figures.split_kind == SplitKind::Region);
    REQUIRE(figures.splits.size() == 3);
    CHECK(figures.splits[0].name == "City");
    CHECK(figures.splits[1].name == "Coast");
    CHECK(figures.splits[2].name == "Hills");
    CHECK(figures.splits[2].kept == 860);
    CHECK(figures.splits[2].due == 1760);
}

TEST_CASE("a split's months add up over the period, and only those within it count") {
    FiguresRoom room = room_with_total();
    for (char const* month : {"2026-07", "2026-08", "2026-09"}) {
        room.row(1, month, 20, 25, {.region = "Coast"}).row(1, month, 10, 25, {.region = "Hills"});
    }
    CHECK_FALSE(room.first("2026-07").it_depends);  // 25 each: too few to speak
    auto const quarter = room.first("2026-Q3");
    CHECK(quarter.it_depends);
    CHECK(quarter.splits[0].kept == 60);
    CHECK(quarter.splits[0].due == 75);
    CHECK(room.first("2026-10").splits.empty());
}

TEST_CASE("each kind is looked at by itself: what channels hide, personas show") {
    FiguresRoom room = room_with_total();
    room.row(1, "2026-07", 80, 100, {.channel = "app"})
        .row(1, "2026-07", 80, 100, {.channel = "phone"})
        .row(1, "2026-07", 99, 100, {.persona = "young"})
        .row(1, "2026-07", 61, 100, {.persona = "old"});
    auto const figures = room.first("2026-07");
    CHECK(figures.it_depends);
    CHECK(figures.split_kind == SplitKind::Persona);
    CHECK(figures.splits[0].name == "Name of old");
}

TEST_CASE("a split that marks nothing is still there to look at") {
    FiguresRoom room = room_with_total();
    room.row(1, "2026-07", 80, 100, {.channel = "app"})
        .row(1, "2026-07", 82, 100, {.channel = "phone"});
    auto const figures = room.first("2026-07");
    CHECK_FALSE(figures.it_depends);
    CHECK(figures.split_kind == SplitKind::Channel);
    CHECK(figures.splits.size() == 2);
}

TEST_CASE("rows split by two things at once mark nothing") {
    FiguresRoom room = room_with_total();
    room.row(1, "2026-07", 100, 100, {.region = "Coast", .channel = "app"})
        .row(1, "2026-07", 10, 100, {.region = "Hills", .channel = "app"});
    auto const figures = room.first("2026-07");
    CHECK_FALSE(figures.it_depends);
    CHECK(figures.split_kind == SplitKind::None);
    CHECK(figures.splits.empty());
}

TEST_CASE("the asked persona plays no part in the mark") {
    FiguresRoom room = room_with_total();
    room.row(1, "2026-07", 99, 100, {.persona = "young"})
        .row(1, "2026-07", 61, 100, {.persona = "old"});
    for (char const* persona : {"", "young", "old"}) {
        CHECK(room.first("2026-07", persona).it_depends);
    }
}

TEST_CASE("groups under 30 stand last and groups under five are not shown") {
    FiguresRoom room = room_with_total();
    room.row(1, "2026-07", 4, 4, {.region = "Islet"})
        .row(1, "2026-07", 5, 5, {.region = "Bay"})
        .row(1, "2026-07", 25, 30, {.region = "Town"})
        .row(1, "2026-07", 25, 30, {.region = "City"});
    auto const figures = room.first("2026-07");
    REQUIRE(figures.splits.size() == 3);
    CHECK(figures.splits[0].name == "City");
    CHECK(figures.splits[1].name == "Town");
    CHECK(figures.splits[2].name == "Bay");
}
