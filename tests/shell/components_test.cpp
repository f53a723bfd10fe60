// The board of components as a visitor meets it: who stands under the broken promises, what each
// count rests on, and the way to the floor.
#include <algorithm>
#include <doctest/doctest.h>
#include <set>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "scene/figure_at.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;
using scene::ControlKind;

namespace {

std::string words_of(shell::Wall& wall, Seen const& seen) {
    std::string all;
    for (InkedText const& text : texts_of(wall, seen.list))
        all += text.text + "\n";
    return all;
}

bool says(std::string const& words, std::string_view part) {
    return words.find(part) != std::string::npos;
}

std::vector<scene::Control> controls(shell::Wall& wall, app::AppState const& state,
                                     ControlKind kind) {
    std::vector<scene::Control> found;
    for (auto const& control : wall.chrome(state).controls) {
        if (control.kind == kind) found.push_back(control);
    }
    return found;
}

std::string key_of(shell::Wall& wall, scene::Control const& control) {
    return wall.room().components[control.component.index()].key;
}

// A room in which `count` components stand under one promise each, in turn.
model::Room crowded(std::size_t count) {
    model::Room room = room_of(demo());
    room.components.clear();
    room.blueprint_nodes.clear();
    room.blueprint_links.clear();
    for (std::size_t i = 0; i < count; ++i) {
        model::Component component;
        component.key = "c" + std::to_string(i);
        component.name = i % 2 == 0 ? "Wartungsvertragsverwaltungssystem " + std::to_string(i)
                                    : "نظام إدارة العقود " + std::to_string(i);
        component.kind = static_cast<model::ComponentKind>(i % 4);
        component.owner = "Abteilung";
        room.components.push_back(component);
        model::BlueprintNode node;
        node.key = "n" + std::to_string(i);
        node.journey = model::find_journey(room, "J2");
        node.component = model::ComponentId(i);
        node.touchpoint = model::TouchpointId(i % room.touchpoints.size());
        room.blueprint_nodes.push_back(node);
    }
    // The first one touches the promises of all.
    for (std::size_t i = 1; i < count; ++i)
        room.blueprint_links.push_back(
            {model::BlueprintNodeId(0), model::BlueprintNodeId(i), model::LinkKind::Needs});
    return room;
}

}  // namespace

TEST_CASE("the board says who touches how many promises, how many are broken, and which") {
    shell::Wall wall(room_of(demo()), files());
    std::string const words = words_of(wall, look(wall, {"board:components"}));
    CHECK(says(words, "What stands under the broken promises"));
    CHECK(says(words, "Care register and CRM: each touches 3 promises, 3 broken."));
    CHECK(says(words, "touches 3 promises, 2 broken"));
    CHECK(says(words, "touches 1 promise, none broken"));
    CHECK(says(words, "3,650 times not kept"));
    CHECK(says(words, "System \u00B7 IT"));
    CHECK(says(words, "People \u00B7 Field service"));
    CHECK(says(words, "Appointment offer"));
    CHECK(says(words, "5,530 of 7,440"));
}

TEST_CASE("rows stand in the order of the ranking, each with its counts to touch") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"board:components"});
    auto const rows = controls(wall, seen.state, ControlKind::BoardComponent);
    auto const counts = controls(wall, seen.state, ControlKind::BoardCount);
    REQUIRE(rows.size() == 9);
    REQUIRE(counts.size() == 9);
    CHECK(key_of(wall, rows.front()) == "care-register");
    CHECK(key_of(wall, rows.back()) == "telemetry");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(counts[i].component == rows[i].component);
        CHECK(rows[i].rect.contains(counts[i].rect.centre()));
        CHECK(counts[i].rect.h >= 20);
    }
}

TEST_CASE("on an upright panel the rows fill its height, and are said larger") {
    shell::Wall wall(room_of(demo()), files());
    Visit upright{"board:components"};
    upright.size = {2160, 3840};
    Seen const seen = look(wall, upright);
    auto const rows = controls(wall, seen.state, ControlKind::BoardComponent);
    REQUIRE(rows.size() == 9);
    scene::Chrome const chrome = wall.chrome(seen.state);
    CHECK(rows.back().rect.bottom() <= chrome.map.bottom() + 0.5);
    CHECK(rows.back().rect.bottom() - chrome.map.y > 0.85 * chrome.map.h);
    std::string const words = words_of(wall, seen);
    CHECK(says(words, "Care register"));
    CHECK(says(words, "Temporary heaters"));
    check_texts(wall, seen);
    auto const name_size = [&](Seen const& board) {
        for (InkedText const& text : texts_of(wall, board.list)) {
            if (text.text == "Van stock list")
                return static_cast<double>(board.list.runs[text.entry.index].size_px);
        }
        return 0.0;
    };
    // The panel is as wide as this one is high.
    Visit flat{"board:components"};
    flat.size = {3840, 2160};
    CHECK(name_size(seen) > 0.8 * name_size(look(wall, flat)));
    shell::Wall full(crowded(40), files());
    Seen const many = look(full, upright);
    check_texts(full, many);
    CHECK(controls(full, many.state, ControlKind::BoardComponent).size() >= 40);
}

