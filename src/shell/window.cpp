#include "shell/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <utility>

// <GLFW/glfw3native.h> declares these too, but drags in headers of extensions that nothing here
// uses.
extern "C" {
Display* glfwGetX11Display(void);
Window glfwGetX11Window(GLFWwindow* window);
}

namespace shell {
namespace {

std::string last_glfw_error() {
    char const* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? std::string("no reason given") : std::string(text);
}

void set_hints(GLFWmonitor* monitor, int robustness) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, robustness);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    // A wall stays full screen when something else takes the keyboard.
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    if (monitor == nullptr) return;
    GLFWvidmode const* const mode = glfwGetVideoMode(monitor);
    glfwWindowHint(GLFW_RED_BITS, mode->redBits);
    glfwWindowHint(GLFW_GREEN_BITS, mode->greenBits);
    glfwWindowHint(GLFW_BLUE_BITS, mode->blueBits);
    glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
}

MouseButton button_of(int glfw_button) {
    if (glfw_button == GLFW_MOUSE_BUTTON_LEFT) return MouseButton::Left;
    bool const back = glfw_button == GLFW_MOUSE_BUTTON_RIGHT || glfw_button == GLFW_MOUSE_BUTTON_4;
    return back ? MouseButton::Back : MouseButton::Other;
}

// Null where the context would not tell. Asked by extension, since GLX hands out addresses of
// functions that no driver has.
unsigned (*reset_status_function(GLFWwindow* window))() {
    if (glfwGetWindowAttrib(window, GLFW_CONTEXT_ROBUSTNESS) != GLFW_LOSE_CONTEXT_ON_RESET)
        return nullptr;
    char const* name = nullptr;
    if (glfwExtensionSupported("GL_ARB_robustness") != GLFW_FALSE) {
        name = "glGetGraphicsResetStatusARB";
    } else if (glfwExtensionSupported("GL_KHR_robustness") != GLFW_FALSE) {
        name = "glGetGraphicsResetStatus";
    }
    return name == nullptr ? nullptr : reinterpret_cast<unsigned (*)()>(glfwGetProcAddress(name));
}

}  // namespace

struct Window::Callbacks {
    static Window& of(GLFWwindow* window) {
        return *static_cast<Window*>(glfwGetWindowUserPointer(window));
    }
    static void cursor(GLFWwindow* window, double x, double y) {
        Window& self = of(window);
        self.m_mouse.move(self.in_pixels(x, y), self.m_now_ms);
    }
    static void button(GLFWwindow* window, int button, int action, int) {
        Window& self = of(window);
        Press const press = action == GLFW_PRESS ? Press::Down : Press::Up;
        self.m_mouse.button(button_of(button), press, self.m_now_ms);
    }
    static void wheel(GLFWwindow* window, double, double steps) { of(window).m_mouse.wheel(steps); }
    static void key(GLFWwindow* window, int, int scancode, int action, int modifiers) {
        constexpr int chords = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
        if (action == GLFW_RELEASE || (modifiers & chords) != 0) return;
        Window& self = of(window);
        // GLFW learns the keys' places when the program starts, from a keyboard that may have been
        // silent until then; the server knows better by the time a key is pressed.
        auto const keycode = static_cast<KeyCode>(scancode);
        KeySym const keysym = XkbKeycodeToKeysym(glfwGetX11Display(), keycode, 0, 0);
        auto const command = self.m_keys_mean == KeysMean::Text
                                 ? typed_key(keysym)
                                 : command_of_key(keysym, self.size_px());
        if (command) self.m_keys.push_back(*command);
    }
    static void character(GLFWwindow* window, unsigned character) {
        Window& self = of(window);
        auto const command = self.m_keys_mean == KeysMean::Text ? typed_character(character)
                                                                : command_of_character(character);
        if (command) self.m_keys.push_back(*command);
    }
    static void focus(GLFWwindow* window, int focused) {
        Window& self = of(window);
        if (focused == GLFW_FALSE) self.m_mouse.leave(self.m_now_ms);
    }
    static void damage(GLFWwindow* window) { of(window).m_damaged = true; }
    static void resize(GLFWwindow* window, int, int) { of(window).m_damaged = true; }
};

