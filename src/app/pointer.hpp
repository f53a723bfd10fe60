// What a finger, pen or mouse button does, free of any platform: one contact from Begin to End or
// Cancel. Made by shell (touch source, mouse, replay), read by gestures.
#pragma once

#include <cstdint>

#include "base/geometry.hpp"

namespace app {

enum class Phase : std::uint8_t { Begin, Move, End, Cancel };

struct PointerEvent {
    std::int64_t contact = 0;  // unique while down; a later contact may reuse it
    Phase phase = Phase::Begin;
    base::ScreenPoint at;  // pixels of the view
    double t_ms = 0;       // monotonic
    double size_px = 0;    // longer axis of the contact; 0: not known
};

}  // namespace app