TEST_CASE("a tap or a long press on a count says which promises, with counts, state and path") {
    shell::Wall wall(room_of(demo()), files());
    app::Session session(wall.world(), {.size = {1920, 1080}});
    session.obey(app::Show{"board:components"}, 0);
    session.settle();
    auto const count = controls(wall, session.state(), ControlKind::BoardCount)[3];
    REQUIRE(key_of(wall, count) == "van-stock-list");
    base::ScreenPoint const at = count.rect.centre();
    session.handle({1, app::Phase::Begin, at, 1000});
    SUBCASE("tap") {
        session.handle({1, app::Phase::End, at, 1080});
    }
    SUBCASE("long press") {
        session.advance(2000);
        session.handle({1, app::Phase::End, at, 2000});
    }
    REQUIRE(session.state().view.definitions.size() == 1);
    CHECK(scene::name_of(wall.room(), session.state().view.definitions[0].figure) ==
          "touches:van-stock-list");
    session.advance(4000);
    scene::DrawList list;
    wall.build(session.state(), list);
    std::string const told = wall.dump(list);
    CHECK(says(told, "Van stock list"));
    CHECK(says(told, "Diagnosis and repair \u2190 Parts request"));
    CHECK(says(told, "1,356 of 2,070"));
    CHECK(says(told, "not proven"));
    // Still on the board.
    CHECK(session.state().view.board == scene::Board::Components);
}

TEST_CASE("rows of a count that have no room are paged by taps, and come round to the first") {
    shell::Wall wall(crowded(60), files());
    app::Session session(wall.world(), {.size = {1920, 1080}});
    session.obey(app::Show{"figure:touches:c0"}, 0);
    session.settle();
    double t_ms = 1000;
    std::set<std::size_t> firsts;
    std::string told;
    for (int page = 0; page < 60; ++page) {
        std::size_t const first = session.state().view.definitions.at(0).first_row;
        if (!firsts.insert(first).second) break;
        scene::DrawList list;
        wall.build(session.state(), list);
        told += wall.dump(list);
        auto const further = controls(wall, session.state(), ControlKind::DefinitionRows);
        REQUIRE(further.size() == 1);
        base::ScreenPoint const at = further[0].rect.centre();
        session.handle({1, app::Phase::Begin, at, t_ms});
        session.handle({1, app::Phase::End, at, t_ms + 80});
        session.advance(t_ms += 1000);
        REQUIRE(session.state().view.definitions.size() == 1);
    }
    CHECK(firsts.size() > 1);
    CHECK(session.state().view.definitions[0].first_row == 0);
    CHECK(says(told, "show the next"));
    CHECK(says(told, "the first again"));
    // Every promise that c0 touches was there on one of the pages.
    scene::DrawList list;
    std::size_t const touched = std::min<std::size_t>(60, wall.room().touchpoints.size());
    for (std::size_t t = 0; t < touched; ++t) {
        bool const promised =
            std::any_of(wall.room().promises.begin(), wall.room().promises.end(),
                        [&](auto const& promise) { return promise.touchpoint.index() == t; });
        CAPTURE(t);
        if (promised) CHECK(says(told, wall.room().touchpoints[t].title));
    }
}

TEST_CASE("a small panel shows several components, and a low wide one all of them") {
    shell::Wall wall(room_of(demo()), files());
    auto const rows = [&](Visit const& visit) {
        return controls(wall, look(wall, visit).state, ControlKind::BoardComponent).size();
    };
    CHECK(rows({"board:components", {}, 10, {1920, 1080}}) >= 2);
    CHECK(rows({"board:components", {}, 86, {8000, 500}}) >= 4);
    CHECK(rows({"board:components"}) == 9);
}

TEST_CASE("a tap on a row opens the floor of its journey with the whole chain lit") {
    shell::Wall wall(room_of(demo()), files());
    app::Session session(wall.world(), {.size = {1920, 1080}});
    session.obey(app::Show{"board:components"}, 0);
    session.settle();
    auto const row = controls(wall, session.state(), ControlKind::BoardComponent)[3];
    base::ScreenPoint const at{row.rect.x + 60, row.rect.centre().y};
    session.handle({1, app::Phase::Begin, at, 1000});
    session.handle({1, app::Phase::End, at, 1080});
    session.advance(6000);
    scene::View const& view = session.state().view;
    CHECK(view.board == scene::Board::None);
    CHECK(view.backstage);
    CHECK(app::whereabouts(wall.world(), session.state()).journey == "J2");
    REQUIRE(view.lit.failed.size() == 1);
    CHECK(wall.room().blueprint_nodes[view.lit.failed[0].index()].key == "van-stock");
    CHECK(view.lit.told == 5);  // itself, the request, the repair, the heater, the second visit
}

TEST_CASE("a room without components says what would fill the board") {
    model::Room room = room_of(demo());
    room.components.clear();
    for (auto& node : room.blueprint_nodes)
        node.component = {};
    shell::Wall wall(std::move(room), files());
    Seen const seen = look(wall, {"board:components"});
    CHECK(says(words_of(wall, seen), "No components yet"));
    check_texts(wall, seen);
}

TEST_CASE("many components with long names keep their words apart and say how many have no room") {
    for (std::size_t const count : {12U, 60U}) {
        CAPTURE(count);
        shell::Wall wall(crowded(count), files());
        for (Visit const& visit :
             {Visit{"board:components"}, Visit{"board:components", {}, 86, {3840, 2160}},
              Visit{"board:components", {}, 86, {1080, 1920}},
              Visit{"board:components", {}, 24, {1280, 1024}},
              Visit{"board:components", {}, 86, {1920, 1080}, 4, true}})
            check_texts(wall, visit);
        Seen const seen = look(wall, {"board:components"});
        auto const rows = controls(wall, seen.state, ControlKind::BoardComponent);
        CHECK(key_of(wall, rows.front()) == "c0");
        if (rows.size() < count) {
            CHECK(
                says(words_of(wall, seen), "and " + std::to_string(count - rows.size()) + " more"));
        }
    }
}
