// `metrics --json`: all figures of a room as JSON text. Must not compute any of them.
#pragma once

#include <string>

#include "metrics/room_figures.hpp"

namespace exchange {

// Shares 0..1, gaps in points of 100; what cannot be known is null, never 0. Ends in a newline.
std::string figures_json(model::Room const& room, metrics::RoomFigures const& figures);

}  // namespace exchange
