// What the still parts of the screen (dock, breadcrumb, minimap, cards) mean when they are pressed.
// One meaning, whether a finger presses the picture or shell/gui its button. Must not change the
// state.
#pragma once

#include <optional>

#include "app/app_state.hpp"
#include "app/command.hpp"

namespace app {

scene::ChromeInput chrome_input(World const& world, AppState const& state);
scene::Chrome chrome_of(World const& world, AppState const& state);

// The uppermost control at a point.
std::optional<scene::Control> control_at(scene::Chrome const& chrome, base::ScreenPoint at);

// The command of a control that needs no place and no state to say it: all that shell/gui draws,
// personas and periods. Nothing for a control that is not enabled.
std::optional<Command> command_of(scene::Control const& control);

// The world point that a point of the minimap stands for.
base::WorldPoint minimap_point(scene::Chrome const& chrome, AppState const& state,
                               base::ScreenPoint at);

}  // namespace app
