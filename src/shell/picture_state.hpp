// The kiosk's state that a picture is asked of: the one that a person would have reached by hand,
// at rest. Used by render and dump.
#pragma once

#include "app/app_state.hpp"
#include "shell/options.hpp"
#include "shell/wall.hpp"

namespace shell {

// Throws Refused when the room has no such view, overlay or persona.
// Why no such lens can be looked through: nobody of that name; empty where there is one.
std::string unknown_team(model::Room const& room, scene::Lens const& lens);

app::AppState picture_state(Wall& wall, PictureOptions const& options);

}  // namespace shell
