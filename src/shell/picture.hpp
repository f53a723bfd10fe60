// The wall as a picture without a window: the same draw list, renderer and dock as the kiosk's.
// Used by replay --shot and by every verb that writes PNG files.
#pragma once

#include "base/image.hpp"
#include "shell/asset_paths.hpp"
#include "shell/wall.hpp"

namespace shell {

// Throws NoGraphics when this machine cannot draw.
base::Image picture_of(Wall& wall, app::AppState const& state, AssetPaths const& assets);

}  // namespace shell
