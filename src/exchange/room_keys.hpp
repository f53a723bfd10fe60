// The key that a cell holds for an id of the room; empty for no id. Used by the pack writers.
#pragma once

#include <string_view>

#include "model/room.hpp"

namespace exchange {

template <typename Thing>
std::string_view key_at(std::vector<Thing> const& things, base::Id<Thing> id) {
    return id ? std::string_view(things[id.index()].key) : std::string_view{};
}

// Names of regions and channels, which have no key of their own.
template <typename Name>
std::string_view name_at(std::vector<std::string> const& names, base::Id<Name> id) {
    return id ? std::string_view(names[id.index()]) : std::string_view{};
}

}  // namespace exchange
