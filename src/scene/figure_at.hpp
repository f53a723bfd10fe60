// Which figure of the picture stands under a finger: of an open card, of a line beside a stage, of
// the asset board, of the title, of a stage on the map. Must not know what is then done with it.
// Used by app (a long press).
#pragma once

#include "scene/chrome.hpp"

namespace scene {

std::optional<FigureName> figure_at(ChromeInput const& input, Chrome const& chrome, ScreenPoint at);

}  // namespace scene
