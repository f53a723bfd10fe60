#include "app/update.hpp"

#include <doctest/doctest.h>

#include "app/cards.hpp"
#include "app/small_wall.hpp"

using namespace app;
using app_test::SmallWall;

TEST_CASE("the kiosk opens with the life cycle fitted, at rest, in the latest period") {
    SmallWall wall;
    CHECK(wall.shows("home"));
    CHECK(!wall.state().moving());
    CHECK(base::format_period(wall.state().view.period) == "2026-09");
    CHECK(base::format_date(*wall.state().view.now) == "2026-10-01");
    CHECK(wall.state().figures.touchpoints.size() == wall.ground.room.touchpoints.size());
    CHECK(wall.where().level == 0);
    CHECK(wall.where().journey == "J0");
    CHECK(wall.where().touchpoint.empty());
}

TEST_CASE("every view of the room can be shown, exactly fitted, and says where it is") {
    SmallWall wall;
    for (std::string const view :
         {"journey:J1", "stage:S3", "journey:J2", "stage:A2", "home", "stage:B2", "stage:S1"}) {
        wall.go(Show{view});
        CHECK_MESSAGE(wall.shows(view), view);
        CHECK(!wall.state().moving());
    }
    wall.go(Show{"stage:B2"});
    CHECK(wall.where().level == 2);
    CHECK(wall.where().journey == "J2");
    CHECK(wall.where().stage == "B2");
}

TEST_CASE("a touchpoint is shown at its level 0 placement, with its card open") {
    SmallWall wall;
    wall.go(Show{"touchpoint:T1"});
    CHECK(wall.shows("touchpoint:T1"));
    CHECK(wall.where().level == 0);
    CHECK(wall.where().touchpoint == "T1");
    CHECK(wall.open_cards() == std::vector<std::string>{"T1"});
    CHECK(wall.state().view.cards[0].appeared == 1);
}

TEST_CASE("a view that the room does not have changes nothing") {
    SmallWall wall;
    auto const before = wall.state().view.camera;
    for (std::string const view :
         {"journey:NO", "stage:", "touchpoint:J0", "galaxy:J0", "", "Home"}) {
        wall.go(Show{view});
        CHECK(wall.state().view.camera == before);
        CHECK(!view_exists(wall.ground.room, view));
    }
    CHECK(view_exists(wall.ground.room, "home"));
    CHECK(view_exists(wall.ground.room, "touchpoint:T1"));
}

TEST_CASE("Back leads the whole way back, at least fifty steps") {
    SmallWall wall;
    std::vector<std::string> const views{"stage:S1", "stage:S2", "stage:S3", "journey:J1",
                                         "stage:A2"};
    for (int round = 0; round < 12; ++round) {
        for (std::string const& view : views)
            wall.go(Show{view});
    }
    int steps = 0;
    for (int round = 11; round >= 0; --round) {
        for (int i = static_cast<int>(views.size()) - 1; i >= 0; --i) {
            REQUIRE_MESSAGE(wall.shows(views[static_cast<std::size_t>(i)]), steps);
            wall.go(Back{});
            ++steps;
        }
    }
    CHECK(steps == 60);
    CHECK(wall.shows("home"));
    wall.go(Back{});
    CHECK(wall.shows("home"));
}

TEST_CASE("Back takes away what lies on top before it leads anywhere") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    wall.go(Show{"figure:yield:S1"});
    wall.go(ToggleMore{});
    REQUIRE(wall.state().view.more_open);
    REQUIRE(wall.state().view.definitions.size() == 1);
    auto const stood = wall.state().view.camera;
    wall.go(Back{});
    CHECK(wall.state().view.definitions.empty());
    CHECK(wall.state().view.more_open);
    wall.go(Back{});
    CHECK_FALSE(wall.state().view.more_open);
    CHECK(wall.state().view.camera.centre.x == doctest::Approx(stood.centre.x));
    wall.go(Back{});
    CHECK(wall.shows("stage:S2"));
}

TEST_CASE("Back returns to where the person stood, not to where the last jump had led") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    wall.obey(PanBy{100, 0});
    auto const stood = wall.state().view.camera;
    wall.go(Home{});
    wall.go(Back{});
    CHECK(wall.state().view.camera.centre.x == doctest::Approx(stood.centre.x));
    CHECK(wall.state().view.camera.scale == doctest::Approx(stood.scale));
}

