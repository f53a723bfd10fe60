// Who does what in a blueprint: where the work changes hands along a path, what a team or a
// function holds up, and how far that is from the customer. Pure, over the Room; must not know
// pictures. Used by the lenses of scene and app.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/blueprint_graph.hpp"

namespace metrics {

// The node's team, else its touchpoint's department, else its component's owner; empty when nobody
// is named.
std::string_view department_of(model::Room const& room, model::BlueprintNode const& node);

struct HandOff {
    model::BlueprintNodeId from, to;  // neighbours on the path among the nodes that name somebody
    std::uint32_t link = no_link;     // of Room::blueprint_links, where the path is a link
    static constexpr std::uint32_t no_link = 0xffffffffU;
};

// Along a path; nodes that name nobody are passed over.
std::vector<HandOff> hand_offs_along(model::Room const& room,
                                     std::vector<model::BlueprintNodeId> const& path);
// The links of a journey whose two ends belong to different departments, in file order.
std::vector<HandOff> hand_offs_behind(model::Room const& room, BlueprintGraph const& graph,
                                      model::JourneyId journey);
// What the customer is led through: the journey's frontstage nodes in the order of its stages and
// steps.
std::vector<model::BlueprintNodeId> front_path(model::Room const& room, model::JourneyId journey);

// The departments that a journey's blueprint names, most nodes first, then by name.
std::vector<std::string> departments(model::Room const& room, model::JourneyId journey);

enum class Whose {
    Role,      // the nodes of the team itself
    Function,  // also those whose component it owns
};

struct HeldUp {
    std::vector<model::BlueprintNodeId> own;   // in file order
    std::vector<Reached> onwards;              // everything that rests on them
    std::vector<model::TouchpointId> touched;  // promised, in the order they are reached
    std::optional<int> to_customer;  // links from the nearest own node to the customer's own lane
};

HeldUp held_up_by(model::Room const& room, BlueprintGraph const& graph,
                  std::vector<model::BlueprintNodeId> own);
std::vector<model::BlueprintNodeId> nodes_of_team(model::Room const& room, std::string_view name,
                                                  Whose whose);
// Everybody in the room of whom that finds nodes, by name.
std::vector<std::string> teams(model::Room const& room, Whose whose);

}  // namespace metrics
