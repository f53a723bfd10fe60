// What fingers on the picture do: through contacts, as on the wall.
#include <doctest/doctest.h>

#include "app/cards.hpp"
#include "app/small_wall.hpp"

using namespace app;
using app_test::SmallWall;
using Kind = scene::ControlKind;

TEST_CASE("a tap on a touchpoint opens its card beside the finger, wholly in view") {
    SmallWall wall;
    for (std::string const key : {"T1", "T2", "T11", "T12"}) {
        auto const at = wall.middle_of("touchpoint:" + key);
        wall.tap(at);
        wall.wait(1000);
        REQUIRE(wall.open_cards() == std::vector<std::string>{key});
        base::ScreenRect const area{0, 0, 1920, 1080};
        auto const size = scene::card_size(wall.state().view.size, physical_of(wall.state()));
        base::ScreenRect const card{wall.state().view.cards[0].at.x,
                                    wall.state().view.cards[0].at.y, size.w, size.h};
        base::ScreenRect const seen = base::intersection(card, area);
        CHECK(seen.w == doctest::Approx(card.w));
        CHECK(seen.h == doctest::Approx(card.h));
        CHECK(!card.contains(at));
        CHECK(wall.shows("home"));
        wall.go(CloseTouchpoint{wall.touchpoint(key)});
    }
}

TEST_CASE("four cards stand side by side; a fifth takes the place of the one left alone longest") {
    SmallWall wall;
    for (std::string const key : {"T1", "T2", "T3", "T4"})
        wall.go(OpenTouchpoint{wall.touchpoint(key), std::nullopt});
    CHECK(wall.open_cards() == std::vector<std::string>{"T1", "T2", "T3", "T4"});
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), std::nullopt});
    CHECK(wall.open_cards() == std::vector<std::string>{"T2", "T3", "T4", "T1"});
    wall.go(OpenTouchpoint{wall.touchpoint("T5"), std::nullopt});
    CHECK(wall.open_cards() == std::vector<std::string>{"T3", "T4", "T1", "T5"});
}

TEST_CASE("cards opened at one spot do not hide each other") {
    SmallWall wall;
    for (std::string const key : {"T1", "T2", "T3", "T4"}) {
        wall.go(OpenTouchpoint{wall.touchpoint(key), base::ScreenPoint{900, 500}});
    }
    auto const& cards = wall.state().view.cards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            CHECK(cards[i].at != cards[j].at);
    }
}

TEST_CASE("a tap on a touchpoint whose card is open brings the card to the front") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), base::ScreenPoint{1400, 500}});
    wall.go(OpenTouchpoint{wall.touchpoint("T4"), base::ScreenPoint{1400, 700}});
    wall.tap(wall.middle_of("touchpoint:T1"));
    CHECK(wall.open_cards() == std::vector<std::string>{"T4", "T1"});
}

TEST_CASE("a card follows its finger, comes to the front and stays in view") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), base::ScreenPoint{300, 500}});
    wall.go(OpenTouchpoint{wall.touchpoint("T4"), base::ScreenPoint{1100, 500}});
    auto const camera = wall.state().view.camera;
    auto const before = wall.state().view.cards[0].at;
    base::ScreenPoint const finger{before.x + 60, before.y + 120};
    wall.session.handle({7, Phase::Begin, finger, wall.t_ms});
    wall.session.handle({7, Phase::Move, finger + base::ScreenPoint{50, -30}, wall.t_ms + 20});
    CHECK(wall.open_cards() == std::vector<std::string>{"T4", "T1"});
    CHECK(wall.state().view.cards[1].at.x == doctest::Approx(before.x + 50));
    CHECK(wall.state().view.cards[1].at.y == doctest::Approx(before.y - 30));
    wall.session.handle({7, Phase::Move, {-4000, -4000}, wall.t_ms + 40});
    CHECK(wall.state().view.cards[1].at.x >= 0);
    CHECK(wall.state().view.cards[1].at.y >= 0);
    wall.session.handle({7, Phase::Move, {4000, 4000}, wall.t_ms + 50});
    auto const card = wall.control(Kind::CardBody)->rect;
    CHECK(card.bottom() <= viewport_of(wall.state()).bottom() + 1e-6);
    CHECK(card.right() <= 1920);
    wall.session.handle({7, Phase::End, {4000, 4000}, wall.t_ms + 60});
    CHECK(wall.state().view.camera == camera);
}

