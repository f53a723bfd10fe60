// Staff at the wall and another program edit one room: nothing that was answered is lost, and
// nobody takes back what the other did.
#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include "metrics/cause_chain.hpp"
#include "program.hpp"
#include "running_wall.hpp"
#include "storage/room_store.hpp"

using shell_test::check_as_fresh;
using shell_test::edit_from_outside;
using shell_test::lit_keys;
using shell_test::on_the_floor;
using shell_test::reorder_from_outside;
using shell_test::Running;
using shell_test::says;
using shell_test::Who;
using test::ScratchFolder;

TEST_CASE(
    "a press that comes before the wall has looked is refused, and the wall follows at once") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    on_the_floor(running);
    running.obey(app::EditBlueprint{model::RetitleNode{"crm", "Ours"}});
    edit_from_outside(file, {model::RetitleNode{"crm", "Theirs"}});
    running.obey(app::EditBlueprint{model::RemoveNode{"crm"}});
    CHECK(running.status() ==
          "Not saved, nothing was changed: Another program changed this room: look, and press "
          "again.");
    CHECK(running.follower.follow(running.now_ms));
    CHECK(says(running.status(), "What was pressed last is not saved: look, and press again."));
    CHECK((running.wall.room() == storage::load_room(file)));
    check_as_fresh(running);
    running.obey(app::EditBlueprint{model::RemoveNode{"crm"}});
    CHECK(running.status().empty());
    CHECK((running.wall.room() == storage::load_room(file)));
    CHECK_FALSE(model::find_node(running.wall.room(), "crm").valid());
}

TEST_CASE("what the wall did before another program's change is not undone over it") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    on_the_floor(running);
    running.obey(app::EditBlueprint{model::RetitleNode{"crm", "Ours"}});
    CHECK(running.session.state().view.editing.undo == "retitle");
    edit_from_outside(file, {model::RetitleNode{"crm", "Theirs"}});
    CHECK(running.wait());
    CHECK(running.session.state().view.editing.undo.empty());
    CHECK(says(running.status(), "can no longer be taken back here"));
    model::Room const theirs = storage::load_room(file);
    running.obey(app::UndoEdit{});
    CHECK(running.status() ==
          "There is nothing to undo since another program changed the blueprint.");
    running.obey(app::RedoEdit{});
    CHECK((storage::load_room(file) == theirs));
    // From there on all is as ever.
    running.obey(app::EditBlueprint{model::RemoveNode{"scheduler"}});
    running.obey(app::EditBlueprint{model::RemoveNode{"van-stock"}});
    running.obey(app::UndoEdit{});
    running.obey(app::UndoEdit{});
    CHECK((storage::load_room(file) == theirs));
    CHECK((running.wall.room() == theirs));
    running.obey(app::UndoEdit{});
    CHECK((storage::load_room(file) == theirs));
    running.obey(app::RedoEdit{});
    CHECK_FALSE(model::find_node(running.wall.room(), "scheduler").valid());
    // All that was ever answered is in the history.
    CHECK(storage::load_history(file).size() == 7);
}

TEST_CASE("an edit that another program took back is not done again over it") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    running.obey(app::EditBlueprint{model::RetitleNode{"crm", "Ours"}});
    model::Room const ours = storage::load_room(file);
    {
        storage::EditStore other(file);
        REQUIRE(std::holds_alternative<storage::StoredEdit>(other.undo({})));
    }
    CHECK(running.wait());
    CHECK(running.session.state().view.editing.redo.empty());
    running.obey(app::RedoEdit{});
    CHECK(says(running.status(), "since another program changed the blueprint"));
    {
        // Done and taken back between two looks: the blueprint is as it was, the history is not.
        storage::EditStore other(file);
        REQUIRE(std::holds_alternative<storage::StoredEdit>(
            other.apply(model::RetitleNode{"crm", "Theirs"}, {})));
        REQUIRE(std::holds_alternative<storage::StoredEdit>(other.undo({})));
    }
    running.obey(app::RedoEdit{});
    CHECK(says(running.status(), "since another program changed the blueprint"));
    CHECK_FALSE((storage::load_room(file) == ours));
    CHECK((storage::load_room(file) == running.wall.room()));
}

namespace {

model::Edit any_edit(model::Room const& room, std::mt19937& random, int round) {
    auto const any = [&random](std::size_t count) { return random() % count; };
    auto const& nodes = room.blueprint_nodes;
    model::BlueprintNode const& node = nodes[any(nodes.size())];
    model::BlueprintNode const& other = nodes[any(nodes.size())];
    std::string const number = std::to_string(round);
    switch (any(7)) {
        case 0:
            return model::RetitleNode{node.key, "Words of round " + number};
        case 1:
            return model::AddNode{.node = "new-" + number,
                                  .journey = room.at(node.journey).key,
                                  .step = node.step ? room.at(node.step).key : "",
                                  .lane = node.lane,
                                  .text = "New in round " + number,
                                  .place = any(nodes.size()),
                                  .links = {}};
        case 2:
            return model::RemoveNode{node.key};
        case 3:
            return model::MoveNode{node.key, "", other.lane, any(nodes.size())};
        case 4:
            return model::LinkNodes{node.key, other.key, model::LinkKind::Triggers, {}};
        case 5:
            return model::SetWait{node.key, static_cast<double>(any(900))};
        default:
            return model::MarkFailPoint{node.key, !node.fail_point.value_or(false)};
    }
}

}  // namespace

TEST_CASE("after any edits of others and of its own the wall is as one that is opened now") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    on_the_floor(running);
    std::mt19937 random(1);
    int taken_over = 0;
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        model::Room const& room = running.wall.room();
        if (round % 5 == 0 && !room.blueprint_nodes.empty()) {
            running.obey(app::Light{
                metrics::failure_of(room,
                                    model::BlueprintNodeId(random() % room.blueprint_nodes.size())),
                random() % 2 == 0});
        }
        auto const lit = lit_keys(running);
        switch (random() % 4) {
            case 0:
                running.obey(app::EditBlueprint{any_edit(room, random, round)});
                break;
            case 1:
                if (random() % 2 == 0) {
                    running.obey(app::UndoEdit{});
                } else {
                    running.obey(app::RedoEdit{});
                }
                break;
            case 2: {
                storage::EditStore other(file);
                for (int i = 0; i < 3; ++i)
                    other.apply(any_edit(storage::load_room(file), random, 1000 + 10 * round + i),
                                {});
                if (random() % 3 == 0) other.undo({});
                break;
            }
            default:
                reorder_from_outside(file);
                break;
        }
        bool const took = running.wait();
        taken_over += took ? 1 : 0;
        REQUIRE((running.wall.room() == storage::load_room(file)));
        if (took) {
            std::vector<std::string> expected = lit;
            std::erase_if(expected, [&](std::string const& key) {
                return !model::find_node(running.wall.room(), key).valid();
            });
            CHECK(lit_keys(running) == expected);
        }
        check_as_fresh(running);
    }
    CHECK(taken_over > 50);
}
