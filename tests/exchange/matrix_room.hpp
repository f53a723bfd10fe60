// Matrices of the tests, into a room and back.
#pragma once

#include <string>

#include "exchange/matrix.hpp"
#include "model/room.hpp"

namespace matrix_room {

// The demo's room; read once.
model::Room const& northmoor();

// One of the files in tests/exchange/matrices.
std::string file(std::string const& name);

exchange::MatrixResult apply(std::string_view bytes, model::Room const& room,
                             std::string const& journey);
// As above; fails the test when the matrix is refused.
model::Room applied(std::string_view bytes, model::Room const& room, std::string const& journey);

std::string printed(exchange::MatrixResult const& result);

// Stages, steps, lanes and texts of a journey, a line each: what a matrix of any form carries.
std::string outline(model::Room const& room, std::string const& journey);

// The room is one that a pack could hold.
void check_sound(model::Room const& room);

}  // namespace matrix_room
