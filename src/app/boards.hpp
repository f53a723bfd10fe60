// The full views that are not the map: which one is shown, and which of its marks were dragged.
// Must not know what a board draws. Called by app/update and its parts.
#pragma once

#include "app/app_state.hpp"

namespace app {

// Board::None shows the map again. Eased, as overlays are; marks go back to their places.
void show_board(AppState& state, scene::Board board);
bool on_board(AppState const& state);

// Nothing on boards whose marks do not move.
void pull_mark(World const& world, AppState& state, model::TouchpointId touchpoint,
               base::ScreenPoint by);

}  // namespace app
