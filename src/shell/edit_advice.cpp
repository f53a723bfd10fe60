#include "shell/edit_advice.hpp"

#include <algorithm>
#include <type_traits>
#include <variant>
#include <vector>

#include "shell/view_names.hpp"

namespace shell {
namespace {

std::string nodes_like(model::Room const& room, std::string const& key) {
    if (model::find_node(room, key)) return {};
    std::vector<KeyAndTitle> all;
    for (model::BlueprintNode const& node : room.blueprint_nodes)
        all.push_back({node.key, node.text});
    return nearest_names("", all, key);
}

std::string touchpoints_like(model::Room const& room, std::string const& key) {
    if (model::find_touchpoint(room, key)) return {};
    std::vector<KeyAndTitle> all;
    for (model::Touchpoint const& touchpoint : room.touchpoints)
        all.push_back({touchpoint.key, touchpoint.title});
    return nearest_names("", all, key);
}

std::string journeys_like(model::Room const& room, std::string const& key) {
    if (model::find_journey(room, key)) return {};
    std::vector<KeyAndTitle> all;
    for (model::Journey const& journey : room.journeys)
        all.push_back({journey.key, journey.title});
    return nearest_names("", all, key);
}

std::string components_like(model::Room const& room, std::string const& key) {
    std::vector<KeyAndTitle> all;
    for (model::Component const& component : room.components) {
        if (component.key == key) return {};
        all.push_back({component.key, component.name});
    }
    return nearest_names("", all, key);
}

std::string steps_like(model::Room const& room, model::JourneyId journey, std::string const& key) {
    if (!journey || model::find_step(room, journey, key)) return {};
    std::vector<KeyAndTitle> all;
    for (model::Step const& step : room.steps) {
        if (step.journey == journey) all.push_back({step.key, step.action});
    }
    return nearest_names("", all, key);
}

model::JourneyId journey_of_node(model::Room const& room, std::string const& key) {
    model::BlueprintNodeId const node = model::find_node(room, key);
    return node ? room.blueprint_nodes[node.index()].journey : model::JourneyId{};
}

// Where a link that there is not might have been meant to lead.
std::string links_from(model::Room const& room, std::string const& key) {
    model::BlueprintNodeId const from = model::find_node(room, key);
    if (!from) return {};
    std::vector<KeyAndTitle> all;
    for (model::BlueprintLink const& link : room.blueprint_links) {
        model::BlueprintNode const& to = room.blueprint_nodes[link.to.index()];
        if (link.from == from) all.push_back({to.key, to.text});
    }
    if (all.empty()) return "; no link leads from there";
    std::string text;
    constexpr std::size_t most_told = 4;
    for (std::size_t i = 0; i < std::min(most_told, all.size()); ++i)
        text += (i == 0 ? "; from there links lead to " : ", ") + std::string(all[i].key);
    return text + (all.size() > most_told ? ", ..." : "");
}

}  // namespace

std::string edit_advice(model::Room const& room, model::Edit const& edit,
                        std::string const& member) {
    return std::visit(
        [&](auto const& asked) -> std::string {
            using Asked = std::remove_cvref_t<decltype(asked)>;
            if constexpr (std::is_same_v<Asked, model::AddNode>) {
                if (member == "journey") return journeys_like(room, asked.journey);
                if (member == "touchpoint") return touchpoints_like(room, asked.touchpoint);
                if (member == "component") return components_like(room, asked.component);
                auto const journey = model::find_journey(room, asked.journey);
                return member == "step" ? steps_like(room, journey, asked.step) : "";
            } else if constexpr (std::is_same_v<Asked, model::SetBaseline>) {
                return member == "touchpoint" ? touchpoints_like(room, asked.touchpoint) : "";
            } else if constexpr (requires { asked.from; }) {
                if (member == "to") return nodes_like(room, asked.to);
                std::string const nearest = nodes_like(room, asked.from);
                bool const unlink = std::is_same_v<Asked, model::UnlinkNodes>;
                return nearest.empty() && unlink ? links_from(room, asked.from) : nearest;
            } else {
                if constexpr (requires { asked.step; }) {
                    if (member == "step")
                        return steps_like(room, journey_of_node(room, asked.node), asked.step);
                }
                return member == "node" ? nodes_like(room, asked.node) : "";
            }
        },
        edit);
}

}  // namespace shell
