// Blueprints for the figures' tests, said by key, and random ones. Must not know what is tested.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "metrics/cause_chain.hpp"
#include "metrics/figures_room.hpp"

namespace test {

using Keys = std::vector<std::string>;

struct BlueprintRoom : FiguresRoom {
    explicit BlueprintRoom(int touchpoints = 0) : FiguresRoom(touchpoints) {
        step("waits");
        room.steps.back().stage = model::StageId(std::size_t{0});
    }

    BlueprintRoom& node(std::string const& key, int touchpoint = 0, std::string const& team = {},
                        model::BlueprintLane lane = model::BlueprintLane::Backstage) {
        model::BlueprintNode made;
        made.key = key;
        made.journey = model::JourneyId(std::size_t{0});
        made.step = model::StepId(room.steps.size() - 1);
        made.text = key;
        made.team = team;
        made.lane = lane;
        if (touchpoint > 0) made.touchpoint = at(touchpoint);
        room.blueprint_nodes.push_back(made);
        return *this;
    }

    // Stands at the node named last.
    BlueprintRoom& component(std::string const& key, std::string const& owner = {}) {
        model::ComponentId id;
        for (std::size_t i = 0; i < room.components.size(); ++i) {
            if (room.components[i].key == key) id = model::ComponentId(i);
        }
        if (!id) {
            model::Component made;
            made.key = key;
            made.name = "Name of " + key;
            made.owner = owner;
            id = model::ComponentId(room.components.size());
            room.components.push_back(made);
        }
        room.blueprint_nodes.back().component = id;
        return *this;
    }

    // "a>b" for each: a comes before b in cause.
    BlueprintRoom& links(Keys const& pairs) {
        for (std::string const& pair : pairs) {
            auto const arrow = pair.find('>');
            model::BlueprintLink made;
            made.from = metrics::find_node(room, pair.substr(0, arrow));
            made.to = metrics::find_node(room, pair.substr(arrow + 1));
            room.blueprint_links.push_back(made);
        }
        return *this;
    }

    std::string const& key(model::BlueprintNodeId node) const {
        return room.blueprint_nodes[node.index()].key;
    }
    Keys keys(std::vector<model::BlueprintNodeId> const& nodes) const {
        Keys all;
        for (auto const node : nodes)
            all.push_back(key(node));
        return all;
    }
    Keys keys(std::vector<metrics::Reached> const& reached) const {
        Keys all;
        for (auto const& one : reached)
            all.push_back(key(one.node));
        return all;
    }
    metrics::BlueprintGraph graph() const { return metrics::blueprint_graph(room); }
    metrics::CauseChain chain(std::string const& of) const {
        return metrics::cause_chain(room, graph(), metrics::failure_named(room, of));
    }
};

// Nodes n0.., some with touchpoints and components, with links in any direction: cycles included.
inline BlueprintRoom random_blueprint(std::mt19937& random) {
    auto const below = [&](std::size_t n) {
        return static_cast<int>(std::uniform_int_distribution<std::size_t>(0, n - 1)(random));
    };
    int const touchpoints = 1 + below(6);
    BlueprintRoom made(touchpoints);
    for (int t = 1; t <= touchpoints; ++t) {
        if (below(4) > 0) made.promise(t, 90);
        if (below(5) > 0) {
            int const due = below(400);
            made.row(t, "2026-Q3", due == 0 ? 0 : below(static_cast<std::size_t>(due) + 1), due);
        }
    }
    int const nodes = 1 + below(20);
    for (int i = 0; i < nodes; ++i) {
        made.node("n" + std::to_string(i), below(3) == 0 ? 1 + below(6) % touchpoints : 0);
        if (below(3) == 0) made.component("c" + std::to_string(below(4)));
    }
    Keys pairs;
    int const links = below(40);
    for (int i = 0; i < links; ++i) {
        int const from = below(static_cast<std::size_t>(nodes));
        int const to = below(static_cast<std::size_t>(nodes));
        if (from != to) pairs.push_back("n" + std::to_string(from) + ">n" + std::to_string(to));
    }
    made.links(pairs);
    return made;
}

// Links between any two nodes by Floyd and Warshall; -1 where there is no way.
inline std::vector<std::vector<int>> distances(model::Room const& room) {
    std::size_t const n = room.blueprint_nodes.size();
    std::vector<std::vector<int>> far(n, std::vector<int>(n, -1));
    for (std::size_t i = 0; i < n; ++i)
        far[i][i] = 0;
    for (auto const& link : room.blueprint_links) {
        int& one = far[link.from.index()][link.to.index()];
        one = one == 0 ? 0 : 1;
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                if (far[i][k] < 0 || far[k][j] < 0) continue;
                int const over = far[i][k] + far[k][j];
                if (far[i][j] < 0 || over < far[i][j]) far[i][j] = over;
            }
        }
    }
    return far;
}

}  // namespace test
