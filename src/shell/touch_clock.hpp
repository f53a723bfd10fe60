// The X server's milliseconds (32 bits, an origin of its own) as times of our monotonic clock: the
// fastest event seen tells how far the two are apart. Must not know X. Used by touch_source.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace shell {

class TouchClock {
public:
    // Never later than `now_ms`, never earlier than the answer before.
    double local_ms(std::uint32_t server_ms, double now_ms) {
        if (!m_last_server) m_last_server = server_ms;
        // The signed difference survives the wrap after 49.7 days.
        auto const step = static_cast<std::int32_t>(server_ms - *m_last_server);
        m_last_server = server_ms;
        m_server_ms += step;
        double const apart = now_ms - m_server_ms;
        bool const strange = m_apart && apart - *m_apart > most_late_ms;
        m_apart = m_apart && !strange ? std::min(*m_apart, apart) : apart;
        m_last_ms = std::max(m_last_ms, std::min(now_ms, m_server_ms + *m_apart));
        return m_last_ms;
    }

private:
    // Later than this is no delay but a clock that drifts (a server elsewhere): start anew.
    static constexpr double most_late_ms = 250;

    std::optional<std::uint32_t> m_last_server;
    std::optional<double> m_apart;
    double m_server_ms = 0;
    double m_last_ms = 0;
};

}  // namespace shell
