// The cells of the open floor (a step in a lane) for hands that edit it: which one lies under a
// point, which are empty, where in the order of the file a node comes that is dropped there.
// Geometry only. Called by edit_controls, edit_paint and app/editing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/map_layout.hpp"
#include "scene/view.hpp"

namespace scene {

struct EditCell {
    model::StepId step;
    model::BlueprintLane lane = model::BlueprintLane::Backstage;
    layout::WorldRect rect;    // world units
    layout::WorldRect told{};  // what its step says in it; empty: nothing
};

// Nothing outside the open floor's steps and lanes.
std::optional<EditCell> edit_cell_at(layout::MapLayout const& layout, View const& view,
                                     layout::WorldPoint point);
// Cells that no node stands in, of the part that the curtain shows.
std::vector<EditCell> empty_cells(layout::MapLayout const& layout, View const& view);

// The row (of blueprint_nodes, counted without `node` itself) that a node dropped at a point of the
// cell comes to: before the first node of the cell that stands below it, else behind the last one;
// its own row when it stays where it is in the order.
std::size_t row_in_cell(layout::MapLayout const& layout, View const& view, EditCell const& cell,
                        layout::WorldPoint point, model::BlueprintNodeId node);

// The box of a node on the open floor.
std::optional<layout::WorldRect> floor_box(layout::MapLayout const& layout, View const& view,
                                           model::BlueprintNodeId node);

}  // namespace scene
