#include "app/gestures.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <random>

#include "app/hand.hpp"

using namespace app;
using namespace app_test;

namespace {

ContactTarget card(std::size_t touchpoint) {
    return {ContactTarget::Kind::Card, model::TouchpointId(touchpoint)};
}

}  // namespace

TEST_CASE("a finger that lands and lifts is a tap where it landed") {
    Hand hand;
    hand.down(1, {500, 400});
    hand.wait(80);
    hand.move(1, {502, 401});
    hand.lift(1, {502, 401});
    CHECK(hand.words() == "tap");
    CHECK(std::get<TapAt>(hand.said.back()).at == ScreenPoint{500, 400});
    CHECK(hand.gestures.active_contacts() == 0);
}

TEST_CASE("ten thousand taps with three millimetres of jitter are all taps") {
    std::mt19937_64 bits{3};
    std::uniform_real_distribution<double> place(50, 1000), angle(0, 6.28), reach(0, 3),
        held(20, 400);
    Hand hand;
    for (int i = 0; i < 10000; ++i) {
        ScreenPoint const at{place(bits), place(bits)};
        auto const near = [&] {
            double const a = angle(bits);
            double const r = reach(bits);
            return ScreenPoint{at.x + r * std::cos(a), at.y + r * std::sin(a)};
        };
        hand.down(i, at);
        for (int step = 0; step < 3; ++step)
            hand.move(i, near());
        hand.wait(held(bits));
        hand.lift(i, near());
        hand.wait(400);
    }
    CHECK(hand.count<TapAt>() == 10000);
    CHECK(hand.said.size() == hand.count<TapAt>() + hand.count<Grab>());
}

TEST_CASE("two taps within 15 mm and 300 ms are a tap and a double tap, a third starts anew") {
    Hand hand;
    hand.tap({500, 400});
    hand.wait(250);
    hand.tap({510, 405});
    hand.wait(100);
    hand.tap({510, 405});
    CHECK(hand.words() == "tap double-tap tap");
}

TEST_CASE("taps too far apart in space or time are single taps") {
    Hand far;
    far.tap({500, 400});
    far.wait(100);
    far.tap({516, 400});
    CHECK(far.words() == "tap tap");
    Hand late;
    late.tap({500, 400});
    late.wait(301);
    late.tap({500, 400});
    CHECK(late.words() == "tap tap");
}

TEST_CASE("a second tap on the card that the first one opened still is a double tap") {
    Hand hand;
    hand.tap({500, 400});
    hand.target_at = [](ScreenPoint) { return card(4); };
    hand.wait(100);
    hand.tap({500, 400});
    CHECK(hand.words() == "tap double-tap");
}

TEST_CASE("quick taps on a control are as many taps") {
    Hand hand;
    hand.target_at = [](ScreenPoint) { return ContactTarget{ContactTarget::Kind::Control, {}}; };
    for (int i = 0; i < 4; ++i) {
        hand.tap({500, 400});
        hand.wait(60);
    }
    CHECK(hand.words() == "tap tap tap tap");
}

TEST_CASE("a finger that catches the flying map stops it, however short, and may drag it on") {
    Hand hand;
    hand.target_at = [](ScreenPoint) {
        ContactTarget map;
        map.flying = true;
        return map;
    };
    hand.tap({500, 400}, 20);
    REQUIRE(hand.said.size() == 1);
    CHECK(std::holds_alternative<Grab>(hand.said[0]));
    hand.down(1, {500, 400});
    hand.wait(900);
    hand.move(1, {560, 400});
    CHECK(std::holds_alternative<PanBy>(hand.said.back()));
    CHECK(hand.words().find("hold") == std::string::npos);
}

TEST_CASE("leaving a control takes the tap back") {
    Hand hand;
    hand.target_at = [](ScreenPoint) { return ContactTarget{ContactTarget::Kind::Control, {}}; };
    hand.down(1, {500, 400});
    hand.move(1, {540, 400});
    hand.move(1, {500, 400});
    hand.lift(1, {500, 400});
    CHECK(hand.words() == "");
}

TEST_CASE("a finger that rests for half a second holds, once, and is no tap any more") {
    Hand hand;
    hand.down(1, {500, 400});
    CHECK(hand.gestures.next_deadline_ms() == 51);
    hand.wait(499);
    CHECK(hand.words() == "");
    CHECK(hand.gestures.next_deadline_ms() == 500);
    hand.wait(1);
    CHECK(hand.words() == "hold");
    CHECK(!hand.gestures.next_deadline_ms());
    hand.wait(1000);
    hand.lift(1, {500, 400});
    CHECK(hand.words() == "hold");
}

