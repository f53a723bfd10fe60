// Staff at the wall: contacts on the open floor become edits, and nothing is shown before it is
// stored.
#include "app/editing.hpp"

#include <doctest/doctest.h>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "scene/edit_cells.hpp"
#include "scene/edit_controls.hpp"
#include "support/fake_measure.hpp"
#include "support/room_builder.hpp"

using app::EditAnswer;
using app::EditAsk;
using app::EditFate;
using scene::EditAction;

namespace {

model::Room room_with_blueprint() {
    test::RoomBuilder b;
    b.journey("J0", 0).stage("S1").touchpoint("Call").touchpoint("Visit");
    b.journey("J1", 1, "S1").stage("A1").step("I call").touchpoint("Menu");
    b.stage("A2").step("I wait").touchpoint("Text");
    using Lane = model::BlueprintLane;
    auto const node = [&](std::string const& key, std::size_t step, Lane lane) {
        model::BlueprintNode made;
        made.key = key;
        made.journey = model::JourneyId(1);
        made.step = model::StepId(step);
        made.lane = lane;
        made.text = "Text of " + key;
        b.room.blueprint_nodes.push_back(made);
    };
    node("adviser", 0, Lane::Frontstage);
    node("look-up", 0, Lane::Backstage);
    node("planner", 1, Lane::Backstage);
    b.room.blueprint_links.push_back(
        {model::BlueprintNodeId(1), model::BlueprintNodeId(0), model::LinkKind::Needs});
    return b.room;
}

// Two years of one promise whose level drops in the second.
void watch_first(model::Room& room) {
    room.promises.push_back({.touchpoint = model::TouchpointId(0), .wording = "We answer"});
    base::Period month = *base::parse_period("2024-10");
    for (int i = 0; i < 24; ++i, month = base::month_after(month, 1)) {
        model::Observation row;
        row.touchpoint = model::TouchpointId(0);
        row.period = month;
        row.kept = (i < 14 ? 950 : 800) + i % 2;
        row.due = 1000;
        room.observations.push_back(row);
    }
}

// A store that keeps nothing but the room, and refuses when told to.
struct Bench {
    model::Room room;
    metrics::FigureIndex index = metrics::make_index(room);
    base::Catalogue catalogue;
    test::FakeMeasure measure;
    app::AppState state;
    std::vector<model::AppliedEdit> stored;
    std::string refusal;

    app::World world() { return {room, index, catalogue, measure}; }

    explicit Bench(bool staff = true, model::Room made = room_with_blueprint())
        : room(std::move(made)) {
        app::StartOptions options;
        options.size = {1920, 1080};
        options.staff = staff;
        state = app::start(world(), options);
        app::update(world(), state, app::Show{"journey:J1"});
        app::update(world(), state, app::SetBackstage{true});
        app::settle(world(), state);
        state.view.curtain_of = model::JourneyId(1);
        state.view.curtain = 1;
        look_at_floor();
    }

    // All of it fitted, nothing in focus.
    void look_at_floor() {
        state.view.focus = {};
        auto const viewport = scene::map_viewport(state.view.size, app::physical_of(state));
        state.view.camera = scene::fit(state.layout.floors.at(0).rect, viewport, 0);
        state.limits = {};
    }
    void obey(app::Command const& command) {
        app::update(world(), state, command);
        auto const asked = std::exchange(state.asked, std::nullopt);
        if (asked) app::edited(world(), state, answer(*asked));
    }
    EditAnswer answer(EditAsk const& ask) {
        auto const* edit = std::get_if<model::Edit>(&ask);
        if (edit == nullptr || !refusal.empty()) return {EditFate::Refused, refusal, "", ""};
        auto const result = model::apply(room, *edit);
        if (auto const* problem = std::get_if<model::EditProblem>(&result))
            return {EditFate::Refused, problem->text, "", ""};
        stored.push_back(std::get<model::AppliedEdit>(result));
        return {EditFate::Stored, {}, std::string(model::name_of(*edit)), "", model::JourneyId(1)};
    }

