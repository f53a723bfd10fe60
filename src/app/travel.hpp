// How the camera of the state moves: by hand, by flights with a way back, by gliding on. Must not
// know what is tapped. Called by app/update and its parts.
#pragma once

#include "app/app_state.hpp"
#include "app/stops.hpp"

namespace app {

scene::ScreenRect viewport_of(AppState const& state);
Framing framing_of(AppState const& state);
scene::CameraLimits limits_of(layout::MapLayout const& layout, Framing const& framing);

// Where the camera will be when the flight under way has landed.
scene::Camera destination(AppState const& state);

// Without a way back; from the current camera, whatever moves it now. Calm motion cuts.
void fly_to(AppState& state, scene::Camera target);
// Remembers where the person stood, for `go_back`.
void jump_to(AppState& state, scene::Camera target);
void visit(AppState& state, Stop const& stop);
// True where the camera stands, or will when its flight has landed.
bool stands_at(AppState const& state, scene::Camera const& camera);
// The journey, with its floor where that is open; where it stands so already, both whole.
void fit_journey(AppState& state, std::uint32_t frame);
// What stands out from now on; eased.
void focus_on(AppState& state, scene::Focus const& focus);
void go_back(AppState& state);

// By hand: ends flights and glides.
void pan_by(AppState& state, base::ScreenPoint by);
void zoom_by(AppState& state, base::ScreenPoint anchor, double factor);
void fling(AppState& state, double vx_px_s, double vy_px_s);
void stop_motion(AppState& state);

// To state.t_ms.
void advance_motion(AppState& state);

}  // namespace app
