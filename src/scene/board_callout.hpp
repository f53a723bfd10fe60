// What a dragged mark of a grid board says, and how large that is. Must not draw or know where the
// mark lies. Called by board_places and board_grid.
#pragma once

#include <string>
#include <vector>

#include "scene/chrome.hpp"

namespace scene {

struct Callout {
    std::string title;
    std::vector<std::string> lines;  // the promise first
    double mark = 0;                 // its diameter, px
    double title_size = 0;           // font sizes, px
    double small_size = 0;
    double pad = 0;
    ScreenSize size;
};
Callout callout_of(ChromeInput const& input, model::TouchpointId id, double unit, double widest);

}  // namespace scene
