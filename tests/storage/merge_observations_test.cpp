#include "storage/merge_observations.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>

#include "full_room.hpp"
#include "storage/room_store.hpp"
#include "support/scratch.hpp"

using namespace storage;
using model::Observation;
using test::ScratchFolder;

namespace {

Observation row(std::size_t touchpoint, char const* period, std::int64_t kept, std::int64_t due) {
    Observation made;
    made.touchpoint = model::TouchpointId(touchpoint);
    made.period = *base::parse_period(period);
    made.kept = kept;
    made.due = due;
    return made;
}

Observation in_region(Observation made, std::size_t region) {
    made.region = model::RegionId(region);
    return made;
}

model::Room room_with(std::vector<Observation> rows) {
    model::Room room = test::full_room("x");
    room.observations = std::move(rows);
    return room;
}

Incoming incoming(model::Room const& room, std::vector<Observation> rows) {
    std::sort(rows.begin(), rows.end(), model::before_by_split);
    auto const next = [rows, at = std::size_t{0}]() mutable -> std::optional<IncomingObservation> {
        if (at == rows.size()) return std::nullopt;
        IncomingObservation given{rows[at], at};
        ++at;
        return given;
    };
    return {room, room.regions, room.observation_channels, next, {}};
}

std::vector<Observation> sorted(std::vector<Observation> rows) {
    std::sort(rows.begin(), rows.end(), model::before_by_split);
    return rows;
}

}  // namespace

TEST_CASE("new observations are added, and those of the same period and split replaced") {
    ScratchFolder const folder;
    model::Room const room = room_with({row(1, "2026-01", 1, 10), row(0, "2026-01", 2, 10),
                                        in_region(row(1, "2026-01", 3, 10), 0)});
    save_room(folder / "a", room);
    MergeResult const result = merge_observations(
        folder / "a", incoming(room, {row(1, "2026-01", 5, 20), row(1, "2026-02", 6, 20),
                                      in_region(row(1, "2026-01", 7, 20), 1)}));
    CHECK(result.added == 2);
    CHECK(result.replaced == 1);
    CHECK(
        (sorted(load_room(folder / "a").observations) ==
         sorted({row(0, "2026-01", 2, 10), row(1, "2026-01", 5, 20), row(1, "2026-02", 6, 20),
                 in_region(row(1, "2026-01", 3, 10), 0), in_region(row(1, "2026-01", 7, 20), 1)})));
}

TEST_CASE("a period that overlaps one of the room is told, and nothing is written") {
    ScratchFolder const folder;
    model::Room const room = room_with({row(1, "2026-Q1", 1, 10), row(1, "2026-Q3", 1, 10)});
    save_room(folder / "a", room);
    MergeResult const result = merge_observations(
        folder / "a", incoming(room, {row(0, "2026-01", 1, 1), row(1, "2026-03", 1, 1),
                                      row(1, "2026-04", 1, 1)}));
    REQUIRE(result.overlap_count == 1);
    CHECK(result.overlaps[0].tag == 1);
    CHECK(result.overlaps[0].held == *base::parse_period("2026-Q1"));
    CHECK((load_room(folder / "a") == room));
}

TEST_CASE("a source of rows that fails leaves the room as it was") {
    ScratchFolder const folder;
    model::Room const room = room_with({row(1, "2026-01", 1, 10)});
    save_room(folder / "a", room);
    int given = 0;
    Incoming const failing{room,
                           room.regions,
                           room.observation_channels,
                           [&]() -> std::optional<IncomingObservation> {
                               if (++given == 3) throw given;
                               return IncomingObservation{
                                   row(1, given == 1 ? "2026-02" : "2026-03", 1, 1), 0};
                           },
                           {}};
    CHECK_THROWS_AS(merge_observations(folder / "a", failing), int);
    CHECK((load_room(folder / "a") == room));
}

TEST_CASE("names that rows bring are added to those of the room") {
    ScratchFolder const folder;
    model::Room const room = room_with({});
    save_room(folder / "a", room);
    Incoming fresh = incoming(room, {in_region(row(1, "2026-01", 1, 2), room.regions.size())});
    fresh.regions.push_back("New");
    merge_observations(folder / "a", fresh);
    model::Room const loaded = load_room(folder / "a");
    CHECK(loaded.regions.back() == "New");
    CHECK(loaded.observations.at(0).region.index() == room.regions.size());
}

TEST_CASE("cases of a journey and period replace those before") {
    ScratchFolder const folder;
    model::Room room = room_with({});
    save_room(folder / "a", room);
    Incoming fresh = incoming(room, {});
    fresh.case_outcomes = {{model::JourneyId(1), *base::parse_period("2026-09"), 5, 6},
                           {model::JourneyId(1), *base::parse_period("2026-10"), 1, 2}};
    merge_observations(folder / "a", fresh);
    auto const outcomes = load_room(folder / "a").case_outcomes;
    REQUIRE(outcomes.size() == room.case_outcomes.size() + 1);
    CHECK(outcomes.front().clean == 5);
    fresh.case_outcomes = {{model::JourneyId(1), *base::parse_period("2026-Q4"), 5, 6}};
    CHECK_THROWS_AS(merge_observations(folder / "a", fresh), StoreRefused);
}

TEST_CASE("merging any rows gives what a map of them would hold") {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        ScratchFolder const folder;
        auto const some_rows = [&](std::int64_t kept) {
            std::map<int, Observation> rows;
            for (int i = 0; i < 40; ++i) {
                int const pick = static_cast<int>(dice.below(72));
                std::string const month =
                    "2026-" + std::string(pick % 12 < 9 ? "0" : "") + std::to_string(pick % 12 + 1);
                Observation made = row(static_cast<std::size_t>(pick / 36), month.c_str(), kept, 9);
                if (pick / 12 % 3 > 0)
                    made.region = model::RegionId(static_cast<std::size_t>(pick / 12 % 3 - 1));
                rows[pick] = made;
            }
            return rows;
        };
        auto held = some_rows(1);
        auto const fresh = some_rows(2);
        std::vector<Observation> held_rows, fresh_rows, expected;
        for (auto const& [key, each] : held)
            held_rows.push_back(each);
        for (auto const& [key, each] : fresh) {
            fresh_rows.push_back(each);
            held[key] = each;
        }
        for (auto const& [key, each] : held)
            expected.push_back(each);
        model::Room const room = room_with(held_rows);
        save_room(folder / "a", room);
        merge_observations(folder / "a", incoming(room, fresh_rows));
        CHECK((sorted(load_room(folder / "a").observations) == sorted(expected)));
    }
}

TEST_CASE("rows for a room that was changed meanwhile are refused") {
    ScratchFolder const folder;
    model::Room const room = room_with({});
    model::Room changed = room;
    changed.touchpoints[0].key += "2";
    save_room(folder / "a", changed);
    CHECK_THROWS_AS(merge_observations(folder / "a", incoming(room, {row(1, "2026-01", 1, 1)})),
                    StoreRefused);
    CHECK((load_room(folder / "a") == changed));
}

TEST_CASE("an outline has all that rows refer to") {
    ScratchFolder const folder;
    model::Room const room = test::full_room("x");
    save_room(folder / "a", room);
    model::Room const outline = load_outline(folder / "a");
    CHECK((outline.touchpoints == room.touchpoints));
    CHECK((outline.promises == room.promises));
    CHECK(outline.regions == room.regions);
    CHECK(outline.observations.empty());
}
