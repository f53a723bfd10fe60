// The real program as a kiosk on a test's X server, and what its trace says. Ends it when the
// object goes. Used by kiosk_test.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "base/geometry.hpp"
#include "shell/program.hpp"
#include "support/x_server.hpp"

namespace e2e {

using Line = nlohmann::json;

inline bool is_frame(Line const& line) {
    return line.contains("frame");
}
inline bool is_command(Line const& line, std::string const& name) {
    return line.value("command", "") == name;
}

inline constexpr double panel_width = 3840;
inline constexpr double panel_height = 2160;

// A frame's camera: world units at the middle of the panel, pixels a unit.
struct Shown {
    double x = 0;
    double y = 0;
    double scale = 1;

    explicit Shown(Line const& frame)
        : x(frame["camera"]["x"]), y(frame["camera"]["y"]), scale(frame["camera"]["scale"]) {}

    base::WorldPoint world(base::ScreenPoint at) const {
        return {x + (at.x - panel_width / 2) / scale, y + (at.y - panel_height / 2) / scale};
    }
    base::ScreenPoint screen(base::WorldPoint at) const {
        return {(at.x - x) * scale + panel_width / 2, (at.y - y) * scale + panel_height / 2};
    }
};

class KioskProcess {
public:
    KioskProcess(test::XServer const& server, std::filesystem::path const& database,
                 std::vector<std::string> const& more = {})
        : m_trace(server.folder() / "trace.jsonl"), m_said(server.folder() / "kiosk.err") {
        std::vector<std::string> command{BINARY_ROOT "/customer-room",
                                         "run",
                                         "--db",
                                         database.string(),
                                         "--trace",
                                         m_trace.string()};
        command.insert(command.end(), more.begin(), more.end());
        m_pid = fork();
        if (m_pid == 0) {
            setenv("DISPLAY", server.display().c_str(), 1);
            test::become(command, server.folder() / "kiosk.out", m_said);
        }
    }
    ~KioskProcess() {
        if (m_pid > 0) kill(m_pid, SIGKILL);
        if (m_pid > 0) waitpid(m_pid, nullptr, 0);
    }
    KioskProcess(KioskProcess const&) = delete;
    KioskProcess& operator=(KioskProcess const&) = delete;

    // Whole lines only.
    std::vector<Line> lines() const {
        std::vector<Line> all;
        std::ifstream in(m_trace);
        std::string text;
        while (std::getline(in, text) && !in.eof())
            all.push_back(Line::parse(text));
        return all;
    }

    Line last_frame() const {
        auto const all = lines();
        auto const found = std::find_if(all.rbegin(), all.rend(), is_frame);
        if (found == all.rend()) throw std::runtime_error("no frame was presented");
        return *found;
    }

    // Waits (a minute at most: a software renderer at 4K, other work on the machine) until some
    // line is as asked.
    bool wait_for(std::function<bool(Line const&)> const& wanted) const {
        using namespace std::chrono_literals;
        for (int tries = 0; tries < 600; ++tries) {
            auto const all = lines();
            if (std::any_of(all.begin(), all.end(), wanted)) return true;
            if (gone()) break;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }

    // Waits until the trace has grown no more for two seconds.
    void wait_until_still() const {
        using namespace std::chrono_literals;
        std::size_t seen = 0;
        for (int quiet = 0; quiet < 20; ++quiet) {
            std::size_t const now = lines().size();
            if (now != seen) quiet = 0;
            seen = now;
            std::this_thread::sleep_for(100ms);
        }
    }

    double cpu_ms() const {
        std::ifstream in("/proc/" + std::to_string(m_pid) + "/stat");
        std::string field;
        double ticks = 0;
        for (int i = 1; i <= 15 && in >> field; ++i) {
            if (i == 14 || i == 15) ticks += std::stod(field);
        }
        return ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
    }

    // Its exit code, or 128 + the signal that it died of.
    int end(int signal_number) {
        kill(m_pid, signal_number);
        int status = 0;
        waitpid(m_pid, &status, 0);
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    std::string complaints() const { return test::text_in(m_said); }

private:
    bool gone() const {
        siginfo_t info{};
        waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT);
        return info.si_pid == m_pid;
    }

    std::filesystem::path m_trace;
    std::filesystem::path m_said;
    pid_t m_pid = -1;
};

}  // namespace e2e
