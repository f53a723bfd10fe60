#include "shell/crowded_room.hpp"

#include <array>
#include <random>

#include "shell/seen_wall.hpp"

namespace shell_test {

model::Room crowded(unsigned seed) {
    using Lane = model::BlueprintLane;
    constexpr std::array lanes{Lane::Evidence,  Lane::Customer, Lane::Frontstage,
                               Lane::Backstage, Lane::Support,  Lane::Policy};
    constexpr std::array names{"Invoice check", "Planning of vans", "Customer record",
                               "Legal review of contract", "Call handling in the hub"};
    std::mt19937 random(seed);
    auto const pick = [&](std::size_t count) { return random() % count; };
    model::Room room = room_of(demo());
    model::JourneyId const journey = model::find_journey(room, "J2");
    std::vector<model::StepId> steps;
    for (auto const& node : room.blueprint_nodes) {
        if (node.step && (steps.empty() || steps.back() != node.step)) steps.push_back(node.step);
    }
    room.blueprint_nodes.clear();
    room.blueprint_links.clear();
    for (std::size_t i = 0; i < 60; ++i) {
        model::BlueprintNode node;
        node.key = "n" + std::to_string(i);
        node.journey = journey;
        node.step = steps[pick(steps.size())];
        node.lane = lanes[pick(lanes.size())];
        node.text = names[pick(names.size())] + std::string(" ") + std::to_string(i);
        node.fail_point = pick(4) == 0;
        room.blueprint_nodes.push_back(node);
    }
    while (room.blueprint_links.size() < 120) {
        std::size_t const from = pick(60);
        std::size_t const to = pick(60);
        if (from == to) continue;
        room.blueprint_links.push_back({model::BlueprintNodeId(from), model::BlueprintNodeId(to),
                                        static_cast<model::LinkKind>(1 + pick(4))});
    }
    return room;
}

}  // namespace shell_test
