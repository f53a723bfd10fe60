#include "app/app_state.hpp"

#include <algorithm>

#include "app/easing.hpp"

namespace app {

bool AppState::moving() const {
    bool const appearing =
        std::any_of(view.cards.begin(), view.cards.end(),
                    [](scene::OpenCard const& card) { return card.appeared < 1; });
    bool const opening =
        std::any_of(view.evidence.begin(), view.evidence.end(),
                    [](scene::OpenEvidence const& sheet) { return sheet.appeared < 1; });
    return opening || flight || glide || figures_since_ms || overlay_since_ms || focus_since_ms ||
           focus_left_since_ms || board_since_ms || cut_since_ms || curtain_move || told_since_ms ||
           appearing;
}

scene::Physical physical_of(AppState const& state) {
    return scene::physical(state.view.size.w, state.view.size.h, state.diagonal_in,
                           state.distance_m, state.theme);
}

double cut_share(AppState const& state) {
    if (!state.cut_since_ms) return 1;
    return share_since(*state.cut_since_ms, state.t_ms, cut_ms);
}

}  // namespace app
