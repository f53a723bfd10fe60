// Contacts in, gestures (as Commands) out: tap, double tap, hold, pan, pinch, fling. A pure state machine over events
// and time; distances in mm via px_per_mm. One group of contacts moves the map; each card has its own.
// A contact belongs to one target from down to up.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "app/command.hpp"
#include "app/pointer.hpp"

namespace app {

struct GestureSettings {
    double px_per_mm = 1;
    double tap_slop_mm = 4.5;
    double double_tap_mm = 15;
    double double_tap_ms = 300;
    double hold_ms = 500;
    double fling_min_mm_s = 50;
    double fling_max_mm_s = 3000;
    double velocity_window_ms = 100;
    double palm_mm = 60;         // this many contacts born this near and this soon, without motion, are a palm
    double palm_ms = 50;
    double edge_mm = 4;          // contacts born here count only when they move inward
    double edge_release_mm = 10;
    base::ScreenSize view;
};

// What a contact landed on. `Card` contacts drag that card, `Gui` contacts are not ours, `Control` contacts only tap.
struct ContactTarget {
    enum class Kind { Map, Card, Control, Gui } kind = Kind::Map;
    model::TouchpointId card;
};

class Gestures {
public:
    explicit Gestures(GestureSettings settings);
    void set(GestureSettings settings);

    // `target_at` tells what lies under a point (asked once, at Begin). Returns the commands of this event, in order.
    std::vector<Command> handle(PointerEvent const& event, std::function<ContactTarget(base::ScreenPoint)> const& target_at);
    // Time alone: holds, palms that turned out to be fingers.
    std::vector<Command> advance(double t_ms);
    // When `advance` has something to say, if nothing else happens (for a loop that sleeps).
    std::optional<double> next_deadline_ms() const;

    std::size_t active_contacts() const;
    std::uint64_t events_seen() const;

private:
    struct Contact;
    GestureSettings m_settings;
    std::vector<Contact> m_contacts;
    std::uint64_t m_events = 0;
    // The implementer adds what it needs; this header's public part is what others rely on.
};

}  // namespace app
