#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "exchange/pack.hpp"
#include "exchange/pack_contents.hpp"
#include "small_pack.hpp"
#include "support/scratch.hpp"

namespace {

namespace fs = std::filesystem;

// The room of `files`, written, read and written again.
void check_round_trip(small_pack::Files const& files) {
    exchange::PackResult const first = small_pack::read(files);
    REQUIRE_MESSAGE(first.room, small_pack::printed(first));
    exchange::PackContents const written = exchange::pack_contents(*first.room);
    exchange::PackResult const second = small_pack::read(written);
    REQUIRE_MESSAGE(second.room, small_pack::printed(second));
    CHECK(*second.room == *first.room);
    CHECK(exchange::pack_contents(*second.room) == written);
}

void check_folder_round_trip(fs::path const& folder) {
    exchange::PackResult const first = exchange::read_pack(folder, nullptr);
    REQUIRE_MESSAGE(first.room, small_pack::printed(first));
    test::ScratchFolder const target_place;
    fs::path const target = target_place / "pack";
    exchange::write_pack(*first.room, target);
    exchange::PackResult const second = exchange::read_pack(target, nullptr);
    REQUIRE_MESSAGE(second.room, small_pack::printed(second));
    CHECK(second.problems.empty());
    CHECK(*second.room == *first.room);
    CHECK(exchange::pack_contents(*second.room) == exchange::pack_contents(*first.room));
    // Writing over the same pack is no foreign folder.
    exchange::write_pack(*second.room, target);
}

}  // namespace

TEST_CASE("a room with something in every file survives export and import byte for byte") {
    check_round_trip(small_pack::files());
}

TEST_CASE("consent survives export and import, and has a column only where somebody recorded it") {
    auto files = small_pack::files();
    CHECK(exchange::pack_contents(*small_pack::read(files).room)
              .at("verbatims.csv")
              .starts_with("touchpoint,text,date,persona,channel,sentiment,adjectives,source,"
                           "invented\n"));
    files["verbatims.csv"] = "touchpoint,text,consent\nT1,Yes,yes\nT1,No,no\nT2,Who knows,\n";
    files["touchpoints.csv"] =
        "key,title,media,media_consent\nT1,The window,window.png,no\nT2,The queue,,\n"
        "T3,The receipt,,\n";
    check_round_trip(files);
    auto const room = *small_pack::read(files).room;
    CHECK(room.verbatims[0].consent == true);
    CHECK(room.verbatims[1].consent == false);
    CHECK_FALSE(room.verbatims[2].consent);
    CHECK(room.touchpoints[0].media_consent == false);
}

TEST_CASE("a room of only the five needed files survives, and export writes no others") {
    small_pack::Files files;
    auto const all = small_pack::files();
    files["room.json"] = R"({"format": 1, "key": "k", "title": "T"})";
    for (std::string const name :
         {"journeys.csv", "stages.csv", "placements.csv", "touchpoints.csv"}) {
        files[name] = all.at(name).substr(0, all.at(name).find('\n') + 1);
    }
    files["journeys.csv"] += "L0,0,Life,,,,\n";
    check_round_trip(files);
    auto const written = exchange::pack_contents(*small_pack::read(files).room);
    CHECK(written.size() == 5);
}

TEST_CASE("the demo pack survives export and import") {
    check_folder_round_trip(fs::path(SOURCE_ROOT) / "data/northmoor");
}

TEST_CASE("the template pack survives export and import") {
    check_folder_round_trip(fs::path(SOURCE_ROOT) / "data/template");
}

TEST_CASE("the airline pack survives export and import, where it is at hand") {
    fs::path const folder = fs::path(SOURCE_ROOT) / "../shared/packs/airline";
    if (!fs::exists(folder)) {
        MESSAGE("skipped: ", folder.string(), " is not here");
        return;
    }
    check_folder_round_trip(folder);
}

