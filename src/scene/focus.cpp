#include "scene/focus.hpp"

#include <algorithm>

#include "scene/floor.hpp"

namespace scene {
namespace {

using layout::MapLayout;

std::optional<FocusPlace> find_journey(MapLayout const& layout, model::JourneyId journey) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        if (layout.frames[f].journey == journey)
            return FocusPlace{{f, {}, {}}, layout.frames[f].rect};
    }
    return std::nullopt;
}

std::optional<FocusPlace> find_stage(MapLayout const& layout, model::StageId stage) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        auto const& columns = layout.frames[f].columns;
        for (std::uint32_t c = 0; c < columns.size(); ++c) {
            if (columns[c].stage == stage) return FocusPlace{{f, c, {}}, columns[c].rect};
        }
    }
    return std::nullopt;
}

std::optional<FocusPlace> find_placement(MapLayout const& layout, model::PlacementId placement) {
    for (std::uint32_t i = 0; i < layout.items.size(); ++i) {
        layout::Item const& item = layout.items[i];
        if (item.placement == placement) return FocusPlace{{item.frame, item.column, i}, item.rect};
    }
    return std::nullopt;
}

// From the first whole column of the frame in `area` to the last.
ScreenRect whole_columns(ChromeInput const& input, Chrome const& chrome, layout::Frame const& frame,
                         ScreenRect const& area) {
    double left = chrome.bright.x;
    double right = chrome.bright.right();
    for (layout::StageColumn const& column : frame.columns) {
        ScreenRect const rect = to_screen(input.view.camera, chrome.map, column.rect);
        if (rect.x >= area.x) left = std::min(left, rect.x);
        if (rect.right() <= area.right()) right = std::max(right, rect.right());
    }
    // The frame's own lane names, where they stand whole beside its first column.
    ScreenRect const rail = to_screen(input.view.camera, chrome.map, frame.rail);
    if (rail.x >= area.x && rail.right() >= left - 1) left = rail.x;
    return {left, area.y, right - left, area.h};
}

// The cells above and below that are whole in `area`.
ScreenRect whole_cells(ChromeInput const& input, Chrome const& chrome, std::uint32_t in_focus,
                       ScreenRect const& area) {
    double top = chrome.bright.y;
    double bottom = chrome.bright.bottom();
    layout::Item const& own = input.layout.items[in_focus];
    layout::Frame const& frame = input.layout.frames[own.frame];
    for (std::uint32_t i = frame.first_item; i < frame.first_item + frame.item_count; ++i) {
        layout::Item const& item = input.layout.items[i];
        if (item.column != own.column) continue;
        ScreenRect const rect = to_screen(input.view.camera, chrome.map, item.rect);
        if (rect.y >= area.y) top = std::min(top, rect.y);
        if (rect.bottom() <= area.bottom()) bottom = std::max(bottom, rect.bottom());
    }
    return base::inset(
        base::intersection(area, {chrome.bright.x, top, chrome.bright.w, bottom - top}), -1);
}

}  // namespace

namespace {

// Down to the hem of the frame's open curtain.
layout::WorldRect with_floor(MapLayout const& layout, View const& view, std::uint32_t frame,
                             layout::WorldRect rect) {
    auto const open = open_floor(layout, view);
    if (open && open->frame == frame)
        rect.h = std::max(rect.bottom(), open->shown.bottom()) - rect.y;
    return rect;
}

std::optional<FocusPlace> find_closed(MapLayout const& layout, Focus const& focus) {
    switch (focus.kind) {
        case Focus::Kind::None:
            break;
        case Focus::Kind::Journey:
            return find_journey(layout, focus.journey);
        case Focus::Kind::Stage:
            return find_stage(layout, focus.stage);
        case Focus::Kind::Touchpoint:
            return find_placement(layout, focus.placement);
    }
    return std::nullopt;
}

}  // namespace

std::optional<FocusPlace> find_focus(MapLayout const& layout, View const& view,
                                     Focus const& focus) {
    auto found = find_closed(layout, focus);
    if (found && focus.kind != Focus::Kind::Touchpoint)
        found->rect = with_floor(layout, view, *found->place.frame, found->rect);
    return found;
}

constexpr double hairline_px = 2;

ScreenRect shown_around(ChromeInput const& input, Chrome const& chrome, FocusPlace const& focus) {
    layout::Frame const& frame = input.layout.frames[*focus.place.frame];
    // A hairline at an edge belongs to what it bounds.
    ScreenRect whole =
        base::inset(to_screen(input.view.camera, chrome.map,
                              with_floor(input.layout, input.view, *focus.place.frame, frame.rect)),
                    -hairline_px);
    if (frame.level == 0 && frame.parent < 0) {
        whole.y = chrome.frozen.map.y;
        whole.h = chrome.frozen.map.h;
    }
    // A hem is the edge: nothing of what lies behind it shows below.
    auto const open = open_floor(input.layout, input.view);
    if (open && open->frame == *focus.place.frame) {
        double const hem = to_screen(input.view.camera, chrome.map, open->shown).bottom();
        if (whole.bottom() - hem < 4) whole.h = hem - whole.y;
        // Nor beside it: it may hang over other journeys.
        whole.x += hairline_px;
        whole.w -= 2 * hairline_px;
    }
    ScreenRect area = base::intersection(whole, chrome.frozen.map);
    if (focus.place.item) return whole_cells(input, chrome, *focus.place.item, area);
    if (!focus.place.column) return area;
    double const left = std::max(area.x, chrome.map.x);
    area = {left, area.y, std::max(0.0, chrome.map.right() - left), area.h};
    ScreenRect shown = whole_columns(input, chrome, frame, area);
    if (chrome.sheet.x > chrome.bright.x) shown.w = chrome.bright.right() - shown.x;
    // The hairlines of the first and last column.
    return base::inset(shown, -1);
}

}  // namespace scene