TEST_CASE("asking twice for the same view leaves one way back") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    wall.go(Show{"stage:S2"});
    wall.obey(Show{"stage:S2"});
    CHECK(!wall.state().flight);
    wall.go(Back{});
    CHECK(wall.shows("home"));
}

TEST_CASE("a flight can be turned round in the air without a jump") {
    SmallWall wall;
    wall.obey(Show{"stage:A3"});
    wall.wait(300);
    auto const before = wall.state().view.camera;
    wall.obey(Home{});
    CHECK(wall.state().view.camera == before);
    wall.wait(0.01);
    CHECK(wall.state().view.camera.scale == doctest::Approx(before.scale).epsilon(1e-3));
    wall.wait(3000);
    CHECK(wall.shows("home"));
}

TEST_CASE("a finger on the map stops a flight where it is") {
    SmallWall wall;
    wall.obey(Show{"stage:A3"});
    wall.wait(300);
    wall.obey(Grab{{900, 500}});
    auto const held = wall.state().view.camera;
    CHECK(!wall.state().flight);
    wall.wait(2000);
    CHECK(wall.state().view.camera == held);
}

TEST_CASE("calm motion cuts instead of flying, and does not glide") {
    SmallWall wall;
    wall.obey(SetCalmMotion{true});
    auto const stood = wall.state().view.camera;
    wall.obey(Show{"stage:S3"});
    CHECK(wall.shows("stage:S3"));
    CHECK(wall.state().cut_from == stood);
    CHECK(!wall.state().flight);
    CHECK(cut_share(wall.state()) == 0);
    wall.wait(1000);
    CHECK(cut_share(wall.state()) == 1);
    CHECK(!wall.state().moving());
    wall.obey(Fling{800, 0});
    CHECK(!wall.state().moving());
}

TEST_CASE("Fit shows the deepest journey at the middle") {
    SmallWall wall;
    wall.go(Show{"stage:A2"});
    wall.go(Fit{});
    CHECK(wall.shows("journey:J1"));
    wall.go(Show{"stage:B1"});
    wall.go(Fit{});
    CHECK(wall.shows("journey:J2"));
}

TEST_CASE("the clicker walks along the stages and shows the whole between the last and the first") {
    SmallWall wall;
    for (std::string const view :
         {"stage:S1", "stage:S2", "stage:S3", "stage:S4", "home", "stage:S1"}) {
        wall.go(Next{});
        CHECK_MESSAGE(wall.shows(view), view);
    }
    wall.go(Previous{});
    CHECK(wall.shows("home"));
    wall.go(Previous{});
    CHECK(wall.shows("stage:S4"));
    wall.go(Show{"journey:J1"});
    for (std::string const view : {"stage:A1", "stage:A2", "stage:A3", "journey:J1"}) {
        wall.go(Next{});
        CHECK_MESSAGE(wall.shows(view), view);
    }
}

TEST_CASE("quick presses of the clicker count, though the camera is still in the air") {
    SmallWall wall;
    wall.obey(Next{});
    wall.wait(50);
    wall.obey(Next{});
    wall.wait(50);
    wall.go(Next{});
    CHECK(wall.shows("stage:S3"));
}

TEST_CASE("the clicker presents touchpoint by touchpoint, with the card") {
    SmallWall wall;
    wall.go(Show{"touchpoint:T2"});
    wall.go(Next{});
    CHECK(wall.shows("touchpoint:T3"));
    CHECK(wall.open_cards() == std::vector<std::string>{"T3"});
}

