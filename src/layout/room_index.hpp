// The room's lists sorted by what they belong to, built once, so that layout never scans a list per
// stage. Must not know sizes. Used inside layout only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/room.hpp"

namespace layout {

struct RoomIndex {
    std::vector<std::vector<model::StageId>> stages_of_journey;         // by order, then file order
    std::vector<std::vector<model::PlacementId>> placements_of_stage;   // by order, then file order
    std::vector<std::vector<model::StepId>> steps_of_stage;             // by order, then file order
    std::vector<std::vector<model::JourneyId>> children_of_stage;       // file order
    std::vector<std::vector<std::uint32_t>> verbatims_of_touchpoint;    // file order
    std::vector<std::vector<model::BlueprintNodeId>> nodes_of_journey;  // file order
    // Both of whose ends stand in it; index into Room::blueprint_links, file order.
    std::vector<std::vector<std::uint32_t>> links_of_journey;
    // Journeys that stand in no stage: the life cycle first, then by level, then file order.
    std::vector<model::JourneyId> free_journeys;
    // First channels in order of their first appearance in Room::touchpoints; "" (not given) is
    // last.
    std::vector<std::string> channels;
    std::vector<std::uint32_t> channel_of_touchpoint;  // index into `channels`
};

RoomIndex make_room_index(model::Room const& room);

}  // namespace layout
