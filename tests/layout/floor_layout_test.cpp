// The blueprint under a journey: the demo's J2, and what holds for rooms by chance.
#include <algorithm>
#include <map>
#include <set>

#include "exchange/pack.hpp"
#include "laid_out.hpp"
#include "support/expect_text_file.hpp"
#include "support/random_edits.hpp"
#include "support/room_builder.hpp"

namespace {

model::Room northmoor_room() {
    auto const pack = exchange::read_pack(std::string(SOURCE_ROOT) + "/data/northmoor", nullptr);
    REQUIRE(pack.room.has_value());
    return *pack.room;
}

layout::Floor const* floor_of(layout::MapLayout const& map, model::Room const& room,
                              std::string const& journey) {
    for (layout::Floor const& floor : map.floors) {
        if (room.at(map.frames[floor.frame].journey).key == journey) return &floor;
    }
    return nullptr;
}

bool within(layout::WorldRect const& inner, layout::WorldRect const& outer) {
    return inner.x >= outer.x - test::tolerance && inner.y >= outer.y - test::tolerance &&
           inner.right() <= outer.right() + test::tolerance &&
           inner.bottom() <= outer.bottom() + test::tolerance;
}

bool runs_through(layout::WorldPoint a, layout::WorldPoint b, layout::WorldRect const& box) {
    return std::max(a.x, b.x) > box.x + test::tolerance &&
           std::min(a.x, b.x) < box.right() - test::tolerance &&
           std::max(a.y, b.y) > box.y + test::tolerance &&
           std::min(a.y, b.y) < box.bottom() - test::tolerance;
}

void add_node(model::Room& room, model::BlueprintLane lane, model::StepId step,
              std::string const& text) {
    model::BlueprintNode node;
    node.key = "n" + std::to_string(room.blueprint_nodes.size());
    node.journey = model::JourneyId(room.journeys.size() - 1);
    node.lane = lane;
    node.step = step;
    node.text = text;
    node.team = "Team";
    room.blueprint_nodes.push_back(node);
}

model::JourneyId journey_of(model::Room const& room, std::string const& key) {
    auto const id = model::find_node(room, key);
    return id ? room.blueprint_nodes[id.index()].journey : model::JourneyId();
}

// To the last bit: a picture must not tell which way it was made.
void require_same(layout::MapLayout const& a, layout::MapLayout const& b) {
    REQUIRE(dump(a) == dump(b));
    REQUIRE(a.floors.size() == b.floors.size());
    for (std::size_t f = 0; f < a.floors.size(); ++f) {
        layout::Floor const& one = a.floors[f];
        layout::Floor const& other = b.floors[f];
        REQUIRE(one.frame == other.frame);
        REQUIRE(dump(one) == dump(other));
        REQUIRE((one.rect == other.rect));
        REQUIRE(one.nodes.size() == other.nodes.size());
        for (std::size_t i = 0; i < one.nodes.size(); ++i) {
            REQUIRE((one.nodes[i].node == other.nodes[i].node));
            REQUIRE((one.nodes[i].rect == other.nodes[i].rect));
            REQUIRE((one.nodes[i].text.rect == other.nodes[i].text.rect));
        }
        REQUIRE(one.links.size() == other.links.size());
        for (std::size_t i = 0; i < one.links.size(); ++i) {
            REQUIRE(one.links[i].link == other.links[i].link);
            REQUIRE((one.links[i].points == other.links[i].points));
        }
    }
}

}  // namespace

TEST_CASE("a floor laid out anew after an edit stands as if all of the room were") {
    for (std::size_t seed = 0; seed < 6; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        model::Room room = test::blueprint_room();
        layout::LayoutOptions options;
        options.width_mm = 900 + 300 * static_cast<double>(seed);
        layout::MapLayout map = test::lay_out(room, options);
        for (int i = 0; i < 80; ++i) {
            CAPTURE(i);
            model::Edit const edit = test::EditDice(room, dice).edit();
            std::string const node = model::node_of(edit);
            model::JourneyId const before = journey_of(room, node);
            auto const result = model::apply(room, edit);
            auto const* const applied = std::get_if<model::AppliedEdit>(&result);
            if (applied == nullptr) continue;
            model::JourneyId const journey = before ? before : journey_of(room, node);
            map = test::lay_out_floor(room, options, journey, std::move(map));
            require_same(map, test::lay_out(room, options));
            if (dice.below(3) != 0) continue;
            model::apply(room, applied->inverse);
            map = test::lay_out_floor(room, options, journey, std::move(map));
            require_same(map, test::lay_out(room, options));
        }
    }
}

