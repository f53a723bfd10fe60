#include "layout/room_index.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace layout {
namespace {

// Lists of the things that belong to each of `owners` owners, by the things' `order` where they
// have one.
template <typename Thing, typename Owner>
std::vector<std::vector<base::Id<Thing>>> group(std::vector<Thing> const& things,
                                                std::size_t owners, Owner owner_of) {
    std::vector<std::vector<base::Id<Thing>>> groups(owners);
    for (std::size_t i = 0; i < things.size(); ++i) {
        auto const owner = owner_of(things[i]);
        if (owner.valid() && owner.index() < owners) groups[owner.index()].emplace_back(i);
    }
    for (auto& ids : groups) {
        std::sort(ids.begin(), ids.end(), [&](auto a, auto b) {
            return std::pair(things[a.index()].order, a) < std::pair(things[b.index()].order, b);
        });
    }
    return groups;
}

// A journey hangs in its parent stage only when that stage's journey has a lower level: so no ring
// can arise.
bool hangs(model::Room const& room, model::Journey const& journey) {
    if (!journey.parent_stage) return false;
    model::Stage const& stage = room.at(journey.parent_stage);
    return stage.journey.valid() && room.at(stage.journey).level < journey.level;
}

void hang_journeys(model::Room const& room, RoomIndex& index) {
    index.children_of_stage.resize(room.stages.size());
    for (std::size_t i = 0; i < room.journeys.size(); ++i) {
        model::Journey const& journey = room.journeys[i];
        if (hangs(room, journey)) {
            index.children_of_stage[journey.parent_stage.index()].emplace_back(i);
        } else {
            index.free_journeys.emplace_back(i);
        }
    }
    std::sort(index.free_journeys.begin(), index.free_journeys.end(), [&](auto a, auto b) {
        return std::pair(room.at(a).level, a) < std::pair(room.at(b).level, b);
    });
}

void rank_channels(model::Room const& room, RoomIndex& index) {
    std::unordered_map<std::string_view, std::uint32_t> ranks;
    auto const first_channel = [](model::Touchpoint const& touchpoint) {
        return touchpoint.channels.empty() ? std::string_view{}
                                           : std::string_view(touchpoint.channels.front());
    };
    for (model::Touchpoint const& touchpoint : room.touchpoints) {
        std::string_view const channel = first_channel(touchpoint);
        if (channel.empty()) continue;
        auto const rank = static_cast<std::uint32_t>(index.channels.size());
        if (ranks.emplace(channel, rank).second) index.channels.emplace_back(channel);
    }
    ranks.emplace(std::string_view{}, static_cast<std::uint32_t>(index.channels.size()));
    index.channels.emplace_back();
    index.channel_of_touchpoint.reserve(room.touchpoints.size());
    for (model::Touchpoint const& touchpoint : room.touchpoints) {
        index.channel_of_touchpoint.push_back(ranks.at(first_channel(touchpoint)));
    }
}

void sort_blueprint(model::Room const& room, RoomIndex& index) {
    index.nodes_of_journey.resize(room.journeys.size());
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        model::JourneyId const journey = room.blueprint_nodes[i].journey;
        if (journey.valid() && journey.index() < room.journeys.size())
            index.nodes_of_journey[journey.index()].emplace_back(i);
    }
    index.links_of_journey.resize(room.journeys.size());
    auto const journey_of = [&](model::BlueprintNodeId node) {
        bool const known = node.valid() && node.index() < room.blueprint_nodes.size();
        return known ? room.blueprint_nodes[node.index()].journey : model::JourneyId{};
    };
    for (std::size_t i = 0; i < room.blueprint_links.size(); ++i) {
        model::JourneyId const from = journey_of(room.blueprint_links[i].from);
        if (from.valid() && from == journey_of(room.blueprint_links[i].to))
            index.links_of_journey[from.index()].push_back(static_cast<std::uint32_t>(i));
    }
}

}  // namespace

RoomIndex make_room_index(model::Room const& room) {
    RoomIndex index;
    index.stages_of_journey = group(room.stages, room.journeys.size(),
                                    [](model::Stage const& stage) { return stage.journey; });
    index.placements_of_stage = group(room.placements, room.stages.size(),
                                      [](model::Placement const& p) { return p.stage; });
    index.steps_of_stage =
        group(room.steps, room.stages.size(), [](model::Step const& step) { return step.stage; });
    index.verbatims_of_touchpoint.resize(room.touchpoints.size());
    for (std::size_t i = 0; i < room.verbatims.size(); ++i) {
        std::size_t const touchpoint = room.verbatims[i].touchpoint.index();
        index.verbatims_of_touchpoint[touchpoint].push_back(static_cast<std::uint32_t>(i));
    }
    hang_journeys(room, index);
    sort_blueprint(room, index);
    rank_channels(room, index);
    return index;
}

}  // namespace layout
