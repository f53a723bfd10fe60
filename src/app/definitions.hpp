// The open definition cards: what a figure is and what it rests on, beside the figure. Must not
// know gestures. Called by app/update and its parts.
#pragma once

#include <optional>

#include "app/app_state.hpp"

namespace app {

inline constexpr std::size_t most_definitions = 4;  // as many as cards

// Beside the figure's card where one is open, else beside `at`, else in the middle. One that is
// open comes to the front.
void open_definition(World const& world, AppState& state, scene::FigureName const& figure,
                     std::optional<base::ScreenPoint> at);
void close_definition(AppState& state, std::size_t index);
// With its card.
void close_definitions_of(AppState& state, model::TouchpointId touchpoint);
void move_definitions_of(AppState& state, model::TouchpointId touchpoint, base::ScreenPoint by);

}  // namespace app
