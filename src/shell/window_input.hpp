// What mouse and keyboard say, as pointer events and commands. A finger moves the mouse cursor too,
// so while fingers are down, and half a second longer, the mouse is not believed. Must not know
// GLFW's window. Used by window.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "app/command.hpp"
#include "app/pointer.hpp"

namespace shell {

using WindowInput = std::variant<app::PointerEvent, app::Command>;

// What the touch source knows at this moment.
struct FingersNow {
    bool down = false;
    double t_ms = 0;
};

enum class MouseButton { Left, Back, Other };
enum class Press { Down, Up };

class WindowMouse {
public:
    void move(base::ScreenPoint at, double t_ms);
    void button(MouseButton button, Press press, double t_ms);
    void wheel(double steps);
    void leave(double t_ms);  // the window lost the pointer for good (focus, monitor)

    // What was said since the last call, as far as it is believed.
    std::vector<WindowInput> take(FingersNow fingers);
    // Hidden until the mouse moves, and again after a touch.
    bool cursor_shown() const { return m_cursor_shown; }

private:
    bool believed(FingersNow fingers);
    void tell(app::Phase phase, double t_ms);

    std::vector<WindowInput> m_said;
    base::ScreenPoint m_at;
    bool m_moved = false;
    bool m_begun = false;  // the left button is down
    bool m_known = false;  // and the taker was told
    bool m_cursor_shown = false;
    std::optional<double> m_last_finger_ms;
};

// X's keysym; nothing for keys that the kiosk does not have. `view` sizes the steps.
std::optional<app::Command> command_of_key(unsigned long keysym, base::ScreenSize view);
// Plus and minus lie on different keys from country to country, so they are taken as characters.
std::optional<app::Command> command_of_character(char32_t character);

// While a text is typed, keys write it.
enum class KeysMean { Commands, Text };
std::optional<app::Command> typed_key(unsigned long keysym);
std::optional<app::Command> typed_character(char32_t character);

}  // namespace shell
