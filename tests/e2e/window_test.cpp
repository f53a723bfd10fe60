#include "shell/window.hpp"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <linux/input-event-codes.h>
#include <poll.h>
#include <thread>

#include "e2e/needs_x_server.hpp"
#include "shell/touch_source.hpp"
#include "support/touch_injector.hpp"

namespace {

using app::Phase;
using app::PointerEvent;
using shell::WindowInput;

struct Kiosk {
    test::XServer server;
    int pointed = setenv("DISPLAY", server.display().c_str(), 1);
    shell::Window window;
    double now_ms = 1000;

    explicit Kiosk(std::optional<base::ScreenSize> size = std::nullopt) : window({size, {}}) {
        read(0);
    }

    // Reads until `wanted` inputs came, or the window system is silent for two seconds.
    std::vector<WindowInput> read(std::size_t wanted, bool finger_down = false) {
        std::vector<WindowInput> all;
        pollfd waiting{window.fd(), POLLIN, 0};
        do {
            window.poll_events(now_ms);
            for (WindowInput const& input : window.take_input({finger_down, now_ms}))
                all.push_back(input);
        } while (all.size() < wanted && (window.events_waiting() || poll(&waiting, 1, 2000) > 0));
        return all;
    }

    // Handles events until `done` or two seconds of silence.
    template <typename Condition>
    bool until(Condition const& done) {
        pollfd waiting{window.fd(), POLLIN, 0};
        do {
            window.poll_events(now_ms);
            if (done()) return true;
        } while (window.events_waiting() || poll(&waiting, 1, 2000) > 0);
        return done();
    }
};

template <typename Wanted>
bool says(WindowInput const& input) {
    auto const* const command = std::get_if<app::Command>(&input);
    return command != nullptr && std::holds_alternative<Wanted>(*command);
}

bool is(WindowInput const& input, Phase phase, base::ScreenPoint at) {
    auto const* const event = std::get_if<PointerEvent>(&input);
    return event != nullptr && event->contact == shell::mouse_contact && event->phase == phase &&
           std::hypot(event->at.x - at.x, event->at.y - at.y) < 1.5;
}

constexpr base::ScreenSize panel{3840, 2160};

}  // namespace

TEST_CASE("the window fills the panel, pixel for pixel, unless a size is asked for") {
    NEEDS_X_SERVER();
    SUBCASE("full screen") {
        Kiosk kiosk;
        CHECK(kiosk.window.size_px() == panel);
    }
    SUBCASE("a window") {
        Kiosk kiosk(base::ScreenSize{1280, 720});
        CHECK(kiosk.window.size_px() == base::ScreenSize{1280, 720});
    }
}

TEST_CASE("the mouse is one contact from press to release, and silent without a press") {
    NEEDS_X_SERVER();
    Kiosk kiosk;
    test::MouseInjector mouse(kiosk.server.pointer_socket());
    mouse.move({1000, 500});
    mouse.press(1);
    mouse.move({1200, 700});
    mouse.release(1);
    mouse.move({50, 50});
    auto const input = kiosk.read(3);
    REQUIRE(input.size() == 3);
    CHECK(is(input[0], Phase::Begin, {1000, 500}));
    CHECK(is(input[1], Phase::Move, {1200, 700}));
    CHECK(is(input[2], Phase::End, {1200, 700}));
}

TEST_CASE("wheel and right button are commands") {
    NEEDS_X_SERVER();
    Kiosk kiosk;
    test::MouseInjector mouse(kiosk.server.pointer_socket());
    mouse.move({1000, 500});
    mouse.press(4);
    mouse.release(4);
    mouse.press(3);
    mouse.release(3);
    auto const input = kiosk.read(2);
    REQUIRE(input.size() == 2);
    REQUIRE(says<app::Wheel>(input[0]));
    auto const wheel = std::get<app::Wheel>(std::get<app::Command>(input[0]));
    CHECK(wheel.steps == 1);
    CHECK(std::abs(wheel.at.x - 1000) < 1.5);
    CHECK(says<app::Back>(input[1]));
}

