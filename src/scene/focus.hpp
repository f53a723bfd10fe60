// Where the focus of a view lies on the map and on the screen, and what is left of the map around
// it. Geometry only; must not draw. Called by chrome, and by app through it.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

struct FocusPlace {
    Place place;
    layout::WorldRect rect;
};
// Nothing for Focus::Kind::None, or where the layout no longer holds it. What lies below an open
// curtain belongs to its journey and stages.
std::optional<FocusPlace> find_focus(layout::MapLayout const& layout, View const& view,
                                     Focus const& focus);

// What is drawn of the map: beside a stage its frame's whole columns, around a touchpoint its own
// column, of a journey itself; else `map`, the part that the frozen names leave. `right` bounds it
// where a sheet stands there.
ScreenRect shown_around(ChromeInput const& input, Chrome const& chrome, FocusPlace const& focus);

}  // namespace scene
