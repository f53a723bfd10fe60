#include "app/boards.hpp"

#include <algorithm>

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

void pull_mark(AppState& state, model::TouchpointId touchpoint, base::ScreenPoint by) {
    auto& pulls = state.view.pulls;
    auto const known = std::find_if(pulls.begin(), pulls.end(), [&](scene::Pull const& pull) {
        return pull.touchpoint == touchpoint;
    });
    scene::Pull pull = known != pulls.end() ? *known : scene::Pull{touchpoint, {}};
    if (known != pulls.end()) pulls.erase(known);
    pull.by = pull.by + by;
    pulls.push_back(pull);  // on top
}

}  // namespace app