TEST_CASE("the card's cross closes it, its body does not") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), base::ScreenPoint{600, 500}});
    wall.tap(wall.control(Kind::CardBody)->rect.centre());
    wall.wait(500);
    CHECK(wall.open_cards().size() == 1);
    wall.tap(wall.control(Kind::CardClose)->rect.centre());
    CHECK(wall.open_cards().empty());
}

TEST_CASE("a tap on a stage's header flies to the stage") {
    SmallWall wall;
    auto const& column = wall.state().layout.frames[0].columns[2];
    wall.tap(wall.on_screen(column.header).centre());
    wall.wait(3000);
    CHECK(wall.shows("stage:S3"));
    CHECK(wall.open_cards().empty());
}

TEST_CASE("a small journey is tapped as a whole, whatever lies under the finger") {
    SmallWall wall;
    wall.tap(wall.middle_of("touchpoint:T13"));  // a cell of J1, far too small to be meant
    wall.wait(3000);
    CHECK(wall.shows("journey:J1"));
    CHECK(wall.open_cards().empty());
    // A journey inside a journey, from home: the outer one.
    wall.go(Home{});
    wall.tap(wall.middle_of("journey:J2"));
    wall.wait(3000);
    CHECK(wall.shows("journey:J1"));
    // Once entered, its cells are tapped.
    wall.tap(wall.middle_of("touchpoint:T13"));
    CHECK(wall.open_cards() == std::vector<std::string>{"T13"});
}

TEST_CASE("the title above a small journey is the journey") {
    SmallWall wall;
    for (layout::Frame const& frame : wall.state().layout.frames) {
        if (wall.ground.room.at(frame.journey).key != "J1") continue;
        REQUIRE(!frame.caption.empty());
        wall.tap(wall.on_screen(frame.caption).centre());
        break;
    }
    wall.wait(3000);
    CHECK(wall.shows("journey:J1"));
    CHECK(wall.open_cards().empty());
}

TEST_CASE("a tap beside everything does nothing, and closes nothing") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), base::ScreenPoint{1500, 500}});
    auto const rail = wall.on_screen(wall.state().layout.frames[0].rail);
    wall.tap(rail.centre());
    wall.wait(1000);
    CHECK(wall.shows("home"));
    CHECK(wall.open_cards().size() == 1);
    CHECK(wall.state().history.empty());
}

TEST_CASE("a near miss still opens the touchpoint") {
    SmallWall wall;
    auto const cell = wall.seen("touchpoint:T1");
    wall.tap({cell.centre().x, cell.y - 3});
    CHECK(wall.open_cards().size() == 1);
}

TEST_CASE("a double tap on a touchpoint zooms to its cell and takes the first tap's card back") {
    SmallWall wall;
    auto const at = wall.middle_of("touchpoint:T4");
    wall.tap(at);
    CHECK(wall.open_cards().size() == 1);
    wall.wait(100);
    wall.tap(at);
    wall.wait(3000);
    CHECK(wall.shows("touchpoint:T4"));
    CHECK(wall.open_cards().empty());
    wall.go(Back{});
    CHECK(wall.shows("home"));
    CHECK(wall.state().history.empty());
}

TEST_CASE(
    "a double tap on a journey means what the first tap hit, though the camera already flies") {
    SmallWall wall;
    auto const at = wall.middle_of("journey:J1");
    wall.tap(at);
    wall.wait(150);
    wall.tap(at);
    wall.wait(3000);
    CHECK(wall.shows("journey:J1"));
    CHECK(wall.state().history.size() == 1);
}

TEST_CASE("Back closes the card in front, and goes with the card of the place it leaves") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), {}});
    wall.go(OpenTouchpoint{wall.touchpoint("T4"), {}});
    wall.go(Back{});
    CHECK(wall.open_cards() == std::vector<std::string>{"T1"});
    wall.go(Show{"touchpoint:T4"});
    wall.wait(3000);
    CHECK(wall.open_cards() == std::vector<std::string>{"T1", "T4"});
    wall.go(Back{});
    wall.wait(3000);
    CHECK(wall.shows("home"));
    CHECK(wall.open_cards() == std::vector<std::string>{"T1"});
}

