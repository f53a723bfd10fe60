// What a leader wants to see of a stage, beside its column while it is in focus: its promises as
// sentences, those that let most people down first, and the journeys to look at more closely.
// Chooses and places the lines; must not draw (sheet_paint does). Called by chrome.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

// Design millimetres.
inline constexpr double sheet_head_height = 84;
inline constexpr double sheet_row_height = 68;
inline constexpr double sheet_journey_height = 60;
inline constexpr double sheet_more_height = 28;  // says how many lines are left out

// Sets chrome.sheet and adds its controls; nothing where there is no room right of chrome.bright.
void add_sheet(ChromeInput const& input, double unit, Chrome& chrome);

// A stage's distinct touchpoints, what the overlay says worst of first.
std::vector<model::TouchpointId> sheet_order(ChromeInput const& input, model::StageId stage);

}  // namespace scene
