// How long the small changes of the wall take, and how far one has come. Called by app/app_state
// and app/easing.
#pragma once

#include "app/app_state.hpp"

namespace app {

inline constexpr double figures_ms = 250;  // values count from old to new
inline constexpr double overlay_ms = 200;  // marks cross-fade
inline constexpr double focus_ms = 250;    // what is not meant steps back
inline constexpr double board_ms = 250;    // a board covers the map
inline constexpr double told_ms = 250;     // a chain is lit, a lens comes
inline constexpr double card_ms = 200;     // a card appears
inline constexpr double cut_ms = 250;      // calm motion: cross-fade instead of a flight

// 0..1, eased out.
double share_since(double since_ms, double t_ms, double duration_ms);

// Brings figures, overlay, cards and cuts to state.t_ms; `elapsed_ms` since they were there last.
void advance_easing(AppState& state, double elapsed_ms);
// Ends them.
void settle_easing(AppState& state);

}  // namespace app
