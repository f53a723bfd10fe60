#include "shell/touch_source.hpp"

#include <cmath>
#include <map>
#include <poll.h>
#include <set>

#include "e2e/needs_x_server.hpp"
#include "e2e/x_window.hpp"
#include "shell/touch_clock.hpp"
#include "support/touch_injector.hpp"

namespace {

using app::Phase;
using app::PointerEvent;

// Reads until `wanted` events came, or nothing comes for two seconds.
std::vector<PointerEvent> read(shell::TouchSource& source, std::size_t wanted) {
    std::vector<PointerEvent> all = source.poll(1000);
    pollfd waiting{source.fd(), POLLIN, 0};
    while (all.size() < wanted && poll(&waiting, 1, 2000) > 0) {
        for (PointerEvent const& event : source.poll(1000))
            all.push_back(event);
    }
    return all;
}

double off_px(PointerEvent const& event, base::ScreenPoint where) {
    return std::hypot(event.at.x - where.x, event.at.y - where.y);
}

struct Stage {
    test::XServer server;
    e2e::XWindow window{server.display(), {0, 0, 3840, 2160}};
    std::unique_ptr<shell::TouchSource> source =
        shell::open_x11_touch({server.display(), window.id()});
    test::TouchInjector fingers{server.touch_socket()};
};

}  // namespace

TEST_CASE("two fingers on the panel are two contacts at the pixels that they touch") {
    NEEDS_X_SERVER();
    Stage stage;
    REQUIRE(stage.source->status() == "");
    stage.fingers.begin(7, {1000, 500});
    stage.fingers.begin(9, {2000.25, 1500.5});
    stage.fingers.move(7, {1100, 600});
    stage.fingers.end(9);
    stage.fingers.end(7);
    auto const events = read(*stage.source, 5);
    REQUIRE(events.size() == 5);
    CHECK(events[0].phase == Phase::Begin);
    CHECK(off_px(events[0], {1000, 500}) < 0.1);
    CHECK(events[1].phase == Phase::Begin);
    CHECK(off_px(events[1], {2000.25, 1500.5}) < 0.1);
    CHECK(events[0].contact != events[1].contact);
    CHECK(events[0].contact != shell::mouse_contact);
    CHECK(events[2].phase == Phase::Move);
    CHECK(events[2].contact == events[0].contact);
    CHECK(off_px(events[2], {1100, 600}) < 0.1);
    CHECK(events[3].phase == Phase::End);
    CHECK(events[3].contact == events[1].contact);
    CHECK(events[4].phase == Phase::End);
    CHECK(events[4].contact == events[0].contact);
}

TEST_CASE("positions are those of the window, wherever it stands on the desktop") {
    NEEDS_X_SERVER();
    test::XServer server;
    e2e::XWindow window(server.display(), {1920, 1080, 1920, 1080});
    auto const source = shell::open_x11_touch({server.display(), window.id()});
    test::TouchInjector fingers(server.touch_socket());
    fingers.begin(1, {100, 100});  // beside the window
    fingers.begin(2, {2000, 1200});
    fingers.end(1);
    fingers.end(2);
    auto const events = read(*source, 2);
    REQUIRE(events.size() == 2);
    CHECK(off_px(events[0], {80, 120}) < 0.1);
}

