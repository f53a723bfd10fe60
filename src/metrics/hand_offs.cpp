#include "metrics/hand_offs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace metrics {
namespace {

using Node = model::BlueprintNodeId;

model::BlueprintNode const& at(model::Room const& room, Node node) {
    return room.blueprint_nodes[node.index()];
}

bool is_front(model::BlueprintLane lane) {
    return lane == model::BlueprintLane::Frontstage || lane == model::BlueprintLane::Technology;
}

}  // namespace

std::string_view department_of(model::Room const& room, model::BlueprintNode const& node) {
    if (!node.team.empty()) return node.team;
    if (node.touchpoint && !room.at(node.touchpoint).department.empty())
        return room.at(node.touchpoint).department;
    if (node.component) return room.components[node.component.index()].owner;
    return {};
}

std::vector<HandOff> hand_offs_along(model::Room const& room, std::vector<Node> const& path) {
    std::vector<HandOff> hand_offs;
    Node before;
    for (Node const node : path) {
        std::string_view const here = department_of(room, at(room, node));
        if (here.empty()) continue;
        if (before && department_of(room, at(room, before)) != here)
            hand_offs.push_back({before, node});
        before = node;
    }
    return hand_offs;
}

std::vector<HandOff> hand_offs_behind(model::Room const& room, BlueprintGraph const& graph,
                                      model::JourneyId journey) {
    std::vector<HandOff> hand_offs;
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        if (room.blueprint_nodes[i].journey != journey) continue;
        std::string_view const here = department_of(room, room.blueprint_nodes[i]);
        if (here.empty()) continue;
        for (BlueprintGraph::Edge const& edge : graph.effects(Node(i))) {
            std::string_view const there = department_of(room, at(room, edge.node));
            if (!there.empty() && there != here)
                hand_offs.push_back({Node(i), edge.node, edge.link});
        }
    }
    std::sort(hand_offs.begin(), hand_offs.end(),
              [](HandOff const& a, HandOff const& b) { return a.link < b.link; });
    return hand_offs;
}

std::vector<Node> front_path(model::Room const& room, model::JourneyId journey) {
    std::vector<std::size_t> place(room.steps.size());
    std::size_t places = 0;
    for (model::StageId const stage : model::stages_of(room, journey)) {
        for (model::StepId const step : model::steps_of(room, stage))
            place[step.index()] = ++places;
    }
    std::vector<Node> path;
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        model::BlueprintNode const& node = room.blueprint_nodes[i];
        if (node.journey == journey && node.step && is_front(node.lane)) path.emplace_back(i);
    }
    std::stable_sort(path.begin(), path.end(), [&](Node a, Node b) {
        return place[at(room, a).step.index()] < place[at(room, b).step.index()];
    });
    return path;
}

std::vector<std::string> departments(model::Room const& room, model::JourneyId journey) {
    std::map<std::string_view, int> counts;
    for (model::BlueprintNode const& node : room.blueprint_nodes) {
        if (node.journey != journey) continue;
        std::string_view const name = department_of(room, node);
        if (!name.empty()) ++counts[name];
        std::string_view const owner =
            node.component ? std::string_view(room.components[node.component.index()].owner)
                           : std::string_view();
        if (!owner.empty() && owner != name) ++counts[owner];
    }
    std::vector<std::string> names;
    for (auto const& [name, count] : counts)
        names.emplace_back(name);
    std::stable_sort(names.begin(), names.end(), [&](std::string const& a, std::string const& b) {
        return counts[a] > counts[b];
    });
    return names;
}

std::vector<Node> nodes_of_team(model::Room const& room, std::string_view name, Whose whose) {
    std::vector<Node> own;
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        model::BlueprintNode const& node = room.blueprint_nodes[i];
        bool const owns = whose == Whose::Function && node.component &&
                          room.components[node.component.index()].owner == name;
        if (!name.empty() && (owns || department_of(room, node) == name)) own.emplace_back(i);
    }
    return own;
}

std::vector<std::string> teams(model::Room const& room, Whose whose) {
    std::set<std::string> names;
    for (model::BlueprintNode const& node : room.blueprint_nodes) {
        names.emplace(department_of(room, node));
        if (whose == Whose::Function && node.component)
            names.insert(room.components[node.component.index()].owner);
    }
    names.erase("");
    return {names.begin(), names.end()};
}

HeldUp held_up_by(model::Room const& room, BlueprintGraph const& graph, std::vector<Node> own) {
    HeldUp held;
    held.own = std::move(own);
    held.onwards = reachable(graph, held.own, Along::Effects);
    std::vector<bool> promised(room.touchpoints.size());
    for (model::Promise const& promise : room.promises)
        promised[promise.touchpoint.index()] = true;
    auto const meet = [&](Node node, int distance) {
        model::BlueprintNode const& one = at(room, node);
        bool const customer = one.lane == model::BlueprintLane::Customer;
        if (customer && !held.to_customer) held.to_customer = distance;
        if (!one.touchpoint || !promised[one.touchpoint.index()]) return;
        promised[one.touchpoint.index()] = false;  // once
        held.touched.push_back(one.touchpoint);
    };
    for (Node const node : held.own)
        meet(node, 0);
    for (Reached const& reached : held.onwards)
        meet(reached.node, reached.distance);
    return held;
}

}  // namespace metrics
