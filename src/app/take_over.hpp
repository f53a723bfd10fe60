// Another program changed the room: the state goes on in the new one. Where a person stands, what
// is lit, looked through and open is found again by its keys; what is no longer there is put away,
// with a sentence. Must not know files. Called by app/session.
#pragma once

#include "app/app_state.hpp"

namespace app {

// What a hand is at would be lost: Never while it drags or the map moves; Patient also waits until
// no node is in hand and nothing is typed.
enum class Waiting { Patient, Pressed };
bool may_take_over(AppState const& state, Waiting waiting);

// `world` has the new room, all that the state holds is of `before`; it stands still. `standing`
// says what undo and redo are about now; Refused: somebody pressed in vain because of the change.
void take_over(World const& world, AppState& state, model::Room const& before,
               EditAnswer const& standing);

}  // namespace app