TEST_CASE("a journey without steps gets its floor with its first node and loses it with the last") {
    test::RoomBuilder builder;
    builder.journey("J0", 0).stage("S1").touchpoint("Calls");
    builder.journey("J1", 1, "S1").stage("S1a").touchpoint("Rings");
    builder.journey("J2", 1, "S1").stage("S2a").step("Reads").touchpoint("Opens");
    model::Room room = builder.room;
    layout::MapLayout map = test::lay_out(room);
    REQUIRE(map.floors.size() == 1);
    model::BlueprintNode node;
    node.key = "first";
    node.journey = model::JourneyId(1);
    node.text = "Nobody knows where";
    room.blueprint_nodes.push_back(node);
    map = test::lay_out_floor(room, {}, model::JourneyId(1), std::move(map));
    CHECK(map.floors.size() == 2);
    require_same(map, test::lay_out(room));
    room.blueprint_nodes.clear();
    map = test::lay_out_floor(room, {}, model::JourneyId(1), std::move(map));
    CHECK(map.floors.size() == 1);
    require_same(map, test::lay_out(room));
}

TEST_CASE("the floor of \"Get my heating fixed\" stands as in the expected file") {
    model::Room const room = northmoor_room();
    layout::MapLayout const map = test::lay_out(room);
    layout::Floor const* const floor = floor_of(map, room, "J2");
    REQUIRE(floor != nullptr);
    test::expect_text_file("layout_floor_j2.txt", dump(*floor));
}

TEST_CASE("every node of a blueprint stands in its journey's floor once, its text in its box") {
    model::Room const room = northmoor_room();
    layout::MapLayout const map = test::lay_out(room);
    std::set<std::uint32_t> seen;
    for (layout::Floor const& floor : map.floors) {
        for (layout::FloorNode const& node : floor.nodes) {
            CHECK(room.blueprint_nodes[node.node.index()].journey ==
                  map.frames[floor.frame].journey);
            CHECK(seen.insert(node.node.value).second);
            CHECK(within(node.text.rect, node.rect));
            CHECK_FALSE(node.text.block.cut);
            if (!node.meta.empty()) CHECK(within(node.meta, node.rect));
        }
    }
    CHECK(seen.size() == room.blueprint_nodes.size());
}

TEST_CASE("a node stands in its lane and under its step") {
    model::Room const room = northmoor_room();
    layout::MapLayout const map = test::lay_out(room);
    layout::Floor const& floor = *floor_of(map, room, "J2");
    for (layout::FloorNode const& node : floor.nodes) {
        layout::FloorStep const& step = floor.steps.at(node.step);
        CHECK(node.rect.x > step.rect.x);
        CHECK(node.rect.right() < step.rect.right());
        for (layout::FloorLane const& lane : floor.lanes) {
            if (lane.role == node.lane) CHECK(within(node.rect, lane.rect));
        }
    }
}

TEST_CASE("a journey with steps and no blueprint has a floor of eight empty lanes") {
    model::Room const room = northmoor_room();
    layout::MapLayout const map = test::lay_out(room);
    layout::Floor const* const floor = floor_of(map, room, "J2.1");
    REQUIRE(floor != nullptr);
    CHECK(floor->lanes.size() == 8);
    CHECK(floor->nodes.empty());
    CHECK(floor->rules.size() == 3);
    CHECK(floor_of(map, room, "life") == nullptr);
}

TEST_CASE("a floor hangs between the touchpoints and what it covers of its journey") {
    model::Room const room = northmoor_room();
    layout::MapLayout const map = test::lay_out(room);
    for (layout::Floor const& floor : map.floors) {
        layout::Frame const& frame = map.frames[floor.frame];
        layout::WorldRect const lane = test::lane_of(frame, layout::LaneRole::Touchpoints);
        CHECK(floor.rect.y > lane.bottom());
        CHECK(floor.rect.y < lane.bottom() + 8 * frame.scale);
        CHECK(floor.rect.bottom() >= frame.rect.bottom() - test::tolerance);
        CHECK(floor.rect.w == doctest::Approx(frame.rect.w));
        for (std::uint32_t i = frame.first_item; i < frame.first_item + frame.item_count; ++i)
            CHECK(map.items[i].rect.bottom() <= floor.rect.y);
    }
}

TEST_CASE("nodes without a step stand below all lanes, several steps of a stage share its column") {
    test::RoomBuilder built;
    built.journey("life", 0).stage("S1").step("first").step("second").stage("S2");
    add_node(built.room, model::BlueprintLane::Support, {}, "nowhere");
    add_node(built.room, model::BlueprintLane::Backstage, model::StepId(0), "here");
    add_node(built.room, model::BlueprintLane::Backstage, model::StepId(1), "there");
    layout::MapLayout const map = test::lay_out(built.room);
    REQUIRE(map.floors.size() == 1);
    layout::Floor const& floor = map.floors.front();
    REQUIRE(floor.steps.size() == 2);
    CHECK(floor.steps[0].rect.w == doctest::Approx(map.frames[0].columns[0].rect.w / 2));
    CHECK(floor.steps[1].rect.x == doctest::Approx(floor.steps[0].rect.right()));
    REQUIRE(floor.nodes.size() == 3);
    CHECK(floor.nodes[2].step == layout::no_floor_step);
    CHECK(within(floor.nodes[2].rect, floor.unplaced));
    CHECK(floor.unplaced.y > floor.lanes.back().rect.bottom());
}

