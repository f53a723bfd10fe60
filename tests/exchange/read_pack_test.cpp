#include <doctest/doctest.h>
#include <filesystem>

#include "exchange/pack.hpp"
#include "small_pack.hpp"

namespace {

std::filesystem::path const source_root = SOURCE_ROOT;

}  // namespace

TEST_CASE("the small pack is sound") {
    exchange::PackResult const result = small_pack::read(small_pack::files());
    CHECK(small_pack::printed(result) == "");
    REQUIRE(result.room);
    CHECK(result.room->journeys.size() == 2);
    CHECK(result.room->journeys[1].parent == model::JourneyId(0));
    CHECK(result.room->journeys[1].parent_stage == model::StageId(1));
    CHECK(result.room->placements[2].step == model::StepId(0));
    CHECK(result.room->observations[2].region == model::RegionId(0));
    CHECK(result.room->observations[0].source == model::SourceId(0));
    CHECK(result.room->observations[1].unknown == -1);
    CHECK(result.room->verbatims[0].text == "So good, \"really\"");
    CHECK(result.room->verbatims[1].text == "Waited\ntwice");
    CHECK(result.room->tours[0].stops[1].ask->more.size() == 2);
    CHECK(result.room->media.size() == 2);
}

TEST_CASE("the demo pack is read without a problem") {
    exchange::PackResult const result =
        exchange::read_pack(source_root / "data/northmoor", nullptr);
    CHECK(small_pack::printed(result) == "");
    REQUIRE(result.room);
    CHECK(result.room->touchpoints.size() == 52);
}

TEST_CASE("the template pack is read without a problem") {
    exchange::PackResult const result = exchange::read_pack(source_root / "data/template", nullptr);
    CHECK(small_pack::printed(result) == "");
    REQUIRE(result.room);
}

TEST_CASE("a pack made from real airline data is read whole, where it is at hand") {
    auto const folder = source_root / "../shared/packs/airline";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: ", folder.string(), " is not here");
        return;
    }
    exchange::PackResult const result = exchange::read_pack(folder, nullptr);
    CHECK(small_pack::printed(result) == "");
    REQUIRE(result.room);
    CHECK(result.room->touchpoints.size() == 30);
    CHECK(result.room->stages.size() == 15);
    CHECK(result.room->placements.size() == 52);
    CHECK(result.room->observations.size() == 1230);
    CHECK(result.room->scores.size() == 14);
    CHECK(result.room->emotions.size() == 42);
    CHECK(result.room->verbatims.size() == 150);
}
