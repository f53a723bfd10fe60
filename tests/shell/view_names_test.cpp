// Names of views that the room does not have: what render, dump and run answer.
#include "shell/view_names.hpp"

#include <doctest/doctest.h>

#include "program.hpp"
#include "storage/room_store.hpp"

using test::demo_room;
using test::run_program;
using test::ScratchFolder;

namespace {

model::Room const& demo() {
    static model::Room const room = [] {
        ScratchFolder const folder;
        return storage::load_room(demo_room(folder));
    }();
    return room;
}

std::string told(std::string_view view) {
    return shell::no_view_text(demo(), view);
}

constexpr char const* all_boards =
    "board:importance, board:measures, board:asset, board:contradictions, board:components";

}  // namespace

TEST_CASE("a board that there is not is answered with those that there are") {
    CHECK(told("board:zz") == "no view \"board:zz\" (it has " + std::string(all_boards) + ")");
}

TEST_CASE("a figure of no known kind is answered with the kinds that there are") {
    for (char const* view : {"figure:zz", "figure:zz:T40", "figure:"})
        CHECK(told(view).find("(it has figure:KIND:TOUCHPOINT with kept, split, months, scores, "
                              "effort; figure:yield:STAGE") != std::string::npos);
}

TEST_CASE("a name that there is not is answered with the nearest three and their titles") {
    CHECK(told("touchpoint:t36") ==
          "no view \"touchpoint:t36\" (the nearest are touchpoint:T36 \"Triage\", "
          "touchpoint:T06 \"Sign-up form\", touchpoint:T16 \"Handover lesson\")");
    // Somebody remembers the title, not the key.
    CHECK(told("touchpoint:monthly bil").find("(the nearest are touchpoint:T27 \"Monthly bill\"") !=
          std::string::npos);
    CHECK(told("stage:Something braks").find("(the nearest are stage:S6 \"Something breaks\"") !=
          std::string::npos);
    CHECK(told("journey:J99").find("(the nearest are journey:J") != std::string::npos);
    CHECK(told("figure:kept:T99").find("(the nearest are figure:kept:T") != std::string::npos);
    CHECK(told("figure:yield:S99").find("(the nearest are figure:yield:S") != std::string::npos);
    CHECK(told("figure:touches:crn").find("figure:touches:crm") != std::string::npos);
}

TEST_CASE("a room that has nothing of a kind says so") {
    CHECK(shell::no_view_text({}, "stage:S1") == "no view \"stage:S1\" (it has none)");
}

TEST_CASE("a word that is no view at all is answered with what a view is") {
    for (char const* view : {"zz", "", "card:T36", "home:1"})
        CHECK(told(view) == "no view \"" + std::string(view) +
                                "\" (a view is home, journey:KEY, stage:KEY, touchpoint:KEY, " +
                                all_boards + ", or figure:KIND:KEY)");
}

TEST_CASE("render and dump refuse a view that there is not, and name the room") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    auto const render = run_program({"render", "--db", room, "--view", "board:zz", "--size",
                                     "640x360", "--out", folder / "x.png"});
    CHECK(render.exit_code == 1);
    CHECK(render.err == "customer-room: " + told("board:zz") + " in " + room + ".\n");
    auto const dump =
        run_program({"dump", "--db", room, "--view", "stage:zz", "--size", "640x360"});
    CHECK(dump.exit_code == 1);
    CHECK(dump.err == "customer-room: " + told("stage:zz") + " in " + room + ".\n");
}