    base::ScreenPoint centre_of(std::string const& key) {
        auto const box = scene::floor_box(state.layout, state.view, model::find_node(room, key));
        REQUIRE(box);
        return on_screen(box->centre());
    }
    base::ScreenPoint on_screen(layout::WorldPoint point) {
        return scene::to_screen(state.view.camera, app::chrome_of(world(), state).map, point);
    }
    scene::Control control(EditAction action, std::string const& label = {}) {
        scene::Chrome const chrome = app::chrome_of(world(), state);
        for (scene::Control const& one : chrome.controls) {
            bool const named = label.empty() || one.label == label;
            if (one.kind == scene::ControlKind::Edit && one.edit == action && named) return one;
        }
        FAIL("no such control");
        return {};
    }
    bool has(EditAction action) {
        scene::Chrome const chrome = app::chrome_of(world(), state);
        return std::any_of(chrome.controls.begin(), chrome.controls.end(), [&](auto const& one) {
            return one.kind == scene::ControlKind::Edit && one.edit == action;
        });
    }
    void press(EditAction action, std::string const& label = {}) {
        obey(app::TapAt{control(action, label).rect.centre()});
    }
    void drag(scene::EditDrag::What what, base::ScreenPoint from, base::ScreenPoint to) {
        obey(app::DragEdit{what, from, from + (to - from) * 0.5});
        obey(app::DragEdit{what, from + (to - from) * 0.5, to});
        obey(app::DropEdit{to});
    }
    model::BlueprintNode const& node(std::string const& key) {
        return room.blueprint_nodes[model::find_node(room, key).index()];
    }
};

}  // namespace

TEST_CASE("without staff nothing can be taken in hand, and an edit is refused with a sentence") {
    Bench bench(false);
    CHECK_FALSE(bench.has(EditAction::Undo));
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    CHECK(bench.state.view.editing.node.empty());
    bench.obey(app::EditBlueprint{model::RemoveNode{"planner"}});
    CHECK(bench.stored.empty());
    CHECK(bench.state.view.status == "edit.not-staff");
}

TEST_CASE("a node held comes into the hand with its panel, and a tap beside it puts it down") {
    Bench bench;
    CHECK_FALSE(bench.has(EditAction::Panel));
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    CHECK(bench.state.view.editing.node == "planner");
    CHECK(bench.control(EditAction::Panel).label == "Text of planner");
    bench.press(EditAction::Close);
    CHECK(bench.state.view.editing.node.empty());
    bench.obey(app::HoldAt{bench.centre_of("look-up")});
    CHECK(bench.state.view.editing.node == "look-up");
    auto const beside = bench.centre_of("adviser");
    bench.obey(app::TapAt{beside});
    CHECK(bench.state.view.editing.node.empty());
    CHECK(bench.stored.empty());
}

TEST_CASE(
    "a finger on the node in hand drags it, one on its port draws a link; a lost one does "
    "neither") {
    app::GestureSettings settings;
    settings.view = {1920, 1080};
    app::Gestures gestures(settings);
    using Kind = app::ContactTarget::Kind;
    for (Kind const kind : {Kind::Node, Kind::Port}) {
        auto const said = [&](app::Phase phase, double t_ms, double x) {
            auto const on = [&](base::ScreenPoint) { return app::ContactTarget{kind, {}}; };
            std::string names;
            for (app::Command const& command : gestures.handle({1, phase, {x, 500}, t_ms}, on))
                names += std::string(app::name_of(command)) + " ";
            return names;
        };
        CHECK(said(app::Phase::Begin, 0, 500).empty());
        CHECK(said(app::Phase::Move, 700, 520) == "drag-edit ");
        CHECK(said(app::Phase::Move, 720, 560) == "drag-edit ");
        CHECK(said(app::Phase::End, 740, 560) == "drop-edit ");
        CHECK(said(app::Phase::Begin, 2000, 500).empty());
        CHECK(said(app::Phase::Move, 2010, 540) == "drag-edit ");
        CHECK(said(app::Phase::Cancel, 2020, 540) == "leave-edit ");
        CHECK(said(app::Phase::Begin, 4000, 500).empty());
        CHECK(said(app::Phase::End, 4050, 500) == "tap ");
        gestures.advance(9000);
    }
}

