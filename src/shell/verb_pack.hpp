// What check and import share: a pack read, and its problems told. Must not know the store. Used by
// those two verbs.
#pragma once

#include <filesystem>
#include <string>

#include "exchange/pack.hpp"

namespace shell {

// Reads the pack and prints its warnings and problems to standard error, one line each, then a
// count when not all are listed. Throws Refused when there is an error.
model::Room read_pack_or_refuse(std::filesystem::path const& pack, model::Room const* previous);

// "Northmoor Home Energy: 12 journeys, 52 touchpoints, 4,000 observations".
std::string summary(model::Room const& room);

}  // namespace shell