TEST_CASE("Home leaves no card behind for whoever comes next") {
    SmallWall wall;
    wall.tap(wall.middle_of("touchpoint:T1"));
    wall.wait(1000);
    wall.go(Home{});
    CHECK(wall.open_cards().empty());
}

TEST_CASE("a finger that catches the flying map opens nothing, one on a map at rest does") {
    SmallWall wall;
    auto const at = wall.middle_of("touchpoint:T4");
    wall.session.obey(PinchBy{at, at, 3}, wall.t_ms);
    wall.session.obey(Fling{600, 0}, wall.t_ms);
    wall.wait(60);
    REQUIRE(wall.state().glide.has_value());
    wall.tap(wall.middle_of("touchpoint:T4"));
    CHECK_FALSE(wall.state().glide.has_value());
    CHECK(wall.open_cards().empty());
    wall.wait(1000);
    wall.tap(wall.middle_of("touchpoint:T4"));
    CHECK(wall.open_cards() == std::vector<std::string>{"T4"});
}

TEST_CASE("a double tap on nothing in particular zooms in about the finger") {
    SmallWall wall;
    auto const rail = wall.on_screen(wall.state().layout.frames[0].rail).centre();
    auto const viewport = viewport_of(wall.state());
    auto const under = scene::to_world(wall.state().view.camera, viewport, rail);
    double const scale = wall.state().view.camera.scale;
    wall.tap(rail);
    wall.wait(50);
    wall.tap(rail);
    wall.wait(3000);
    CHECK(wall.state().view.camera.scale == doctest::Approx(2.5 * scale));
    auto const now = scene::to_screen(wall.state().view.camera, viewport, under);
    CHECK(now.x == doctest::Approx(rail.x));
}

TEST_CASE("holding a touchpoint opens its card") {
    SmallWall wall;
    auto const at = wall.middle_of("touchpoint:T4");
    wall.session.handle({1, Phase::Begin, at, wall.t_ms});
    wall.wait(600);
    CHECK(wall.open_cards() == std::vector<std::string>{"T4"});
    wall.session.handle({1, Phase::End, at, wall.t_ms});
    CHECK(wall.open_cards().size() == 1);
}

TEST_CASE("a resting finger on a card asks about its figure; a finger that drags moves the card") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), base::ScreenPoint{300, 500}});
    auto const card = wall.control(Kind::CardBody)->rect;
    // Somewhere down the card stands its score or its figure.
    for (double y = card.y + 60; y < card.bottom() && wall.state().view.definitions.empty();
         y += 24) {
        base::ScreenPoint const at{card.x + card.w / 2, y};
        wall.session.handle({1, Phase::Begin, at, wall.t_ms});
        wall.wait(600);
        wall.session.handle({1, Phase::End, at, wall.t_ms});
        wall.wait(600);
    }
    CHECK(wall.open_cards() == std::vector<std::string>{"T1"});
    wall.go(Define{{scene::FigureKind::Kept, wall.touchpoint("T1"), {}, {}}, std::nullopt});
    REQUIRE(wall.state().view.definitions.size() == 1);
    auto const paper = wall.control(Kind::Definition)->rect;
    CHECK(wall.session.target_at(paper.centre()).kind == ContactTarget::Kind::Control);
    wall.tap(paper.centre());
    CHECK(wall.state().view.definitions.empty());
    CHECK(wall.open_cards().size() == 1);
}

TEST_CASE("a definition moves with its card and goes with it") {
    SmallWall wall;
    wall.go(OpenTouchpoint{wall.touchpoint("T1"), base::ScreenPoint{300, 500}});
    scene::FigureName const kept{scene::FigureKind::Kept, wall.touchpoint("T1"), {}, {}};
    wall.go(Define{kept, std::nullopt});
    wall.go(Define{kept, std::nullopt});
    REQUIRE(wall.state().view.definitions.size() == 1);
    auto const before = wall.state().view.definitions[0].at;
    auto const card = wall.state().view.cards[0].at;
    wall.go(DragCard{wall.touchpoint("T1"), -40, 0});
    auto const moved = wall.state().view.cards[0].at.x - card.x;
    CHECK(wall.state().view.definitions[0].at.x == doctest::Approx(before.x + moved));
    wall.go(CloseTouchpoint{wall.touchpoint("T1")});
    CHECK(wall.state().view.definitions.empty());
}

