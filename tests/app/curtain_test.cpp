// The curtain over the backstage: pulled by fingers, by a tap, by commands and tours.
#include "app/curtain.hpp"

#include <doctest/doctest.h>

#include "layout/layout_room.hpp"
#include "scene/floor.hpp"
#include "small_wall.hpp"

using namespace app_test;

namespace {

// On the journey J1, whose three stages have steps.
struct Journey : SmallWall {
    Journey() { go(app::Show{"journey:J1"}); }

    scene::Control handle() {
        auto const found = control(scene::ControlKind::CurtainHandle);
        REQUIRE(found.has_value());
        return *found;
    }
    double curtain() const { return state().view.curtain; }
    layout::Floor const& floor() const {
        auto const index = scene::floor_of(state().layout, state().view.curtain_of);
        REQUIRE(index.has_value());
        return state().layout.floors[*index];
    }
    bool handle_in_view() { return control(scene::ControlKind::CurtainHandle).has_value(); }
    double line_y() const { return on_screen(floor().rect).y; }
    double foot() const { return framing().viewport.bottom(); }
    double height_px() const { return floor().rect.h * state().view.camera.scale; }
    void contact(std::int64_t id, app::Phase phase, base::ScreenPoint at) {
        session.handle({id, phase, at, t_ms += 20});
    }
    // One finger pulls the handle by `dy`.
    void pull(double dy) {
        base::ScreenPoint const at = handle().rect.centre();
        contact(1, app::Phase::Begin, at);
        for (int i = 1; i <= 10; ++i)
            contact(1, app::Phase::Move, {at.x, at.y + dy * i / 10});
    }
    void let_go(double dy) { contact(1, app::Phase::End, {handle().rect.centre().x, 540 + dy}); }
};

}  // namespace

TEST_CASE("the handle of the curtain can be hit by a finger and lies over no touchpoint") {
    Journey wall;
    base::ScreenRect const rect = wall.handle().rect;
    double const mm = app::physical_of(wall.state()).px_per_mm;
    CHECK(rect.w >= 20 * mm);
    CHECK(rect.h >= 20 * mm);
    for (layout::Item const& item : wall.state().layout.items) {
        if (item.frame == wall.handle().frame)
            CHECK_FALSE(base::intersects(rect, wall.on_screen(item.rect)));
    }
}

TEST_CASE("the curtain follows the finger exactly, and camera and zoom stay") {
    Journey wall;
    scene::Camera const camera = wall.state().view.camera;
    wall.pull(120);
    CHECK(wall.curtain() * wall.height_px() == doctest::Approx(120).epsilon(0.001));
    CHECK(wall.state().view.backstage);
    CHECK(wall.state().view.camera == camera);
    base::ScreenPoint const at = wall.handle().rect.centre();
    wall.contact(1, app::Phase::Move, {at.x, -5000});
    CHECK(wall.curtain() == 0);
}

TEST_CASE("two fingers pull the curtain by the way of their middle") {
    Journey wall;
    base::ScreenPoint const at = wall.handle().rect.centre();
    wall.contact(1, app::Phase::Begin, {at.x - 8, at.y});
    wall.contact(2, app::Phase::Begin, {at.x + 8, at.y});
    for (int i = 1; i <= 10; ++i) {
        wall.contact(1, app::Phase::Move, {at.x - 8, at.y + 10.0 * i});
        wall.contact(2, app::Phase::Move, {at.x + 8, at.y + 10.0 * i});
    }
    CHECK(wall.curtain() * wall.height_px() == doctest::Approx(100).epsilon(0.001));
}

TEST_CASE("let go, the curtain comes to rest closed, half or open, where the pull was going") {
    for (auto const& [pulled, rest] :
         {std::pair(0.1, 0.0), {0.2, 0.5}, {0.6, 0.5}, {0.65, 1.0}, {0.8, 1.0}}) {
        CAPTURE(pulled);
        Journey wall;
        double const dy = pulled * wall.height_px();
        base::ScreenPoint const at = wall.handle().rect.centre();
        wall.pull(dy);
        wall.contact(1, app::Phase::End, {at.x, at.y + dy});
        CHECK(wall.curtain() == doctest::Approx(pulled).epsilon(0.01));
        wall.wait(100);
        bool const on_its_way = wall.curtain() != rest;
        CHECK(on_its_way);
        wall.wait(2000);
        CHECK(wall.curtain() == rest);
        CHECK(wall.state().view.backstage == (rest > 0));
    }
}

