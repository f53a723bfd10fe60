// Tells the supervisor that started the kiosk (systemd, Type=notify) that it runs: ready after the
// first frame, alive as long as the loop goes round, stopping at the end. Without a supervisor it
// is silent. The protocol is one datagram a message, so no library is needed. Must not know what
// the loop does. Used by run_verb's kiosk, from the loop's own thread: a ping from any other would
// prove nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shell {

// What the supervisor left in the environment.
struct SupervisorEnvironment {
    std::string socket;         // NOTIFY_SOCKET: a path, or an abstract name after '@'
    std::string watchdog_usec;  // WATCHDOG_USEC
    std::string watchdog_pid;   // WATCHDOG_PID; empty: whoever reads it
};
SupervisorEnvironment supervisor_environment();

class Supervisor {
public:
    explicit Supervisor(SupervisorEnvironment const& environment);
    ~Supervisor();
    Supervisor(Supervisor const&) = delete;
    Supervisor& operator=(Supervisor const&) = delete;

    // After a presented frame, or a turn of the loop that found nothing to draw.
    void alive(double now_ms);
    // The loop must come round at least so often; nothing: it may sleep.
    std::optional<double> most_ms_between() const { return m_ping_ms; }

private:
    void say(std::string_view message) const;

    int m_socket = -1;
    std::optional<double> m_ping_ms;  // half of what the watchdog allows
    std::optional<double> m_said_ms;  // nothing: not even ready
};

}  // namespace shell
