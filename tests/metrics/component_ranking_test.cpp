// Which components stand under the most broken promises, against counts by hand and by brute force.
#include "metrics/component_ranking.hpp"

#include <doctest/doctest.h>
#include <set>

#include "metrics/blueprint_room.hpp"

using test::BlueprintRoom;
using test::Keys;

namespace {

std::vector<metrics::ComponentRank> ranking(BlueprintRoom const& room) {
    return metrics::component_ranking(room.room, room.graph(), room.figures("2026-Q3"));
}

Keys names(BlueprintRoom const& room) {
    Keys all;
    for (auto const& rank : ranking(room))
        all.push_back(room.room.components[rank.component.index()].key);
    return all;
}

// T1 broken by 500, T2 broken by 300, T3 kept with 10 not kept, T4 not promised.
BlueprintRoom measured() {
    BlueprintRoom room(4);
    room.promise(1, 90).promise(2, 90).promise(3, 90);
    room.row(1, "2026-Q3", 500, 1000).row(2, "2026-Q3", 700, 1000).row(3, "2026-Q3", 990, 1000);
    room.row(4, "2026-Q3", 1, 1000);
    return room;
}

}  // namespace

TEST_CASE("components are ranked by broken promises, then by how many people that is") {
    auto room = measured();
    room.node("t1", 1).node("t2", 2).node("t3", 3).node("t4", 4);
    room.node("s1").component("one").node("s2").component("two").node("s3").component("both");
    room.node("s4").component("kept").node("s5").component("unpromised");
    room.links({"s1>t1", "s2>t2", "s3>t1", "s3>t2", "s4>t3", "s5>t4"});
    CHECK(names(room) == Keys{"both", "one", "two", "kept", "unpromised"});
    auto const ranks = ranking(room);
    CHECK(ranks[0].broken == 2);
    CHECK(ranks[0].broken_promises == 800);
    CHECK(ranks[3].broken == 0);
    CHECK(ranks[3].broken_promises == 10);
    CHECK(ranks[3].touched.size() == 1);
    CHECK(ranks[4].touched.empty());
}

TEST_CASE("a promise counts once, however many ways lead to it") {
    auto room = measured();
    room.node("t1", 1).node("t1-again", 1).node("a").component("c").node("b").component("c");
    room.links({"a>t1", "b>t1", "a>t1-again", "t1>t1-again"});
    auto const rank = ranking(room).front();
    CHECK(rank.touched.size() == 1);
    CHECK(rank.broken_promises == 500);
    CHECK(room.keys(rank.nodes) == Keys{"a", "b"});
    CHECK(room.keys(rank.touched[0].way) == Keys{"a", "t1"});
}

TEST_CASE("a component that stands at a touchpoint touches its promise") {
    auto room = measured();
    room.node("t2", 2).component("desk");
    CHECK(ranking(room).front().broken == 1);
    CHECK(room.keys(ranking(room).front().touched[0].way) == Keys{"t2"});
}

TEST_CASE("without data of any promise it touches, nobody knows what a component broke") {
    BlueprintRoom room(2);
    room.promise(1, 90).promise(2, 90);
    room.node("t1", 1).node("t2", 2).node("s").component("blind").node("u").component("idle");
    room.links({"s>t1", "s>t2"});
    CHECK_FALSE(metrics::known_broken(ranking(room)[0]));
    CHECK(metrics::known_broken(ranking(room)[1]) == 0);  // touches none
    room.row(2, "2026-Q3", 990, 1000);
    CHECK(metrics::known_broken(ranking(room)[0]) == 0);
}

TEST_CASE("what a component touches is told worst first") {
    auto room = measured();
    room.node("s").component("c").node("t3", 3).node("t2", 2).node("t1", 1);
    room.links({"s>t3", "s>t2", "s>t1"});
    auto const ranks = ranking(room);
    Keys touched;
    for (auto const& one : ranks.front().touched)
        touched.push_back(room.room.at(one.touchpoint).key);
    CHECK(touched == Keys{"T1", "T2", "T3"});
}

TEST_CASE("equal components stand by key, and one without nodes touches nothing") {
    auto room = measured();
    room.node("t1", 1).node("s1").component("b").node("s2").component("a");
    room.links({"s1>t1", "s2>t1"});
    room.room.components.push_back({"aside", "Aside", model::ComponentKind::Tool, ""});
    CHECK(names(room) == Keys{"a", "b", "aside"});
    CHECK(ranking(room)[2].nodes.empty());
}

TEST_CASE("a room without components has no ranking") {
    CHECK(ranking(BlueprintRoom(1)).empty());
}

TEST_CASE("random rankings equal a count by brute force") {
    std::mt19937 random(5);
    for (int round = 0; round < 400; ++round) {
        CAPTURE(round);
        auto const room = test::random_blueprint(random);
        auto const figures = room.figures("2026-Q3");
        auto const far = test::distances(room.room);
        auto const ranks = metrics::component_ranking(room.room, room.graph(), figures);
        REQUIRE(ranks.size() == room.room.components.size());
        for (std::size_t r = 0; r < ranks.size(); ++r) {
            std::set<model::TouchpointId> touched;
            for (std::size_t i = 0; i < far.size(); ++i) {
                if (room.room.blueprint_nodes[i].component != ranks[r].component) continue;
                for (std::size_t j = 0; j < far.size(); ++j) {
                    auto const id = room.room.blueprint_nodes[j].touchpoint;
                    if (far[i][j] >= 0 && id && model::promise_of(room.room, id))
                        touched.insert(id);
                }
            }
            int broken = 0;
            std::int64_t people = 0;
            for (auto const id : touched) {
                auto const& f = figures.touchpoints[id.index()];
                broken += f.state == metrics::PromiseState::Broken ? 1 : 0;
                people += f.due ? *f.due - *f.kept : 0;
            }
            REQUIRE(ranks[r].touched.size() == touched.size());
            REQUIRE(ranks[r].broken == broken);
            REQUIRE(ranks[r].broken_promises == people);
            for (auto const& one : ranks[r].touched) {
                auto const& first = room.room.blueprint_nodes[one.way.front().index()];
                auto const& last = room.room.blueprint_nodes[one.way.back().index()];
                REQUIRE(first.component == ranks[r].component);
                REQUIRE(last.touchpoint == one.touchpoint);
                for (std::size_t i = 1; i < one.way.size(); ++i)
                    REQUIRE(far[one.way[i - 1].index()][one.way[i].index()] == 1);
            }
            if (r == 0) continue;
            auto const rank = [&](metrics::ComponentRank const& c) {
                return std::make_tuple(-c.broken, -c.broken_promises,
                                       room.room.components[c.component.index()].key);
            };
            REQUIRE(rank(ranks[r - 1]) < rank(ranks[r]));
        }
    }
}
