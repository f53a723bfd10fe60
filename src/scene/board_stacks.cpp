#include "scene/board_stacks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace scene {
namespace {

constexpr std::size_t fewest = 2;  // one stands as well by a leader of its own
// Larger crowds are read by nobody, and have no room.
constexpr std::size_t most = 60;
constexpr std::size_t most_rows = 12;
// Of a mark: how far a list may stand from its place.
constexpr int nearest = 2;
constexpr int farthest = 24;
constexpr int most_rises = 60;  // half marks up or down

std::size_t middle_of(std::vector<GridPoint> const& points, std::vector<bool> const& in_place,
                      std::size_t i) {
    std::size_t found = points.size();
    double least = std::numeric_limits<double>::max();
    for (std::size_t k = 0; k < points.size(); ++k) {
        if (!in_place[k]) continue;
        ScreenPoint const way = points[k].place - points[i].place;
        double const away = std::hypot(way.x, way.y);
        // Equal but for rounding: the first.
        if (found < points.size() && away > least - 1e-4 * points[i].diameter) continue;
        least = away;
        found = k;
    }
    return found;
}

}  // namespace

std::vector<Crowd> crowds_of(std::vector<GridPoint> const& points,
                             std::vector<bool> const& in_place) {
    std::vector<std::vector<std::size_t>> members(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (in_place[i]) continue;
        std::size_t const middle = middle_of(points, in_place, i);
        if (middle < points.size()) members[middle].push_back(i);
    }
    std::vector<Crowd> crowds;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (members[i].size() >= fewest && members[i].size() <= most)
            crowds.push_back({i, std::move(members[i])});
    }
    return crowds;
}

double StackShape::column_width() const {
    return diameter * 2 + name_width;
}

ScreenSize StackShape::size() const {
    // Between columns lies a mark's width.
    return {static_cast<double>(columns) * column_width() - diameter,
            static_cast<double>(rows) * pitch};
}

StackShape stack_shape(std::size_t members, double pitch, double name_width, double diameter) {
    std::size_t const columns = (members + most_rows - 1) / most_rows;
    return {(members + columns - 1) / columns, columns, pitch, name_width, diameter};
}

ScreenPoint StackSpot::mark_at(std::size_t member, StackShape const& shape) const {
    double const row = static_cast<double>(member % shape.rows) + 0.5;
    std::size_t const column = member / shape.rows;
    double const in = static_cast<double>(column) * shape.column_width() + shape.diameter / 2;
    double const x = side == StackSide::Right ? box.x + in : box.right() - in;
    return {x, box.y + row * shape.pitch};
}

std::vector<StackSpot> stack_spots(ScreenPoint place, StackShape const& shape) {
    double const diameter = shape.diameter;
    ScreenSize const size = shape.size();
    std::vector<StackSpot> spots;
    double const rise = diameter / 2;
    for (int aside = nearest; aside <= farthest; ++aside) {
        for (int k = -most_rises; k <= most_rises; ++k) {
            for (StackSide const side : {StackSide::Right, StackSide::Left}) {
                double const x = place.x + (side == StackSide::Right ? aside : -aside) * diameter;
                double const y = place.y + k * rise - size.h / 2;
                StackSpot spot;
                spot.side = side;
                spot.box = {side == StackSide::Right ? x : x - size.w, y, size.w, size.h};
                spot.end = {x, std::clamp(place.y, y, y + size.h)};
                spot.length = std::floor(
                    std::hypot(spot.end.x - place.x, spot.end.y - place.y) / diameter * 8 + 1e-6);
                spots.push_back(spot);
            }
        }
    }
    std::stable_sort(spots.begin(), spots.end(),
                     [](StackSpot const& a, StackSpot const& b) { return a.length < b.length; });
    return spots;
}

double length_of_leaders(GridPlaces const& places) {
    double length = 0;
    for (GridPoint const& point : places.points) {
        if (!point.tie || point.stacked) continue;
        ScreenPoint const way = *point.tie - point.place;
        length += std::hypot(way.x, way.y);
    }
    for (GridStack const& stack : places.stacks)
        length += std::hypot(stack.to.x - stack.from.x, stack.to.y - stack.from.y);
    return std::floor(length / places.points.front().diameter + 1e-6);
}

}  // namespace scene
