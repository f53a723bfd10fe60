// The open floor as it is seen when a part of it is off the screen: the names of its lanes stay
// as they were, and empty lanes still say so.
#include <algorithm>
#include <doctest/doctest.h>
#include <map>

#include "shell/picture_state.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

Seen open_floor(shell::Wall& wall) {
    shell::PictureOptions options;
    options.view = "journey:J2";
    options.size = {1920, 1080};
    options.backstage = true;
    Seen seen{{}, shell::picture_state(wall, options)};
    wall.build(seen.state, seen.list);
    return seen;
}

std::size_t count_of(shell::Wall& wall, Seen const& seen, std::string_view words) {
    auto const texts = texts_of(wall, seen.list);
    return static_cast<std::size_t>(std::count_if(
        texts.begin(), texts.end(),
        [&](InkedText const& t) { return t.text == words && t.ink.w > 0 && t.ink.x >= 0; }));
}

// By the words of each name in the rail.
std::map<std::string, scene::GlyphRun> rail_of(shell::Wall& wall, Seen const& seen) {
    std::map<std::string, scene::GlyphRun> rail;
    for (InkedText const& text : texts_of(wall, seen.list)) {
        if (text.entry.item_kind == scene::ItemKind::Lane && text.ink.w > 0)
            rail[text.text] = seen.list.runs[text.entry.index];
    }
    return rail;
}

}  // namespace

TEST_CASE("a panned floor names its lanes as large and as dark as before") {
    shell::Wall wall(room_of(demo()), files());
    Seen const rest = open_floor(wall);
    auto const before = rail_of(wall, rest);
    REQUIRE(count_of(wall, rest, "not described yet") == 2);
    Seen panned = rest;
    panned.state.view.focus = {};
    panned.state.view.camera.centre.x += 300 / panned.state.view.camera.scale;
    wall.build(panned.state, panned.list);
    auto const after = rail_of(wall, panned);
    for (auto const* name : {"Evidence", "Frontstage", "Technology", "Backstage", "Support",
                             "Rules", "Line of visibility"}) {
        CAPTURE(std::string(name));
        REQUIRE(before.count(name) == 1);
        REQUIRE(after.count(name) == 1);
        CHECK(after.at(name).size_px == doctest::Approx(before.at(name).size_px).epsilon(0.005));
        CHECK(after.at(name).origin.x == doctest::Approx(before.at(name).origin.x).epsilon(0.005));
        CHECK(after.at(name).origin.y == doctest::Approx(before.at(name).origin.y).epsilon(0.005));
        CHECK(after.at(name).color == before.at(name).color);
    }
    CHECK(count_of(wall, panned, "not described yet") == 2);
    check_texts(wall, panned);
}