TEST_CASE("hostile texts survive in every field that takes text") {
    std::string const hostile[] = {"'; DROP TABLE journeys; --",
                                   "=cmd()",
                                   "+1",
                                   "-1",
                                   "@sum",
                                   "'=1",
                                   "''-x",
                                   "'plain",
                                   "a,b;c",
                                   R"(say ""x"")",
                                   "line\nbreak",
                                   " padded ",
                                   "<script>",
                                   "%s%n",
                                   "\\",
                                   "\xC3\xA9",
                                   "\xF0\x9F\x98\xA1",
                                   "\xEF\xBC\x9D"
                                   "1",
                                   "null",
                                   R"({""a"":1})",
                                   "x\xE2\x80\x8Fy"};
    for (std::string const& text : hostile) {
        auto files = small_pack::files();
        std::string const cell = "\"" + text + "\"";
        auto const put = [&](std::string const& name, std::string const& was) {
            files = small_pack::with(std::move(files), name, was, cell);
        };
        put("journeys.csv", "Living with the shop");
        put("journeys.csv", "Eat well");
        put("stages.csv", "I am hungry");
        put("stages.csv", "Demand");
        put("stages.csv", "Ada");
        put("steps.csv", "Stands in line");
        put("steps.csv", "How long?");
        put("personas.csv", "Amara Voss");
        put("personas.csv", "Works nights");
        put("personas.csv", "quick|cheap");
        put("sources.csv", "The till");
        put("sources.csv", "export");
        put("touchpoints.csv", "The window");
        put("touchpoints.csv", "Visit|App");
        put("touchpoints.csv", "First look");
        put("touchpoints.csv", "Bread in the window");
        put("promises.csv", "Fresh bread until six");
        put("observations.csv", "North");
        put("observations.csv", "App");
        put("scores.csv", "Bakery");
        put("guesses.csv", "How many of 100?");
        put("importance.csv", "asked");
        put("verbatims.csv", R"("So good, ""really""")");
        put("verbatims.csv", "card at the till");
        put("components.csv", "The oven");
        put("blueprint_nodes.csv", "Bread is baked");
        put("loss_reasons.csv", "moved away");
        put("initiatives.csv", "Second till");
        put("initiatives.csv", "P1");
        CAPTURE(text);
        check_round_trip(files);
    }
}

TEST_CASE("hostile texts survive in room.json and tours") {
    std::string const hostile[] = {"=1",  "'; --", "a\\nb", R"(\"q\")", R"(\u00e9\ud83d\ude21)",
                                   "</x>"};
    for (std::string const& text : hostile) {
        auto files = small_pack::with(small_pack::files(), "room.json", "A small shop", text);
        files = small_pack::with(std::move(files), "room.json", "Say it once", text);
        files = small_pack::with(std::move(files), "tours/walk.json", "Look.", text);
        files = small_pack::with(std::move(files), "tours/walk.json", "\"low\": 0",
                                 R"("low": [0, 1.5, {")" + text + "\": null}]");
        CAPTURE(text);
        check_round_trip(files);
    }
}

TEST_CASE("a text that a spreadsheet would take for a formula is exported with a mark before it") {
    auto const files =
        small_pack::with(small_pack::files(), "touchpoints.csv", "The window", "=1+1");
    auto const result = small_pack::read(files);
    REQUIRE(result.room);
    CHECK(result.room->touchpoints[0].title == "=1+1");
    auto const written = exchange::pack_contents(*result.room);
    CHECK(written.at("touchpoints.csv").find("T1,'=1+1,") != std::string::npos);
    CHECK(written.at("emotions.csv").find("T2,-1.25,") != std::string::npos);
}

TEST_CASE("numbers are written in the shortest form that says them exactly") {
    auto files =
        small_pack::with(small_pack::files(), "exposures.csv", "T1,0.5", "T1,0.30000000000000004");
    files = small_pack::with(std::move(files), "importance.csv", "T1,60", "T1,6e1");
    auto const written = exchange::pack_contents(*small_pack::read(files).room);
    CHECK(written.at("exposures.csv").find("T1,0.30000000000000004,") != std::string::npos);
    CHECK(written.at("importance.csv").find("T1,60,") != std::string::npos);
    check_round_trip(files);
}

TEST_CASE("periods are one period however they are written") {
    auto const files = small_pack::with(small_pack::files(), "observations.csv", "T1,2026-08,",
                                        "T1,2026-08-01/2026-08-31,");
    auto const written = exchange::pack_contents(*small_pack::read(files).room);
    CHECK(written.at("observations.csv").find("T1,2026-08,95") != std::string::npos);
}

TEST_CASE("an export leaves alone a folder that holds files of another pack") {
    auto const room = small_pack::read(small_pack::files()).room;
    REQUIRE(room);
    test::ScratchFolder const target_place;
    fs::path const target = target_place / "pack";
    exchange::write_pack(*room, target);
    std::ofstream(target / "observations-old.csv") << "touchpoint,period,kept,due\n";
    CHECK_THROWS_WITH_AS(exchange::write_pack(*room, target),
                         doctest::Contains("observations-old.csv"), std::runtime_error);
    CHECK(fs::exists(target / "observations-old.csv"));
}

TEST_CASE("an export says so when it cannot write") {
    auto const room = small_pack::read(small_pack::files()).room;
    REQUIRE(room);
    test::ScratchFolder const target_place;
    fs::path const target = target_place / "pack";
    std::ofstream(target) << "a file\n";
    CHECK_THROWS_WITH_AS(exchange::write_pack(*room, target),
                         doctest::Contains("the folder cannot be made here"), std::runtime_error);
}

TEST_CASE("a picture's name that leads out of the folder is never written") {
    auto room = small_pack::read(small_pack::files()).room;
    REQUIRE(room);
    for (std::string const name : {"../x.png", "..", "a/b.png", "a\\b.png"}) {
        room->media[0].name = name;
        test::ScratchFolder const target_place;
        fs::path const target = target_place / "pack";
        CAPTURE(name);
        CHECK_THROWS_AS(exchange::write_pack(*room, target), std::runtime_error);
        CHECK_FALSE(fs::exists(target));
    }
}
