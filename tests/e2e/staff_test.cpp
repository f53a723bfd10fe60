// Hands that change things, on a real X server: staff add, drag and take back a card of the
// blueprint; a visitor pulls a mark of the grid to where it can be read.
#include <doctest/doctest.h>

#include "e2e/needs_x_server.hpp"
#include "e2e/twin.hpp"
#include "support/touch_injector.hpp"

namespace {

using namespace std::chrono_literals;
using base::ScreenPoint;
using e2e::Line;
using e2e::Twin;
using scene::Control;
using scene::ControlKind;
using scene::EditAction;

std::filesystem::path imported(std::filesystem::path const& database) {
    auto const run =
        test::run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", database.string()});
    REQUIRE_MESSAGE(run.exit_code == 0, run.err);
    return database;
}

// One person at two walls: the kiosk on its X server and its twin.
struct Person {
    test::TouchInjector fingers;
    e2e::KioskProcess& kiosk;
    Twin& twin;

    // Apart enough not to be a double tap.
    void tap(ScreenPoint at) {
        twin.tap(at);
        fingers.begin(1, at);
        std::this_thread::sleep_for(80ms);
        fingers.end(1);
        std::this_thread::sleep_for(600ms);
    }
    void tap(Twin::Wanted const& wanted) { tap(twin.place_of(wanted)); }
    void press(EditAction action, std::string const& label = {}) {
        tap([&](Control const& one) {
            return one.kind == ControlKind::Edit && one.edit == action &&
                   (label.empty() || one.label == label);
        });
    }
    void drag(ScreenPoint from, ScreenPoint to) {
        constexpr int steps = 20;
        twin.drag(from, to, steps);
        fingers.begin(1, from);
        for (int i = 1; i <= steps; ++i) {
            std::this_thread::sleep_for(20ms);
            fingers.move(1, from + (to - from) * (static_cast<double>(i) / steps));
        }
        fingers.end(1);
        std::this_thread::sleep_for(600ms);
    }
};

std::size_t count_commands(e2e::KioskProcess const& kiosk, std::string const& name) {
    auto const lines = kiosk.lines();
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [&](Line const& line) { return e2e::is_command(line, name); }));
}

bool is_edit(Line const& line, std::string const& edit) {
    return e2e::is_command(line, "edit") && line.value("edit", "") == edit;
}

}  // namespace

TEST_CASE("staff type a card onto the floor, drag it to another cell and take both back") {
    NEEDS_X_SERVER();
    test::XServer const server;
    auto const file = imported(server.folder() / "room.sqlite");
    auto const twin_file = imported(server.folder() / "twin.sqlite");
    model::Room const before = storage::load_room(file);
    e2e::KioskProcess kiosk(server, file, {"--staff", "--journey", "J2"});
    REQUIRE_MESSAGE(kiosk.wait_for(e2e::is_frame), kiosk.complaints());
    kiosk.wait_until_still();
    Twin twin(twin_file, Twin::Person::Staff);
    twin.obey(app::Show{"journey:J2"});
    Person staff{test::TouchInjector(server.touch_socket()), kiosk, twin};

    staff.tap([](Control const& one) { return one.kind == ControlKind::Backstage; });
    REQUIRE(kiosk.wait_for([](Line const& line) { return e2e::is_command(line, "backstage"); }));
    kiosk.wait_until_still();

    // Typed on the wall's own keys.
    staff.press(EditAction::Add);
    for (char const* key : {"V", "a", "n"})
        staff.press(EditAction::Key, key);
    staff.press(EditAction::Finish);
    REQUIRE(kiosk.wait_for([](Line const& line) { return is_edit(line, "add"); }));
    model::Room const with_card = storage::load_room(file);
    REQUIRE(with_card.blueprint_nodes.size() == before.blueprint_nodes.size() + 1);
    CHECK(with_card.blueprint_nodes.back().text == "Van");
    CHECK((with_card == twin.room()));

    // In hand since it was made: a drag carries it.
    kiosk.wait_until_still();
    std::string const key = with_card.blueprint_nodes.back().key;
    auto const cells = scene::empty_cells(twin.state().layout, twin.state().view);
    auto const found = std::find_if(cells.rbegin(), cells.rend(), [&](scene::EditCell const& cell) {
        return twin.is_map(twin.on_screen(cell.rect.centre()));
    });
    REQUIRE(found != cells.rend());
    scene::EditCell const target = *found;
    staff.drag(twin.place_of(model::find_node(twin.room(), key)),
               twin.on_screen(target.rect.centre()));
    REQUIRE(kiosk.wait_for(
        [&](Line const& line) { return is_edit(line, "move") && line["node"] == key; }));
    model::Room const moved = storage::load_room(file);
    auto const& card = moved.blueprint_nodes[model::find_node(moved, key).index()];
    CHECK(card.step == target.step);
    CHECK(card.lane == target.lane);
    CHECK((moved == twin.room()));

    for (std::size_t i = 1; i <= 2; ++i) {
        kiosk.wait_until_still();
        staff.press(EditAction::Undo);
        REQUIRE(kiosk.wait_for([&](Line const&) { return count_commands(kiosk, "undo") == i; }));
    }
    CHECK((storage::load_room(file) == before));
    auto const history = storage::load_history(file);
    REQUIRE(history.size() == 4);
    CHECK(history[0].level == model::EditLevel::Staff);
    CHECK(history[0].at_ms.value_or(0) > 1'700'000'000'000);
    CHECK(kiosk.end(SIGTERM) == 0);
    CHECK((storage::load_room(file) == before));
}