TEST_CASE(
    "a curtain that hangs half opens wholly with a second short pull, and closes with one up") {
    for (auto const& [pulled, rest] : {std::pair(0.2, 1.0), {-0.2, 0.0}, {0.05, 0.5}}) {
        CAPTURE(pulled);
        Journey wall;
        wall.go(app::SetCurtain{0.5});
        wall.wait(2000);
        base::ScreenPoint const at = wall.handle().rect.centre();
        wall.pull(pulled * wall.height_px());
        wall.contact(1, app::Phase::End, {at.x, at.y + pulled * wall.height_px()});
        wall.wait(2000);
        CHECK(wall.curtain() == rest);
    }
}

TEST_CASE("a pull that is cancelled leaves the curtain where it hung before") {
    for (double const before : {0.0, 1.0}) {
        CAPTURE(before);
        Journey wall;
        wall.go(app::SetBackstage{before > 0});
        wall.pull((before > 0 ? -0.45 : 0.45) * wall.height_px());
        CHECK(wall.curtain() == doctest::Approx(before > 0 ? 0.55 : 0.45).epsilon(0.02));
        wall.contact(1, app::Phase::Cancel, {0, 0});
        wall.wait(1000);
        CHECK(wall.curtain() == before);
        CHECK(wall.state().view.backstage == (before > 0));
    }
}

TEST_CASE("a tap on the handle opens the curtain and closes it again") {
    Journey wall;
    wall.tap(wall.handle().rect.centre());
    CHECK(wall.state().view.backstage);
    wall.wait(200);
    CHECK(wall.curtain() > 0);
    CHECK(wall.curtain() < 1);
    wall.wait(2000);
    CHECK(wall.curtain() == 1);
    wall.tap(wall.handle().rect.centre());
    wall.wait(2000);
    CHECK(wall.curtain() == 0);
    CHECK_FALSE(wall.state().view.backstage);
}

TEST_CASE("commands open the curtain wholly or in part, at once in calm motion") {
    Journey wall;
    wall.go(app::SetCurtain{0.5});
    CHECK(wall.curtain() == 0.5);
    CHECK(wall.state().view.backstage);
    wall.go(app::SetBackstage{false});
    CHECK(wall.curtain() == 0);
    wall.obey(app::SetCalmMotion{true});
    wall.obey(app::SetBackstage{true});
    CHECK(wall.curtain() == 1);
}

TEST_CASE("with the curtain open a journey is fitted with its floor, as wide as the view") {
    Journey wall;
    wall.go(app::SetBackstage{true});
    wall.go(app::PanBy{60, 30});
    wall.go(app::Fit{});
    base::ScreenRect const viewport = wall.framing().viewport;
    base::ScreenRect const floor = wall.on_screen(wall.floor().rect);
    CHECK(floor.bottom() <= viewport.bottom() + 1);
    CHECK(floor.y >= viewport.y + wall.framing().names_px - 1);
    bool const wide = floor.w >= viewport.w - 1;
    bool const deep = floor.h >= viewport.h - wall.framing().names_px - 1;
    CHECK((wide || deep));
    CHECK(wall.where().journey == "J1");
}

TEST_CASE(
    "a journey is framed alike whether it was there before its curtain opened or came after") {
    Journey wall;
    for (double const open : {0.5, 1.0}) {
        CAPTURE(open);
        wall.go(app::SetCurtain{open});
        scene::Camera const opened = wall.state().view.camera;
        CHECK(wall.shows("journey:J1"));
        wall.go(app::Home{});
        wall.go(app::Show{"journey:J1"});
        CHECK(wall.state().view.camera.scale == doctest::Approx(opened.scale));
        CHECK(wall.state().view.camera.centre.x == doctest::Approx(opened.centre.x));
        CHECK(wall.state().view.camera.centre.y == doctest::Approx(opened.centre.y));
    }
    wall.go(app::SetBackstage{false});
    CHECK(wall.shows("journey:J1"));
}

TEST_CASE("fitted once more, journey and floor are seen whole, and then the floor again") {
    Journey wall;
    wall.go(app::SetBackstage{true});
    wall.go(app::PanBy{60, 30});
    wall.go(app::Fit{});
    double const wide = wall.state().view.camera.scale;
    wall.go(app::Fit{});
    base::ScreenRect const viewport = wall.framing().viewport;
    base::ScreenRect const floor = wall.on_screen(wall.floor().rect);
    CHECK(wall.state().view.camera.scale <= wide);
    CHECK(wall.seen("journey:J1").y >= viewport.y - 1);
    CHECK(floor.bottom() <= viewport.bottom() + 1);
    CHECK(wall.where().journey == "J1");
    wall.go(app::Fit{});
    CHECK(wall.state().view.camera.scale == doctest::Approx(wide));
}

