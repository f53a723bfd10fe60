#include "scene/floor.hpp"

#include <algorithm>
#include <cmath>

#include "layout/hit_test.hpp"

namespace scene {

std::optional<std::uint32_t> floor_of(layout::MapLayout const& layout, std::uint32_t frame) {
    // Floors stand in the order of their frames.
    auto const found = std::lower_bound(
        layout.floors.begin(), layout.floors.end(), frame,
        [](layout::Floor const& floor, std::uint32_t f) { return floor.frame < f; });
    if (found == layout.floors.end() || found->frame != frame) return std::nullopt;
    return static_cast<std::uint32_t>(found - layout.floors.begin());
}

std::optional<std::uint32_t> floor_of(layout::MapLayout const& layout, model::JourneyId journey) {
    for (std::uint32_t i = 0; i < layout.floors.size(); ++i) {
        if (layout.frames[layout.floors[i].frame].journey == journey) return i;
    }
    return std::nullopt;
}

layout::WorldRect shown_part(layout::Floor const& floor, double share) {
    layout::WorldRect shown = floor.rect;
    shown.h *= std::clamp(share, 0.0, 1.0);
    return shown;
}

bool below_hem(layout::FloorNode const& node, layout::WorldRect const& shown) {
    return node.rect.centre().y > shown.bottom();
}

std::optional<OpenFloor> open_floor(layout::MapLayout const& layout, View const& view) {
    if (view.curtain <= 0 || !view.curtain_of) return std::nullopt;
    auto const floor = floor_of(layout, view.curtain_of);
    if (!floor) return std::nullopt;
    layout::Floor const& open = layout.floors[*floor];
    return OpenFloor{*floor, open.frame, shown_part(open, view.curtain)};
}

std::optional<std::uint32_t> frame_at(layout::MapLayout const& layout, View const& view,
                                      layout::WorldPoint point) {
    auto const open = open_floor(layout, view);
    if (open && open->shown.contains(point)) return open->frame;
    return layout::deepest_frame(layout, point);
}

std::optional<model::BlueprintNodeId> floor_node_at(layout::MapLayout const& layout,
                                                    View const& view, layout::WorldPoint point,
                                                    double radius) {
    auto const open = open_floor(layout, view);
    if (!open || !open->shown.contains(point)) return std::nullopt;
    std::optional<model::BlueprintNodeId> nearest;
    double best = std::max(radius, 0.0);
    for (layout::FloorNode const& node : layout.floors[open->floor].nodes) {
        double const dx = std::max({node.rect.x - point.x, point.x - node.rect.right(), 0.0});
        double const dy = std::max({node.rect.y - point.y, point.y - node.rect.bottom(), 0.0});
        double const away = std::hypot(dx, dy);
        if (away > best || (nearest && away == best)) continue;
        best = away;
        nearest = node.node;
    }
    return nearest;
}

}  // namespace scene
