// How large a touch is: the axes of a touch device that tell the contact's ellipse, and their
// values in a touch event. Must not know what is done with it. Used by touch_source.
#pragma once

#include <optional>
#include <unordered_map>
#include <xcb/xinput.h>

namespace shell {

class TouchAxes {
public:
    // Asks the server for what it is told about a device for the first time. `screen_width_px`
    // turns the device's units into pixels: they span the screen as its X axis does.
    TouchAxes(xcb_connection_t* connection, double screen_width_px)
        : m_connection(connection), m_screen_width_px(screen_width_px) {}

    // The longer axis of the contact's ellipse, px; nothing where the device does not tell.
    std::optional<double> size_px(xcb_input_touch_begin_event_t const& event);

    // After a change of devices.
    void forget() { m_devices.clear(); }

private:
    struct Device {
        std::optional<unsigned> major;  // number of the valuator
        double px_per_unit = 0;
    };
    Device const& device(xcb_input_device_id_t id);
    xcb_atom_t atom(char const* name);

    xcb_connection_t* m_connection;
    double m_screen_width_px;
    std::unordered_map<xcb_input_device_id_t, Device> m_devices;
};

}  // namespace shell
