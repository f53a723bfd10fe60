#include "scene/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

// Design millimetres.
constexpr double gap_to_column = 44;
constexpr double narrowest = 420;
constexpr double widest = 760;
constexpr std::size_t most_rows = 7;

// Smaller comes first; what nobody knows comes last.
double rank_of(Overlay overlay, metrics::TouchpointFigures const& f,
               metrics::EffortFigure const* effort) {
    constexpr double last = 1e18;
    switch (overlay) {
        case Overlay::Reliability: {
            auto const people = static_cast<double>(f.broken_promises.value_or(0));
            if (f.state == metrics::PromiseState::Broken) return -people - 1e9;
            return f.due ? -people : last;
        }
        case Overlay::Differentiation:
            if (f.own && f.rival) return *f.own - *f.rival;
            return f.own ? last / 2 : last;
        case Overlay::Emotion:
            return f.emotion ? *f.emotion : last;
        case Overlay::Importance:
            return f.importance ? -*f.importance : last;
        case Overlay::Volume:
            return f.due ? -static_cast<double>(f.broken_promises.value_or(0)) : last;
        case Overlay::Effort:
            return effort ? -effort->value : last;
        case Overlay::PerceptionGap:
        case Overlay::None:
            break;
    }
    return 0;
}

// Journeys that stand in the column.
std::vector<std::uint32_t> journeys_in(layout::MapLayout const& layout, Place const& place) {
    std::vector<std::uint32_t> journeys;
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        layout::Frame const& frame = layout.frames[f];
        if (frame.parent == static_cast<std::int32_t>(*place.frame) &&
            frame.column == static_cast<std::int32_t>(*place.column))
            journeys.push_back(f);
    }
    return journeys;
}

Control line_of(ControlKind kind, ScreenRect const& rect) {
    Control line;
    line.kind = kind;
    line.rect = rect;
    return line;
}

std::size_t rows_in(double room) {
    return static_cast<std::size_t>(std::max(0.0, std::floor(room / sheet_row_height)));
}

// The broken promises that the headline counts are all listed where they fit; where some line is
// left out, so is the room to say so.
std::size_t rows_shown(ChromeInput const& input, std::vector<model::TouchpointId> const& order,
                       double room) {
    auto const broken = static_cast<std::size_t>(
        std::count_if(order.begin(), order.end(), [&](model::TouchpointId id) {
            return input.figures.touchpoints[id.index()].state == metrics::PromiseState::Broken;
        }));
    bool const counted = input.view.overlay == Overlay::Reliability;
    std::size_t const wished = counted ? std::max(most_rows, broken) : most_rows;
    if (order.size() <= std::min(wished, rows_in(room))) return order.size();
    return std::min({order.size(), wished, rows_in(room - sheet_more_height)});
}

// Journeys keep their lines, touchpoints take the rest.
void add_lines(ChromeInput const& input, double k, Chrome& chrome) {
    ScreenRect const sheet = chrome.sheet;
    auto journeys = journeys_in(input.layout, chrome.place);
    if (journeys.size() > 2) journeys.resize(2);
    double const foot = static_cast<double>(journeys.size()) * sheet_journey_height;
    double const room = sheet.h / k - sheet_head_height - foot;
    auto const& column = input.layout.frames[*chrome.place.frame].columns[*chrome.place.column];
    auto order = sheet_order(input, column.stage);
    order.resize(rows_shown(input, order, room));
    double y = sheet.y + sheet_head_height * k;
    for (model::TouchpointId touchpoint : order) {
        Control line =
            line_of(ControlKind::SheetTouchpoint, {sheet.x, y, sheet.w, sheet_row_height * k});
        line.touchpoint = touchpoint;
        chrome.controls.push_back(std::move(line));
        y += sheet_row_height * k;
    }
    y = std::max(y, sheet.bottom() - foot * k);
    for (std::uint32_t const frame : journeys) {
        Control line =
            line_of(ControlKind::SheetJourney, {sheet.x, y, sheet.w, sheet_journey_height * k});
        line.frame = frame;
        line.label = input.room.at(input.layout.frames[frame].journey).title;
        chrome.controls.push_back(std::move(line));
        y += sheet_journey_height * k;
    }
}

// Right of the stage; left of the first one, which has no neighbours there.
ScreenRect free_side(ChromeInput const& input, double unit, Chrome const& chrome) {
    double const gap = gap_to_column * unit;
    ScreenRect const area = base::intersection(chrome.map, chrome.frozen.map);
    layout::Frame const& frame = input.layout.frames[*chrome.place.frame];
    bool const first = *chrome.place.column == 0 && frame.columns.size() > 1;
    if (first) {
        double const rail = to_screen(input.view.camera, chrome.map, frame.rail).x;
        return {area.x, area.y, rail - gap - area.x, area.h};
    }
    double const x = chrome.bright.right() + gap;
    return {x, area.y, area.right() - x, area.h};
}

}  // namespace

std::vector<model::TouchpointId> sheet_order(ChromeInput const& input, model::StageId stage) {
    auto const& index = input.index;
    std::vector<model::TouchpointId> order;
    for (std::uint32_t i = index.placement_starts[stage.index()];
         i < index.placement_starts[stage.index() + 1]; ++i) {
        model::TouchpointId const touchpoint =
            input.room.placements[index.placements[i]].touchpoint;
        if (std::find(order.begin(), order.end(), touchpoint) == order.end())
            order.push_back(touchpoint);
    }
    auto const rank = [&](model::TouchpointId touchpoint) {
        return rank_of(input.view.overlay, input.figures.touchpoints[touchpoint.index()],
                       metrics::shown_effort(input.figures, touchpoint));
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    return order;
}

void add_sheet(ChromeInput const& input, double unit, Chrome& chrome) {
    if (input.view.focus.kind != Focus::Kind::Stage || chrome.bright.empty()) return;
    double const k = unit * input.physical.hand_type;
    ScreenRect const free = free_side(input, unit, chrome);
    double const width = std::min(free.w, widest * k);
    double const least = sheet_head_height + 2 * sheet_row_height + sheet_journey_height;
    if (width < narrowest * k || free.h < least * k) return;
    chrome.sheet = {free.x, free.y, width, free.h};
    chrome.controls.push_back(line_of(ControlKind::Sheet, chrome.sheet));
    add_lines(input, k, chrome);
}

}  // namespace scene
