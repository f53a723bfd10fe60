// What is below the curtain: which floor is open and how far, and what lies under a point of it.
// Geometry only; must not draw (floor_paint does). Called by chrome, the painters and app.
#pragma once

#include <optional>

#include "layout/map_layout.hpp"
#include "scene/view.hpp"

namespace scene {

// The floor whose curtain is at all open.
struct OpenFloor {
    std::uint32_t floor = 0;  // of MapLayout::floors
    std::uint32_t frame = 0;  // of MapLayout::frames
    layout::WorldRect shown;  // from the line of visibility to the hem
};
std::optional<OpenFloor> open_floor(layout::MapLayout const& layout, View const& view);

// The floor of a frame or a journey; nothing where it has no steps and no blueprint.
std::optional<std::uint32_t> floor_of(layout::MapLayout const& layout, std::uint32_t frame);
std::optional<std::uint32_t> floor_of(layout::MapLayout const& layout, model::JourneyId journey);

// The part of a floor that a curtain open to `share` shows.
layout::WorldRect shown_part(layout::Floor const& floor, double share);

// What stands below the hem for the most part: it is told of, and not seen.
bool below_hem(layout::FloorNode const& node, layout::WorldRect const& shown);

// The frame under a point: the open floor hides what it lies over and belongs to its journey.
std::optional<std::uint32_t> frame_at(layout::MapLayout const& layout, View const& view,
                                      layout::WorldPoint point);

// The node of the open floor under a point, else the nearest within `radius` (world units).
std::optional<model::BlueprintNodeId> floor_node_at(layout::MapLayout const& layout,
                                                    View const& view, layout::WorldPoint point,
                                                    double radius);

}  // namespace scene
