#include <doctest/doctest.h>

#include "support/random_edits.hpp"

using namespace model;

namespace {

AppliedEdit done(Room& room, Edit const& edit) {
    EditResult const result = apply(room, edit);
    if (auto const* problem = std::get_if<EditProblem>(&result)) FAIL(problem->text);
    return std::get<AppliedEdit>(result);
}

// Refused, and the room is as it was.
EditProblem refused(Room room, Edit const& edit) {
    Room const before = room;
    EditResult const result = apply(room, edit);
    CHECK((room == before));
    auto const* problem = std::get_if<EditProblem>(&result);
    REQUIRE(problem != nullptr);
    return *problem;
}

AddNode new_node(std::string const& key) {
    return {.node = key, .journey = "J1", .step = "step1", .text = "New", .links = {}};
}

}  // namespace

TEST_CASE("taking back a random sequence of edits restores the room, step by step") {
    for (std::size_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        Room room = test::blueprint_room();
        std::vector<Room> rooms{room};
        std::vector<AppliedEdit> edits;
        std::size_t refusals = 0;
        for (int i = 0; i < 120; ++i) {
            Edit const edit = test::EditDice(room, dice).edit();
            EditResult const result = apply(room, edit);
            if (auto const* applied = std::get_if<AppliedEdit>(&result)) {
                edits.push_back(*applied);
                rooms.push_back(room);
            } else {
                ++refusals;
                CHECK((room == rooms.back()));
            }
        }
        CHECK(edits.size() > 60);
        CHECK(refusals < 60);
        // Back to the first room, forwards to the last one, and back again.
        for (std::size_t i = edits.size(); i-- > 0;) {
            CHECK((done(room, edits[i].inverse).inverse == edits[i].done));
            CHECK((room == rooms[i]));
        }
        for (std::size_t i = 0; i < edits.size(); ++i) {
            CHECK((done(room, edits[i].done).inverse == edits[i].inverse));
            CHECK((room == rooms[i + 1]));
        }
        for (std::size_t i = edits.size(); i-- > 0;)
            done(room, edits[i].inverse);
        CHECK((room == rooms.front()));
    }
}

TEST_CASE("a node that is removed takes its links along and brings them back to their places") {
    Room room = test::blueprint_room();
    Room const before = room;
    std::size_t const links = room.blueprint_links.size();
    AppliedEdit const removed = done(room, RemoveNode{"n4"});
    CHECK(!find_node(room, "n4"));
    CHECK(room.blueprint_links.size() == links - 4);  // from n3 thrice, to n5
    for (BlueprintLink const& link : room.blueprint_links) {
        CHECK(link.from.index() < room.blueprint_nodes.size());
        CHECK(link.to.index() < room.blueprint_nodes.size());
    }
    done(room, removed.inverse);
    CHECK((room == before));
}

TEST_CASE("an edit says what it left open: places, lanes and kinds") {
    Room room = test::blueprint_room();
    CHECK((done(room, new_node("x")).done == Edit(AddNode{.node = "x",
                                                          .journey = "J1",
                                                          .step = "step1",
                                                          .text = "New",
                                                          .place = 12,
                                                          .links = {}})));
    AppliedEdit const moved = done(room, MoveNode{"x", "step3", {}, {}});
    CHECK((moved.done == Edit(MoveNode{"x", "step3", BlueprintLane::Backstage, 12})));
    CHECK((moved.inverse == Edit(MoveNode{"x", "step1", BlueprintLane::Backstage, 12})));
    std::size_t const links = room.blueprint_links.size();
    AppliedEdit const linked = done(room, LinkNodes{"x", "n1", LinkKind::Waits, {}});
    CHECK((linked.done == Edit(LinkNodes{"x", "n1", LinkKind::Waits, links})));
    CHECK((done(room, UnlinkNodes{"x", "n1", {}, {}}).done ==
           Edit(UnlinkNodes{"x", "n1", LinkKind::Waits, links})));
}