TEST_CASE("the camera's limits are half of home and a filling cell, and hold against any hand") {
    SmallWall wall;
    double const home = wall.state().view.camera.scale;
    for (int i = 0; i < 50; ++i)
        wall.obey(Wheel{{500, 500}, -5});
    CHECK(wall.state().view.camera.scale == doctest::Approx(home / 2));
    for (int i = 0; i < 100; ++i)
        wall.obey(Wheel{{500, 500}, 5});
    auto const& state = wall.state();
    CHECK(state.view.camera.scale == state.limits.largest_scale);
    double largest = 0;
    for (layout::Item const& item : state.layout.items) {
        largest = std::max(largest, scene::fit(item.rect, viewport_of(state), 0).scale);
    }
    CHECK(state.limits.largest_scale == largest);
    // At the limit a pinch still follows the fingers, and the map does not slip.
    auto const seen = scene::to_world(state.view.camera, viewport_of(state), {700, 600});
    wall.obey(PinchBy{{700, 600}, {710, 610}, 1.5});
    auto const now = scene::to_screen(state.view.camera, viewport_of(state), seen);
    CHECK(now.x == doctest::Approx(710));
    CHECK(now.y == doctest::Approx(610));
    for (int i = 0; i < 100; ++i)
        wall.obey(PanBy{5000, -4000});
    base::WorldRect const bounds = state.layout.bounds;
    CHECK(state.view.camera.centre.x >= bounds.x);
    CHECK(state.view.camera.centre.y <= bounds.bottom());
}

TEST_CASE("a wheel notch zooms about the pointer, plus and minus about the middle") {
    SmallWall wall;
    auto const viewport = wall.framing().viewport;
    auto const under = scene::to_world(wall.state().view.camera, viewport, {400, 500});
    wall.obey(Wheel{{400, 500}, 3});
    auto const now = scene::to_screen(wall.state().view.camera, viewport, under);
    CHECK(now.x == doctest::Approx(400));
    CHECK(now.y == doctest::Approx(500));
    auto const before = wall.state().view.camera;
    wall.obey(ZoomIn{});
    wall.wait(20);
    wall.go(ZoomIn{});
    CHECK(wall.state().view.camera.scale == doctest::Approx(before.scale * 1.6 * 1.6));
    CHECK(wall.state().view.camera.centre.x == doctest::Approx(before.centre.x));
    wall.obey(ZoomOut{});
    wall.go(ZoomOut{});
    CHECK(wall.state().view.camera.scale == doctest::Approx(before.scale));
}

TEST_CASE("a fling glides on, ends by itself and stops at the map's edge") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    auto const before = wall.state().view.camera;
    wall.obey(Fling{-600, 0});
    wall.wait(100);
    CHECK(wall.state().view.camera.centre.x > before.centre.x);
    wall.wait(5000);
    CHECK(!wall.state().moving());
    double const carried = (wall.state().view.camera.centre.x - before.centre.x) * before.scale;
    CHECK(carried == doctest::Approx(600 * 0.325).epsilon(0.01));
    wall.obey(Fling{2900, 0});
    for (int i = 0; i < 300 && wall.state().moving(); ++i)
        wall.obey(Fling{2900, 0}), wall.wait(200);
    CHECK(wall.state().view.camera.centre.x == wall.state().layout.bounds.x);
    CHECK(!wall.state().moving());
}

TEST_CASE("a change of persona or period brings new figures, counted over from the old ones") {
    SmallWall wall;
    auto const september = wall.state().figures.touchpoints[0].kept;
    wall.obey(SetPeriod{*base::parse_period("2026-08")});
    CHECK(wall.state().previous_figures.touchpoints[0].kept == september);
    CHECK(wall.state().figures.touchpoints[0].kept == 88);
    CHECK(wall.state().view.figures_share == 0);
    wall.wait(125);
    CHECK(wall.state().view.figures_share > 0.5);
    CHECK(wall.state().view.figures_share < 1);
    wall.wait(125);
    CHECK(wall.state().view.figures_share == 1);
    CHECK(!wall.state().moving());
    wall.go(SetPersona{model::PersonaId(0)});
    CHECK(wall.state().figures.persona == model::PersonaId(0));
    wall.go(SetPersona{model::PersonaId(7)});
    CHECK(wall.state().view.persona == model::PersonaId(0));
}

TEST_CASE("overlays cross-fade in a fifth of a second") {
    SmallWall wall;
    wall.obey(SetOverlay{scene::Overlay::Emotion});
    CHECK(wall.state().view.overlay_from == scene::Overlay::Reliability);
    CHECK(wall.state().view.overlay_share == 0);
    wall.wait(200);
    CHECK(wall.state().view.overlay_share == 1);
    CHECK(!wall.state().moving());
}