TEST_CASE("the panel marks fail points, waits, unlinks and removes") {
    Bench bench;
    bench.obey(app::HoldAt{bench.centre_of("look-up")});
    bench.press(EditAction::FailPoint);
    CHECK(bench.node("look-up").fail_point == true);
    CHECK(bench.control(EditAction::FailPoint).on);
    bench.press(EditAction::WaitMore);
    bench.press(EditAction::WaitMore);
    CHECK(bench.node("look-up").wait_minutes == 2);
    bench.press(EditAction::WaitLess);
    bench.press(EditAction::WaitLess);
    CHECK_FALSE(bench.node("look-up").wait_minutes);
    bench.press(EditAction::Unlink);
    CHECK(bench.room.blueprint_links.empty());
    bench.press(EditAction::Remove);
    CHECK_FALSE(model::find_node(bench.room, "look-up"));
    CHECK(bench.state.view.editing.node.empty());
    CHECK(bench.stored.size() == 7);
}

TEST_CASE("waits grow and shrink in steps that fit their size") {
    CHECK(scene::longer_wait(0) == 1);
    CHECK(scene::longer_wait(9) == 10);
    CHECK(scene::longer_wait(10) == 15);
    CHECK(scene::longer_wait(55) == 60);
    CHECK(scene::longer_wait(60) == 120);
    CHECK(scene::longer_wait(1440) == 2880);
    CHECK(scene::shorter_wait(2880) == 1440);
    CHECK(scene::shorter_wait(1440) == 1380);
    CHECK(scene::shorter_wait(60) == 55);
    CHECK(scene::shorter_wait(10) == 9);
    CHECK(scene::shorter_wait(0.5) == 0);
}

TEST_CASE("a node dragged to another cell moves there; dropped outside it stays") {
    Bench bench;
    auto const from = bench.centre_of("planner");
    bench.obey(app::HoldAt{from});
    scene::EditCell target;
    for (scene::EditCell const& cell : scene::empty_cells(bench.state.layout, bench.state.view)) {
        if (cell.lane == model::BlueprintLane::Support && cell.step == model::StepId(0))
            target = cell;
    }
    bench.drag(scene::EditDrag::What::Node, from, bench.on_screen(target.rect.centre()));
    REQUIRE(bench.stored.size() == 1);
    CHECK((bench.stored[0].done ==
           model::Edit(model::MoveNode{"planner", "step1", model::BlueprintLane::Support, 2})));
    CHECK(bench.state.view.editing.node == "planner");
    bench.drag(scene::EditDrag::What::Node, bench.centre_of("planner"), {1, 1});
    CHECK(bench.stored.size() == 1);
    CHECK_FALSE(bench.state.view.editing.drag);
}

TEST_CASE("a card in hand that stands under the undo button does not cover it") {
    Bench bench;
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    auto const undo = bench.control(EditAction::Undo).rect.centre();
    auto const off = bench.centre_of("planner") - undo;
    scene::Camera& camera = bench.state.view.camera;
    camera.centre = camera.centre + layout::WorldPoint{off.x, off.y} * (1 / camera.scale);
    REQUIRE(bench.control(EditAction::Node).rect.contains(undo));
    auto const at = app::control_at(app::chrome_of(bench.world(), bench.state), undo);
    REQUIRE(at);
    CHECK(at->edit == EditAction::Undo);
}

