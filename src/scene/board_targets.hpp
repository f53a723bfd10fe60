// What can be touched on the board that is shown. Must not draw. Called by chrome.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

void add_board(ChromeInput const& input, double unit, Chrome& chrome);

}  // namespace scene
