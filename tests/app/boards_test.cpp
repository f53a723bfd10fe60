// The boards in use: how people come to them, what they do there, and how they leave.
#include "app/boards.hpp"

#include <doctest/doctest.h>

#include "app/small_wall.hpp"

using namespace app;
using app_test::SmallWall;
using scene::Board;
using scene::ControlKind;

namespace {

// A small wall whose touchpoints have a weight and a rival's score, and so a place on the grid.
model::Room weighed_room() {
    model::Room room = app_test::small_room();
    for (std::size_t i = 0; i < 6; ++i) {
        model::Importance weight;
        weight.touchpoint = model::TouchpointId(i);
        weight.weight_percent = 10 + static_cast<double>(i);
        room.importance.push_back(weight);
        for (auto const subject : {model::Subject::Own, model::Subject::Rival}) {
            model::Score score;
            score.touchpoint = weight.touchpoint;
            score.subject = subject;
            score.score = subject == model::Subject::Own ? 4 + static_cast<double>(i) : 6;
            score.sd = 1;
            score.n = 400;
            if (subject == model::Subject::Rival) score.rival = "Other";
            room.scores.push_back(score);
        }
    }
    return room;
}

struct WeighedWall {
    model::Room room = weighed_room();
    metrics::FigureIndex index = metrics::make_index(room);
    base::Catalogue catalogue;
    test::FakeMeasure measure;
    World world{room, index, catalogue, measure};
    Session session{world, {.size = {1920, 1080}}};
    double t_ms = 0;

    AppState const& state() const { return session.state(); }
    void obey(Command const& command) { session.obey(command, t_ms); }
    void go(Command const& command) {
        obey(command);
        session.advance(t_ms += 3000);
    }
    void contact(Phase phase, base::ScreenPoint at, std::int64_t id = 1) {
        session.handle({id, phase, at, t_ms});
        t_ms += 20;
    }
    void drag(base::ScreenPoint from, base::ScreenPoint to) {
        contact(Phase::Begin, from);
        for (int i = 1; i <= 10; ++i)
            contact(Phase::Move, from + (to - from) * (i / 10.0));
        contact(Phase::End, to);
    }
    void tap(base::ScreenPoint at) {
        contact(Phase::Begin, at);
        t_ms += 60;
        contact(Phase::End, at);
        session.advance(t_ms += 1000);
    }
    std::vector<scene::Control> marks() const {
        std::vector<scene::Control> marks;
        for (auto const& control : chrome_of(world, state()).controls) {
            if (control.kind == ControlKind::BoardMark) marks.push_back(control);
        }
        return marks;
    }
    scene::ScreenRect mark(model::TouchpointId id) const {
        for (scene::Control const& control : marks()) {
            if (control.touchpoint == id) return control.rect;
        }
        return {};
    }
};

}  // namespace

TEST_CASE("a finger drags a mark of the grid, and the map behind the board stays where it was") {
    WeighedWall wall;
    wall.go(ShowBoard{Board::Importance});
    REQUIRE(wall.marks().size() == 6);
    scene::Camera const camera = wall.state().view.camera;
    model::TouchpointId const id = wall.marks().front().touchpoint;
    base::ScreenPoint const from = wall.mark(id).centre();
    base::ScreenPoint const to{900, 500};
    wall.drag(from, to);
    REQUIRE(wall.state().view.pulls.size() == 1);
    CHECK(wall.state().view.pulls[0].touchpoint == id);
    CHECK(wall.mark(id).contains(to));
    CHECK_FALSE(wall.mark(id).contains(from));
    CHECK(wall.state().view.camera == camera);
    CHECK(wall.state().view.cards.empty());
}

TEST_CASE(
    "a tap on a mark, dragged or not, opens its card; the card is dragged and closed as ever") {
    WeighedWall wall;
    wall.go(ShowBoard{Board::Importance});
    model::TouchpointId const id = wall.marks().front().touchpoint;
    wall.drag(wall.mark(id).centre(), {1500, 600});
    wall.tap(wall.mark(id).centre());
    REQUIRE(wall.state().view.cards.size() == 1);
    CHECK(wall.state().view.cards[0].touchpoint == id);
    CHECK(wall.state().view.board == Board::Importance);
    scene::ScreenPoint const at = wall.state().view.cards[0].at;
    wall.obey(DragCard{id, -40, 10});
    CHECK(wall.state().view.cards[0].at.x == doctest::Approx(at.x - 40));
    wall.obey(CloseTouchpoint{id});
    CHECK(wall.state().view.cards.empty());
}

TEST_CASE("two hands drag two marks at once") {
    WeighedWall wall;
    wall.go(ShowBoard{Board::Importance});
    model::TouchpointId const a = wall.marks()[0].touchpoint;
    model::TouchpointId const b = wall.marks()[3].touchpoint;
    base::ScreenPoint const from_a = wall.mark(a).centre();
    base::ScreenPoint const from_b = wall.mark(b).centre();
    wall.contact(Phase::Begin, from_a, 1);
    wall.contact(Phase::Begin, from_b, 2);
    for (int i = 1; i <= 10; ++i) {
        wall.contact(Phase::Move, base::ScreenPoint{300 + i * 1.0, 500}, 1);
        wall.contact(Phase::Move, base::ScreenPoint{1200 + i * 1.0, 400}, 2);
    }
    wall.contact(Phase::End, {310, 500}, 1);
    wall.contact(Phase::End, {1210, 400}, 2);
    REQUIRE(wall.state().view.pulls.size() == 2);
    CHECK(wall.mark(b).contains({1210, 400}));
}

