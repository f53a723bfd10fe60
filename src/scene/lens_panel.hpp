// The lenses of the open floor: a chip above the map that says what is looked through, and the
// small panel of choices that it opens. Drawn by us and not by the window's GUI, because teams are
// the pack's text. Used by chrome (touch) and lens_paint.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

// "Everything", "What Parts holds up", ...
std::string lens_label(base::Catalogue const& catalogue, Lens const& lens);

// Above the column that begins with this lens; nothing above the others.
std::string_view lens_heading(base::Catalogue const& catalogue, LensKind kind);
// Capitals of choices and headings, design mm.
inline constexpr double lens_label_cap = 8.6;
inline constexpr double lens_heading_cap = 7.4;

// Where a floor is open; nothing elsewhere.
void add_lenses(ChromeInput const& input, double unit, Chrome& chrome);

}  // namespace scene
