#include "scene/board_targets.hpp"

#include <algorithm>

#include "scene/board_components.hpp"
#include "scene/board_lists.hpp"
#include "scene/board_places.hpp"

namespace scene {
namespace {

constexpr double touch_size = 22;  // design millimetres

Control target(model::TouchpointId touchpoint, ScreenRect const& rect) {
    Control mark;
    mark.kind = ControlKind::BoardMark;
    mark.touchpoint = touchpoint;
    mark.rect = rect;
    return mark;
}

void add_marks(ChromeInput const& input, double unit, Chrome& chrome) {
    for (GridPoint const& point : grid_places(input, input.view.board, chrome.map, unit).points) {
        double const side = std::max(touch_size * unit, point.diameter);
        ScreenRect rect{point.at.x - side / 2, point.at.y - side / 2, side, side};
        // A name that stands aside is a target of its own.
        bool const aside = point.tie && point.at == point.place;
        if (aside && !point.label.empty())
            chrome.controls.push_back(target(point.touchpoint, point.label));
        else if (!point.label.empty())
            rect = base::united(rect, point.label);
        chrome.controls.push_back(target(point.touchpoint, point.pulled ? point.card : rect));
    }
}

void add_components(ChromeInput const& input, double unit, Chrome& chrome) {
    for (ComponentRow const& row : component_rows(input, chrome.map, unit).rows) {
        Control control;
        control.kind = ControlKind::BoardComponent;
        control.component = row.rank.component;
        control.rect = row.rect;
        chrome.controls.push_back(control);
        control.kind = ControlKind::BoardCount;
        control.rect = row.count;
        chrome.controls.push_back(control);
    }
}

}  // namespace

void add_board(ChromeInput const& input, double unit, Chrome& chrome) {
    switch (input.view.board) {
        case Board::Importance:
        case Board::Measures:
            add_marks(input, unit, chrome);
            break;
        case Board::Contradictions:
            for (ContradictionList const& list : contradiction_lists(input, chrome.map, unit)) {
                for (auto const* rows : {&list.rows, &list.close_rows}) {
                    for (ContradictionRow const& row : *rows)
                        chrome.controls.push_back(target(row.touchpoint, row.rect));
                }
            }
            break;
        case Board::Components:
            add_components(input, unit, chrome);
            break;
        case Board::Asset:
        case Board::None:
            break;
    }
}

}  // namespace scene