TEST_CASE("five definitions do not stand at once: the oldest gives way") {
    SmallWall wall;
    for (char const* key : {"S1", "S2", "S3", "S4", "A1"}) {
        wall.go(Define{
            {scene::FigureKind::StageYield, {}, model::find_stage(wall.ground.room, key), {}},
            std::nullopt});
    }
    CHECK(wall.state().view.definitions.size() == 4);
    CHECK(wall.ground.room.at(wall.state().view.definitions[0].figure.stage).key == "S2");
}

TEST_CASE("the dock's controls do the same by finger as by the window's buttons") {
    SmallWall wall;
    wall.go(Show{"stage:S3"});
    wall.tap(wall.control(Kind::Home)->rect.centre());
    wall.wait(3000);
    CHECK(wall.shows("home"));
    wall.tap(wall.control(Kind::Back)->rect.centre());
    wall.wait(3000);
    CHECK(wall.shows("stage:S3"));
    auto const settings = *wall.control(Kind::Settings);
    wall.tap(settings.rect.centre());
    CHECK(wall.state().view.settings_open);
    wall.tap(wall.control(Kind::Night)->rect.centre());
    CHECK(wall.state().theme.night);
    auto const earlier = *wall.control(Kind::PeriodBack);
    wall.tap(earlier.rect.centre());
    CHECK(wall.state().view.period == earlier.period);
    CHECK(std::get<SetPeriod>(*command_of(earlier)).period == earlier.period);
    for (auto const& control : chrome_of(wall.ground.world(), wall.state()).controls) {
        bool const gui = scene::is_gui(control.kind) && control.enabled;
        CHECK(command_of(control).has_value() ==
              (gui || control.kind == Kind::PersonaChoice || control.kind == Kind::PeriodChoice));
    }
}

TEST_CASE("a control that is not enabled takes the tap and does nothing") {
    SmallWall wall;
    auto const later = *wall.control(Kind::PeriodForward);
    REQUIRE(!later.enabled);
    wall.tap(later.rect.centre());
    CHECK(base::format_period(wall.state().view.period) == "2026-09");
    CHECK(!command_of(later));
}

TEST_CASE("the breadcrumb leads up, the minimap across") {
    SmallWall wall;
    wall.go(Show{"journey:J1"});
    auto const crumb = wall.control(Kind::BreadcrumbStep);
    REQUIRE(crumb);
    wall.tap(crumb->rect.centre());
    wall.wait(3000);
    CHECK(wall.shows("home"));
    wall.go(Show{"stage:S1"});
    double const scale = wall.state().view.camera.scale;
    auto const map = wall.control(Kind::MinimapArea);
    REQUIRE(map);
    wall.tap({map->rect.right() - map->rect.w / 4, map->rect.centre().y});
    wall.wait(3000);
    CHECK(wall.state().view.camera.scale == scale);
    auto const bounds = wall.state().layout.bounds;
    CHECK(wall.state().view.camera.centre.x > bounds.x + bounds.w * 0.6);
    wall.go(Back{});
    CHECK(wall.shows("stage:S1"));
}

TEST_CASE(
    "with the window's GUI its controls keep their contacts; the map and the cards stay ours") {
    SmallWall wall;
    wall.session.set_gui([](scene::Chrome const& chrome, base::ScreenPoint at) {
        auto const control = control_at(chrome, at);
        return control && scene::is_gui(control->kind);
    });
    wall.go(Show{"stage:S3"});
    wall.tap(wall.control(Kind::Home)->rect.centre());
    wall.wait(3000);
    CHECK(wall.shows("stage:S3"));
    CHECK(wall.session.target_at({900, 500}).kind == ContactTarget::Kind::Map);
}