TEST_CASE("a curtain that opens below the view brings its floor into view, and zoom stays") {
    Journey wall;
    wall.go(app::ZoomIn{});
    // The line of visibility near the foot of the view.
    for (int i = 0; i < 100 && wall.handle_in_view() && wall.line_y() < wall.foot() - 80; ++i)
        wall.obey(app::PanBy{0, 10});
    REQUIRE(wall.handle_in_view());
    scene::Camera const before = wall.state().view.camera;
    wall.obey(app::SetBackstage{true});
    CHECK(wall.state().view.camera == before);
    wall.wait(60);
    CHECK(wall.state().view.camera != before);
    wall.wait(2000);
    CHECK(wall.state().view.camera.scale == doctest::Approx(before.scale));
    CHECK(wall.state().view.camera.centre.x == doctest::Approx(before.centre.x));
    base::ScreenRect const floor = wall.on_screen(wall.floor().rect);
    bool const whole = floor.bottom() <= wall.foot() + 1;
    bool const line_on_top =
        std::abs(floor.y - wall.framing().viewport.y - wall.framing().names_px) < 1.5;
    CHECK((whole || line_on_top));
    wall.go(app::SetBackstage{false});
    wall.wait(1000);
    CHECK(wall.seen("journey:J1").bottom() > wall.framing().viewport.centre().y);
    CHECK(wall.state().view.camera.scale == doctest::Approx(before.scale));
}

TEST_CASE("a hand stops the map that follows its curtain; calm motion cuts there") {
    Journey wall;
    wall.go(app::ZoomIn{});
    wall.obey(app::SetBackstage{true});
    wall.wait(40);
    wall.obey(app::PanBy{0, 5});
    scene::Camera const held = wall.state().view.camera;
    wall.wait(500);
    CHECK(wall.state().view.camera == held);
    wall.go(app::SetBackstage{false});
    wall.obey(app::SetCalmMotion{true});
    wall.obey(app::SetBackstage{true});
    scene::Camera const cut = wall.state().view.camera;
    wall.wait(500);
    CHECK(wall.state().view.camera == cut);
}

TEST_CASE("the camera can be moved down to the floor, which belongs to its journey") {
    Journey wall;
    wall.go(app::SetBackstage{true});
    wall.go(app::ZoomIn{});
    double const foot = wall.framing().viewport.bottom();
    auto const hem = [&] { return wall.on_screen(wall.floor().rect).bottom(); };
    CHECK(hem() > foot);
    for (int i = 0; i < 100 && hem() > foot; ++i)
        wall.obey(app::PanBy{0, -40});
    base::ScreenRect const floor = wall.on_screen(wall.floor().rect);
    CHECK(hem() <= foot);
    CHECK(floor.contains(wall.framing().viewport.centre()));
    CHECK(wall.where().journey == "J1");
    CHECK(wall.curtain() == 1);
}

TEST_CASE(
    "the open curtain goes along: it closes where people leave and opens where they come to") {
    Journey wall;
    wall.go(app::SetBackstage{true});
    wall.go(app::Show{"journey:J2"});
    CHECK(wall.state().view.curtain_of == model::find_journey(wall.ground.room, "J2"));
    CHECK(wall.curtain() == 1);
    wall.go(app::Home{});
    wall.wait(1000);
    CHECK_FALSE(wall.state().view.curtain_of.valid());
    CHECK(wall.curtain() == 0);
    CHECK(wall.state().view.backstage);
    CHECK(wall.where().level == 0);
}

TEST_CASE("what the open curtain covers cannot be touched through it") {
    Journey wall;
    base::ScreenPoint const child = wall.middle_of("journey:J2");
    wall.go(app::SetBackstage{true});
    wall.tap(child);
    wall.wait(2000);
    CHECK(wall.where().journey == "J1");
    CHECK(wall.open_cards().empty());
}

TEST_CASE(
    "a node under a finger is found, the nearest within its reach, none through the curtain") {
    test::RoomBuilder b;
    b.journey("J0", 0).stage("S1").step("I wait").touchpoint("Letter");
    model::BlueprintNode node;
    node.key = "stock";
    node.journey = model::JourneyId(0);
    node.step = model::StepId(0);
    node.text = "Stock list";
    b.room.blueprint_nodes.push_back(node);
    test::FakeMeasure measure;
    base::Catalogue const catalogue;
    scene::View view;
    auto const layout = layout::layout_room(b.room, {}, catalogue, measure);
    layout::WorldRect const rect = layout.floors.at(0).nodes.at(0).rect;
    CHECK_FALSE(scene::floor_node_at(layout, view, rect.centre(), 5).has_value());
    view.curtain_of = model::JourneyId(0);
    view.curtain = 1;
    CHECK(scene::floor_node_at(layout, view, rect.centre(), 0) == model::BlueprintNodeId(0));
    layout::WorldPoint const beside{rect.x - 4, rect.y};
    CHECK(scene::floor_node_at(layout, view, beside, 5) == model::BlueprintNodeId(0));
    CHECK_FALSE(scene::floor_node_at(layout, view, beside, 3).has_value());
}