TEST_CASE("a visitor pulls a mark of the grid nearer, and a tap there opens its touchpoint") {
    NEEDS_X_SERVER();
    test::XServer const server;
    auto const file = imported(server.folder() / "room.sqlite");
    e2e::KioskProcess kiosk(server, file);
    REQUIRE_MESSAGE(kiosk.wait_for(e2e::is_frame), kiosk.complaints());
    kiosk.wait_until_still();
    Twin twin(file, Twin::Person::Visitor);
    Person visitor{test::TouchInjector(server.touch_socket()), kiosk, twin};

    visitor.tap([](Control const& one) { return one.kind == ControlKind::More; });
    REQUIRE(kiosk.wait_for([](Line const& line) { return e2e::is_command(line, "more"); }));
    kiosk.wait_until_still();
    visitor.tap([](Control const& one) {
        return one.kind == ControlKind::BoardChoice && one.board == scene::Board::Importance;
    });
    REQUIRE(kiosk.wait_for([](Line const& line) {
        return e2e::is_command(line, "board") && line["view"] == "board:importance";
    }));
    kiosk.wait_until_still();

    auto const marks =
        twin.controls([](Control const& one) { return one.kind == ControlKind::BoardMark; });
    REQUIRE(marks.size() > 3);
    // The lowest, which is the one that nobody far away can read, up to the eyes of a child.
    auto const lowest =
        std::max_element(marks.begin(), marks.end(),
                         [](Control const& a, Control const& b) { return a.rect.y < b.rect.y; });
    model::TouchpointId const id = lowest->touchpoint;
    ScreenPoint const from = lowest->rect.centre();
    visitor.drag(from, from + ScreenPoint{0, -500});
    REQUIRE(kiosk.wait_for([&](Line const& line) {
        return line.value("gesture", "") == "drag-mark" &&
               line["touchpoint"] == twin.room().at(id).key;
    }));
    kiosk.wait_until_still();
    ScreenPoint const now = twin.place_of([&](Control const& one) {
        return one.kind == ControlKind::BoardMark && one.touchpoint == id;
    });
    CHECK(now.y < from.y - 400);
    visitor.tap(now);
    CHECK(kiosk.wait_for([&](Line const& line) {
        return e2e::is_command(line, "open") && line["touchpoint"] == twin.room().at(id).key;
    }));
    CHECK(kiosk.end(SIGTERM) == 0);
}