TEST_CASE("a moved node keeps its links, wherever it goes in the order of the file") {
    Room room = test::blueprint_room();
    for (std::size_t place : {0U, 11U, 5U}) {
        done(room, MoveNode{"n7", {}, {}, place});
        CHECK(find_node(room, "n7").index() == place);
        for (std::size_t i = 0; i + 1 < 12; ++i) {
            BlueprintLink const& link = room.blueprint_links[i];
            CHECK(room.blueprint_nodes[link.from.index()].key == "n" + std::to_string(i));
            CHECK(room.blueprint_nodes[link.to.index()].key == "n" + std::to_string(i + 1));
        }
    }
}

TEST_CASE("what no pack could say is refused with its field and its reason") {
    Room const room = test::blueprint_room();
    CHECK(refused(room, RemoveNode{"nobody"}).text == "the room has no blueprint node \"nobody\"");
    CHECK(refused(room, new_node("n1")).text ==
          "there is a blueprint node \"n1\" already; choose another key");
    CHECK(refused(room, new_node("a b")).member == "node");
    AddNode elsewhere = new_node("x");
    elsewhere.step = "step4";
    CHECK(refused(room, elsewhere).text ==
          "the step \"step4\" belongs to another journey than \"J1\"");
    CHECK(refused(room, MoveNode{"n0", "step4", {}, {}}).member == "step");
    CHECK(refused(room, MoveNode{"n0", "step9", {}, {}}).text ==
          "the journey \"J1\" has no step \"step9\"");
    CHECK(refused(room, MoveNode{"n0", {}, {}, 12}).member == "place");
    CHECK(refused(room, LinkNodes{"n0", "n0", {}, {}}).member == "to");
    CHECK(refused(room, LinkNodes{"n0", "n1", LinkKind::None, {}}).text ==
          "there is such a link from \"n0\" to \"n1\" already");
    CHECK(refused(room, UnlinkNodes{"n0", "n5", {}, {}}).text ==
          "there is no such link from \"n0\" to \"n5\"");
    CHECK(refused(room, UnlinkNodes{"n3", "n4", {}, {}}).text ==
          "several links lead from \"n3\" to \"n4\"; say which kind");
    CHECK(refused(room, RetitleNode{"n0", ""}).member == "text");
    CHECK(refused(room, RetitleNode{"n0", std::string(4097, 'x')}).member == "text");
    CHECK(refused(room, RetitleNode{"n0", "\xff"}).member == "text");
    CHECK(refused(room, RetitleNode{"n0", "bell\a"}).member == "text");
    CHECK(refused(room, RetitleNode{"n0", "turned\u202E"}).member == "text");
    for (std::string const sign : {"\u0085", "\u0092", "\u2028", "\u2066", "\uFEFF", "\uFFF9"})
        CHECK(refused(room, RetitleNode{"n0", "x" + sign}).text.starts_with("the text holds a "));
    CHECK(refused(room, SetWait{"n0", -1.0}).member == "minutes");
    AddNode unheld = new_node("x");
    unheld.component = "none";
    CHECK(refused(room, unheld).text == "the room has no component \"none\"");
    AddNode strangers = new_node("x");
    strangers.links = {{"n0", "n2", {}, {}}};
    CHECK(refused(room, strangers).member == "links");
}

TEST_CASE("a fresh key is one that no node has") {
    Room room = test::blueprint_room();
    CHECK(fresh_node_key(room, "stock") == "stock");
    CHECK(fresh_node_key(room, "n1") == "n1-2");
    done(room, new_node("n1-2"));
    CHECK(fresh_node_key(room, "n1") == "n1-3");
    CHECK(fresh_node_key(room, std::string(80, 'k')).size() <= 64);
}

TEST_CASE("a level is accepted with a reason, from the first day of its month") {
    Room room = test::blueprint_room();
    auto const first = done(room, SetBaseline{"T2", base::to_date({2026, 4, 17}), "A new depot"});
    auto const second = done(room, SetBaseline{"T1", base::to_date({2026, 5, 1}), "New phones"});
    REQUIRE(room.baselines.size() == 2);
    CHECK(room.baselines[0].touchpoint == find_touchpoint(room, "T1"));
    CHECK(room.baselines[1].from == base::to_date({2026, 4, 1}));
    CHECK((std::get<SetBaseline>(second.inverse) == SetBaseline{"T1", {}, {}}));
    auto const later = done(room, SetBaseline{"T2", base::to_date({2026, 6, 1}), "Another"});
    CHECK((done(room, later.inverse).done == first.done));
    done(room, SetBaseline{"T2", {}, {}});
    CHECK(baseline_of(room, find_touchpoint(room, "T2")) == nullptr);
}

