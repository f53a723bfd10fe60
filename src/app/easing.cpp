#include "app/easing.hpp"

#include "app/curtain.hpp"

namespace app {

double share_since(double since_ms, double t_ms, double duration_ms) {
    return ease_out((t_ms - since_ms) / duration_ms);
}

namespace {

// What is meant stands out when the camera has come, so that nothing is hidden on the way there.
void advance_focus(AppState& state) {
    scene::View& view = state.view;
    if (state.focus_left_since_ms) {
        double const gone = share_since(*state.focus_left_since_ms, state.t_ms, focus_ms);
        view.focus_from_share = std::min(view.focus_from_share, 1 - gone);
        if (gone >= 1) state.focus_left_since_ms.reset();
    }
    if (!state.focus_since_ms) return;
    if (state.flight) state.focus_since_ms = state.t_ms;
    view.focus_share = share_since(*state.focus_since_ms, state.t_ms, focus_ms);
    if (view.focus_share >= 1) state.focus_since_ms.reset();
}

}  // namespace

void advance_easing(AppState& state, double elapsed_ms) {
    if (state.figures_since_ms) {
        state.view.figures_share = share_since(*state.figures_since_ms, state.t_ms, figures_ms);
        if (state.view.figures_share >= 1) state.figures_since_ms.reset();
    }
    if (state.overlay_since_ms) {
        state.view.overlay_share = share_since(*state.overlay_since_ms, state.t_ms, overlay_ms);
        if (state.view.overlay_share >= 1) state.overlay_since_ms.reset();
    }
    advance_focus(state);
    if (state.board_since_ms) {
        state.view.board_share = share_since(*state.board_since_ms, state.t_ms, board_ms);
        if (state.view.board_share >= 1) state.board_since_ms.reset();
    }
    if (state.told_since_ms) {
        state.view.told_share = share_since(*state.told_since_ms, state.t_ms, told_ms);
        if (state.view.told_share >= 1) state.told_since_ms.reset();
    }
    advance_curtain(state);
    if (cut_share(state) >= 1) state.cut_since_ms.reset();
    for (scene::OpenCard& card : state.view.cards) {
        card.appeared = std::min(1.0, card.appeared + elapsed_ms / card_ms);
    }
    for (scene::OpenEvidence& sheet : state.view.evidence)
        sheet.appeared = std::min(1.0, sheet.appeared + elapsed_ms / card_ms);
    for (scene::OpenDefinition& open : state.view.definitions)
        open.appeared = std::min(1.0, open.appeared + elapsed_ms / card_ms);
}

void settle_easing(AppState& state) {
    state.figures_since_ms.reset();
    state.overlay_since_ms.reset();
    state.focus_since_ms.reset();
    state.focus_left_since_ms.reset();
    state.board_since_ms.reset();
    settle_curtain(state);
    state.cut_since_ms.reset();
    state.told_since_ms.reset();
    state.view.told_share = 1;
    state.view.board_share = 1;
    state.view.focus_share = 1;
    state.view.focus_from_share = 0;
    state.view.figures_share = 1;
    state.view.overlay_share = 1;
    for (scene::OpenCard& card : state.view.cards)
        card.appeared = 1;
    for (scene::OpenEvidence& sheet : state.view.evidence)
        sheet.appeared = 1;
    for (scene::OpenDefinition& open : state.view.definitions)
        open.appeared = 1;
}

}  // namespace app
