// Staff edit the blueprint: who may, what hands and keys mean, what is asked of the shell, and what
// the wall shows once it is answered. Must not know stores. Called by app/update, taps and session.
#pragma once

#include "app/app_state.hpp"
#include "app/command.hpp"

namespace app {

// Puts the edit into state.asked, where the session finds it; without staff a sentence says why
// not.
void ask_edit(World const& world, AppState& state, EditAsk ask);

// The room is as the answer says: remakes what stands on the blueprint, the camera stays.
void edited(World const& world, AppState& state, EditAnswer const& answer);

// A control of scene/edit_controls was pressed.
void press_edit(World const& world, AppState& state, scene::Control const& control);
// A long press: the node under it comes into the hand. False where staff have nothing to take.
bool take_node(World const& world, AppState& state, base::ScreenPoint at);
// A tap beside all controls puts the node down. False when none was in hand.
bool put_node_down(AppState& state);

// The keyboard goes, then the node is put down. False when there was neither.
bool step_back_from_edit(AppState& state);

void drag_edit(World const& world, AppState& state, DragEdit const& drag);
void drop_edit(World const& world, AppState& state, base::ScreenPoint at);

// From a keyboard of the machine; nothing unless a text is being typed.
void type_text(AppState& state, std::string_view text);
void type_key(World const& world, AppState& state, TypeKey::Key key);

}  // namespace app
