// Fingers, a mouse and keys for an XServer, by the wire protocol of Xorg's `inputtest` driver
// (1.1): what it sends is to every client a device's doing. Must not know who listens. Used by
// tests/e2e.
//
// One injector a device and server: the driver never lets go of its first client.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "base/geometry.hpp"

namespace test {

// The socket of one device.
class InputTestDevice {
public:
    // Throws std::runtime_error when the device does not answer in 10 s.
    explicit InputTestDevice(std::filesystem::path const& socket);
    ~InputTestDevice();
    InputTestDevice(InputTestDevice const&) = delete;
    InputTestDevice& operator=(InputTestDevice const&) = delete;

    void send(std::span<std::byte const> message);
    // True when the server says within a second that it handled all that was sent. It says nothing
    // after an event that had no effect.
    bool sync();

private:
    bool receive(std::span<std::byte> answer, int timeout_ms);

    int m_socket = -1;
};

struct ScreenPixels {
    double width = 3840;
    double height = 2160;
};

class TouchInjector {
public:
    explicit TouchInjector(std::filesystem::path const& socket, ScreenPixels screen = {})
        : m_device(socket), m_screen(screen) {}

    void begin(std::uint32_t finger, base::ScreenPoint at);
    void move(std::uint32_t finger, base::ScreenPoint at);
    void end(std::uint32_t finger);
    bool sync() { return m_device.sync(); }

private:
    InputTestDevice m_device;
    ScreenPixels m_screen;
};

class MouseInjector {
public:
    explicit MouseInjector(std::filesystem::path const& socket, ScreenPixels screen = {})
        : m_device(socket), m_screen(screen) {}

    void move(base::ScreenPoint at);
    void press(int button);  // 1 left, 2 middle, 3 right, 4 and 5 the wheel
    void release(int button);
    bool sync() { return m_device.sync(); }

private:
    InputTestDevice m_device;
    ScreenPixels m_screen;
};

class KeyInjector {
public:
    explicit KeyInjector(std::filesystem::path const& socket) : m_device(socket) {}

    void type(int evdev_code);  // KEY_HOME = 102
    bool sync() { return m_device.sync(); }

private:
    InputTestDevice m_device;
};

}  // namespace test
