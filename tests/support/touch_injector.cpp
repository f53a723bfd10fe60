#include "support/touch_injector.hpp"

#include <chrono>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace test {
namespace {

// The header of the driver is in no package; the layouts are those of a 64-bit machine.
struct Header {
    std::uint32_t length = 0;
    std::int32_t type = 0;
};
struct Version {
    Header header;
    std::uint16_t major = 1;
    std::uint16_t minor = 1;
};
struct Valuators {
    std::uint32_t has_unaccelerated = 0;
    std::uint8_t mask[8] = {};
    std::uint32_t padding = 0;
    double values[64] = {};
    double unaccelerated[64] = {};
};
struct Motion {
    Header header;
    std::uint32_t is_absolute = 1;
    std::uint32_t padding = 0;
    Valuators valuators;
};
struct Button {
    Header header;
    std::int32_t is_absolute = 1;
    std::int32_t button = 0;
    std::uint32_t is_press = 0;
    std::uint32_t padding = 0;
    Valuators valuators;
};
struct Key {
    Header header;
    std::int32_t key_code = 0;
    std::uint32_t is_press = 0;
};
struct Touch {
    Header header;
    std::uint32_t finger = 0;
    std::uint32_t touch_type = 0;
    Valuators valuators;
};
static_assert(sizeof(Version) == 12 && sizeof(Valuators) == 1040 && sizeof(Motion) == 1056 &&
              sizeof(Button) == 1064 && sizeof(Key) == 16 && sizeof(Touch) == 1056);

enum MessageType {
    client_version = 0,
    wait_for_sync = 1,
    motion = 2,
    button = 4,
    key = 5,
    touch = 6
};
enum TouchType { touch_begin = 18, touch_update = 19, touch_end = 20 };

template <typename Message>
Message make(MessageType type) {
    Message message{};
    message.header = {sizeof(Message), type};
    return message;
}

template <typename Message>
void send(InputTestDevice& device, Message const& message) {
    device.send(std::as_bytes(std::span(&message, 1)));
}

// The devices' axes run over the whole desktop in 65536 steps.
void set_position(Valuators& valuators, base::ScreenPoint at, ScreenPixels screen) {
    valuators.mask[0] = 0b11;
    valuators.values[0] = at.x * 65536.0 / screen.width;
    valuators.values[1] = at.y * 65536.0 / screen.height;
}

Touch touch_message(std::uint32_t finger, TouchType type) {
    auto message = make<Touch>(touch);
    message.finger = finger;
    message.touch_type = type;
    return message;
}

Button button_message(int number, bool press) {
    auto message = make<Button>(button);
    message.button = number;
    message.is_press = press ? 1 : 0;
    return message;
}

int connect_to(std::filesystem::path const& socket_file) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::string const name = socket_file.string();
    if (name.size() >= sizeof address.sun_path) throw std::runtime_error("path too long: " + name);
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    for (int tries = 0; tries < 100; ++tries) {
        int const made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(made, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0)
            return made;
        close(made);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    throw std::runtime_error("nobody listens at " + name);
}

}  // namespace

InputTestDevice::InputTestDevice(std::filesystem::path const& socket)
    : m_socket(connect_to(socket)) {
    test::send(*this, make<Version>(client_version));
    Version answer;
    if (!receive(std::as_writable_bytes(std::span(&answer, 1)), 10'000)) {
        close(m_socket);
        throw std::runtime_error("the device does not answer at " + socket.string());
    }
}

InputTestDevice::~InputTestDevice() {
    close(m_socket);
}

void InputTestDevice::send(std::span<std::byte const> message) {
    while (!message.empty()) {
        ssize_t const sent = ::send(m_socket, message.data(), message.size(), MSG_NOSIGNAL);
        if (sent <= 0) throw std::runtime_error("the X server dropped the input device");
        message = message.subspan(static_cast<std::size_t>(sent));
    }
}

bool InputTestDevice::sync() {
    test::send(*this, Header{sizeof(Header), wait_for_sync});
    Header answer;
    return receive(std::as_writable_bytes(std::span(&answer, 1)), 1000);
}

bool InputTestDevice::receive(std::span<std::byte> answer, int timeout_ms) {
    while (!answer.empty()) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, timeout_ms) != 1) return false;
        ssize_t const got = recv(m_socket, answer.data(), answer.size(), 0);
        if (got <= 0) return false;
        answer = answer.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

void TouchInjector::begin(std::uint32_t finger, base::ScreenPoint at) {
    Touch message = touch_message(finger, touch_begin);
    set_position(message.valuators, at, m_screen);
    test::send(m_device, message);
}

void TouchInjector::move(std::uint32_t finger, base::ScreenPoint at) {
    Touch message = touch_message(finger, touch_update);
    set_position(message.valuators, at, m_screen);
    test::send(m_device, message);
}

void TouchInjector::end(std::uint32_t finger) {
    test::send(m_device, touch_message(finger, touch_end));
}

void MouseInjector::move(base::ScreenPoint at) {
    auto message = make<Motion>(motion);
    set_position(message.valuators, at, m_screen);
    test::send(m_device, message);
}

void MouseInjector::press(int number) {
    test::send(m_device, button_message(number, true));
}

void MouseInjector::release(int number) {
    test::send(m_device, button_message(number, false));
}

void KeyInjector::type(int evdev_code) {
    constexpr int first_x_keycode = 8;
    auto message = make<Key>(key);
    message.key_code = evdev_code + first_x_keycode;
    message.is_press = 1;
    test::send(m_device, message);
    message.is_press = 0;
    test::send(m_device, message);
}

}  // namespace test
