#include "shell/run_verb_kiosk.hpp"

#include <algorithm>
#include <cmath>
#include <poll.h>

#include "app/controls.hpp"
#include "shell/options.hpp"

namespace shell {
namespace {

// The touch source asks after a finger that has been silent for longer than this.
constexpr int resting_finger_ms = 10'000;
// A still wall wakes as often to see whether a new day has begun: figures grow old without a touch.
constexpr int clock_look_ms = 3'600'000;
// A driver that does not wait for the screen would draw a flight hundreds of times a second.
constexpr double shortest_frame_ms = 4;

}  // namespace

Kiosk::Kiosk(KioskParts const& parts, render::RendererOptions const& renderer)
    : m_parts(parts),
      m_wall(*parts.opened.wall),
      m_session(*parts.opened.session),
      m_gui(*parts.opened.gui),
      m_pictures(*parts.opened.pictures),
      m_renderer_options(renderer),
      m_renderer(renderer) {
    m_session.set_gui(&Gui::owns);
    m_session.set_trace([this](app::TraceEvent const& event) {
        // A finger that lands changes nothing by itself; what it stops was moving.
        if (!std::holds_alternative<app::Grab>(event.command)) m_changed = true;
        if (m_parts.trace != nullptr) m_parts.trace->write(event);
    });
}

int Kiosk::run() {
    while (!ended()) {
        take_input();
        fit_to_window();
        follow_clock();
        m_session.advance(m_parts.clock_ms());
        follow_file();
        if (m_pictures.deliver(m_renderer)) m_changed = true;
        if (frame_due()) {
            draw_frame();
            if (m_parts.window.context_lost()) return exit_restart;
            m_supervisor.alive(m_parts.clock_ms());
        } else {
            // Not before the first frame is on the wall.
            if (!std::exchange(m_cache_saved, true)) m_wall.fonts().save_cache();
            m_supervisor.alive(m_parts.clock_ms());
            wait();
        }
    }
    m_wall.fonts().save_cache();
    return exit_done;
}

bool Kiosk::ended() {
    return m_parts.signals.take() || m_parts.window.close_wanted();
}

// The window first: when a finger moved the mouse cursor too, the finger is known by the time the
// mouse is asked.
void Kiosk::take_input() {
    double const now_ms = m_parts.clock_ms();
    bool const typing = m_session.state().view.editing.text.has_value();
    m_parts.window.keys_mean(typing ? KeysMean::Text : KeysMean::Commands);
    m_parts.window.poll_events(now_ms);
    for (app::PointerEvent const& event : m_parts.touch.poll(now_ms)) {
        if (event.phase == app::Phase::Begin) ++m_fingers;
        if (event.phase == app::Phase::End || event.phase == app::Phase::Cancel) --m_fingers;
        contact(event);
    }
    for (WindowInput const& input : m_parts.window.take_input({m_fingers > 0, now_ms})) {
        if (auto const* event = std::get_if<app::PointerEvent>(&input)) {
            contact(*event);
        } else {
            m_session.obey(std::get<app::Command>(input), now_ms);
        }
    }
}

void Kiosk::contact(app::PointerEvent const& event) {
    bool const begins = event.phase == app::Phase::Begin;
    bool const on_gui =
        begins && m_session.target_at(event.at).kind == app::ContactTarget::Kind::Gui;
    m_gui_pointer.handle(event, on_gui);
    TappedState const before = tapped_state(m_session.state());
    m_session.handle(event);
    if (m_parts.trace == nullptr) return;
    m_parts.trace->write_change(before, tapped_state(m_session.state()), event.t_ms);
}

void Kiosk::follow_clock() {
    base::Date const today = m_parts.today();
    if (m_session.state().view.now == today) return;
    m_session.set_now(today);
    m_changed = true;
}

void Kiosk::follow_file() {
    RoomFollower& follower = *m_parts.opened.follower;
    if (m_gui_pointer.waiting() || !follower.follow(m_parts.clock_ms())) return;
    m_parts.window.set_title(m_wall.room().info.title);
    m_changed = true;
}

void Kiosk::fit_to_window() {
    if (!m_parts.window.take_damage()) return;
    m_changed = true;
    base::ScreenSize const size = m_parts.window.size_px();
    bool const empty = size.w <= 0 || size.h <= 0;
    if (empty || size == m_session.state().view.size) return;
    m_session.obey(app::Resize{size}, m_parts.clock_ms());
}

bool Kiosk::frame_due() const {
    return m_changed || m_was_moving || m_session.state().moving() || m_gui_pointer.waiting();
}

void Kiosk::draw_frame() {
    app::AppState const& state = m_session.state();
    m_changed = false;
    m_was_moving = state.moving();
    double const start_ms = m_parts.clock_ms();
    keep_cut();
    m_wall.build(state, m_list);
    m_pictures.want(m_list);
    scene::Chrome const chrome = m_wall.chrome(state);
    double const built_ms = m_parts.clock_ms();
    m_renderer.draw(m_list, m_wall.fonts(), static_cast<int>(std::lround(state.view.size.w)),
                    static_cast<int>(std::lround(state.view.size.h)));
    if (m_cut_kept && m_fade) m_fade->draw(1 - app::cut_share(state));
    GuiPointer::State const pointer = m_gui_pointer.next();
    m_gui.pointer(pointer.at, pointer.down);
    GuiLook look = gui_look(state);
    look.seconds = (start_ms - m_last_frame_ms) / 1000;
    auto const pressed = m_gui.frame(chrome, look);
    m_gui.draw();
    double const drawn_ms = m_parts.clock_ms();
    m_parts.window.present();
    double const shown_ms = m_parts.clock_ms();
    m_last_frame_ms = start_ms;
    PresentedFrame const frame{++m_frames, shown_ms, built_ms - start_ms, drawn_ms - built_ms,
                               shown_ms - drawn_ms};
    if (m_parts.trace != nullptr) m_parts.trace->write(frame, state);
    auto const command = pressed ? app::command_of(*pressed) : std::nullopt;
    if (command) m_session.obey(*command, shown_ms);
    if (shown_ms - start_ms < shortest_frame_ms) ::poll(nullptr, 0, 1);
}

// A calm cut fades from the view that it left; that is drawn once, when the cut begins.
void Kiosk::keep_cut() {
    app::AppState const& state = m_session.state();
    if (m_cut_kept == state.cut_since_ms) return;
    m_cut_kept = state.cut_since_ms;
    if (!m_cut_kept) return;
    if (!m_fade) m_fade.emplace(m_renderer_options);
    m_wall.build_before_cut(state, m_list);
    m_fade->keep(m_renderer, m_list, m_wall.fonts());
}

// On both connections to the display, so that a finger wakes the loop at once.
void Kiosk::wait() {
    if (m_parts.window.events_waiting()) return;
    pollfd sources[] = {{m_parts.window.fd(), POLLIN, 0},
                        {m_parts.touch.fd(), POLLIN, 0},
                        {m_parts.signals.fd(), POLLIN, 0},
                        {m_pictures.fd(), POLLIN, 0}};
    ::poll(sources, std::size(sources), wait_ms());
}

int Kiosk::wait_ms() const {
    int most = m_fingers > 0 ? resting_finger_ms : clock_look_ms;
    if (auto const ping = m_supervisor.most_ms_between())
        most = std::clamp(static_cast<int>(*ping), 1, most);
    double next_ms = m_parts.opened.follower->next_look_ms();
    if (auto const deadline = m_session.next_deadline_ms()) next_ms = std::min(next_ms, *deadline);
    double const left = std::clamp(next_ms - m_parts.clock_ms(), 0.0, 1.0 * resting_finger_ms);
    return std::min(most, static_cast<int>(std::ceil(left)));
}

}  // namespace shell
