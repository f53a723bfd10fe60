// Who stands on the two lists of the board of contradictions, and where. Pure geometry over the
// figures; must not draw. Used by chrome (touch targets) and board_contradictions.
#pragma once

#include <vector>

#include "scene/chrome.hpp"

namespace scene {

// The survey is content when the own score reaches what customers expected.
enum class Contradiction { GoodScoreBrokenPromise, KeptPromisePoorScore };

// The most people first; kept promises by how far the score stays behind what was expected.
std::vector<model::TouchpointId> contradictions(metrics::RoomFigures const& figures,
                                                Contradiction side);

struct ContradictionRow {
    model::TouchpointId touchpoint;
    ScreenRect rect;
};

struct ContradictionList {
    Contradiction side = Contradiction::GoodScoreBrokenPromise;
    ScreenRect area;
    double head_size = 0;  // font sizes, px
    double below_size = 0;
    double growth = 1;      // of the rows' type: a short list is read from farther away
    double head_line = 0;   // baselines
    double below_line = 0;  // 0 where there is no room for it
    double rest_line = 0;   // "and 3 more", or that there is none
    std::vector<ContradictionRow> rows;
    std::size_t more = 0;  // that have no room
};

// Good scores over broken promises first.
std::vector<ContradictionList> contradiction_lists(ChromeInput const& input, ScreenRect const& area,
                                                   double unit);

}  // namespace scene
