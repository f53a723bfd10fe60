#include "shell/window_input.hpp"

#include <X11/keysym.h>

#include "base/utf8.hpp"
#include "shell/touch_source.hpp"

namespace shell {
namespace {

constexpr double disbelief_ms = 500;
constexpr double pan_step = 1.0 / 6;  // of the view's height

}  // namespace

void WindowMouse::move(base::ScreenPoint at, double t_ms) {
    m_at = at;
    m_moved = true;
    if (m_begun) tell(app::Phase::Move, t_ms);
}

void WindowMouse::button(MouseButton button, Press press, double t_ms) {
    if (button == MouseButton::Back && press == Press::Down)
        m_said.push_back(app::Command(app::Back{}));
    if (button != MouseButton::Left) return;
    bool const down = press == Press::Down;
    if (down == m_begun) return;
    m_begun = down;
    tell(down ? app::Phase::Begin : app::Phase::End, t_ms);
}

void WindowMouse::wheel(double steps) {
    m_said.push_back(app::Command(app::Wheel{m_at, steps}));
}

void WindowMouse::leave(double t_ms) {
    if (m_begun) tell(app::Phase::Cancel, t_ms);
    m_begun = false;
}

void WindowMouse::tell(app::Phase phase, double t_ms) {
    m_said.push_back(app::PointerEvent{mouse_contact, phase, m_at, t_ms});
}

bool WindowMouse::believed(FingersNow fingers) {
    if (fingers.down) m_last_finger_ms = fingers.t_ms;
    return !m_last_finger_ms || fingers.t_ms - *m_last_finger_ms > disbelief_ms;
}

std::vector<WindowInput> WindowMouse::take(FingersNow fingers) {
    std::vector<WindowInput> said = std::exchange(m_said, {});
    bool const moved = std::exchange(m_moved, false);
    if (believed(fingers)) {
        m_cursor_shown = m_cursor_shown || moved;
        m_known = m_begun;
        return said;
    }
    m_cursor_shown = false;
    said.clear();
    m_begun = false;
    if (std::exchange(m_known, false))
        said.push_back(app::PointerEvent{mouse_contact, app::Phase::Cancel, m_at, fingers.t_ms});
    return said;
}

std::optional<app::Command> command_of_key(unsigned long keysym, base::ScreenSize view) {
    switch (keysym) {
        case XK_Right:
        case XK_Page_Down:
            return app::Next{};
        case XK_Left:
        case XK_Page_Up:
            return app::Previous{};
        case XK_Up:
            return app::PanBy{0, view.h * pan_step};
        case XK_Down:
            return app::PanBy{0, -view.h * pan_step};
        case XK_Home:
            return app::Home{};
        case XK_Escape:
            return app::Back{};
        default:
            return std::nullopt;
    }
}

std::optional<app::Command> command_of_character(char32_t character) {
    if (character == U'+' || character == U'=') return app::ZoomIn{};
    if (character == U'-') return app::ZoomOut{};
    return std::nullopt;
}

std::optional<app::Command> typed_key(unsigned long keysym) {
    using Key = app::TypeKey::Key;
    switch (keysym) {
        case XK_BackSpace:
            return app::TypeKey{Key::Erase};
        case XK_Return:
        case XK_KP_Enter:
            return app::TypeKey{Key::Finish};
        case XK_Escape:
            return app::TypeKey{Key::Cancel};
        default:
            return std::nullopt;
    }
}

std::optional<app::Command> typed_character(char32_t character) {
    if (character < 0x20 || character == 0x7F) return std::nullopt;
    app::TypeText typed;
    base::append_utf8(typed.text, character);
    return typed;
}

}  // namespace shell
