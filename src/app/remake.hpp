// Remakes what the state derives from the room: the layout for size, type and lens; the figures for
// period and persona. Must not know commands. Called by app/update.
#pragma once

#include <functional>

#include "app/app_state.hpp"

namespace app {

// Remakes layout and limits for the state as it is (the camera is left alone).
void remake_layout(World const& world, AppState& state);

// The same, where nothing but the blueprint of this journey changed.
void remake_floor(World const& world, AppState& state, model::JourneyId journey);

// Applies `change`, remakes the layout and brings the camera, the way back and the cards to the
// same places of it.
void change_layout(World const& world, AppState& state,
                   std::function<void(AppState&)> const& change);

// Ease: values count from the previous figures to the new ones.
enum class FigureChange { Ease, Cut };
void remake_figures(World const& world, AppState& state, FigureChange how);

}  // namespace app
