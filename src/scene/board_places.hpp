// Where touchpoints stand on the two grid boards: importance against the rival gap, and promise
// against rival gap. Pure geometry in px over the figures; what is painted there is board_grid.
// Must not draw. Used by board_targets, board_grid and app (dragging).
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
    int decimals = 0;  // of the ticks
};

// Values that lie on the line that parts the board stay on it.
enum class OnLine { No, Upright, Level };

struct GridPoint {
    model::TouchpointId touchpoint;
    ScreenPoint place;  // where its values put it
    ScreenPoint at;     // where it is shown: dragged, or a little aside of a neighbour
    double diameter = 0;
    OnLine on_line = OnLine::No;
    bool pulled = false;
    ScreenRect label;  // of its title; empty where there is no room for it
    ScreenRect card;   // of a dragged one: what it says
};

// What a dragged mark says, and how large that is.
struct Callout {
    std::string title, promise, rival;
    double title_size = 0;  // font sizes, px
    double small_size = 0;
    double pad = 0;
    ScreenSize size;
};
Callout callout_of(ChromeInput const& input, model::TouchpointId id, double unit, double widest);

struct GridPlaces {
    ScreenRect plot;   // with the four quarters' names in its corners
    ScreenRect field;  // where the values stand: clear of the names
    GridAxis x;
    GridAxis y;
    std::vector<GridPoint> points;  // bottom to top
    int left_out = 0;       // promised or asked about, but one of the two figures is missing
    int no_room = 0;        // they rank lowest, and more than can stand apart
    double label_size = 0;  // font sizes, px
    double scale_size = 0;
    double quarter_size = 0;  // of the quarters' names

    double x_of(double value) const {
        return field.x + (value - x.low) / (x.high - x.low) * field.w;
    }
    double y_of(double value) const {
        return field.bottom() - (value - y.low) / (y.high - y.low) * field.h;
    }
};

// "top-left", "top-right", "bottom-left" or "bottom-right" of a board's plot: where its name
// stands.
enum class Quarter { TopLeft, TopRight, BottomLeft, BottomRight };
std::string quarter_name(base::Catalogue const& catalogue, Board board, Quarter quarter);
ScreenRect quarter_box(ChromeInput const& input, Board board, Quarter quarter,
                       GridPlaces const& places);

// Board::Importance: x = relative gap to the best rival (points of 100, parted at 0), y = weight
// (percent, parted at 100 / touchpoints with a weight), metrics 2.8. Board::Measures: x = kept rate
// less the promised rate (points), y = relative gap. A point whose interval crosses the line stands
// on the line. Marks stand apart: those that rank highest at their values, the others as near to
// theirs as is free, never on the wrong side of a line.
GridPlaces grid_places(ChromeInput const& input, Board board, ScreenRect area, double unit);

}  // namespace scene
