#include "scene/edit_cells.hpp"

#include <algorithm>

#include "scene/floor.hpp"

namespace scene {
namespace {

layout::Floor const* floor_in_view(layout::MapLayout const& layout, View const& view) {
    auto const open = open_floor(layout, view);
    return open ? &layout.floors[open->floor] : nullptr;
}

layout::WorldRect cell_rect(layout::FloorStep const& step, layout::FloorLane const& lane) {
    return {step.rect.x, lane.rect.y, step.rect.w, lane.rect.h};
}

bool stands_in(layout::Floor const& floor, layout::FloorNode const& node, EditCell const& cell) {
    return node.step != layout::no_floor_step && floor.steps[node.step].step == cell.step &&
           node.lane == cell.lane;
}

// Nodes of a cell stand below each other, or side by side where a column is wide.
bool comes_after(layout::WorldRect const& box, layout::WorldPoint point) {
    if (point.y < box.y) return true;
    return point.y < box.bottom() && point.x < box.centre().x;
}

}  // namespace

std::optional<EditCell> edit_cell_at(layout::MapLayout const& layout, View const& view,
                                     layout::WorldPoint point) {
    layout::Floor const* const floor = floor_in_view(layout, view);
    if (floor == nullptr) return std::nullopt;
    for (layout::FloorStep const& step : floor->steps) {
        for (layout::FloorLane const& lane : floor->lanes) {
            layout::WorldRect const rect = cell_rect(step, lane);
            if (rect.contains(point)) return EditCell{step.step, lane.role, rect};
        }
    }
    return std::nullopt;
}

std::vector<EditCell> empty_cells(layout::MapLayout const& layout, View const& view) {
    std::vector<EditCell> cells;
    layout::Floor const* const floor = floor_in_view(layout, view);
    if (floor == nullptr) return cells;
    layout::WorldRect const shown = shown_part(*floor, view.curtain);
    for (layout::FloorStep const& step : floor->steps) {
        for (layout::FloorLane const& lane : floor->lanes) {
            EditCell const cell{step.step, lane.role, cell_rect(step, lane)};
            bool const taken = std::any_of(
                floor->nodes.begin(), floor->nodes.end(),
                [&](layout::FloorNode const& node) { return stands_in(*floor, node, cell); });
            if (taken || cell.rect.bottom() > shown.bottom()) continue;
            cells.push_back(cell);
            if (lane.role == model::BlueprintLane::Customer) cells.back().told = step.told;
        }
    }
    return cells;
}

std::size_t row_in_cell(layout::MapLayout const& layout, View const& view, EditCell const& cell,
                        layout::WorldPoint point, model::BlueprintNodeId node) {
    layout::Floor const* const floor = floor_in_view(layout, view);
    std::size_t const own = node.index();
    auto const without_own = [&](std::size_t row) { return row > own ? row - 1 : row; };
    std::optional<std::size_t> last;
    std::optional<std::size_t> first_behind;
    bool only_own = true;
    for (layout::FloorNode const& each : floor->nodes) {
        if (!stands_in(*floor, each, cell) || each.node == node) continue;
        only_own = false;
        std::size_t const row = each.node.index();
        if (!comes_after(each.rect, point)) {
            last = std::max(last.value_or(row), row);
        } else if (!first_behind || row < *first_behind) {
            first_behind = row;
        }
    }
    if (only_own) return own;
    // Already between them: the order of the file need not change.
    bool const after_last = !last || own > *last;
    bool const before_first = !first_behind || own < *first_behind;
    if (after_last && before_first) return own;
    return first_behind ? without_own(*first_behind) : without_own(*last) + 1;
}

std::optional<layout::WorldRect> floor_box(layout::MapLayout const& layout, View const& view,
                                           model::BlueprintNodeId node) {
    layout::Floor const* const floor = floor_in_view(layout, view);
    if (floor == nullptr || !node) return std::nullopt;
    for (layout::FloorNode const& each : floor->nodes) {
        if (each.node == node) return each.rect;
    }
    return std::nullopt;
}

}  // namespace scene
