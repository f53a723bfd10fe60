#include "app/session.hpp"

#include <doctest/doctest.h>
#include <random>

#include "app/small_wall.hpp"

using namespace app;
using app_test::SmallWall;

namespace {

struct Draw {
    std::mt19937_64 bits{99};
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(bits);
    }
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(bits); }
};

std::vector<PointerEvent> random_contacts(Draw& draw, int events) {
    std::vector<PointerEvent> stream;
    double t_ms = 0;
    for (int i = 0; i < events; ++i) {
        t_ms += draw.between(0, 60);
        stream.push_back({draw.below(6),
                          static_cast<Phase>(draw.below(4)),
                          {draw.between(0, 1920), draw.between(0, 1080)},
                          t_ms});
    }
    for (int id = 0; id < 6; ++id)
        stream.push_back({id, Phase::Cancel, {}, t_ms});
    return stream;
}

}  // namespace

TEST_CASE("a pinch on the wall keeps the touched points under both fingers") {
    SmallWall wall;
    auto const viewport = viewport_of(wall.state());
    base::ScreenPoint const a{850, 480}, b{1010, 560};
    auto const first = scene::to_world(wall.state().view.camera, viewport, a);
    auto const second = scene::to_world(wall.state().view.camera, viewport, b);
    wall.session.handle({1, Phase::Begin, a, 0});
    wall.session.handle({2, Phase::Begin, b, 4});
    for (int step = 1; step <= 60; ++step) {
        base::ScreenPoint const out{2.0 * step, 1.0 * step};
        wall.session.handle({1, Phase::Move, a - out, 10.0 * step});
        wall.session.handle({2, Phase::Move, b + out, 10.0 * step + 1});
    }
    auto const camera = wall.state().view.camera;
    auto const off = [&](base::WorldPoint p, base::ScreenPoint finger) {
        auto const now = scene::to_screen(camera, viewport, p);
        return std::hypot(now.x - finger.x, now.y - finger.y);
    };
    CHECK(off(first, a - base::ScreenPoint{120, 60}) < 0.5);
    CHECK(off(second, b + base::ScreenPoint{120, 60}) < 0.5);
    wall.session.handle({1, Phase::End, a - base::ScreenPoint{120, 60}, 700});
    wall.session.handle({2, Phase::End, b + base::ScreenPoint{120, 60}, 710});
    CHECK(wall.state().view.camera == camera);
    CHECK(wall.session.gestures().active_contacts() == 0);
}

TEST_CASE("any frame rate gives the same wall for the same contacts") {
    Draw draw;
    for (int round = 0; round < 20; ++round) {
        auto const stream = random_contacts(draw, 60);
        SmallWall none, slow, fast;
        double told_slow = 0, told_fast = 0;
        for (PointerEvent const& event : stream) {
            while (told_slow + 90 < event.t_ms)
                slow.session.advance(told_slow += 90);
            while (told_fast + 7 < event.t_ms)
                fast.session.advance(told_fast += 7);
            none.session.handle(event);
            slow.session.handle(event);
            fast.session.handle(event);
        }
        for (SmallWall* wall : {&none, &slow, &fast})
            wall->session.settle();
        auto const camera = none.state().view.camera;
        for (SmallWall* wall : {&slow, &fast}) {
            CHECK(wall->state().view.camera.scale == doctest::Approx(camera.scale).epsilon(1e-6));
            CHECK(wall->state().view.camera.centre.x ==
                  doctest::Approx(camera.centre.x).epsilon(1e-6));
            CHECK(wall->open_cards() == none.open_cards());
        }
    }
}

