#include "app/boards.hpp"

#include <algorithm>

#include "app/controls.hpp"
#include "app/travel.hpp"
#include "scene/board_places.hpp"

namespace app {

void show_board(AppState& state, scene::Board board) {
    scene::View& view = state.view;
    view.more_open = false;
    if (view.board == board) return;
    view.board_from = view.board;
    view.board = board;
    view.pulls.clear();
    view.board_share = 0;
    state.board_since_ms = state.t_ms;
}

bool on_board(AppState const& state) {
    return state.view.board != scene::Board::None;
}

void pull_mark(World const& world, AppState& state, model::TouchpointId touchpoint,
               base::ScreenPoint by) {
    scene::Board const board = state.view.board;
    if (board != scene::Board::Importance && board != scene::Board::Measures) return;
    scene::ScreenRect const area = viewport_of(state);
    double const unit = scene::chrome_unit(state.view.size, physical_of(state));
    auto const points = scene::grid_places(chrome_input(world, state), board, area, unit).points;
    auto const point = std::find_if(points.begin(), points.end(), [&](scene::GridPoint const& p) {
        return p.touchpoint == touchpoint;
    });
    if (point == points.end()) return;
    // From where it is shown: one that was held at the edge comes back with the finger at once.
    base::ScreenPoint const to = point->at + by;
    scene::Pull const pull{touchpoint,
                           {std::clamp((to.x - area.x) / area.w, 0.0, 1.0),
                            std::clamp((to.y - area.y) / area.h, 0.0, 1.0)}};
    auto& pulls = state.view.pulls;
    std::erase_if(pulls, [&](scene::Pull const& p) { return p.touchpoint == touchpoint; });
    pulls.push_back(pull);  // on top
}

}  // namespace app
