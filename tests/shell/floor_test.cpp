// The floor below the journey as a visitor meets it: nothing overlaps, nothing is cut, no line runs
// through a word, everything of the blueprint is there and said in words.
#include "scene/floor.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

#include "shell/crowded_room.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

using scene::ItemKind;
using scene::PrimitiveKind;

bool touches(scene::ScreenPoint a, scene::ScreenPoint b, base::ScreenRect const& rect) {
    return std::max(a.x, b.x) > rect.x && std::min(a.x, b.x) < rect.right() &&
           std::max(a.y, b.y) > rect.y && std::min(a.y, b.y) < rect.bottom();
}

// True where a plate that was painted after the link lies under the whole text.
bool on_plate(Seen const& seen, std::size_t link, base::ScreenRect const& ink) {
    for (std::size_t i = link + 1; i < seen.list.entries.size(); ++i) {
        scene::Entry const& entry = seen.list.entries[i];
        bool const ground = entry.kind == PrimitiveKind::Quad &&
                            entry.item_kind == ItemKind::Floor && entry.role == scene::Role::Ground;
        if (!ground) continue;
        base::ScreenRect const plate = seen.list.quads[entry.index].rect;
        bool const under = plate.contains({ink.x, ink.y}) && plate.right() >= ink.right() &&
                           plate.bottom() >= ink.bottom();
        if (under) return true;
    }
    return false;
}

// No link crosses the ink of a text.
void check_lines(shell::Wall& wall, Seen const& seen) {
    auto const texts = texts_of(wall, seen.list);
    for (std::size_t e = 0; e < seen.list.entries.size(); ++e) {
        scene::Entry const& entry = seen.list.entries[e];
        if (entry.kind != PrimitiveKind::Polyline || entry.item_kind != ItemKind::Link) continue;
        scene::Polyline const& line = seen.list.polylines[entry.index];
        base::ScreenRect const clip = seen.list.clips[entry.clip];
        for (std::uint32_t i = 1; i < line.count; ++i) {
            scene::ScreenPoint const a = seen.list.points[line.first + i - 1];
            scene::ScreenPoint const b = seen.list.points[line.first + i];
            for (InkedText const& text : texts) {
                CAPTURE(text.text);
                base::ScreenRect const ink = base::intersection(text.ink, clip);
                bool const through = !ink.empty() && touches(a, b, ink);
                CHECK_FALSE((through && !on_plate(seen, e, ink)));
            }
        }
    }
}

std::set<std::uint32_t> items_of(scene::DrawList const& list, ItemKind kind) {
    std::set<std::uint32_t> items;
    for (scene::Entry const& entry : list.entries) {
        if (entry.item_kind == kind) items.insert(entry.item);
    }
    return items;
}

int count_texts(shell::Wall& wall, Seen const& seen, std::string_view wanted, ItemKind kind) {
    auto const texts = texts_of(wall, seen.list);
    return static_cast<int>(std::count_if(texts.begin(), texts.end(), [&](InkedText const& text) {
        return text.text == wanted && text.entry.item_kind == kind;
    }));
}

Visit open(std::string const& view, double curtain = 1) {
    Visit visit{view};
    visit.curtain = curtain;
    return visit;
}

}  // namespace

TEST_CASE("an open floor reads well half and wholly open, described or not, at every level") {
    shell::Wall wall(room_of(demo()), files());
    for (char const* view : {"journey:J2", "journey:J2.1", "journey:J1", "stage:J2-fixed",
                             "stage:J2-cold", "stage:S6", "home", "touchpoint:T40"}) {
        for (double const curtain : {0.25, 0.5, 0.8, 1.0}) {
            CAPTURE(view);
            CAPTURE(curtain);
            Seen const seen = look(wall, open(view, curtain));
            check_texts(wall, seen);
            check_lines(wall, seen);
        }
    }
}

TEST_CASE("an open floor reads well on panels of odd shapes, sizes and distances") {
    shell::Wall wall(room_of(demo()), files());
    std::vector<Visit> const walls{{"", scene::Overlay::None, 86, {1080, 1920}},
                                   {"", scene::Overlay::Differentiation, 80, {1600, 1200}},
                                   {"", scene::Overlay::Reliability, 24, {1280, 1024}},
                                   {"", scene::Overlay::Reliability, 86, {1920, 1080}, 8},
                                   {"", scene::Overlay::Reliability, 86, {1920, 1080}, 4, true},
                                   {"", scene::Overlay::Emotion, 55, {3840, 2160}}};
    for (Visit visit : walls) {
        CAPTURE(visit.size.w);
        CAPTURE(visit.diagonal_in);
        for (char const* view : {"journey:J2", "journey:J2.1"}) {
            visit.view = view;
            visit.curtain = 1;
            Seen const seen = look(wall, visit);
            check_texts(wall, seen);
            check_lines(wall, seen);
        }
    }
}