TEST_CASE("a link drawn from the port to another node asks for its kind") {
    Bench bench;
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    auto const port = bench.control(EditAction::Port).rect.centre();
    bench.drag(scene::EditDrag::What::Link, port, bench.centre_of("adviser"));
    CHECK(bench.stored.empty());
    bench.press(EditAction::Kind, "edit.kind.waits");
    REQUIRE(bench.stored.size() == 1);
    CHECK((bench.stored[0].done ==
           model::Edit(model::LinkNodes{"planner", "adviser", model::LinkKind::Waits, 1})));
    bench.drag(scene::EditDrag::What::Link, port, port);
    CHECK_FALSE(bench.state.view.editing.link);
}

TEST_CASE("new words are typed on the wall's keys or on a keyboard") {
    Bench bench;
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    bench.press(EditAction::Retitle);
    CHECK(bench.control(EditAction::Keyboard).label == "Text of planner");
    for (int i = 0; i < 15; ++i)
        bench.press(EditAction::Erase);
    CHECK_FALSE(bench.control(EditAction::Finish).enabled);
    bench.press(EditAction::Capitals);
    bench.press(EditAction::Key, "P");
    bench.press(EditAction::FurtherLetters);
    bench.press(EditAction::Key, "ä");
    bench.obey(app::TypeText{"ß"});
    bench.obey(app::TypeKey{app::TypeKey::Key::Finish});
    CHECK(bench.node("planner").text == "Päß");
    CHECK_FALSE(bench.state.view.editing.text);
    bench.press(EditAction::Retitle);
    bench.obey(app::TypeText{"!"});
    bench.press(EditAction::Cancel);
    CHECK(bench.node("planner").text == "Päß");
    bench.press(EditAction::Retitle);
    bench.obey(app::Back{});
    CHECK_FALSE(bench.state.view.editing.text);
    CHECK(bench.state.view.editing.node == "planner");
    bench.obey(app::Back{});
    CHECK(bench.state.view.editing.node.empty());
}

TEST_CASE("keys are at least 20 mm on panels of any size, and stay on the picture") {
    for (double const diagonal_in : {55.0, 86.0, 98.0}) {
        Bench bench;
        bench.state.diagonal_in = diagonal_in;
        bench.obey(app::Resize{{3840, 2160}});
        bench.state.view.editing.text.emplace();
        scene::Chrome const chrome = app::chrome_of(bench.world(), bench.state);
        double const least = 20 * app::physical_of(bench.state).px_per_mm - 1e-6;
        int keys = 0;
        for (scene::Control const& one : chrome.controls) {
            if (one.kind != scene::ControlKind::Edit || one.edit < EditAction::Key) continue;
            CHECK(one.rect.w >= least);
            CHECK(one.rect.h >= least);
            CHECK(one.rect.x >= 0);
            CHECK(one.rect.right() <= 3840);
            CHECK(one.rect.bottom() <= chrome.map.bottom() + 1e-6);
            ++keys;
        }
        CHECK(keys == 50);
    }
}

TEST_CASE("the plus of an empty cell makes a node there, in hand") {
    Bench bench;
    scene::Control const plus = bench.control(EditAction::Add);
    bench.obey(app::TapAt{plus.rect.centre()});
    bench.obey(app::TypeText{"Someone answers"});
    bench.press(EditAction::Finish);
    REQUIRE(bench.stored.size() == 1);
    auto const& add = std::get<model::AddNode>(bench.stored[0].done);
    CHECK(add.lane == plus.lane);
    CHECK(add.step == bench.room.at(plus.step).key);
    CHECK(bench.node(add.node).text == "Someone answers");
    CHECK(bench.state.view.editing.node == add.node);
}

TEST_CASE("through what lies over the floor no plus is pressed") {
    Bench bench;
    auto const pluses = [&bench] {
        scene::Chrome const chrome = app::chrome_of(bench.world(), bench.state);
        return std::count_if(
            chrome.controls.begin(), chrome.controls.end(), [](scene::Control const& control) {
                return control.kind == scene::ControlKind::Edit && control.edit == EditAction::Add;
            });
    };
    CHECK(pluses() > 0);
    bench.state.view.lenses_open = true;
    CHECK(pluses() == 0);
    bench.state.view.lenses_open = false;
    scene::OpenEvidence sheet;
    sheet.evidence.touchpoint = model::TouchpointId(std::size_t{0});
    bench.state.view.evidence.push_back(sheet);
    CHECK(pluses() == 0);
}