TEST_CASE("a hold is found even when no time was told before the finger lifts") {
    Hand hand;
    hand.down(1, {500, 400});
    hand.t_ms = 800;
    hand.lift(1, {500, 400});
    CHECK(hand.words() == "hold");
}

TEST_CASE("inside the slop nothing moves; beyond it the touched point is under the finger") {
    Hand hand;
    auto const touched = hand.world({500, 400});
    hand.down(1, {500, 400});
    hand.move(1, {503, 403});
    CHECK(hand.count<PanBy>() == 0);
    hand.move(1, {504, 404});
    CHECK(hand.count<PanBy>() == 1);
    CHECK(hand.off_px(touched, {504, 404}) < 1e-9);
    hand.move(1, {700, 100});
    CHECK(hand.off_px(touched, {700, 100}) < 1e-9);
    hand.lift(1, {700, 100});
    CHECK(hand.count<TapAt>() == 0);
}

TEST_CASE("the slop is physical: it grows with the pixels of a millimetre") {
    Hand hand;
    hand.gestures.set(settings(2));
    hand.down(1, {500, 400});
    hand.move(1, {508, 400});
    CHECK(hand.words() == "");
    hand.move(1, {510, 400});
    CHECK(hand.words() == "pan");
}

TEST_CASE("a quick flick throws the map with the speed of its last tenth of a second") {
    Hand hand;
    hand.down(1, {300, 400});
    for (int i = 1; i <= 20; ++i) {
        hand.wait(8);
        hand.move(1, {300.0 + i * 8, 400});
    }
    hand.lift(1, {460, 400});
    REQUIRE(hand.count<Fling>() == 1);
    CHECK(std::get<Fling>(hand.said.back()).vx == doctest::Approx(1000).epsilon(0.1));
    CHECK(std::get<Fling>(hand.said.back()).vy == doctest::Approx(0));
}

TEST_CASE("a slow lift throws nothing, a wild one no faster than 3 m/s, a rested one nothing") {
    Hand slow;
    slow.down(1, {300, 400});
    for (int i = 1; i <= 40; ++i) {
        slow.wait(25);
        slow.move(1, {300.0 + i, 400});
    }
    slow.lift(1, {340, 400});
    CHECK(slow.count<PanBy>() > 0);
    CHECK(slow.count<Fling>() == 0);

    Hand wild;
    wild.down(1, {100, 400});
    for (int i = 1; i <= 5; ++i) {
        wild.wait(8);
        wild.move(1, {100.0 + i * 300, 400});
    }
    wild.lift(1, {1600, 400});
    REQUIRE(wild.count<Fling>() == 1);
    CHECK(std::get<Fling>(wild.said.back()).vx == doctest::Approx(3000));

    Hand rested;
    rested.down(1, {100, 400});
    for (int i = 1; i <= 5; ++i) {
        rested.wait(8);
        rested.move(1, {100.0 + i * 30, 400});
    }
    rested.wait(150);
    rested.lift(1, {250, 400});
    CHECK(rested.count<Fling>() == 0);
}

TEST_CASE("the end of a zoom is no fling") {
    Hand hand;
    hand.down(1, {500, 400});
    hand.down(2, {600, 400});
    for (int i = 1; i <= 20; ++i) {
        hand.wait(8);
        hand.move(2, {600.0 + i * 10, 400});
    }
    hand.lift(2, {800, 400});
    hand.lift(1, {500, 400});
    CHECK(hand.count<PinchBy>() > 0);
    CHECK(hand.count<Fling>() == 0);
}

TEST_CASE("a cancelled contact never taps, holds or flings") {
    Hand hand;
    hand.down(1, {500, 400});
    hand.lose(1);
    hand.wait(1000);
    CHECK(hand.words() == "");
    hand.down(2, {100, 400});
    for (int i = 1; i <= 20; ++i) {
        hand.wait(8);
        hand.move(2, {100.0 + i * 10, 400});
    }
    hand.lose(2);
    CHECK(hand.count<Fling>() == 0);
    CHECK(hand.gestures.active_contacts() == 0);
}

