// Stops by what they are called: a journey, a stage, a touchpoint, the name of a view.
#include <utility>

#include "app/stops.hpp"

namespace app {

using layout::MapLayout;

std::optional<Stop> home_stop(MapLayout const& layout) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        if (layout.frames[f].level == 0) return Stop{Stop::Kind::Frame, f, 0};
    }
    return std::nullopt;
}

std::optional<Stop> stop_of(MapLayout const& layout, model::JourneyId journey) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        if (layout.frames[f].journey == journey) return Stop{Stop::Kind::Frame, f, 0};
    }
    return std::nullopt;
}

std::optional<Stop> stop_of(MapLayout const& layout, model::StageId stage) {
    for (std::uint32_t f = 0; f < layout.frames.size(); ++f) {
        auto const& columns = layout.frames[f].columns;
        for (std::uint32_t c = 0; c < columns.size(); ++c) {
            if (columns[c].stage == stage) return Stop{Stop::Kind::Stage, f, c};
        }
    }
    return std::nullopt;
}

std::optional<Stop> stop_of(MapLayout const& layout, model::TouchpointId touchpoint) {
    std::optional<std::uint32_t> best;
    auto const rank = [&](std::uint32_t i) {
        layout::Item const& item = layout.items[i];
        return std::pair(layout.frames[item.frame].level == 0 ? 0 : 1, item.placement);
    };
    for (std::uint32_t i = 0; i < layout.items.size(); ++i) {
        if (layout.items[i].touchpoint != touchpoint) continue;
        if (!best || rank(i) < rank(*best)) best = i;
    }
    if (!best) return std::nullopt;
    return Stop{Stop::Kind::Touchpoint, layout.items[*best].frame, *best};
}

namespace {

// A figure is seen at its touchpoint, its stage or its journey; the net on its board.
ViewName place_of(scene::FigureName const& figure) {
    ViewName name;
    name.figure = figure;
    name.touchpoint = figure.touchpoint;
    name.stage = figure.stage;
    name.journey = figure.journey;
    switch (figure.kind) {
        case scene::FigureKind::Net:
            name.kind = ViewName::Kind::Board;
            name.board = scene::Board::Asset;
            break;
        case scene::FigureKind::Touches:
            name.kind = ViewName::Kind::Board;
            name.board = scene::Board::Components;
            break;
        case scene::FigureKind::StageYield:
            name.kind = ViewName::Kind::Stage;
            break;
        case scene::FigureKind::JourneyYield:
            name.kind = ViewName::Kind::Journey;
            break;
        default:
            name.kind = ViewName::Kind::Touchpoint;
            break;
    }
    return name;
}

}  // namespace

std::optional<ViewName> parse_view(model::Room const& room, std::string_view view) {
    ViewName name;
    if (view == "home") return name;
    if (auto const board = scene::parse_board(view)) {
        name.kind = ViewName::Kind::Board;
        name.board = *board;
        return name;
    }
    auto const colon = view.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const kind = view.substr(0, colon);
    std::string_view const key = view.substr(colon + 1);
    if (kind == "figure") {
        auto const figure = scene::parse_figure(room, key);
        return figure ? std::optional(place_of(*figure)) : std::nullopt;
    }
    if (kind == "journey") {
        name.kind = ViewName::Kind::Journey;
        name.journey = model::find_journey(room, key);
    } else if (kind == "stage") {
        name.kind = ViewName::Kind::Stage;
        name.stage = model::find_stage(room, key);
    } else if (kind == "touchpoint") {
        name.kind = ViewName::Kind::Touchpoint;
        name.touchpoint = model::find_touchpoint(room, key);
    }
    if (!name.journey && !name.stage && !name.touchpoint) return std::nullopt;
    return name;
}

std::optional<Stop> stop_of(MapLayout const& layout, ViewName const& view) {
    switch (view.kind) {
        case ViewName::Kind::Home:
        case ViewName::Kind::Board:
            break;
        case ViewName::Kind::Journey:
            return stop_of(layout, view.journey);
        case ViewName::Kind::Stage:
            return stop_of(layout, view.stage);
        case ViewName::Kind::Touchpoint:
            return stop_of(layout, view.touchpoint);
    }
    return home_stop(layout);
}

}  // namespace app
