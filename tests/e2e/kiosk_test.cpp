#include <cmath>
#include <numbers>

#include "app/update.hpp"
#include "e2e/kiosk_process.hpp"
#include "e2e/needs_x_server.hpp"
#include "shell/wall.hpp"
#include "storage/room_store.hpp"
#include "support/touch_injector.hpp"

namespace {

using namespace std::chrono_literals;
using base::ScreenPoint;

constexpr ScreenPoint middle{e2e::panel_width / 2, e2e::panel_height / 2};

std::filesystem::path demo_database(std::filesystem::path const& folder) {
    auto const database = folder / "northmoor.sqlite";
    auto const run =
        test::run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", database.string()});
    REQUIRE_MESSAGE(run.exit_code == 0, run.err);
    return database;
}

// The same room in this process, to know where things stand.
struct Twin {
    shell::Wall wall;
    app::AppState state;

    explicit Twin(std::filesystem::path const& database)
        : wall(storage::load_room(database), {SOURCE_ROOT "/assets/text/en.json", {}}),
          state(app::start(wall.world(), {.size = {e2e::panel_width, e2e::panel_height}})) {}

    ScreenPoint control(scene::ControlKind kind) {
        for (scene::Control const& control : wall.chrome(state).controls) {
            if (control.kind == kind) return control.rect.centre();
        }
        throw std::runtime_error("no such control");
    }
};

// Two fingers around a centre, `apart` px from each other, that move together and apart.
struct TwoFingers {
    test::TouchInjector& hand;
    double angle = std::numbers::pi / 7;

    std::pair<ScreenPoint, ScreenPoint> places(ScreenPoint centre, double apart) const {
        ScreenPoint const half{std::cos(angle) * apart / 2, std::sin(angle) * apart / 2};
        return {centre - half, centre + half};
    }
    void land(ScreenPoint centre, double apart) const {
        auto const [a, b] = places(centre, apart);
        hand.begin(1, a);
        hand.begin(2, b);
        std::this_thread::sleep_for(100ms);
    }
    void move(ScreenPoint centre, double apart) const {
        auto const [a, b] = places(centre, apart);
        hand.move(1, a);
        hand.move(2, b);
        std::this_thread::sleep_for(8ms);
    }
    void lift() const {
        hand.end(1);
        hand.end(2);
    }
};

double off_px(ScreenPoint a, ScreenPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

TEST_CASE("a visitor spreads two fingers, then taps a touchpoint; after that the wall rests") {
    NEEDS_X_SERVER();
    test::XServer const server;
    auto const database = demo_database(server.folder());
    test::TouchInjector hand(server.touch_socket());
    e2e::KioskProcess kiosk(server, database);
    REQUIRE_MESSAGE(kiosk.wait_for(e2e::is_frame), kiosk.complaints());
    kiosk.wait_until_still();

    // The pinch: the map grows by the fingers' factor, and each finger keeps the point it touched.
    e2e::Shown const before(kiosk.last_frame());
    TwoFingers const fingers{hand};
    constexpr double apart = 600;
    constexpr double factor = 1.8;
    constexpr ScreenPoint drift{120, -60};
    fingers.land(middle, apart);
    constexpr int steps = 40;
    for (int i = 1; i <= steps; ++i) {
        double const share = static_cast<double>(i) / steps;
        fingers.move(middle + drift * share, apart * (1 + (factor - 1) * share));
    }
    CHECK(kiosk.wait_for([&](e2e::Line const& line) {
        return e2e::is_frame(line) &&
               std::abs(e2e::Shown(line).scale / before.scale - factor) < 1e-3;
    }));
    kiosk.wait_until_still();
    e2e::Shown const after(kiosk.last_frame());
    CHECK(after.scale / before.scale == doctest::Approx(factor).epsilon(1e-3));
    auto const [a0, b0] = fingers.places(middle, apart);
    auto const [a1, b1] = fingers.places(middle + drift, apart * factor);
    CHECK(off_px(after.screen(before.world(a0)), a1) <= 0.5);
    CHECK(off_px(after.screen(before.world(b0)), b1) <= 0.5);
    fingers.lift();
    kiosk.wait_until_still();
    e2e::Shown const lifted(kiosk.last_frame());
    CHECK(lifted.scale == after.scale);

    // The tap: on a cell that stands near the middle now.
    Twin twin(database);
    auto const& items = twin.state.layout.items;
    auto const nearest = std::min_element(
        items.begin(), items.end(), [&](layout::Item const& a, layout::Item const& b) {
            return off_px(lifted.screen(a.rect.centre()), middle) <
                   off_px(lifted.screen(b.rect.centre()), middle);
        });
    REQUIRE(nearest != items.end());
    std::string const key = twin.wall.room().at(nearest->touchpoint).key;
    hand.begin(3, lifted.screen(nearest->rect.centre()));
    std::this_thread::sleep_for(80ms);
    hand.end(3);
    CHECK(kiosk.wait_for([&](e2e::Line const& line) {
        return e2e::is_command(line, "open") && line["touchpoint"] == key;
    }));
    kiosk.wait_until_still();
    CHECK(kiosk.last_frame()["open_cards"] == e2e::Line::array({key}));

    // Nothing changes, so nothing is presented, and the processor sleeps.
    auto const drawn = kiosk.lines().size();
    double const cpu_before_ms = kiosk.cpu_ms();
    std::this_thread::sleep_for(5s);
    MESSAGE("processor time in 5 still seconds: " << kiosk.cpu_ms() - cpu_before_ms << " ms");
    CHECK(kiosk.lines().size() == drawn);

    CHECK(kiosk.end(SIGTERM) == 0);
}

TEST_CASE("the mouse works the wall: the wheel zooms, the dock's Home button leads home") {
    NEEDS_X_SERVER();
    test::XServer const server;
    auto const database = demo_database(server.folder());
    test::MouseInjector mouse(server.pointer_socket());
    e2e::KioskProcess kiosk(server, database);
    REQUIRE_MESSAGE(kiosk.wait_for(e2e::is_frame), kiosk.complaints());
    kiosk.wait_until_still();
    e2e::Shown const home(kiosk.last_frame());

    mouse.move(middle);
    mouse.press(4);
    mouse.release(4);
    CHECK(kiosk.wait_for([](auto const& line) { return e2e::is_command(line, "wheel"); }));
    kiosk.wait_until_still();
    CHECK(e2e::Shown(kiosk.last_frame()).scale > home.scale);

    Twin twin(database);
    mouse.move(twin.control(scene::ControlKind::Home));
    mouse.press(1);
    mouse.release(1);
    CHECK(kiosk.wait_for([](auto const& line) { return e2e::is_command(line, "home"); }));
    kiosk.wait_until_still();
    CHECK(e2e::Shown(kiosk.last_frame()).scale == doctest::Approx(home.scale));

    CHECK(kiosk.end(SIGINT) == 0);
}

TEST_CASE("without a display the kiosk leaves with code 3 and says why") {
    test::ScratchFolder const folder;
    auto const database = demo_database(folder.path());
    setenv("DISPLAY", ":4711", 1);
    auto const run = test::run_program({"run", "--db", database.string()});
    CHECK(run.exit_code == 3);
    CHECK(run.err.find("display") != std::string::npos);
    CHECK(run.out.empty());
}