TEST_CASE(
    "the whole blueprint of \"Get my heating fixed\" is there with its fail points and waits") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, open("journey:J2"));
    CHECK(items_of(seen.list, ItemKind::Node).size() == wall.room().blueprint_nodes.size());
    CHECK(items_of(seen.list, ItemKind::Link).size() == wall.room().blueprint_links.size());
    auto const fails =
        std::count_if(wall.room().blueprint_nodes.begin(), wall.room().blueprint_nodes.end(),
                      [](auto const& node) { return node.fail_point.value_or(false); });
    CHECK(count_texts(wall, seen, "F", ItemKind::Node) == fails);
    CHECK(count_texts(wall, seen, "16 h", ItemKind::Node) == 1);
    CHECK(count_texts(wall, seen, "2 days", ItemKind::Node) == 1);
    CHECK(count_texts(wall, seen, "25 min", ItemKind::Node) == 1);
    CHECK(count_texts(wall, seen, "Line of visibility", ItemKind::Lane) +
              count_texts(wall, seen, "Line of", ItemKind::Lane) >
          0);
}

TEST_CASE("a dump names nodes by key and links by both keys") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, open("journey:J2"));
    std::string const text = scene::dump(seen.list, wall.room(), wall.fonts());
    CHECK(text.find("item=node:van-stock role=action") != std::string::npos);
    CHECK(text.find("item=link:van-stock-parts-request role=link") != std::string::npos);
    CHECK(text.find("text=\"Van stock list from two winters ago\"") != std::string::npos);
}

TEST_CASE("a lane without nodes and a journey without a blueprint say so") {
    shell::Wall wall(room_of(demo()), files());
    auto const gaps = [&](char const* view) {
        Seen const seen = look(wall, open(view));
        return count_texts(wall, seen, "not described yet", ItemKind::Floor);
    };
    CHECK(gaps("journey:J2") == 2);
    CHECK(gaps("journey:J2.1") == 7);
    Seen const home = look(wall, open("home"));
    CHECK(items_of(home.list, ItemKind::Node).empty());
    CHECK_FALSE(items_of(home.list, ItemKind::Floor).empty());
}

TEST_CASE("what lies below the floor is not in the picture") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, open("journey:J2"));
    auto const texts = texts_of(wall, seen.list);
    CHECK(std::none_of(texts.begin(), texts.end(), [](InkedText const& text) {
        bool const below =
            text.entry.item_kind == ItemKind::Quote || text.entry.role == scene::Role::Yield;
        return below && text.ink.w > 0.5 && text.ink.h > 0.5;
    }));
}

TEST_CASE("with 60 nodes and 120 links every box says its words, and no link runs through a word") {
    for (unsigned const seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        shell::Wall wall(crowded(seed), files());
        Seen const seen = look(wall, open("journey:J2"));
        check_lines(wall, seen);
        std::set<std::uint32_t> said;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            if (text.entry.item_kind == ItemKind::Node && text.entry.role == scene::Role::Action)
                said.insert(text.entry.item);
        }
        CHECK(said.size() == 60);
        CHECK(count_texts(wall, seen, "not described yet", ItemKind::Floor) == 2);
    }
}

TEST_CASE("the name of a line stays in the picture where the handle hangs beside it") {
    shell::Wall wall(room_of(demo()), files());
    for (double const curtain : {0.45, 0.5, 0.55}) {
        CAPTURE(curtain);
        Seen const seen = look(wall, open("journey:J2", curtain));
        scene::Chrome const chrome = wall.chrome(seen.state);
        auto const handle =
            std::find_if(chrome.controls.begin(), chrome.controls.end(),
                         [](auto const& c) { return c.kind == scene::ControlKind::CurtainHandle; });
        REQUIRE(handle != chrome.controls.end());
        double const height = handle->rect.h * 30 / 44;
        base::ScreenRect const pill{handle->rect.x, handle->rect.centre().y - height / 2,
                                    handle->rect.w, height};
        for (InkedText const& text : texts_of(wall, seen.list)) {
            CAPTURE(text.text);
            if (text.entry.item_kind == ItemKind::Lane)
                CHECK(base::intersection(text.ink, pill).empty());
        }
    }
    Seen const half = look(wall, open("journey:J2", 0.5));
    CHECK(count_texts(wall, half, "Line of visibility", ItemKind::Lane) == 1);
}

TEST_CASE("a closed curtain costs nothing: no node and no link is in the picture") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"journey:J2"});
    CHECK(items_of(seen.list, ItemKind::Node).empty());
    CHECK(items_of(seen.list, ItemKind::Link).empty());
}

TEST_CASE("beside a floor that a hand has moved no word of the level above stands in the way") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {.view = "journey:J2", .curtain = 1});
    double const map_height = wall.chrome(seen.state).map.h;
    std::size_t rules = 0;  // between the stages of that level
    for (double const across : {-0.15, 0.0, 0.15}) {
        for (double const down : {0.15, 0.3, 0.45}) {
            app::AppState moved = seen.state;
            moved.view.camera.centre.x += across * 1920 / moved.view.camera.scale;
            moved.view.camera.centre.y += down * 1080 / moved.view.camera.scale;
            scene::DrawList list;
            wall.build(moved, list);
            for (scene::Entry const& entry : list.entries) {
                if (entry.item_kind == ItemKind::Stage && entry.role == scene::Role::Rule) ++rules;
            }
            for (InkedText const& text : texts_of(wall, list)) {
                bool const above =
                    text.entry.item_kind == ItemKind::Stage && text.entry.role != scene::Role::Name;
                if (!above) continue;
                CAPTURE(text.text);
                auto const size = static_cast<double>(list.runs[text.entry.index].size_px);
                CHECK(size * 0.73 < 0.2 * map_height);
            }
        }
    }
    CHECK(rules > 0);
}
