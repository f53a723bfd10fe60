#include "shell/supervisor.hpp"

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace shell {
namespace {

std::string variable(char const* name) {
    char const* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::optional<long long> whole_number(std::string const& text) {
    long long value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

// -1 where there is no such socket: the wall runs without a supervisor, too.
int connected(std::string const& name) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    bool const usable = (name.starts_with('/') || name.starts_with('@')) && name.size() > 1 &&
                        name.size() < sizeof address.sun_path;
    if (!usable) return -1;
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name[0] == '@') address.sun_path[0] = '\0';
    auto const length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() +
                                               (name[0] == '@' ? 0 : 1));
    int const fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && connect(fd, reinterpret_cast<sockaddr const*>(&address), length) == 0) return fd;
    if (fd >= 0) close(fd);
    return -1;
}

}  // namespace

SupervisorEnvironment supervisor_environment() {
    return {variable("NOTIFY_SOCKET"), variable("WATCHDOG_USEC"), variable("WATCHDOG_PID")};
}

Supervisor::Supervisor(SupervisorEnvironment const& environment)
    : m_socket(connected(environment.socket)) {
    auto const period = whole_number(environment.watchdog_usec);
    bool const meant =
        environment.watchdog_pid.empty() || environment.watchdog_pid == std::to_string(getpid());
    if (m_socket >= 0 && period && meant) m_ping_ms = static_cast<double>(*period) / 2000;
}

Supervisor::~Supervisor() {
    if (m_socket < 0) return;
    say("STOPPING=1");
    close(m_socket);
}

void Supervisor::alive(double now_ms) {
    if (m_socket < 0) return;
    if (!m_said_ms) {
        say("READY=1\nSTATUS=The wall is shown.");
    } else if (m_ping_ms && now_ms - *m_said_ms >= *m_ping_ms * 0.5) {
        say("WATCHDOG=1");
    } else {
        return;
    }
    m_said_ms = now_ms;
}

// A supervisor that does not listen is no reason to stop.
void Supervisor::say(std::string_view message) const {
    static_cast<void>(send(m_socket, message.data(), message.size(), MSG_NOSIGNAL));
}

}  // namespace shell
