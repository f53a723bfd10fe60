// Where touchpoints stand on the two grid boards: importance against the rival gap, and promise
// against rival gap. Pure geometry in px over the figures; what is painted there is board_grid.
// Must not draw. Used by board_targets, board_grid and app (dragging).
#pragma once

#include <optional>
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
    ScreenPoint place;  // where its values put it: always marked, to the pixel
    ScreenPoint at;     // where its mark is shown: there, aside of another's, or dragged
    double diameter = 0;
    OnLine on_line = OnLine::No;
    bool pulled = false;
    bool stacked = false;            // stands in a list with others of its place
    bool signature = false;          // little weight and far ahead, but it delights: no overkill
    ScreenRect label;                // of its name; empty where there is no room for it
    std::optional<ScreenPoint> tie;  // where a leader from its place ends
    ScreenRect card;                 // of a dragged one: what it says
};

// A list of marks beside the place that they share: one leader for all of them.
struct GridStack {
    ScreenRect rule;  // beside its rows; no width
    ScreenPoint from;
    ScreenPoint to;
};

struct GridPlaces {
    ScreenRect plot;   // with the four quarters' names in its corners
    ScreenRect field;  // where the values stand: clear of the names
    GridAxis x;
    GridAxis y;
    std::vector<GridPoint> points;  // bottom to top
    std::vector<GridStack> stacks;
    int left_out = 0;          // promised or asked about, but one of the two figures is missing
    std::string why_left_out;  // "2 without a weight, 1 without a rival's score"
    int no_room = 0;           // they rank lowest, and more than can stand apart
    int unnamed = 0;           // stand here, but their names have no room
    int signatures = 0;        // of those that are ahead and count for little
    int overkill = 0;
    double unit = 1;        // a design millimetre, larger on a panel that stands upright, px
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
std::string quarter_name(base::Catalogue const& catalogue, Board board, Quarter quarter,
                         GridPlaces const& places);
ScreenRect quarter_box(ChromeInput const& input, Board board, Quarter quarter,
                       GridPlaces const& places);

// Board::Importance: x = relative gap to the best rival (points of 100, parted at 0), y = weight
// (percent, parted at 100 / touchpoints with a weight), metrics 2.8. Board::Measures: x = kept rate
// less the promised rate (points), y = relative gap. A point whose interval crosses the line stands
// on the line. Every point is marked at its values; where marks would hide each other, those that
// rank lower stand aside on their own side of the lines, tied to their places.
GridPlaces grid_places(ChromeInput const& input, Board board, ScreenRect area, double unit);

}  // namespace scene
