// Where touchpoints stand on the two grid boards: importance against the rival gap, and promise
// against rival gap. Pure geometry in px over the figures; what is painted there is board_grid.
// Must not draw. Used by chrome (touch targets) and board_grid.
#pragma once

#include <string>
#include <vector>

#include "scene/chrome.hpp"

namespace scene {

// One scale of a grid: values from `low` to `high` over a length in px.
struct GridAxis {
    double low = 0;
    double high = 1;
    double cross = 0;  // where the board parts good from bad, or much from little
    std::vector<double> ticks;
};

struct GridPoint {
    model::TouchpointId touchpoint;
    ScreenPoint place;  // where its values put it
    ScreenPoint at;     // where it is shown: dragged, or a little aside of a neighbour
    double diameter = 0;
    bool pulled = false;
    ScreenRect label;  // of its title; empty where there is no room for it
};

struct GridPlaces {
    ScreenRect plot;
    GridAxis x;
    GridAxis y;
    std::vector<GridPoint> points;  // bottom to top
    int left_out = 0;       // promised or asked about, but one of the two figures is missing
    double label_size = 0;  // font size, px

    double x_of(double value) const { return plot.x + (value - x.low) / (x.high - x.low) * plot.w; }
    double y_of(double value) const {
        return plot.bottom() - (value - y.low) / (y.high - y.low) * plot.h;
    }
};

// Board::Importance: x = relative gap to the best rival (points of 100, parted at 0), y = weight
// (percent, parted at 100 / touchpoints with a weight), metrics 2.8. Board::Measures: x = kept rate
// less the promised rate (points), y = relative gap. A point whose interval crosses the line stands
// on the line.
GridPlaces grid_places(ChromeInput const& input, Board board, ScreenRect area, double unit);

// Adds the touch targets of the board that is shown.
void add_board(ChromeInput const& input, double unit, Chrome& chrome);

}  // namespace scene