TEST_CASE("of sixty fingers that move two hundred times no move is lost") {
    NEEDS_X_SERVER();
    Stage stage;
    constexpr std::uint32_t fingers = 60;
    constexpr int frames = 200;
    auto const place = [](std::uint32_t finger, int frame) {
        return base::ScreenPoint{50.0 + 60 * finger + frame * 0.5, 100.0 + frame * 8.0};
    };
    std::vector<PointerEvent> events;
    auto const collect = [&](std::size_t wanted) {
        for (PointerEvent const& event : read(*stage.source, wanted))
            events.push_back(event);
    };
    for (std::uint32_t f = 0; f < fingers; ++f)
        stage.fingers.begin(f, place(f, 0));
    collect(fingers);
    for (int frame = 1; frame <= frames; ++frame) {
        for (std::uint32_t f = 0; f < fingers; ++f)
            stage.fingers.move(f, place(f, frame));
        collect(fingers);
    }
    for (std::uint32_t f = 0; f < fingers; ++f)
        stage.fingers.end(f);
    collect(fingers);
    REQUIRE(events.size() == fingers * (frames + 2));
    std::map<std::int64_t, int> seen;
    std::map<std::int64_t, std::uint32_t> finger_of;
    for (PointerEvent const& event : events) {
        if (event.phase == Phase::Begin)
            finger_of.emplace(event.contact, static_cast<std::uint32_t>(finger_of.size()));
        int const frame = seen[event.contact]++;
        if (event.phase == Phase::End) continue;
        REQUIRE(off_px(event, place(finger_of.at(event.contact), frame)) < 0.1);
    }
    CHECK(seen.size() == fingers);
}

TEST_CASE("a touch device that is switched off takes its fingers along") {
    NEEDS_X_SERVER();
    Stage stage;
    stage.fingers.begin(1, {1000, 500});
    stage.fingers.begin(2, {1200, 500});
    REQUIRE(read(*stage.source, 2).size() == 2);
    REQUIRE(stage.server.client("xinput disable it-touch"));
    auto const events = read(*stage.source, 2);
    std::set<std::int64_t> gone;
    for (PointerEvent const& event : events) {
        if (event.phase == Phase::End || event.phase == Phase::Cancel) gone.insert(event.contact);
    }
    CHECK(gone.size() == 2);
}

TEST_CASE("a finger that rests for a minute without a word is still there") {
    NEEDS_X_SERVER();
    Stage stage;
    stage.fingers.begin(1, {1000, 500});
    REQUIRE(read(*stage.source, 1).size() == 1);
    CHECK(stage.source->poll(61'000).empty());
    stage.fingers.move(1, {1010, 500});
    auto const events = read(*stage.source, 1);
    REQUIRE(events.size() == 1);
    CHECK(events[0].phase == Phase::Move);
}

TEST_CASE("when another program owns the touches, the source says so and stays silent") {
    NEEDS_X_SERVER();
    Stage stage;
    auto const second = shell::open_x11_touch({stage.server.display(), stage.window.id()});
    CHECK(second->status().find("Another program") == 0);
    CHECK(second->fd() == -1);
    stage.fingers.begin(1, {1000, 500});
    CHECK(read(*stage.source, 1).size() == 1);
    CHECK(second->poll(1000).empty());
}

TEST_CASE("without a display there is no touch, and a sentence says it") {
    auto const source = shell::open_x11_touch({":4711", 1});
    CHECK(!source->status().empty());
    CHECK(source->fd() == -1);
    CHECK(source->poll(0).empty());
}

TEST_CASE("the server's clock becomes ours by the fastest event") {
    shell::TouchClock clock;
    CHECK(clock.local_ms(5000, 100) == 100);
    CHECK(clock.local_ms(5010, 140) == 110);  // came 30 ms late
    CHECK(clock.local_ms(5020, 115) == 115);  // faster than the first: the clocks are nearer
    CHECK(clock.local_ms(5030, 140) == 125);
    SUBCASE("across the wrap of its 32 bits") {
        shell::TouchClock old;
        CHECK(old.local_ms(0xFFFFFFF0U, 1000) == 1000);
        CHECK(old.local_ms(0x00000004U, 1021) == 1020);
    }
    SUBCASE("time never runs backwards, nor ahead of ours") {
        CHECK(clock.local_ms(4000, 141) >= 125);
        CHECK(clock.local_ms(9000, 150) <= 150);
    }
    SUBCASE("a clock that drifts away is taken anew") {
        CHECK(clock.local_ms(5040, 10'000) == 10'000);
    }
}