TEST_CASE("steps that share a stage are named above the lanes, or by their customers' lane") {
    test::RoomBuilder built;
    built.journey("life", 0).stage("S1").step("first").step("second").stage("S2");
    add_node(built.room, model::BlueprintLane::Backstage, model::StepId(0), "here");
    auto const steps = [&] {
        layout::MapLayout const map = test::lay_out(built.room);
        REQUIRE(map.floors.size() == 1);
        return map.floors.front().steps;
    };
    CHECK(steps()[0].name.block.lines.empty());
    CHECK(steps()[0].telling.block.lines.size() == 1);
    add_node(built.room, model::BlueprintLane::Customer, model::StepId(0), "does");
    CHECK(steps()[0].name.block.lines.size() == 1);
    CHECK(steps()[0].told.empty());
    CHECK(steps()[1].telling.block.lines.at(0).text == "second");
}

TEST_CASE(
    "what customers do is told by the step where no box says it, and no link runs through it") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        test::RoomBuilder built;
        built.journey("life", 0);
        for (char const* stage : {"S1", "S2", "S3", "S4"})
            built.stage(stage).step("I wait for " + std::string(stage));
        for (int i = 0; i < 24; ++i) {
            auto const lane = static_cast<model::BlueprintLane>(dice.below(8));
            bool const customers = lane == model::BlueprintLane::Customer;
            add_node(built.room, lane, model::StepId(dice.below(customers ? 2 : 4)), "Works");
        }
        for (int i = 0; i < 60; ++i) {
            auto const from = dice.below(24);
            auto const to = dice.below(24);
            if (from == to) continue;
            built.room.blueprint_links.push_back({model::BlueprintNodeId(from),
                                                  model::BlueprintNodeId(to),
                                                  static_cast<model::LinkKind>(1 + dice.below(4))});
        }
        layout::MapLayout const map = test::lay_out(built.room);
        layout::Floor const& floor = map.floors.at(0);
        std::uint32_t told = 0;
        for (layout::FloorStep const& step : floor.steps) {
            if (step.told.empty()) continue;
            ++told;
            CHECK(within(step.telling.rect, step.told));
            for (layout::FloorNode const& node : floor.nodes)
                CHECK_FALSE(base::intersects(node.rect, step.told));
            for (layout::FloorLink const& link : floor.links) {
                for (std::size_t i = 1; i < link.points.size(); ++i)
                    CHECK_FALSE(runs_through(link.points[i - 1], link.points[i], step.told));
            }
        }
        CHECK(told >= 2);
        CHECK(floor.lanes[1].told == told);
        CHECK(floor.lanes[1].described());
    }
}

TEST_CASE("links between the same two boxes share one line, each runs it from its own start") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        test::RoomBuilder built;
        built.journey("life", 0);
        for (char const* stage : {"S1", "S2", "S3"})
            built.stage(stage).step("I wait");
        for (int i = 0; i < 10; ++i)
            add_node(built.room, static_cast<model::BlueprintLane>(dice.below(8)),
                     model::StepId(dice.below(3)), "Works");
        for (int i = 0; i < 60; ++i) {
            auto const from = dice.below(10);
            auto const to = (from + 1 + dice.below(9)) % 10;
            built.room.blueprint_links.push_back({model::BlueprintNodeId(from),
                                                  model::BlueprintNodeId(to),
                                                  static_cast<model::LinkKind>(1 + dice.below(4))});
        }
        layout::MapLayout const map = test::lay_out(built.room);
        layout::Floor const& floor = map.floors.at(0);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<layout::FloorLink>> pairs;
        for (layout::FloorLink const& link : floor.links)
            pairs[std::minmax(link.from, link.to)].push_back(link);
        bool any = false;
        for (auto const& [pair, links] : pairs) {
            auto const forwards = links.front().points;
            auto const backwards =
                std::vector<layout::WorldPoint>(forwards.rbegin(), forwards.rend());
            any = any || links.size() > 1;
            for (std::size_t i = 0; i < links.size(); ++i) {
                CHECK(links[i].shared == links.size());
                CHECK(links[i].place == i);
                CHECK(links[i].line == links.front().line);
                bool const same_way = links[i].from == links.front().from;
                CHECK(links[i].points == (same_way ? forwards : backwards));
            }
        }
        CHECK(any);
    }
}