TEST_CASE("what the store refuses is not shown as done, and the status says why") {
    Bench bench;
    bench.refusal = "The disk is full.";
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    auto const before = bench.room;
    bench.press(EditAction::FailPoint);
    CHECK((bench.room == before));
    CHECK(bench.state.view.status == "The disk is full.");
    CHECK_FALSE(bench.control(EditAction::FailPoint).on);
    bench.refusal.clear();
    bench.press(EditAction::FailPoint);
    CHECK(bench.state.view.status.empty());
}

TEST_CASE("words that are not changed are no edit") {
    Bench bench;
    bench.obey(app::HoldAt{bench.centre_of("planner")});
    bench.press(EditAction::Retitle);
    bench.press(EditAction::Finish);
    CHECK_FALSE(bench.state.view.editing.text);
    CHECK(bench.stored.empty());
}

TEST_CASE("words that the store refuses stay on the keyboard and can be sent again") {
    for (bool const added : {true, false}) {
        CAPTURE(added);
        Bench bench;
        bench.refusal = "The disk is full.";
        if (added) {
            bench.press(EditAction::Add);
        } else {
            bench.obey(app::HoldAt{bench.centre_of("planner")});
            bench.press(EditAction::Retitle);
        }
        bench.obey(app::TypeText{"Someone answers"});
        std::string const typed = bench.state.view.editing.text->text;
        bench.press(EditAction::Finish);
        REQUIRE(bench.state.view.editing.text);
        CHECK(bench.state.view.editing.text->text == typed);
        CHECK(bench.state.view.status == "The disk is full.");
        bench.refusal.clear();
        bench.press(EditAction::Finish);
        CHECK_FALSE(bench.state.view.editing.text);
        REQUIRE(bench.stored.size() == 1);
        CHECK(std::any_of(bench.room.blueprint_nodes.begin(), bench.room.blueprint_nodes.end(),
                          [&](auto const& node) { return node.text == typed; }));
        // A later refusal brings no old words back.
        bench.refusal = "The disk is full.";
        bench.obey(app::UndoEdit{});
        CHECK_FALSE(bench.state.view.editing.text);
    }
}

TEST_CASE("the camera stays where it is when an edit remakes the floor") {
    Bench bench;
    auto const camera = bench.state.view.camera;
    bench.obey(app::EditBlueprint{model::RemoveNode{"adviser"}});
    CHECK((bench.state.view.camera == camera));
    bench.obey(app::EditBlueprint{model::AddNode{.node = "x",
                                                 .journey = "J1",
                                                 .step = "step1",
                                                 .lane = model::BlueprintLane::Policy,
                                                 .text = "A rule",
                                                 .links = {}}});
    CHECK((bench.state.view.camera == camera));
    CHECK(bench.state.view.editing.undo == "add");
}

TEST_CASE("staff accept the level of a signal on its card, with a reason, and others do not") {
    model::Room room = room_with_blueprint();
    watch_first(room);
    for (bool const staff : {true, false}) {
        CAPTURE(staff);
        Bench bench(staff, room);
        bench.obey(app::OpenTouchpoint{model::TouchpointId(0)});
        REQUIRE(bench.has(EditAction::AcceptLevel) == staff);
        if (!staff) continue;
        bench.press(EditAction::AcceptLevel);
        app::type_text(bench.state, "The second shift is gone");
        bench.press(EditAction::Finish);
        REQUIRE(bench.stored.size() == 1);
        CHECK((bench.stored[0].done ==
               model::Edit(model::SetBaseline{"T1", base::to_date({2025, 12, 1}),
                                              "The second shift is gone"})));
        CHECK(bench.room.baselines.size() == 1);
    }
}
