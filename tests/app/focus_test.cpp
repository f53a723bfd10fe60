// What the wall was sent to look at stands out, and a hand that moves the map ends that.
#include <doctest/doctest.h>

#include "app/cards.hpp"
#include "app/small_wall.hpp"
#include "app/update.hpp"

using namespace app;
using app_test::SmallWall;
using Kind = scene::Focus::Kind;

namespace {

scene::Chrome chrome(SmallWall& wall) {
    return chrome_of(wall.ground.world(), wall.state());
}

}  // namespace

TEST_CASE("the view that is shown is in focus, and level 0 as a whole is not") {
    SmallWall wall;
    CHECK(wall.state().view.focus.kind == Kind::None);
    wall.go(Show{"stage:S2"});
    CHECK(wall.state().view.focus.kind == Kind::Stage);
    CHECK(wall.state().view.focus.stage == model::find_stage(wall.ground.room, "S2"));
    wall.go(Show{"journey:J1"});
    CHECK(wall.state().view.focus.kind == Kind::Journey);
    wall.go(Show{"touchpoint:T3"});
    CHECK(wall.state().view.focus.kind == Kind::Touchpoint);
    wall.go(Home{});
    CHECK(wall.state().view.focus.kind == Kind::None);
}

TEST_CASE("a focus comes gently when the camera has landed, and nothing is hidden on the way") {
    SmallWall wall;
    wall.obey(Show{"stage:S2"});
    while (wall.state().flight) {
        CHECK(wall.state().view.focus_share == 0);
        scene::Chrome const seen = chrome(wall);
        CHECK(seen.sheet.empty());
        CHECK(seen.shown == seen.frozen.map);
        wall.wait(50);
    }
    wall.wait(100);
    double const on_the_way = wall.state().view.focus_share;
    CHECK(on_the_way > 0);
    CHECK(on_the_way < 1);
    wall.wait(3000);
    CHECK(wall.state().view.focus_share == 1);
    CHECK(!wall.state().moving());
}

TEST_CASE("a focus goes gently from the moment it is left") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    wall.obey(PanBy{5, 0});
    CHECK(wall.state().view.focus_from.kind == Kind::Stage);
    CHECK(wall.state().view.focus_from_share == 1);
    wall.wait(100);
    CHECK(wall.state().view.focus_from_share > 0);
    CHECK(wall.state().view.focus_from_share < 1);
    wall.wait(3000);
    CHECK(wall.state().view.focus_from_share == 0);
}

TEST_CASE("a hand that moves the map ends the focus") {
    for (Command const& command :
         {Command{PanBy{5, 0}}, Command{PinchBy{{900, 500}, {900, 500}, 1.2}},
          Command{Wheel{{900, 500}, 1}}, Command{ZoomIn{}}, Command{ZoomOut{}}}) {
        SmallWall wall;
        wall.go(Show{"stage:S2"});
        wall.go(command);
        CAPTURE(name_of(command));
        CHECK(wall.state().view.focus.kind == Kind::None);
    }
}

TEST_CASE("what changes only what is said of a place leaves its focus") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    for (Command const& command :
         {Command{SetOverlay{scene::Overlay::Emotion}}, Command{SetLargeType{true}},
          Command{Resize{{1280, 720}}}, Command{SetChannelLens{true}},
          Command{OpenTouchpoint{wall.touchpoint("T1"), {}}}}) {
        wall.go(command);
        CAPTURE(name_of(command));
        CHECK(wall.state().view.focus.kind == Kind::Stage);
        CHECK(wall.shows("stage:S2"));
    }
}

TEST_CASE("Back returns to a place as it stood out") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    wall.go(Show{"journey:J1"});
    wall.go(Back{});
    CHECK(wall.state().view.focus.kind == Kind::Stage);
    wall.go(Back{});
    CHECK(wall.state().view.focus.kind == Kind::None);
}

TEST_CASE("a line of the sheet beside a stage opens the card of its touchpoint") {
    SmallWall wall;
    wall.go(Show{"stage:S3"});
    auto const line = wall.control(scene::ControlKind::SheetTouchpoint);
    REQUIRE(line);
    CHECK(line->rect.x > wall.seen("stage:S3").right());
    wall.tap(line->rect.centre());
    CHECK(wall.open_cards() == std::vector<std::string>{wall.ground.room.at(line->touchpoint).key});
    CHECK(wall.state().view.focus.kind == Kind::Stage);
}

TEST_CASE("a drag that begins on the sheet moves the map, and the sheet goes") {
    SmallWall wall;
    wall.go(Show{"stage:S3"});
    auto const sheet = wall.control(scene::ControlKind::Sheet);
    REQUIRE(sheet);
    auto const before = wall.state().view.camera;
    base::ScreenPoint const from = sheet->rect.centre();
    wall.session.handle({1, Phase::Begin, from, wall.t_ms});
    wall.session.handle({1, Phase::Move, {from.x - 200, from.y}, wall.t_ms += 200});
    wall.session.handle({1, Phase::End, {from.x - 200, from.y}, wall.t_ms += 200});
    CHECK(wall.state().view.camera != before);
    CHECK_FALSE(wall.control(scene::ControlKind::Sheet));
}

TEST_CASE("what a focus hides cannot be touched") {
    SmallWall wall;
    wall.go(Show{"touchpoint:T1"});
    auto const camera = wall.state().view.camera;
    scene::Chrome const seen = chrome(wall);
    base::ScreenPoint const hidden{seen.map.x + 40, seen.map.bottom() - 2};
    REQUIRE(seen.map.contains(hidden));
    REQUIRE_FALSE(seen.shown.contains(hidden));
    wall.tap(hidden);
    wall.wait(3000);
    CHECK(wall.state().view.camera == camera);
    CHECK(wall.open_cards() == std::vector<std::string>{"T1"});
}

TEST_CASE("a stage name at the top edge is tapped as the stage") {
    SmallWall wall;
    wall.go(Show{"journey:J1"});
    wall.go(PinchBy{{960, 500}, {960, 100}, 1.3});
    auto const name = wall.control(scene::ControlKind::FrozenStage);
    REQUIRE(name);
    wall.tap(name->rect.centre());
    wall.wait(3000);
    CHECK(wall.state().view.focus.kind == Kind::Stage);
    CHECK(wall.ground.room.at(wall.state().view.focus.stage).name == name->label);
}

TEST_CASE("a touchpoint and its card stand beside each other") {
    SmallWall wall;
    for (char const* key : {"T1", "T5", "T12", "T13"}) {
        CAPTURE(key);
        wall.go(Home{});
        wall.go(Show{std::string("touchpoint:") + key});
        auto const cell = wall.seen(std::string("touchpoint:") + key);
        auto const& card = wall.state().view.cards.back();
        base::ScreenSize const size =
            scene::card_size(wall.state().view.size, physical_of(wall.state()));
        CHECK_FALSE(base::intersects(cell, base::ScreenRect{card.at.x, card.at.y, size.w, size.h}));
        CHECK(cell.contains(chrome(wall).map.centre()));
        wall.go(CloseTouchpoint{wall.touchpoint(key)});
    }
}
