// Figures of overdue sources: which marks are striped, and the words of how old they are. Must not
// draw. Used by everything that paints a touchpoint's mark, and by card, sheet and boards.
#pragma once

#include <string>

#include "scene/chrome.hpp"

namespace scene {

// Whether the figure that an overlay shows of a touchpoint rests on an overdue source.
bool striped(Overlay overlay, metrics::RoomFigures const& room, model::TouchpointId touchpoint);
// On a board a touchpoint stands for its promise and its scores.
bool striped_on_board(metrics::TouchpointFigures const& figures);

// Why what the overlay shows of a touchpoint is old; nothing where it is not.
std::optional<metrics::Overdue> why_overdue(ChromeInput const& input, Overlay overlay,
                                            model::TouchpointId touchpoint);
// "old figures, loaded 152 days ago" or "old figures, nothing since Apr 2026"; empty where what the
// overlay shows is not old.
std::string old_words(ChromeInput const& input, Overlay overlay, model::TouchpointId touchpoint);

}  // namespace scene
