#include "app/gestures.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace app {
namespace {

// More contacts than any panel reports: a broken source must not fill memory.
constexpr std::size_t most_contacts = 256;
// Fingers nearer than this to their centroid do not change the scale: the ratio would be noise.
constexpr double smallest_spread_px = 1;

bool is_edit(ContactTarget const& target) {
    return target.kind == ContactTarget::Kind::Node || target.kind == ContactTarget::Kind::Port;
}

bool finite(ScreenPoint p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

}  // namespace

Gestures::Gestures(GestureSettings settings) : m_settings(settings) {}

double Gestures::apart(ScreenPoint a, ScreenPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

void Gestures::set(GestureSettings settings) {
    m_settings = settings;
}

std::vector<Command> Gestures::handle(
    PointerEvent const& event, std::function<ContactTarget(base::ScreenPoint)> const& target_at) {
    ++m_events;
    m_out = advance(event.t_ms);
    bool const known = find(event.contact) != nullptr;
    switch (event.phase) {
        case Phase::Begin:
            // A source that lost the lift begins the same contact twice.
            if (known) cancel(event.contact);
            if (finite(event.at) && m_contacts.size() < most_contacts) {
                begin(event, target_at(event.at));
            }
            break;
        case Phase::Move:
            if (known) move(event);
            break;
        case Phase::End:
            if (known) end(event);
            break;
        case Phase::Cancel:
            if (known) cancel(event.contact);
            break;
    }
    return std::exchange(m_out, {});
}

std::vector<Command> Gestures::advance(double t_ms) {
    m_out.clear();
    if (std::isfinite(t_ms)) m_now_ms = std::max(m_now_ms, t_ms);
    for (Contact& contact : m_contacts)
        judge(contact, m_now_ms);
    return std::exchange(m_out, {});
}

// The map and the cards on it show figures that can be asked about.
bool Gestures::can_hold(Contact const& contact) {
    bool const shows_figures = contact.target.kind == ContactTarget::Kind::Map ||
                               contact.target.kind == ContactTarget::Kind::Card;
    return contact.state == State::Active && shows_figures;
}

// What time alone says about a contact.
void Gestures::judge(Contact& contact, double t_ms) {
    if (contact.state == State::Suspect && t_ms >= contact.born_ms + m_settings.palm_verdict_ms) {
        std::uint32_t const cluster = contact.cluster;
        for (Contact& other : m_contacts) {
            bool const same = other.state == State::Suspect && other.cluster == cluster;
            if (same) other.state = State::Ignored;
        }
    }
    if (!can_hold(contact)) return;
    if (t_ms >= grab_ms(contact)) grab(contact);
    if (contact.spent || t_ms < contact.born_ms + m_settings.hold_ms) return;
    contact.spent = true;
    // Two resting fingers are a pinch that waits, not two holds.
    if (pose(contact.group, &Contact::at).contacts == 1) m_out.push_back(HoldAt{contact.down});
}

std::optional<double> Gestures::next_deadline_ms() const {
    std::optional<double> next;
    auto const consider = [&](double t_ms) { next = std::min(next.value_or(t_ms), t_ms); };
    for (Contact const& contact : m_contacts) {
        if (contact.state == State::Suspect) consider(contact.born_ms + m_settings.palm_verdict_ms);
        if (!can_hold(contact)) continue;
        if (!contact.announced) consider(grab_ms(contact));
        if (!contact.spent) consider(contact.born_ms + m_settings.hold_ms);
    }
    return next;
}

Gestures::Contact* Gestures::find(std::int64_t id) {
    auto const found = std::find_if(m_contacts.begin(), m_contacts.end(),
                                    [&](Contact const& c) { return c.id == id; });
    return found == m_contacts.end() ? nullptr : &*found;
}

Gestures::Group* Gestures::group_of(Contact const& contact) {
    auto const found = std::find_if(m_groups.begin(), m_groups.end(),
                                    [&](Group const& g) { return g.id == contact.group; });
    return found == m_groups.end() ? nullptr : &*found;
}

Gestures::Pose Gestures::pose(std::uint32_t group, ScreenPoint Contact::* where) const {
    Pose pose;
    auto const belongs = [&](Contact const& c) {
        return c.state == State::Active && c.group == group;
    };
    for (Contact const& contact : m_contacts) {
        if (!belongs(contact)) continue;
        pose.centroid = pose.centroid + contact.*where;
        ++pose.contacts;
    }
    if (pose.contacts == 0) return pose;
    pose.centroid = pose.centroid * (1.0 / pose.contacts);
    for (Contact const& contact : m_contacts) {
        if (belongs(contact)) pose.spread += apart(contact.*where, pose.centroid) / pose.contacts;
    }
    pose.spread = std::max(pose.spread, smallest_spread_px);
    return pose;
}

void Gestures::begin(PointerEvent const& event, ContactTarget const& target) {
    Contact contact;
    contact.id = event.contact;
    contact.target = target;
    contact.down = contact.at = event.at;
    contact.born_ms = m_now_ms;
    contact.spent = target.flying;
    contact.inward = edge_normal(event.at);
    if (target.kind == ContactTarget::Kind::Gui || is_palm(event)) {
        contact.state = State::Ignored;
    } else if (contact.inward != ScreenPoint{}) {
        contact.state = State::Edge;
    }
    m_contacts.push_back(contact);
    if (contact.state != State::Active) return;
    enter_group(m_contacts.back());
    suspect_palm(m_contacts.back());
}

// Points away from the bezel that `at` lies at; zero elsewhere.
ScreenPoint Gestures::edge_normal(ScreenPoint at) const {
    double const edge = px(m_settings.edge_mm);
    base::ScreenSize const view = m_settings.view;
    if (view.w <= 0 || view.h <= 0) return {};
    ScreenPoint normal;
    if (at.x < edge) normal.x = 1;
    if (at.x >= view.w - edge) normal.x = -1;
    if (at.y < edge) normal.y = 1;
    if (at.y >= view.h - edge) normal.y = -1;
    return normal;
}

std::uint32_t Gestures::nearest_group(Contact const& contact) const {
    bool const on_map = contact.target.kind == ContactTarget::Kind::Map;
    double nearest = on_map ? px(m_settings.group_mm) : std::numeric_limits<double>::infinity();
    std::uint32_t group = 0;
    for (Contact const& other : m_contacts) {
        bool const fits = other.state == State::Active && other.group != 0 && &other != &contact &&
                          other.target.same_as(contact.target);
        if (!fits || apart(other.at, contact.at) >= nearest) continue;
        nearest = apart(other.at, contact.at);
        group = other.group;
    }
    return group;
}

void Gestures::enter_group(Contact& contact) {
    if (contact.target.kind == ContactTarget::Kind::Control) return;
    contact.group = nearest_group(contact);
    if (contact.group == 0) {
        contact.group = m_next_group++;
        Group group;
        group.id = contact.group;
        group.target = contact.target;
        group.samples.push_back({m_now_ms, {}, 0});
        m_groups.push_back(std::move(group));
    } else if (group_of(contact)->moving) {
        contact.spent = contact.announced = true;
    }
}

void Gestures::leave_group(Contact& contact) {
    std::uint32_t const left = std::exchange(contact.group, 0U);
    if (left == 0 || pose(left, &Contact::at).contacts > 0) return;
    if (m_driver == left) m_driver = 0;
    for (Group const& group : m_groups) {
        bool const lost = group.id == left && group.moving && !group.dropped;
        if (lost && is_edit(group.target)) m_out.push_back(LeaveEdit{});
        if (lost && group.target.kind == ContactTarget::Kind::Curtain)
            m_out.push_back(LeaveCurtain{});
    }
    std::erase_if(m_groups, [&](Group const& g) { return g.id == left; });
}

void Gestures::move(PointerEvent const& event) {
    if (!finite(event.at)) return;
    Contact& contact = *find(event.contact);
    // Once a palm, always a palm.
    if (contact.state != State::Ignored && is_palm(event)) {
        contact.state = State::Ignored;
        leave_group(contact);
    }
    if (apart(contact.down, event.at) > px(m_settings.tap_slop_mm)) contact.strayed = true;
    switch (contact.state) {
        case State::Ignored:
            contact.at = event.at;
            break;
        case State::Edge: {
            contact.at = event.at;
            ScreenPoint const way = event.at - contact.down;
            double const in = std::max(way.x * contact.inward.x, way.y * contact.inward.y);
            if (in <= px(m_settings.edge_release_mm)) break;
            // From here on a finger, anchored where it is now: what it did on the bezel moves
            // nothing.
            contact.state = State::Active;
            contact.down = event.at;
            contact.spent = true;
            enter_group(contact);
            break;
        }
        case State::Suspect: {
            contact.at = event.at;
            auto const strayed =
                std::count_if(m_contacts.begin(), m_contacts.end(), [&](Contact const& c) {
                    return c.state == State::Suspect && c.cluster == contact.cluster && c.strayed;
                });
            // One sliding blob may be a palm that rolls; two that move are fingers.
            if (strayed >= 2) release_fingers(contact.cluster);
            break;
        }
        case State::Active:
            move_active(contact, event.at);
            break;
    }
}

void Gestures::move_active(Contact& contact, ScreenPoint to) {
    Group* const group = group_of(contact);
    if (!group) {  // on a control: leaving it takes the tap back
        contact.at = to;
        if (contact.strayed) contact.spent = true;
        return;
    }
    if (to == contact.at) return;  // most lifts repeat the last place
    Pose const before = pose(group->id, &Contact::at);
    contact.at = to;
    Pose const after = pose(group->id, &Contact::at);
    record(*group, before, after);
    if (group->moving) {
        emit_move(*group, before, after);
    } else if (contact.strayed) {
        start_moving(*group);
    }
}

// The map catches up: every finger gets back the point that it touched.
void Gestures::start_moving(Group& group) {
    group.moving = true;
    for (Contact& contact : m_contacts) {
        if (contact.state != State::Active || contact.group != group.id) continue;
        contact.spent = true;
        grab(contact);
    }
    emit_move(group, pose(group.id, &Contact::down), pose(group.id, &Contact::at));
}

void Gestures::emit_move(Group& group, Pose const& before, Pose const& after) {
    ScreenPoint const by = after.centroid - before.centroid;
    if (group.target.kind == ContactTarget::Kind::Card) {
        m_out.push_back(DragCard{group.target.touchpoint, by.x, by.y});
        return;
    }
    if (group.target.kind == ContactTarget::Kind::Evidence) {
        double const factor = after.contacts == 1 ? 1 : after.spread / before.spread;
        m_out.push_back(
            MoveEvidence{group.target.evidence, before.centroid, after.centroid, factor});
        return;
    }
    if (group.target.kind == ContactTarget::Kind::Mark) {
        m_out.push_back(DragMark{group.target.touchpoint, by.x, by.y});
        return;
    }
    if (is_edit(group.target)) {
        bool const node = group.target.kind == ContactTarget::Kind::Node;
        m_out.push_back(DragEdit{node ? scene::EditDrag::What::Node : scene::EditDrag::What::Link,
                                 before.centroid, after.centroid});
        return;
    }
    if (group.target.kind == ContactTarget::Kind::Curtain) {
        m_out.push_back(DragCurtain{by.y});
        return;
    }
    if (m_driver == 0) m_driver = group.id;
    if (m_driver != group.id) return;
    if (after.contacts == 1) {
        m_out.push_back(PanBy{by.x, by.y});
    } else {
        m_out.push_back(PinchBy{before.centroid, after.centroid, after.spread / before.spread});
    }
}

void Gestures::record(Group& group, Pose const& before, Pose const& after) {
    group.travel = group.travel + (after.centroid - before.centroid);
    if (after.contacts > 1) group.log_spread += std::log(after.spread / before.spread);
    group.samples.push_back({m_now_ms, group.travel, group.log_spread});
    double const oldest = m_now_ms - 2 * m_settings.velocity_window_ms;
    auto const keep = std::find_if(group.samples.begin(), group.samples.end(),
                                   [&](Sample const& s) { return s.t_ms >= oldest; });
    // The last sample before the window stays: it says where the group stood when the window began.
    if (keep - group.samples.begin() > 1) group.samples.erase(group.samples.begin(), keep - 1);
}

void Gestures::end(PointerEvent const& event) {
    move(event);
    Contact& contact = *find(event.contact);
    bool const active = contact.state == State::Active;
    if (active && !contact.spent) tap(contact);
    if (active && contact.target.flying) grab(contact);
    Group* const group = group_of(contact);
    bool const last = active && group && pose(group->id, &Contact::at).contacts == 1;
    if (last && group->moving && is_edit(group->target)) {
        group->dropped = true;
        m_out.push_back(DropEdit{contact.at});
    }
    if (last && group->moving && group->target.kind == ContactTarget::Kind::Curtain) {
        group->dropped = true;
        m_out.push_back(ReleaseCurtain{});
    }
    if (last && group->moving && m_driver == group->id) fling(*group);
    cancel(event.contact);
}

// Lifts a contact without a word.
void Gestures::cancel(std::int64_t id) {
    leave_group(*find(id));
    std::erase_if(m_contacts, [&](Contact const& c) { return c.id == id; });
}

void Gestures::grab(Contact& contact) {
    bool const needed = contact.target.kind == ContactTarget::Kind::Map && !contact.announced;
    contact.announced = true;
    if (needed && (m_driver == 0 || m_driver == contact.group)) m_out.push_back(Grab{contact.down});
}

void Gestures::tap(Contact& contact) {
    grab(contact);
    bool const pressed = contact.target.kind == ContactTarget::Kind::Control ||
                         contact.target.kind == ContactTarget::Kind::Curtain;
    if (pressed) {
        m_last_tap.reset();
        m_out.push_back(TapAt{contact.down});
        return;
    }
    bool const twice = m_last_tap && contact.born_ms >= m_last_tap->up_ms &&
                       contact.born_ms - m_last_tap->up_ms <= m_settings.double_tap_ms &&
                       apart(contact.down, m_last_tap->at) <= px(m_settings.double_tap_mm);
    if (twice) {
        m_last_tap.reset();
        m_out.push_back(DoubleTapAt{contact.down});
    } else {
        m_last_tap = Tap{contact.down, m_now_ms};
        m_out.push_back(TapAt{contact.down});
    }
}

void Gestures::fling(Group const& group) {
    double const window_start = m_now_ms - m_settings.velocity_window_ms;
    Sample base = group.samples.front();
    for (Sample const& sample : group.samples) {
        if (sample.t_ms <= window_start) base = sample;
    }
    // Two fingers that part also move their centroid: the end of a zoom is no fling.
    constexpr double zoomed = 0.03;
    if (std::abs(group.log_spread - base.log_spread) > zoomed) return;
    constexpr double shortest_s = 0.008;
    double const seconds =
        std::max(shortest_s, (m_now_ms - std::max(base.t_ms, window_start)) / 1000);
    ScreenPoint velocity = (group.travel - base.travel) * (1 / seconds);
    double const speed = std::hypot(velocity.x, velocity.y);
    if (!(speed >= px(m_settings.fling_min_mm_s))) return;
    velocity = velocity * std::min(1.0, px(m_settings.fling_max_mm_s) / speed);
    m_out.push_back(Fling{velocity.x, velocity.y});
}

}  // namespace app
