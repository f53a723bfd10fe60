// Fingers as the platform reports them, as PointerEvents in pixels of the window. GLFW has no
// touch, so X11 is asked on a connection of its own: XInput 2.2 needs a client that negotiated it,
// and GLFW negotiates 2.0. Must not know gestures. Called by run_verb.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/pointer.hpp"

namespace shell {

// Contacts of fingers are numbered from 1; this one is the mouse.
inline constexpr std::int64_t mouse_contact = 0;

class TouchSource {
public:
    virtual ~TouchSource() = default;

    // Everything that arrived since the last call, oldest first. `now_ms` is monotonic; the events
    // carry the time of that clock at which they happened.
    virtual std::vector<app::PointerEvent> poll(double now_ms) = 0;

    // Readable when `poll` has something to say; -1: never.
    virtual int fd() const = 0;

    // One sentence for diagnostics on why there is no touch; empty when there is.
    virtual std::string status() const = 0;
};

struct X11Target {
    std::string display;       // as in DISPLAY; empty = what DISPLAY says
    std::uint32_t window = 0;  // the window whose touches are wanted
};

// Never throws: a wall without touch still has its mouse, and `status` says why.
std::unique_ptr<TouchSource> open_x11_touch(X11Target const& target);

}  // namespace shell