TEST_CASE("Fit puts dragged marks back, Back and Home leave the board, each to where people were") {
    WeighedWall wall;
    wall.go(Show{"stage:S3"});
    scene::Camera const camera = wall.state().view.camera;
    wall.go(ShowBoard{Board::Importance});
    model::TouchpointId const id = wall.marks().front().touchpoint;
    scene::ScreenRect const before = wall.mark(id);
    wall.obey(DragMark{id, 100, 100});
    wall.obey(Fit{});
    CHECK(wall.state().view.pulls.empty());
    CHECK(wall.mark(id) == before);
    wall.go(Back{});
    CHECK(wall.state().view.board == Board::None);
    CHECK(wall.state().view.camera == camera);
    wall.go(ShowBoard{Board::Asset});
    wall.go(Home{});
    CHECK(wall.state().view.board == Board::None);
    CHECK(whereabouts(wall.world, wall.state()).level == 0);
}

TEST_CASE("the clicker goes from board to board and round; zooming and panning do nothing there") {
    WeighedWall wall;
    scene::Camera const camera = wall.state().view.camera;
    wall.go(Show{"board:importance"});
    for (Board const next : {Board::Measures, Board::Asset, Board::Contradictions,
                             Board::Components, Board::Importance}) {
        wall.go(Next{});
        CHECK(wall.state().view.board == next);
    }
    wall.go(Previous{});
    CHECK(wall.state().view.board == Board::Components);
    for (Command const& command :
         {Command{ZoomIn{}}, Command{ZoomOut{}}, Command{PanBy{50, 50}}, Command{Fling{900, 900}},
          Command{PinchBy{{10, 10}, {40, 40}, 2}}, Command{Wheel{{500, 500}, 3}},
          Command{DoubleTapAt{{500, 500}}}, Command{HoldAt{{1900, 300}}}})
        wall.go(command);
    CHECK(wall.state().view.camera == camera);
    CHECK(wall.state().view.board == Board::Components);
}

TEST_CASE(
    "a board is left by choosing an overlay or a place of the map, not by period or persona") {
    WeighedWall wall;
    wall.go(ShowBoard{Board::Measures});
    wall.go(SetPeriod{*base::parse_period("2026-08")});
    wall.go(SetPersona{model::PersonaId(0)});
    CHECK(wall.state().view.board == Board::Measures);
    wall.go(SetOverlay{scene::Overlay::Reliability});
    CHECK(wall.state().view.board == Board::None);
    wall.go(ShowBoard{Board::Measures});
    wall.go(Show{"journey:J1"});
    CHECK(wall.state().view.board == Board::None);
    CHECK(whereabouts(wall.world, wall.state()).journey == "J1");
}

TEST_CASE("marks that were dragged lie at their places again when the board is opened anew") {
    WeighedWall wall;
    wall.go(ShowBoard{Board::Importance});
    wall.obey(DragMark{wall.marks().front().touchpoint, 100, 100});
    wall.go(Next{});
    CHECK(wall.state().view.pulls.empty());
    wall.obey(DragMark{model::TouchpointId(999), 10, 10});
    CHECK(wall.state().view.pulls.empty());
    wall.go(ShowBoard{Board::Asset});
    wall.obey(DragMark{model::TouchpointId(0), 10, 10});
    CHECK(wall.state().view.pulls.empty());
    wall.go(ShowBoard{Board::None});
    wall.obey(DragMark{model::TouchpointId(0), 10, 10});
    CHECK(wall.state().view.pulls.empty());
}

TEST_CASE(
    "the panel of further views shows what is chosen, closes with a choice, and shuts the "
    "settings") {
    WeighedWall wall;
    auto const chosen = [&] {
        std::vector<std::string> on;
        for (auto const& control : chrome_of(wall.world, wall.state()).controls) {
            if (control.in_panel && control.on) on.push_back(control.label);
        }
        return on;
    };
    wall.obey(ToggleSettings{});
    wall.obey(ToggleMore{});
    CHECK_FALSE(wall.state().view.settings_open);
    CHECK(chosen().empty());
    wall.go(SetOverlay{scene::Overlay::Volume});
    CHECK_FALSE(wall.state().view.more_open);
    wall.obey(ToggleMore{});
    CHECK(chosen() == std::vector<std::string>{"overlay.volume"});
    wall.go(ShowBoard{Board::Asset});
    CHECK_FALSE(wall.state().view.more_open);
    wall.obey(ToggleMore{});
    CHECK(chosen() == std::vector<std::string>{"board:asset.name"});
}

TEST_CASE("a panel above the dock lies over open cards") {
    WeighedWall wall;
    for (double const x : {200.0, 700.0, 1200.0, 1700.0})
        wall.obey(OpenTouchpoint{model::TouchpointId(static_cast<std::size_t>(x / 500)),
                                 base::ScreenPoint{x, 700}});
    wall.obey(ToggleMore{});
    auto const chrome = chrome_of(wall.world, wall.state());
    for (auto const& control : chrome.controls) {
        if (!control.in_panel) continue;
        auto const hit = control_at(chrome, control.rect.centre());
        REQUIRE(hit);
        CHECK(hit->in_panel);
    }
}