TEST_CASE("the still finger of a pinch is no tap") {
    Hand hand;
    hand.down(1, {500, 400});
    hand.down(2, {600, 400});
    hand.wait(20);
    hand.move(2, {700, 400});
    hand.lift(1, {500, 400});
    hand.lift(2, {700, 400});
    CHECK(hand.words() == "pinch");
}

TEST_CASE("two persons more than 350 mm apart never share a pinch: the first to move has the map") {
    Hand hand;
    hand.down(1, {400, 400});
    hand.down(2, {1400, 400});
    hand.move(1, {450, 400});
    hand.move(2, {1500, 400});
    CHECK(hand.count<PinchBy>() == 0);
    CHECK(hand.count<PanBy>() == 1);
    // The second person taps meanwhile, and takes over when the first has left, without a jump.
    hand.down(3, {1400, 900});
    hand.lift(3, {1400, 900});
    CHECK(hand.count<TapAt>() == 1);
    hand.wait(300);
    hand.lift(1, {450, 400});
    auto const seen = hand.world({1500, 400});
    hand.move(2, {1510, 400});
    CHECK(hand.off_px(seen, {1510, 400}) < 1e-9);
}

TEST_CASE("fingers on two cards and on the map are three gestures at once") {
    Hand hand;
    hand.target_at = [](ScreenPoint p) {
        if (p.y < 300) return card(p.x < 700 ? 1 : 2);
        return ContactTarget{};
    };
    hand.down(1, {600, 200});
    hand.down(2, {800, 200});
    hand.down(3, {700, 400});
    hand.move(1, {600, 230});
    hand.move(2, {830, 200});
    hand.move(3, {650, 400});
    REQUIRE(hand.words() == "drag-card drag-card pan");
    std::vector<DragCard> drags;
    for (Command const& command : hand.said) {
        if (auto const* drag = std::get_if<DragCard>(&command)) drags.push_back(*drag);
    }
    CHECK(drags[0].touchpoint == model::TouchpointId(1));
    CHECK(drags[0].dy == 30);
    CHECK(drags[1].touchpoint == model::TouchpointId(2));
    CHECK(drags[1].dx == 30);
    // The card stays its contact's own when it is dragged over the map.
    hand.move(1, {600, 700});
    CHECK(std::get<DragCard>(hand.said.back()).dy == 470);
}

TEST_CASE("contacts of the window's own panels say nothing") {
    Hand hand;
    hand.target_at = [](ScreenPoint) { return ContactTarget{ContactTarget::Kind::Gui, {}}; };
    hand.down(1, {500, 400});
    CHECK(hand.gestures.active_contacts() == 1);
    hand.move(1, {700, 400});
    hand.wait(800);
    hand.lift(1, {700, 400});
    CHECK(hand.said.empty());
    CHECK(hand.gestures.active_contacts() == 0);
}

TEST_CASE("a palm of three or more still contacts gives no command, ever") {
    for (int contacts = 3; contacts <= 8; ++contacts) {
        Hand hand;
        for (int i = 0; i < contacts; ++i) {
            hand.down(i, {500.0 + 7 * i, 400.0 + 5 * (i % 3)});
            hand.wait(5);
        }
        hand.wait(1000);
        for (int i = 0; i < contacts; ++i)
            hand.move(i, {700.0 + 7 * i, 600});
        for (int i = 0; i < contacts; ++i)
            hand.lift(i, {700.0 + 7 * i, 600});
        CHECK(hand.said.empty());
        CHECK(hand.gestures.active_contacts() == 0);
    }
}

TEST_CASE(
    "one contact as large as a palm is a palm from then on, and what it dragged stands still") {
    auto const event = [](Phase phase, ScreenPoint at, double t_ms, double size_px) {
        return PointerEvent{7, phase, at, t_ms, size_px};
    };
    auto const map = [](ScreenPoint) { return ContactTarget{}; };
    GestureSettings settings;
    settings.px_per_mm = 2;
    settings.view = {1920, 1080};
    Gestures resting(settings);
    CHECK(resting.handle(event(Phase::Begin, {500, 400}, 0, 61), map).empty());
    CHECK(resting.handle(event(Phase::Move, {600, 400}, 100, 20), map).empty());
    CHECK(resting.handle(event(Phase::End, {600, 400}, 200, 20), map).empty());
    CHECK(resting.active_contacts() == 0);

    Gestures growing(settings);
    growing.handle(event(Phase::Begin, {500, 400}, 0, 20), map);
    CHECK_FALSE(growing.handle(event(Phase::Move, {540, 400}, 100, 25), map).empty());
    CHECK(growing.handle(event(Phase::Move, {560, 400}, 120, 70), map).empty());
    CHECK(growing.handle(event(Phase::Move, {600, 400}, 140, 25), map).empty());
    CHECK(growing.handle(event(Phase::End, {600, 400}, 160, 25), map).empty());
    CHECK(growing.active_contacts() == 0);
}