Window::Window(WindowOptions const& options) : m_full_screen(!options.size) {
    if (glfwInit() == GLFW_FALSE)
        throw NoWindow("no display for a window: " + last_glfw_error() + ".");
    try {
        make_window(options);
    } catch (...) {
        glfwTerminate();
        throw;
    }
    glfwSetWindowUserPointer(m_window, this);
    glfwSetCursorPosCallback(m_window, Callbacks::cursor);
    glfwSetMouseButtonCallback(m_window, Callbacks::button);
    glfwSetScrollCallback(m_window, Callbacks::wheel);
    glfwSetKeyCallback(m_window, Callbacks::key);
    glfwSetCharCallback(m_window, Callbacks::character);
    glfwSetWindowFocusCallback(m_window, Callbacks::focus);
    glfwSetWindowRefreshCallback(m_window, Callbacks::damage);
    glfwSetFramebufferSizeCallback(m_window, Callbacks::resize);
    glfwSetInputMode(m_window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
}

void Window::make_window(WindowOptions const& options) {
    GLFWmonitor* const monitor = m_full_screen ? glfwGetPrimaryMonitor() : nullptr;
    if (m_full_screen && monitor == nullptr)
        throw NoWindow("no monitor is connected to the display.");
    base::ScreenSize size = options.size.value_or(base::ScreenSize{});
    if (monitor != nullptr) {
        m_monitor_name = glfwGetMonitorName(monitor);
        GLFWvidmode const* const mode = glfwGetVideoMode(monitor);
        size = {static_cast<double>(mode->width), static_cast<double>(mode->height)};
    }
    if (options.size_known) options.size_known(size);
    // Some drivers refuse a context that would tell of a reset; the wall runs without, too.
    for (int const robustness : {GLFW_LOSE_CONTEXT_ON_RESET, GLFW_NO_ROBUSTNESS}) {
        set_hints(monitor, robustness);
        m_window = glfwCreateWindow(static_cast<int>(size.w), static_cast<int>(size.h),
                                    "Customer Room", monitor, nullptr);
        if (m_window != nullptr) break;
    }
    if (m_window == nullptr)
        throw NoWindow("no window with OpenGL 3.3: " + last_glfw_error() + ".");
    glfwMakeContextCurrent(m_window);
    glfwSwapInterval(1);
    m_reset_status = reset_status_function(m_window);
}

Window::~Window() {
    glfwDestroyWindow(m_window);
    glfwTerminate();
}

void Window::set_title(std::string const& title) {
    glfwSetWindowTitle(m_window, title.c_str());
}

void Window::poll_events(double now_ms) {
    m_now_ms = now_ms;
    glfwPollEvents();
    keep_full_screen();
}

// GLFW makes the window small when its monitor goes, and leaves it so when the monitor is back.
void Window::keep_full_screen() {
    GLFWmonitor* const wanted = m_full_screen ? wanted_monitor() : nullptr;
    if (wanted == nullptr || glfwGetWindowMonitor(m_window) == wanted) return;
    GLFWvidmode const* const mode = glfwGetVideoMode(wanted);
    if (mode == nullptr) return;
    glfwSetWindowMonitor(m_window, wanted, 0, 0, mode->width, mode->height, mode->refreshRate);
    m_damaged = true;
}

// The one that the kiosk started on, as long as it is there.
GLFWmonitor* Window::wanted_monitor() const {
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        if (m_monitor_name == glfwGetMonitorName(monitors[i])) return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

std::vector<WindowInput> Window::take_input(FingersNow fingers) {
    std::vector<WindowInput> input = m_mouse.take(fingers);
    for (app::Command const& command : std::exchange(m_keys, {}))
        input.push_back(command);
    if (m_mouse.cursor_shown() != m_cursor_shown) {
        m_cursor_shown = m_mouse.cursor_shown();
        glfwSetInputMode(m_window, GLFW_CURSOR,
                         m_cursor_shown ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_HIDDEN);
    }
    return input;
}

bool Window::take_damage() {
    return std::exchange(m_damaged, false);
}

bool Window::close_wanted() const {
    return glfwWindowShouldClose(m_window) != GLFW_FALSE;
}

base::ScreenSize Window::size_px() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(m_window, &width, &height);
    return {static_cast<double>(width), static_cast<double>(height)};
}

base::ScreenPoint Window::in_pixels(double x, double y) const {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(m_window, &width, &height);
    base::ScreenSize const pixels = size_px();
    if (width <= 0 || height <= 0) return {x, y};
    return {x * pixels.w / width, y * pixels.h / height};
}

void Window::present() {
    glfwSwapBuffers(m_window);
}

bool Window::context_lost() const {
    return m_reset_status != nullptr && m_reset_status() != 0;
}

int Window::fd() const {
    return XConnectionNumber(glfwGetX11Display());
}

bool Window::events_waiting() const {
    return XPending(glfwGetX11Display()) > 0;
}

std::uint32_t Window::x11_window() const {
    return static_cast<std::uint32_t>(glfwGetX11Window(m_window));
}

}  // namespace shell