TEST_CASE("keys and clickers are commands") {
    NEEDS_X_SERVER();
    Kiosk kiosk;
    test::KeyInjector keys(kiosk.server.keyboard_socket());
    for (int const key : {KEY_PAGEDOWN, KEY_PAGEUP, KEY_RIGHT, KEY_LEFT, KEY_UP, KEY_DOWN, KEY_HOME,
                          KEY_ESC, KEY_KPPLUS, KEY_MINUS, KEY_F1, KEY_A})
        keys.type(key);
    auto const input = kiosk.read(10);
    REQUIRE(input.size() == 10);
    auto const count = [&](auto const& wanted) {
        return std::count_if(input.begin(), input.end(), wanted);
    };
    CHECK(count(says<app::Next>) == 2);
    CHECK(count(says<app::Previous>) == 2);
    CHECK(count(says<app::PanBy>) == 2);
    CHECK(count(says<app::Home>) == 1);
    CHECK(count(says<app::Back>) == 1);
    CHECK(count(says<app::ZoomIn>) == 1);
    CHECK(count(says<app::ZoomOut>) == 1);
}

TEST_CASE("the mouse is not believed while a finger is down, nor half a second after") {
    shell::WindowMouse mouse;
    auto const click = [&](double t_ms) {
        mouse.move({100, 100}, t_ms);
        mouse.button(shell::MouseButton::Left, shell::Press::Down, t_ms);
        mouse.button(shell::MouseButton::Left, shell::Press::Up, t_ms);
    };
    click(1000);
    CHECK(mouse.take({false, 1000}).size() == 2);
    CHECK(mouse.cursor_shown());
    click(2000);
    CHECK(mouse.take({true, 2000}).empty());
    CHECK(!mouse.cursor_shown());
    click(2400);
    CHECK(mouse.take({false, 2400}).empty());
    CHECK(mouse.take({false, 2600}).empty());
    CHECK(!mouse.cursor_shown());
    click(2600);
    CHECK(mouse.take({false, 2600}).size() == 2);
    CHECK(mouse.cursor_shown());
}

TEST_CASE("a finger that lands while the mouse button is held ends the mouse's contact") {
    shell::WindowMouse mouse;
    mouse.button(shell::MouseButton::Left, shell::Press::Down, 1000);
    REQUIRE(mouse.take({false, 1000}).size() == 1);
    auto const ended = mouse.take({true, 1100});
    REQUIRE(ended.size() == 1);
    CHECK(std::get<PointerEvent>(ended[0]).phase == Phase::Cancel);
    mouse.button(shell::MouseButton::Left, shell::Press::Up, 1200);
    CHECK(mouse.take({false, 3000}).empty());
}

TEST_CASE("with the touch source beside it, a finger is a contact of its own and no mouse") {
    NEEDS_X_SERVER();
    Kiosk kiosk;
    auto const source = shell::open_x11_touch({{}, kiosk.window.x11_window()});
    REQUIRE(source->status() == "");
    test::TouchInjector fingers(kiosk.server.touch_socket());
    fingers.begin(1, {1900, 1000});
    fingers.move(1, {1950, 1050});
    fingers.end(1);
    REQUIRE(fingers.sync());
    std::size_t touches = 0;
    pollfd waiting{source->fd(), POLLIN, 0};
    while (touches < 3 && poll(&waiting, 1, 2000) > 0)
        touches += source->poll(1000).size();
    CHECK(touches == 3);
    CHECK(kiosk.read(1).empty());
}

TEST_CASE("full screen comes back when the monitor was away") {
    NEEDS_X_SERVER();
    Kiosk kiosk;
    REQUIRE(kiosk.until([&] { return kiosk.window.size_px() == panel; }));
    REQUIRE(kiosk.server.client("xrandr --output DUMMY0 --off"));
    kiosk.until([] { return false; });
    REQUIRE(kiosk.server.client("xrandr --output DUMMY0 --mode 3840x2160"));
    kiosk.window.take_damage();
    CHECK(kiosk.until([&] { return kiosk.window.size_px() == panel; }));
    CHECK(kiosk.window.take_damage());
}

TEST_CASE("without a display there is no window, and a sentence says it") {
    setenv("DISPLAY", ":4711", 1);
    CHECK_THROWS_AS(shell::Window({std::nullopt, {}}), shell::NoWindow);
}
