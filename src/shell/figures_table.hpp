// All figures as a table for people. Must not compute any of them. Used by `metrics` without
// --json.
#pragma once

#include <string>

#include "metrics/room_figures.hpp"

namespace shell {

// What cannot be known is "-", never 0.
std::string figures_table(model::Room const& room, metrics::RoomFigures const& figures);

}  // namespace shell