TEST_CASE(
    "a level is refused without a reason, without a promise, and given up when there is none") {
    Room room = test::blueprint_room();
    base::Date const april = base::to_date({2026, 4, 1});
    CHECK(refused(room, SetBaseline{"T1", april, " \n"}).member == "reason");
    CHECK(refused(room, SetBaseline{"T1", {}, "why"}).member == "reason");
    CHECK(refused(room, SetBaseline{"T1", {}, {}}).member == "touchpoint");
    CHECK(refused(room, SetBaseline{"T9", april, "why"}).member == "touchpoint");
    done(room, SetBaseline{"T1", april, "why"});
    room.promises.clear();
    CHECK(refused(room, SetBaseline{"T2", april, "why"}).member == "touchpoint");
}

TEST_CASE("an edit that asks for what is there is told so, whichever it is") {
    Room room = test::blueprint_room();
    base::Date const april = base::to_date({2026, 4, 1});
    done(room, SetBaseline{"T1", april, "why"});
    AddNode const added = new_node("x");
    done(room, added);
    std::string const text = room.blueprint_nodes[0].text;
    BlueprintLink const& link = room.blueprint_links[0];
    std::vector<std::pair<Edit, std::string>> const all = {
        {added, "\"x\" is there already, as it is described here"},
        {MoveNode{"n0", {}, {}, {}}, "\"n0\" stands there already"},
        {MoveNode{"n0", "step1", room.blueprint_nodes[0].lane, 0U}, "\"n0\" stands there already"},
        {RetitleNode{"n0", text}, "\"n0\" says so already"},
        {LinkNodes{"n0", "n1", link.kind, {}},
         "there is such a link from \"n0\" to \"n1\" already"},
        {LinkNodes{"n0", "n1", link.kind, 0U},
         "there is such a link from \"n0\" to \"n1\" already"},
        {MarkFailPoint{"n0", room.blueprint_nodes[0].fail_point},
         "whether \"n0\" is a fail point is left open already"},
        {SetWait{"x", added.wait_minutes}, "\"x\" has no wait already"},
        {SetBaseline{"T1", base::to_date({2026, 4, 17}), "why"}, "this level is accepted already"},
        {SetBaseline{"T2", {}, {}}, "\"T2\" has no accepted level already"}};
    for (auto const& [edit, sentence] : all) {
        auto const problem = request_problem(room, edit);
        REQUIRE(problem);
        CHECK(problem->text == sentence);
        CHECK(problem->obstacle == EditObstacle::AlreadySo);
    }
    done(room, SetWait{"n0", 20.0});
    done(room, MarkFailPoint{"n0", true});
    CHECK(request_problem(room, SetWait{"n0", 20.0})->text == "\"n0\" has this wait already");
    CHECK(request_problem(room, MarkFailPoint{"n0", true})->text ==
          "\"n0\" is a fail point already");
}

TEST_CASE("an edit that changes the least is asked for in earnest") {
    Room room = test::blueprint_room();
    done(room, new_node("x"));
    AddNode other = new_node("x");
    other.wait_minutes = 5;
    std::vector<Edit> const all = {other,
                                   MoveNode{"n0", {}, {}, 1U},
                                   MoveNode{"n0", "step2", {}, {}},
                                   RetitleNode{"n0", room.blueprint_nodes[0].text + "."},
                                   LinkNodes{"n1", "n0", room.blueprint_links[0].kind, {}},
                                   MarkFailPoint{"x", false},
                                   SetWait{"x", 0.0},
                                   SetBaseline{"T1", base::to_date({2026, 4, 1}), "why"},
                                   RemoveNode{"x"},
                                   RemoveNode{"nobody"},
                                   UnlinkNodes{"n0", "n5", {}, {}}};
    for (Edit const& edit : all)
        CHECK_FALSE(request_problem(room, edit));
}
