// The open floor as it is seen when a part of it is off the screen: the names of its lanes stay
// as they were, empty lanes still say so, and what is told of off the screen is said to be there.
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
        auto const size_px = static_cast<double>(before.at(name).size_px);
        CHECK(static_cast<double>(after.at(name).size_px) ==
              doctest::Approx(size_px).epsilon(0.005));
        CHECK(after.at(name).origin.x == doctest::Approx(before.at(name).origin.x).epsilon(0.005));
        CHECK(after.at(name).origin.y == doctest::Approx(before.at(name).origin.y).epsilon(0.005));
        CHECK(after.at(name).color == before.at(name).color);
    }
    CHECK(count_of(wall, panned, "not described yet") == 2);
    check_texts(wall, panned);
}

TEST_CASE("causes below the edge of the screen are numbered where the screen ends") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options;
    options.view = "journey:J2";
    options.light = "T41";
    options.size = {1920, 1080};
    options.backstage = true;
    Seen seen{{}, shell::picture_state(wall, options)};
    double const end = wall.chrome(seen.state).map.bottom();
    auto const numbers = [&] {
        wall.build(seen.state, seen.list);
        std::string said;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            bool const told = text.entry.item_kind == scene::ItemKind::Floor &&
                              text.entry.role == scene::Role::Lit;
            if (!told) continue;
            said += text.text;
            CHECK(text.ink.bottom() < end);
            CHECK(text.ink.bottom() > end - 60);
        }
        return said;
    };
    CHECK(numbers().empty());
    // Down by what leaves the frontstage in view, and what lies behind it off the screen.
    seen.state.view.focus = {};
    seen.state.view.camera.centre.y -= 420 / seen.state.view.camera.scale;
    CHECK(numbers() == "123");
}
