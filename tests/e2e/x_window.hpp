// A plain X window on a connection of its own, in the place of GLFW's. Used by touch_source_test.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <xcb/xcb.h>

#include "base/geometry.hpp"

namespace e2e {

class XWindow {
public:
    XWindow(std::string const& display, base::ScreenRect place)
        : m_connection(xcb_connect(display.c_str(), nullptr)),
          m_window(xcb_generate_id(m_connection)) {
        auto const* const screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
        xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, m_window, screen->root,
                          static_cast<std::int16_t>(place.x), static_cast<std::int16_t>(place.y),
                          static_cast<std::uint16_t>(place.w), static_cast<std::uint16_t>(place.h),
                          0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual, 0, nullptr);
        xcb_map_window(m_connection, m_window);
        // An answer means that the server did all before it.
        std::free(
            xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
    }
    ~XWindow() { xcb_disconnect(m_connection); }
    XWindow(XWindow const&) = delete;
    XWindow& operator=(XWindow const&) = delete;

    std::uint32_t id() const { return m_window; }

private:
    xcb_connection_t* m_connection;
    xcb_window_t m_window;
};

}  // namespace e2e
