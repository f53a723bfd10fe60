// The open touchpoint cards: several people read several cards at once. Must not know gestures.
// Called by app/update.
#pragma once

#include <optional>

#include "app/app_state.hpp"

namespace app {

// Four people side by side; one more closes the card that was left alone longest.
inline constexpr std::size_t most_cards = 4;

// Beside `at` (else beside the touchpoint's cell where the camera is going). A card that is open
// comes to the front.
void open_card(AppState& state, model::TouchpointId touchpoint,
               std::optional<base::ScreenPoint> at);
void close_card(AppState& state, model::TouchpointId touchpoint);
void close_cards(AppState& state);
void bring_to_front(AppState& state, model::TouchpointId touchpoint);
void drag_card(AppState& state, model::TouchpointId touchpoint, base::ScreenPoint by);
bool is_open(AppState const& state, model::TouchpointId touchpoint);

// After a change of the view's size: the same relative place, wholly in view.
void keep_cards_in_view(AppState& state, base::ScreenSize before);

}  // namespace app
