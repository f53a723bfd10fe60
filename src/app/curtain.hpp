// The curtain over the backstage: which journey's it is, how far it is open, how it follows a hand
// and comes to rest. Must not know what lies below it. Called by app/update.
#pragma once

#include "app/app_state.hpp"

namespace app {

// Opens (wholly, or as far as it was meant to) or closes it, eased.
void set_backstage(AppState& state, bool on);
// Eased to a share, 0..1.
void set_curtain(AppState& state, double open);
// A hand moves the hem by `dy_px`; it follows exactly.
void drag_curtain(AppState& state, double dy_px);
// The hand lets go: closed, half or open, where the pull was going.
void release_curtain(AppState& state);
// The hand was no hand: back to where it hung before.
void leave_curtain(AppState& state);

// How far it is or will be open where a journey has something to show.
double curtain_wish(AppState const& state);

// After anything that may have changed where the view is: the curtain of the journey that is left
// closes, that of the journey that is looked at opens.
void follow_curtain(AppState& state);
// To state.t_ms.
void advance_curtain(AppState& state);
void settle_curtain(AppState& state);

}  // namespace app
