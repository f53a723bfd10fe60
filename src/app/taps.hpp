// What fingers on the picture do: controls first, then the map. Called by app/update.
#pragma once

#include "app/app_state.hpp"

namespace app {

void tap(World const& world, AppState& state, base::ScreenPoint at);
void double_tap(World const& world, AppState& state, base::ScreenPoint at);
void hold(World const& world, AppState& state, base::ScreenPoint at);

}  // namespace app
