// The lenses of the open floor: a chip above the map that says what is looked through, and the
// small panel of choices that it opens. Drawn by us and not by the window's GUI, because teams are
// the pack's text. Used by chrome (touch) and lens_paint.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

// "Everything", "What Parts holds up", ...
std::string lens_label(base::Catalogue const& catalogue, Lens const& lens);

// Where a floor is open; nothing elsewhere.
void add_lenses(ChromeInput const& input, double unit, Chrome& chrome);

}  // namespace scene
