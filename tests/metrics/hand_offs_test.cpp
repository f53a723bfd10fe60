// Where work changes hands, what a team holds up, and how far a function is from the customer.
#include "metrics/hand_offs.hpp"

#include <doctest/doctest.h>

#include "metrics/blueprint_room.hpp"

using metrics::Whose;
using model::BlueprintLane;
using test::BlueprintRoom;
using test::Keys;

namespace {

BlueprintRoom teams() {
    BlueprintRoom room(2);
    room.promise(2, 90);
    room.room.touchpoints[0].department = "Care";
    room.node("customer", 0, "", BlueprintLane::Customer)
        .node("call", 1, "", BlueprintLane::Frontstage)
        .node("offer", 2, "Planning", BlueprintLane::Frontstage)
        .node("plan", 0, "Planning")
        .node("note")
        .node("crew", 0, "Field")
        .component("crew", "Field")
        .node("register", 0, "Care")
        .component("register", "IT");
    room.links(
        {"register>plan", "crew>plan", "plan>offer", "note>offer", "call>offer", "offer>customer"});
    return room;
}

std::vector<model::BlueprintNodeId> path(BlueprintRoom const& room, Keys const& keys) {
    std::vector<model::BlueprintNodeId> nodes;
    for (auto const& key : keys)
        nodes.push_back(metrics::find_node(room.room, key));
    return nodes;
}

}  // namespace

TEST_CASE("a node belongs to its team, else to its touchpoint's department, else to the owner") {
    auto room = teams();
    auto const department = [&](char const* key) {
        return metrics::department_of(
            room.room, room.room.blueprint_nodes[metrics::find_node(room.room, key).index()]);
    };
    CHECK(department("plan") == "Planning");
    CHECK(department("call") == "Care");
    CHECK(department("register") == "Care");
    room.room.blueprint_nodes[metrics::find_node(room.room, "register").index()].team.clear();
    CHECK(department("register") == "IT");
    CHECK(department("note").empty());
}

TEST_CASE("hand-offs along a path are counted between those who are named") {
    auto const room = teams();
    auto const count = [&](Keys const& keys) {
        return metrics::hand_offs_along(room.room, path(room, keys)).size();
    };
    CHECK(count({"register", "plan", "offer", "customer"}) == 1);
    CHECK(count({"crew", "plan", "offer"}) == 1);
    CHECK(count({"call", "note", "register"}) == 0);  // Care, nobody, Care
    CHECK(count({"call", "note", "offer", "crew"}) == 2);
    CHECK(count({"call"}) == 0);
    CHECK(count({}) == 0);
}

TEST_CASE("behind the line, each link between two departments is a hand-off") {
    auto const room = teams();
    auto const behind =
        metrics::hand_offs_behind(room.room, room.graph(), model::JourneyId(std::size_t{0}));
    REQUIRE(behind.size() == 3);
    CHECK(room.key(behind[0].from) == "register");
    CHECK(behind[0].link == 0);
    CHECK(room.key(behind[1].from) == "crew");
    CHECK(room.key(behind[2].from) == "call");
}

TEST_CASE("a team holds up its own nodes and everything that rests on them") {
    auto const room = teams();
    auto const held = metrics::held_up_by(room.room, room.graph(),
                                          metrics::nodes_of_team(room.room, "Field", Whose::Role));
    CHECK(room.keys(held.own) == Keys{"crew"});
    CHECK(room.keys(held.onwards) == Keys{"plan", "offer", "customer"});
    CHECK(held.touched == std::vector{room.at(2)});
    CHECK(held.to_customer == 3);
}

TEST_CASE("a function also stands where its components stand") {
    auto const room = teams();
    CHECK(metrics::nodes_of_team(room.room, "IT", Whose::Role).empty());
    auto const own = metrics::nodes_of_team(room.room, "IT", Whose::Function);
    CHECK(room.keys(own) == Keys{"register"});
    CHECK(metrics::nodes_of_team(room.room, "", Whose::Function).empty());
}

TEST_CASE("a team that nothing rests on reaches no customer") {
    auto room = teams();
    room.node("archive", 0, "Archive");
    auto const held = metrics::held_up_by(
        room.room, room.graph(), metrics::nodes_of_team(room.room, "Archive", Whose::Role));
    CHECK(held.onwards.empty());
    CHECK_FALSE(held.to_customer);
}

TEST_CASE("the customer is led through the front in the order of the steps") {
    auto room = teams();
    room.step("is earlier");
    room.room.steps.back().order = -1;
    room.node("greeting", 0, "Care", BlueprintLane::Technology);
    auto const front = metrics::front_path(room.room, model::JourneyId(std::size_t{0}));
    CHECK(room.keys(front) == Keys{"greeting", "call", "offer"});
    CHECK(metrics::hand_offs_along(room.room, front).size() == 1);
}

TEST_CASE("departments are told by how much of the blueprint they are") {
    CHECK(metrics::departments(teams().room, model::JourneyId(std::size_t{0})) ==
          Keys{"Care", "Planning", "Field", "IT"});
}
