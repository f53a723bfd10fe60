// The whole behaviour of the kiosk: state and command in, state out. Pure apart from the font cache
// behind `measure`.
#pragma once

#include <string>
#include <vector>

#include "app/app_state.hpp"
#include "app/command.hpp"

namespace app {

struct StartOptions {
    base::ScreenSize size{};
    double diagonal_in = 86;
    double distance_m = 4;
    scene::Overlay overlay = scene::Overlay::Reliability;
    model::PersonaId persona{};
    std::optional<base::Period> period{};
    std::optional<base::Date> now{};
    bool backstage = false;
    double curtain = 1;  // how far the curtain is open then, 0..1
    bool staff = false;
};

// The kiosk as it opens: level 0 fitted.
AppState start(World const& world, StartOptions const& options);

// In place, for speed; everything else about it is a pure function.
void update(World const& world, AppState& state, Command const& command);

// Ends all motion and easing at once (render, dump, the end of a replay step list).
void settle(World const& world, AppState& state);

// Level, journey, stage and touchpoint of the view (contract of `replay`): those of the deepest
// frame at the centre.
struct Whereabouts {
    std::optional<int> level;
    std::string journey, stage, touchpoint;  // keys; empty = null
};
Whereabouts whereabouts(World const& world, AppState const& state);

// True when `view` names something of this room (home, journey:KEY, stage:KEY, touchpoint:KEY,
// board:NAME).
bool view_exists(model::Room const& room, std::string_view view);

}  // namespace app
