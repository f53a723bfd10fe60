#include "app/id_map.hpp"

#include <string>
#include <unordered_map>

namespace app {
namespace {

template <typename Thing, typename KeyOf>
std::vector<base::Id<Thing>> by_key(std::vector<Thing> const& from, std::vector<Thing> const& to,
                                    KeyOf const& key_of) {
    std::unordered_map<std::string, base::Id<Thing>> places;
    for (std::size_t i = 0; i < to.size(); ++i)
        places.emplace(key_of(to[i]), base::Id<Thing>(i));
    std::vector<base::Id<Thing>> ids;
    ids.reserve(from.size());
    for (Thing const& thing : from) {
        auto const place = places.find(key_of(thing));
        ids.push_back(place == places.end() ? base::Id<Thing>() : place->second);
    }
    return ids;
}

template <typename Thing>
std::vector<base::Id<Thing>> by_key(std::vector<Thing> const& from, std::vector<Thing> const& to) {
    return by_key(from, to, [](Thing const& thing) { return thing.key; });
}

// A placement has no key of its own: its touchpoint's, its stage's, and how manieth of these it is.
// Keys hold no blanks.
class PlacementKeys {
public:
    explicit PlacementKeys(model::Room const& room) : m_room(room) {}
    std::string operator()(model::Placement const& placement) {
        std::string key = m_room.at(placement.touchpoint).key;
        if (placement.stage) key += ' ' + m_room.at(placement.stage).key;
        std::size_t const before = m_seen[key]++;
        return key + ' ' + std::to_string(before);
    }

private:
    model::Room const& m_room;
    std::unordered_map<std::string, std::size_t> m_seen;
};

std::vector<model::PlacementId> placements(model::Room const& from, model::Room const& to) {
    std::unordered_map<std::string, model::PlacementId> places;
    PlacementKeys key_there(to);
    for (std::size_t i = 0; i < to.placements.size(); ++i)
        places.emplace(key_there(to.placements[i]), model::PlacementId(i));
    std::vector<model::PlacementId> ids;
    PlacementKeys key_here(from);
    for (model::Placement const& placement : from.placements) {
        auto const place = places.find(key_here(placement));
        ids.push_back(place == places.end() ? model::PlacementId() : place->second);
    }
    return ids;
}

}  // namespace

IdMap map_ids(model::Room const& from, model::Room const& to) {
    IdMap map;
    map.journeys = by_key(from.journeys, to.journeys);
    map.stages = by_key(from.stages, to.stages);
    map.touchpoints = by_key(from.touchpoints, to.touchpoints);
    map.placements = placements(from, to);
    map.personas = by_key(from.personas, to.personas);
    map.components = by_key(from.components, to.components);
    map.nodes = by_key(from.blueprint_nodes, to.blueprint_nodes);
    return map;
}

}  // namespace app
