// The chain of a failure: its order, its ends, and what it touches.
#include "metrics/cause_chain.hpp"

#include <doctest/doctest.h>

#include "metrics/blueprint_room.hpp"

using test::BlueprintRoom;
using test::Keys;

namespace {

// A part that did not come: two nodes of one promise, a list and a supplier behind them.
BlueprintRoom part_room() {
    BlueprintRoom room(3);
    room.promise(1, 85).promise(2, 90);
    room.node("customer", 0, "", model::BlueprintLane::Customer)
        .node("repair", 1)
        .node("visit", 2)
        .node("request", 2)
        .node("badge", 3)
        .node("list")
        .component("stock-list")
        .node("supplier")
        .component("supplier");
    room.links({"list>request", "supplier>request", "supplier>visit", "request>repair",
                "request>visit", "repair>customer", "visit>customer", "visit>badge"});
    return room;
}

}  // namespace

TEST_CASE("a failure lights what failed, then its causes from the nearest to the farthest") {
    auto const room = part_room();
    auto const chain = room.chain("T2");
    CHECK(room.keys(chain.failed) == Keys{"visit", "request"});
    CHECK(room.keys(chain.causes) == Keys{"list", "supplier"});
    CHECK(room.keys(chain.order()) == Keys{"visit", "request", "list", "supplier", "repair"});
    CHECK(chain.backwards() == 4);
}

TEST_CASE("any node of a promise stands for the failure of the whole promise") {
    auto const room = part_room();
    for (char const* key : {"T2", "visit", "request"})
        CHECK(room.keys(room.chain(key).order()) ==
              Keys{"visit", "request", "list", "supplier", "repair"});
}

TEST_CASE("the way forwards leads to promises and leaves out what leads to none") {
    auto const room = part_room();
    auto const chain = room.chain("list");
    CHECK(room.keys(chain.failed) == Keys{"list"});
    CHECK(chain.causes.empty());
    // "badge" has a touchpoint, but nothing was promised there.
    CHECK(room.keys(chain.effects) == Keys{"request", "repair", "visit"});
    CHECK(chain.touched == std::vector{room.at(2), room.at(1)});
}

TEST_CASE("a chain names its components in the order of its causes") {
    auto const room = part_room();
    auto const chain = room.chain("T2");
    REQUIRE(chain.components.size() == 2);
    CHECK(room.room.components[chain.components[0].index()].key == "stock-list");
    CHECK(room.room.components[chain.components[1].index()].key == "supplier");
}

TEST_CASE("the strong links of a chain are those among its nodes") {
    auto const room = part_room();
    auto const chain = room.chain("T2");
    CHECK(chain.cause_links == std::vector<std::uint32_t>{0, 1, 2, 4});
    CHECK(chain.effect_links == std::vector<std::uint32_t>{3, 4});
}

TEST_CASE("a chain ends in a cycle, and each node is lit once") {
    BlueprintRoom room(1);
    room.promise(1, 90);
    room.node("a").node("b", 1).node("c");
    room.links({"a>b", "b>c", "c>a", "b>a", "a>b"});
    auto const chain = room.chain("b");
    CHECK(room.keys(chain.causes) == Keys{"a", "c"});
    CHECK(chain.effects.empty());  // round the cycle stands no other promise
    CHECK(room.keys(chain.order()) == Keys{"b", "a", "c"});
    CHECK(chain.touched == std::vector{room.at(1)});
}

TEST_CASE("a key that nothing has, and a touchpoint without nodes, give no chain") {
    BlueprintRoom room(2);
    room.node("a", 1);
    CHECK(room.chain("nobody").order().empty());
    CHECK(room.chain("T2").order().empty());
}

TEST_CASE("chains of random blueprints equal a count by brute force") {
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        CAPTURE(round);
        auto const room = test::random_blueprint(random);
        auto const far = test::distances(room.room);
        auto const graph = room.graph();
        for (std::size_t start = 0; start < far.size(); ++start) {
            auto const causes =
                metrics::reachable(graph, {model::BlueprintNodeId(start)}, metrics::Along::Causes);
            std::size_t expected = 0;
            for (std::size_t i = 0; i < far.size(); ++i)
                if (i != start && far[i][start] >= 0) ++expected;
            REQUIRE(causes.size() == expected);
            for (std::size_t i = 0; i < causes.size(); ++i) {
                metrics::Reached const& here = causes[i];
                REQUIRE(here.distance == far[here.node.index()][start]);
                REQUIRE(far[here.via.index()][start] == here.distance - 1);
                if (i == 0) continue;
                metrics::Reached const& before = causes[i - 1];
                bool const in_order = before.distance < here.distance ||
                                      (before.distance == here.distance && before.node < here.node);
                REQUIRE(in_order);
            }
        }
    }
}

TEST_CASE("random chains touch exactly the promises that can be reached") {
    std::mt19937 random(12);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        auto const room = test::random_blueprint(random);
        auto const far = test::distances(room.room);
        for (std::size_t start = 0; start < far.size(); ++start) {
            auto const chain =
                metrics::cause_chain(room.room, room.graph(), {model::BlueprintNodeId(start)});
            std::vector<model::TouchpointId> expected;
            for (std::size_t i = 0; i < far.size(); ++i) {
                auto const id = room.room.blueprint_nodes[i].touchpoint;
                if (far[start][i] < 0 || !id || !model::promise_of(room.room, id)) continue;
                expected.push_back(id);
            }
            std::sort(expected.begin(), expected.end());
            expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
            auto touched = chain.touched;
            std::sort(touched.begin(), touched.end());
            REQUIRE(touched == expected);
        }
    }
}
