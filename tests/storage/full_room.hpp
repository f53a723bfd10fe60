// Rooms for the storage tests: one filled in every field, and one as small as a room can be.
#pragma once

#include <string>

#include "model/room.hpp"

namespace test {

// Every field of every struct holds something that its default does not; `mark` is part of every
// text.
model::Room full_room(std::string const& mark = "");

// A key, a title and one empty journey.
model::Room smallest_room();

// The full room with `count` observations over its one touchpoint.
model::Room room_with_observations(std::size_t count);

}  // namespace test
