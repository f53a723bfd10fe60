// One contact at a time drives Dear ImGui's mouse, one change a frame: a tap that is shorter than a
// frame still is a press and a release. Must not know ImGui. Used by run_verb_kiosk.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "app/pointer.hpp"

namespace shell {

class GuiPointer {
public:
    struct State {
        std::optional<base::ScreenPoint> at;  // nothing: no pointer is over the wall
        bool down = false;
    };

    // `on_gui`: a control of the gui lies under the event.
    void handle(app::PointerEvent const& event, bool on_gui) {
        using app::Phase;
        if (event.phase == Phase::Begin && on_gui && !m_contact) {
            m_contact = event.contact;
            m_waiting.push_back({event.at, true});
            return;
        }
        if (event.contact != m_contact) return;
        if (event.phase == Phase::Move) {
            drop_move();
            m_waiting.push_back({event.at, true});
            return;
        }
        if (event.phase == Phase::Begin) return;
        // A release somewhere else presses nothing.
        if (event.phase == Phase::End) m_waiting.push_back({event.at, false});
        m_waiting.push_back({std::nullopt, false});
        m_contact.reset();
    }

    bool waiting() const { return !m_waiting.empty(); }

    // What the next frame is told.
    State next() {
        if (m_waiting.empty()) return m_last;
        m_last = m_waiting.front();
        m_waiting.pop_front();
        return m_last;
    }

private:
    // A frame needs only the last of several moves; the press itself stays.
    void drop_move() {
        bool const two_downs =
            m_waiting.size() >= 2 && m_waiting.back().down && m_waiting[m_waiting.size() - 2].down;
        if (two_downs) m_waiting.pop_back();
    }

    std::optional<std::int64_t> m_contact;
    std::deque<State> m_waiting;
    State m_last;
};

}  // namespace shell
