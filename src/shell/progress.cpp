#include "shell/progress.hpp"

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace shell {

Progress::Progress(std::string what) : m_what(std::move(what)) {
    if (::isatty(STDERR_FILENO) == 1) m_thread = std::thread([this] { tick(); });
}

Progress::~Progress() {
    if (!m_thread.joinable()) return;
    {
        std::lock_guard const lock(m_mutex);
        m_done = true;
    }
    m_ended.notify_one();
    m_thread.join();
}

void Progress::tick() {
    std::unique_lock lock(m_mutex);
    int seconds = 0;
    while (!m_ended.wait_for(lock, std::chrono::seconds(1), [this] { return m_done; })) {
        ++seconds;
        std::fprintf(stderr, "\r%s ... %d s", m_what.c_str(), seconds);
    }
    if (seconds > 0) std::fprintf(stderr, "\r\033[K");
}

}  // namespace shell
