#include "layout/hit_test.hpp"

#include <algorithm>
#include <cmath>

namespace layout {
namespace {

double distance(WorldRect const& rect, WorldPoint point) {
    double const dx = std::max({rect.x - point.x, point.x - rect.right(), 0.0});
    double const dy = std::max({rect.y - point.y, point.y - rect.bottom(), 0.0});
    return std::hypot(dx, dy);
}

// An item that holds the point is at distance 0; of equally near ones the first in the layout is
// taken.
std::optional<std::uint32_t> nearest_item(MapLayout const& layout, WorldPoint point,
                                          double radius) {
    double const reach = std::max(radius, 0.0);
    WorldRect const area{point.x - reach, point.y - reach, 2 * reach, 2 * reach};
    std::optional<std::uint32_t> nearest;
    double best = reach;
    for (std::uint32_t item : query(layout.grid, area)) {
        double const away = distance(layout.items[item].rect, point);
        if (away < best || (away == best && !nearest)) {
            best = away;
            nearest = item;
        }
    }
    return nearest;
}

}  // namespace

std::optional<Hit> hit_test(MapLayout const& layout, WorldPoint point, double radius) {
    if (auto const item = nearest_item(layout, point, radius)) {
        Item const& found = layout.items[*item];
        return Hit{Hit::Kind::Item, found.frame, found.column, *item};
    }
    auto const frame = deepest_frame(layout, point);
    if (!frame) return std::nullopt;
    auto const column = column_at(layout.frames[*frame], point);
    if (column && layout.frames[*frame].columns[*column].header.contains(point)) {
        return Hit{Hit::Kind::Stage, *frame, *column, 0};
    }
    return Hit{Hit::Kind::Frame, *frame, 0, 0};
}

std::optional<std::uint32_t> deepest_frame(MapLayout const& layout, WorldPoint point) {
    // Parents stand before their children and siblings do not overlap, so the last frame that holds
    // the point is it.
    for (std::size_t i = layout.frames.size(); i-- > 0;) {
        if (layout.frames[i].rect.contains(point)) return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> column_at(Frame const& frame, WorldPoint point) {
    auto const after = std::partition_point(
        frame.columns.begin(), frame.columns.end(),
        [&](StageColumn const& column) { return column.rect.right() <= point.x; });
    if (after == frame.columns.end() || after->rect.x > point.x) return std::nullopt;
    return static_cast<std::uint32_t>(after - frame.columns.begin());
}

}  // namespace layout
