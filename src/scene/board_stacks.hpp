// Marks of a grid board that crowd around one mark: who stands in a list beside it, and where such
// a list could stand. Pure geometry; must not know what stands on the board already. Called by
// board_marks.
#pragma once

#include <vector>

#include "scene/board_places.hpp"

namespace scene {

struct Crowd {
    std::size_t middle = 0;            // the mark that keeps its place
    std::vector<std::size_t> members;  // of the rest; the order of the points
};
// Those that cannot keep their places, by the nearest that does; only crowds of which a list says
// more than single leaders would.
std::vector<Crowd> crowds_of(std::vector<GridPoint> const& points,
                             std::vector<bool> const& in_place);

enum class StackSide { Left, Right };

// A list of marks with their names, one a row, marks towards the place that they belong to; many
// stand in several columns.
struct StackShape {
    std::size_t rows = 0;  // of a column
    std::size_t columns = 1;
    double pitch = 0;       // from row to row
    double name_width = 0;  // of the widest, with its distance from the mark
    double diameter = 0;

    double column_width() const;
    ScreenSize size() const;
};
StackShape stack_shape(std::size_t members, double pitch, double name_width, double diameter);

struct StackSpot {
    ScreenRect box;
    StackSide side = StackSide::Right;  // of its place
    ScreenPoint end;                    // of its leader
    double length = 0;                  // of that, in whole eighths of a mark

    // Where a member's mark stands.
    ScreenPoint mark_at(std::size_t member, StackShape const& shape) const;
};
// The nearest first; the order is the same on panels of any density.
std::vector<StackSpot> stack_spots(ScreenPoint place, StackShape const& shape);

// Of all marks and names aside, in whole marks, so that rounding decides nothing.
double length_of_leaders(GridPlaces const& places);

}  // namespace scene
