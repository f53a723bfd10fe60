// The kiosk's window: full screen and staying so when the monitor comes back, OpenGL 3.3, mouse and
// keyboard. GLFW stays in here. Must not know the room. Used by run_verb.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "shell/window_input.hpp"

struct GLFWmonitor;
struct GLFWwindow;

namespace shell {

// No window can be had here; the message is one sentence that says what is missing (exit code 3).
class NoWindow : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct WindowOptions {
    std::optional<base::ScreenSize> size;  // empty: full screen on the primary monitor
    // Told as soon as the size is known, long before the window is there.
    std::function<void(base::ScreenSize)> size_known;
};

class Window {
public:
    // Its OpenGL context is current on this thread afterwards. Throws NoWindow.
    explicit Window(WindowOptions const& options);
    ~Window();
    Window(Window const&) = delete;
    Window& operator=(Window const&) = delete;

    void set_title(std::string const& title);

    // Takes what the window system has to say, without waiting; brings full screen back.
    void poll_events(double now_ms);
    // What mouse and keyboard said since the last call.
    std::vector<WindowInput> take_input(FingersNow fingers);
    // What keys mean from now on.
    void keys_mean(KeysMean what) { m_keys_mean = what; }
    // True once after each event that spoiled the picture: shown, uncovered, another size.
    bool take_damage();
    bool close_wanted() const;

    base::ScreenSize size_px() const;  // of the framebuffer
    void present();                    // swaps; waits for the screen where the driver can
    // The driver lost all that the program gave to it: only a restart helps.
    bool context_lost() const;

    // For a loop that sleeps: `fd` is readable when the window system speaks, unless
    // `events_waiting`, which have been read already.
    int fd() const;
    bool events_waiting() const;
    std::uint32_t x11_window() const;

private:
    struct Callbacks;

    void make_window(WindowOptions const& options);
    void keep_full_screen();
    GLFWmonitor* wanted_monitor() const;
    base::ScreenPoint in_pixels(double x, double y) const;

    GLFWwindow* m_window = nullptr;
    bool m_full_screen = false;
    std::string m_monitor_name;
    WindowMouse m_mouse;
    std::vector<app::Command> m_keys;
    KeysMean m_keys_mean = KeysMean::Commands;
    bool m_damaged = true;
    bool m_cursor_shown = false;
    double m_now_ms = 0;
    unsigned (*m_reset_status)() = nullptr;
};

}  // namespace shell
