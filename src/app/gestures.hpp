// Contacts in, gestures (as Commands) out: tap, double tap, hold, pan, pinch, fling. A pure state
// machine over events and time; distances in mm via px_per_mm. Must not know what a tap opens.
// Called by app/session.
//
// A contact belongs to one target from down to up. Contacts of one card drag it; contacts on the
// map that landed within `group_mm` of each other form a group, and one group at a time moves the
// map: groups never combine into one pinch. A group stands still until one of its contacts leaves
// the slop; then the map catches up with the fingers (a step of at most the slop), so that each
// finger keeps the point that it touched. From then on every move is exact: the centroid's world
// point follows the centroid, the scale follows the mean distance to it. A contact that is added or
// lifted moves nothing, because only moves make commands and each compares the same contacts before
// and after.
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
    double double_tap_ms = 300;  // from the first lift to the second landing
    double hold_ms = 500;
    double fling_min_mm_s = 50;
    double fling_max_mm_s = 3000;
    double velocity_window_ms = 100;
    double palm_mm = 60;  // three contacts born this near and this soon, without motion, are a palm
    double palm_ms = 50;
    double palm_verdict_ms = 150;  // time for such contacts to move and so to be fingers
    double palm_contact_mm = 30;   // a contact larger than this is a palm by itself
    double edge_mm = 4;            // contacts born here count only when they move inward
    double edge_release_mm = 10;
    double group_mm = 350;  // map contacts farther apart belong to different people
    base::ScreenSize view;
};

// What a contact landed on. `Node` and `Port` contacts drag the node in hand and a link out of it.
// `Card` and `Mark` contacts drag that card or mark of a board, `Evidence` contacts move and scale
// that sheet, `Curtain` contacts pull the curtain, `Gui` contacts are not ours, `Control` contacts
// only tap.
struct ContactTarget {
    enum class Kind {
        Map,
        Card,
        Mark,
        Evidence,
        Node,
        Port,
        Curtain,
        Control,
        Gui
    } kind = Kind::Map;
    model::TouchpointId touchpoint{};
    scene::EvidenceName evidence{};
    // The map flies by: a finger that stops it means no place on it.
    bool flying = false;
    bool same_as(ContactTarget const& other) const {
        return kind == other.kind && touchpoint == other.touchpoint && evidence == other.evidence;
    }
};

class Gestures {
public:
    explicit Gestures(GestureSettings settings);
    void set(GestureSettings settings);

    // `target_at` tells what lies under a point (asked once, at Begin). Returns the commands of
    // this event, in order.
    std::vector<Command> handle(PointerEvent const& event,
                                std::function<ContactTarget(base::ScreenPoint)> const& target_at);
    // Time alone: holds, palms, a finger that rests on the moving map.
    std::vector<Command> advance(double t_ms);
    // When `advance` has something to say, if nothing else happens (for a loop that sleeps).
    std::optional<double> next_deadline_ms() const;

    std::size_t active_contacts() const { return m_contacts.size(); }
    std::uint64_t events_seen() const { return m_events; }

private:
    // Suspect: perhaps part of a palm. Ignored: a palm, or the window's GUI; stays so until it
    // lifts.
    enum class State { Active, Edge, Suspect, Ignored };

    struct Contact {
        std::int64_t id = 0;
        ContactTarget target;
        State state = State::Active;
        std::uint32_t group = 0;    // 0: none
        std::uint32_t cluster = 0;  // of suspects
        ScreenPoint down;
        ScreenPoint at;
        ScreenPoint inward;  // Edge: -1, 0 or 1 an axis
        double born_ms = 0;
        bool strayed = false;    // left the slop
        bool spent = false;      // cannot become a tap or a hold any more
        bool announced = false;  // its Grab is out
    };

    struct Sample {
        double t_ms = 0;
        ScreenPoint travel;  // of the group's centroid
        double log_spread = 0;
    };

    struct Group {
        std::uint32_t id = 0;
        ContactTarget target;
        bool moving = false;
        bool dropped = false;  // what it dragged was let go on purpose
        ScreenPoint travel;
        double log_spread = 0;
        std::vector<Sample> samples;
    };

    struct Pose {
        ScreenPoint centroid;
        double spread = 0;  // mean distance to the centroid
        int contacts = 0;
    };

    struct Tap {
        ScreenPoint at;
        double up_ms = 0;
    };

    static double apart(ScreenPoint a, ScreenPoint b);
    double px(double mm) const { return mm * m_settings.px_per_mm; }
    Contact* find(std::int64_t id);
    Group* group_of(Contact const& contact);
    Pose pose(std::uint32_t group, ScreenPoint Contact::* where) const;
    double grab_ms(Contact const& contact) const {
        return contact.born_ms + m_settings.palm_ms + 1;
    }

    void begin(PointerEvent const& event, ContactTarget const& target);
    void move(PointerEvent const& event);
    void end(PointerEvent const& event);
    void cancel(std::int64_t id);

    ScreenPoint edge_normal(ScreenPoint at) const;
    void enter_group(Contact& contact);
    std::uint32_t nearest_group(Contact const& contact) const;
    void leave_group(Contact& contact);
    void move_active(Contact& contact, ScreenPoint to);
    void start_moving(Group& group);
    void emit_move(Group& group, Pose const& before, Pose const& after);
    void record(Group& group, Pose const& before, Pose const& after);
    void fling(Group const& group);
    void tap(Contact& contact);
    void grab(Contact& contact);

    bool is_palm(PointerEvent const& event) const;
    void suspect_palm(Contact const& newest);
    void release_fingers(std::uint32_t cluster);
    static bool can_hold(Contact const& contact);
    void judge(Contact& contact, double t_ms);

    GestureSettings m_settings;
    std::vector<Contact> m_contacts;
    std::vector<Group> m_groups;
    std::vector<Command> m_out;  // of the call under way
    std::optional<Tap> m_last_tap;
    std::uint32_t m_driver = 0;  // the group that moves the map; 0: none
    std::uint32_t m_next_group = 1;
    std::uint32_t m_next_cluster = 1;
    double m_now_ms = 0;
    std::uint64_t m_events = 0;
};

}  // namespace app
