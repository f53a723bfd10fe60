// The open pieces of evidence: several beside each other, each moved and scaled by one or two
// fingers. Must not know gestures. Called by app/update and its parts.
#pragma once

#include "app/app_state.hpp"

namespace app {

inline constexpr std::size_t most_evidence = 4;
inline constexpr double smallest_evidence = 0.4;  // of the size at which a sheet opens
inline constexpr double largest_evidence = 4;

// Sheets that no hand has moved stand beside each other; where one was closed the others stay, and
// the next one takes its place. One that is open comes to the front.
void open_evidence(World const& world, AppState& state, scene::EvidenceName const& evidence);
void close_evidence(AppState& state, scene::EvidenceName const& evidence);
void bring_to_front(AppState& state, scene::EvidenceName const& evidence);

// The room is another one, the sheets' touchpoints are its own: pieces that it does not have are
// closed. How many.
std::size_t renew_evidence(World const& world, AppState& state);

struct Moved {
    base::ScreenPoint from;
    base::ScreenPoint to;
    double factor = 1;
};
// The point under `from` comes to `to`, the sheet grows by the factor about it; its centre stays on
// the wall.
void move_evidence(AppState& state, scene::EvidenceName const& evidence, Moved const& by);

}  // namespace app