TEST_CASE("no stream of contacts and commands leaves the wall in an impossible state") {
    Draw draw;
    std::vector<Command> const commands{Home{},
                                        Back{},
                                        Fit{},
                                        Next{},
                                        Previous{},
                                        ZoomIn{},
                                        ZoomOut{},
                                        Show{"touchpoint:T5"},
                                        Show{"journey:J2"},
                                        SetLargeType{true},
                                        SetLargeType{false},
                                        Resize{{1280, 720}},
                                        Resize{{1920, 1080}},
                                        SetChannelLens{true},
                                        SetChannelLens{false},
                                        ToggleSettings{},
                                        ToggleMore{},
                                        ShowBoard{scene::Board::Importance},
                                        DragMark{model::TouchpointId(1), 40, -20},
                                        ShowBoard{scene::Board::Asset},
                                        SetCalmMotion{true},
                                        SetCalmMotion{false}};
    for (int round = 0; round < 10; ++round) {
        SmallWall wall;
        for (PointerEvent const& event : random_contacts(draw, 200)) {
            wall.session.handle(event);
            if (draw.below(8) == 0) {
                wall.session.obey(commands[static_cast<std::size_t>(
                                      draw.below(static_cast<int>(commands.size())))],
                                  event.t_ms);
            }
            auto const& state = wall.state();
            REQUIRE(state.view.camera == scene::limited(state.view.camera, state.limits));
            REQUIRE(state.view.cards.size() <= 4);
            REQUIRE(state.history.size() <= 100);
        }
        REQUIRE(wall.session.gestures().active_contacts() == 0);
    }
}

TEST_CASE("the trace names each gesture and each command once, with its time, and no ticks") {
    SmallWall wall;
    std::vector<std::string> lines;
    wall.session.set_trace([&](TraceEvent const& event) {
        bool const gesture = event.origin == TraceEvent::Origin::Contacts;
        lines.push_back(std::string(gesture ? "gesture " : "command ") +
                        std::string(name_of(event.command)) + " " +
                        std::to_string(std::lround(event.t_ms)));
    });
    wall.obey(Show{"stage:S2"});
    wall.wait(2000);
    wall.tap({30, 300});
    wall.obey(Home{});
    CHECK(lines == std::vector<std::string>{"command show 0", "gesture grab 2051",
                                            "gesture tap 2080", "command home 2080"});
}

TEST_CASE("every command has a name of its own") {
    std::vector<Command> const all{
        Home{},          Back{},           Fit{},          Show{},           SetOverlay{},
        SetPersona{},    SetPeriod{},      SetBackstage{}, OpenTouchpoint{}, CloseTouchpoint{},
        Next{},          Previous{},       ZoomIn{},       ZoomOut{},        ToggleSettings{},
        ToggleMore{},    ShowBoard{},      DragMark{},     SetCalmMotion{},  SetLargeType{},
        SetNight{},      SetChannelLens{}, TapAt{},        DoubleTapAt{},    HoldAt{},
        PanBy{},         PinchBy{},        Fling{},        Grab{},           DragCard{},
        Wheel{},         Resize{},         Tick{},         Define{},         Light{},
        LightStep{},     SetLens{},        ToggleLenses{}, UndoEdit{},       RedoEdit{},
        EditBlueprint{}, DragEdit{},       DropEdit{},     LeaveEdit{},      TypeText{},
        TypeKey{},       SetCurtain{},     DragCurtain{},  ReleaseCurtain{}, LeaveCurtain{},
        ShowEvidence{},  HideEvidence{},   MoveEvidence{}};
    CHECK(all.size() == std::variant_size_v<Command>);
    std::vector<std::string_view> names;
    for (Command const& command : all)
        names.push_back(name_of(command));
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(name_of(Show{}) == "show");
    CHECK(name_of(OpenTouchpoint{}) == "open");
}

TEST_CASE("a wall that runs for weeks sees its figures grow old") {
    SmallWall wall;
    model::Source feed;
    feed.key = "feed";
    feed.cadence_days = 30;
    feed.last_loaded = base::to_date({2026, 10, 1});
    wall.ground.room.sources.push_back(feed);
    for (model::Observation& row : wall.ground.room.observations)
        row.source = model::SourceId(0);
    auto const first = [&] { return wall.state().figures.touchpoints.front(); };
    wall.session.set_now(base::to_date({2026, 10, 2}));
    CHECK(first().age_days == 1);
    CHECK_FALSE(first().stale);
    wall.session.set_now(base::to_date({2027, 3, 1}));
    CHECK(first().age_days == 151);
    CHECK(first().stale);
    CHECK_FALSE(wall.state().moving());
}
