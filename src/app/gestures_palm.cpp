// Which contacts are no fingers: large ones, and several that land together and rest.
#include <algorithm>

#include "app/gestures.hpp"

namespace app {

bool Gestures::is_palm(PointerEvent const& event) const {
    return event.size_px > px(m_settings.palm_contact_mm);
}

// Any three still contacts born near each other in space and time may be a palm.
void Gestures::suspect_palm(Contact const& newest) {
    auto const candidate = [&](Contact const& c) {
        bool const counts = c.state == State::Active || c.state == State::Suspect;
        return counts && !c.strayed && m_now_ms - c.born_ms <= m_settings.palm_ms &&
               apart(c.down, newest.down) <= px(m_settings.palm_mm);
    };
    std::vector<std::size_t> near;
    for (std::size_t i = 0; i < m_contacts.size(); ++i) {
        if (&m_contacts[i] != &newest && candidate(m_contacts[i])) near.push_back(i);
    }
    std::vector<bool> palm(m_contacts.size());
    for (std::size_t const i : near) {
        for (std::size_t const j : near) {
            bool const three =
                i != j && apart(m_contacts[i].down, m_contacts[j].down) <= px(m_settings.palm_mm);
            if (three) palm[i] = palm[j] = true;
        }
    }
    if (std::find(palm.begin(), palm.end(), true) == palm.end()) return;
    palm[m_contacts.size() - 1] = true;
    std::uint32_t const cluster = m_next_cluster++;
    std::vector<std::uint32_t> joined;
    for (std::size_t i = 0; i < m_contacts.size(); ++i) {
        if (!palm[i]) continue;
        if (m_contacts[i].state == State::Suspect) joined.push_back(m_contacts[i].cluster);
        m_contacts[i].state = State::Suspect;
        m_contacts[i].cluster = cluster;
        leave_group(m_contacts[i]);
    }
    for (Contact& contact : m_contacts) {
        bool const old = std::find(joined.begin(), joined.end(), contact.cluster) != joined.end();
        if (old) contact.cluster = cluster;
    }
}

void Gestures::release_fingers(std::uint32_t cluster) {
    for (Contact& contact : m_contacts) {
        if (contact.state != State::Suspect || contact.cluster != cluster) continue;
        contact.state = State::Active;
        contact.spent = true;
        enter_group(contact);
    }
    for (Contact& contact : m_contacts) {
        bool const freed = contact.cluster == cluster && contact.strayed;
        contact.cluster = contact.cluster == cluster ? 0 : contact.cluster;
        Group* const group = freed ? group_of(contact) : nullptr;
        if (group && !group->moving) start_moving(*group);
    }
}

}  // namespace app