TEST_CASE("a palm that lifts at once gives no tap") {
    Hand hand;
    for (int i = 0; i < 3; ++i)
        hand.down(i, {500.0 + 10 * i, 400});
    hand.wait(60);
    for (int i = 0; i < 3; ++i)
        hand.lift(i, {500.0 + 10 * i, 400});
    CHECK(hand.said.empty());
}

TEST_CASE("three near fingers that move at once are fingers, not a palm") {
    Hand hand;
    ScreenPoint const from[]{{500, 400}, {540, 400}, {520, 430}};
    auto const touched = hand.world({520, 410});
    for (int i = 0; i < 3; ++i)
        hand.down(i, from[i]);
    hand.wait(40);
    for (int i = 0; i < 3; ++i)
        hand.move(i, from[i] + ScreenPoint{100, 0});
    CHECK(hand.count<PinchBy>() > 0);
    CHECK(hand.off_px(touched, {620, 410}) < 1e-6);
    for (int i = 0; i < 3; ++i)
        hand.lift(i, from[i] + ScreenPoint{100, 0});
    CHECK(hand.count<TapAt>() == 0);
}

TEST_CASE("a palm beside a panning finger does not disturb it") {
    Hand hand;
    auto const touched = hand.world({300, 300});
    hand.down(9, {300, 300});
    hand.move(9, {330, 300});
    for (int i = 0; i < 4; ++i)
        hand.down(i, {500.0 + 9 * i, 400});
    hand.wait(200);
    hand.move(9, {380, 320});
    CHECK(hand.off_px(touched, {380, 320}) < 1e-9);
    for (int i = 0; i < 4; ++i)
        hand.lift(i, {500.0 + 9 * i, 400});
    hand.move(9, {390, 320});
    CHECK(hand.off_px(touched, {390, 320}) < 1e-9);
}

TEST_CASE("a ghost at the bezel says nothing until it comes 10 mm inward, and then jumps nowhere") {
    Hand hand;
    hand.down(1, {2, 400});
    hand.wait(100);
    hand.lift(1, {2, 400});
    hand.down(2, {2, 400});
    hand.move(2, {2, 700});
    hand.wait(700);
    CHECK(hand.said.empty());
    hand.move(2, {11, 700});
    CHECK(hand.said.empty());
    hand.move(2, {14, 700});
    auto const seen = hand.world({14, 700});
    hand.move(2, {40, 690});
    CHECK(hand.count<PanBy>() == 1);
    CHECK(hand.off_px(seen, {40, 690}) < 1e-9);
}

TEST_CASE("a finger that rests on the map stops its motion when it cannot be a palm any more") {
    Hand hand;
    hand.down(1, {500, 400});
    CHECK(hand.count<Grab>() == 0);
    hand.wait(51);
    CHECK(hand.count<Grab>() == 1);
    hand.lift(1, {500, 400});
    CHECK(hand.count<Grab>() == 1);
}

TEST_CASE("broken streams are harmless: twice begun, never begun, not a number, back in time") {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    Hand hand;
    hand.down(1, {500, 400});
    hand.down(1, {700, 400});
    CHECK(hand.gestures.active_contacts() == 1);
    hand.move(7, {1, 1});
    hand.lift(8, {1, 1});
    hand.lose(9);
    hand.down(2, {nan, 400});
    CHECK(hand.gestures.active_contacts() == 1);
    hand.move(1, {nan, nan});
    hand.t_ms = -500;
    hand.lift(1, {nan, 0});
    CHECK(hand.gestures.active_contacts() == 0);
    CHECK(hand.words() == "tap");
    CHECK(std::get<TapAt>(hand.said.back()).at == ScreenPoint{700, 400});
    CHECK(hand.gestures.events_seen() == 8);
}