TEST_CASE("night and large type are settings that leave each other alone") {
    SmallWall wall;
    wall.obey(SetLargeType{true});
    wall.obey(SetCalmMotion{true});
    wall.obey(SetNight{true});
    CHECK(wall.state().theme.night);
    CHECK(wall.state().theme.large_type);
    CHECK(wall.state().theme.calm_motion);
    wall.obey(SetNight{false});
    CHECK(!wall.state().theme.night);
    CHECK(wall.state().theme.large_type);
}

TEST_CASE(
    "another size, large type and the channel lens keep the place, the way back and the cards") {
    std::vector<Command> const changes{Resize{{1280, 1024}}, SetLargeType{true},
                                       SetChannelLens{true}, Resize{{3840, 2160}}};
    for (Command const& change : changes) {
        for (std::string const view :
             {"home", "stage:S2", "journey:J1", "stage:A3", "touchpoint:T5"}) {
            SmallWall wall;
            wall.go(Show{"stage:S4"});
            wall.go(Show{view});
            wall.go(OpenTouchpoint{wall.touchpoint("T2"), base::ScreenPoint{1700, 900}});
            wall.go(change);
            CHECK_MESSAGE(wall.shows(view), view << " after " << name_of(change));
            auto const area = viewport_of(wall.state());
            auto const card = scene::card_size(wall.state().view.size, physical_of(wall.state()));
            for (auto const& open : wall.state().view.cards) {
                CHECK(open.at.x >= 0);
                CHECK(open.at.x + card.w <= wall.state().view.size.w);
                CHECK(open.at.y + card.h <= area.bottom() + 1e-6);
            }
            wall.go(Back{});  // the card in front first
            CHECK_MESSAGE(wall.shows(view), view << " after " << name_of(change));
            wall.go(Back{});
            CHECK_MESSAGE(wall.shows("stage:S4"), view << " after " << name_of(change));
        }
    }
}

TEST_CASE("a view off every stop keeps its world in proportion over a change of size") {
    SmallWall wall;
    wall.go(Show{"stage:S2"});
    wall.obey(PanBy{-60, 20});
    wall.obey(Wheel{{900, 500}, 1});
    auto const before = wall.state().view.camera;
    wall.obey(Resize{{3840, 2160}});
    auto const after = wall.state().view.camera;
    CHECK(after.centre.x == doctest::Approx(before.centre.x));
    CHECK(after.centre.y == doctest::Approx(before.centre.y));
    CHECK(after.scale == doctest::Approx(2 * before.scale));
}

TEST_CASE("an impossible size is not taken") {
    SmallWall wall;
    wall.obey(Resize{{0, 0}});
    wall.obey(Resize{{-5, std::nan("")}});
    CHECK(wall.state().view.size == base::ScreenSize{1920, 1080});
}

TEST_CASE("settling ends every motion where it was going") {
    SmallWall wall;
    wall.obey(Show{"touchpoint:T6"});
    wall.obey(SetPeriod{*base::parse_period("2026-08")});
    wall.obey(SetOverlay{scene::Overlay::None});
    wall.session.settle();
    CHECK(wall.shows("touchpoint:T6"));
    CHECK(!wall.state().moving());
    CHECK(wall.state().view.figures_share == 1);
    CHECK(wall.state().view.overlay_share == 1);
    wall.go(Show{"stage:S2"});
    SmallWall other;
    other.go(Show{"stage:S2"});
    wall.obey(Fling{300, 100});
    other.go(Fling{300, 100});
    wall.session.settle();
    CHECK(wall.state().view.camera.centre.x ==
          doctest::Approx(other.state().view.camera.centre.x).epsilon(1e-3));
}

TEST_CASE("a room without anything still gives a wall") {
    app_test::Ground ground;
    ground.room = {};
    ground.index = metrics::make_index(ground.room);
    AppState state = start(ground.world(), {.size = {800, 600}});
    for (Command const& command : std::vector<Command>{
             Home{}, Fit{}, Next{}, Previous{}, Back{}, ZoomIn{}, TapAt{{400, 300}},
             DoubleTapAt{{400, 300}}, HoldAt{{400, 300}}, Resize{{640, 480}}, SetLargeType{true},
             Wheel{{1, 1}, 3}, Show{"home"}}) {
        update(ground.world(), state, command);
    }
    CHECK(std::isfinite(state.view.camera.scale));
    CHECK(!whereabouts(ground.world(), state).level);
}
