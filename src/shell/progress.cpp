#include "shell/progress.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <unistd.h>

#include "base/catalogue.hpp"

namespace shell {
namespace {

constexpr int bar_width = 20;

std::string grouped(std::uint64_t number) {
    return base::grouped(static_cast<long long>(number));
}

}  // namespace

StatusLine::StatusLine(std::function<std::string(int)> line) : m_line(std::move(line)) {
    if (::isatty(STDERR_FILENO) == 1) m_thread = std::thread([this] { tick(); });
}

StatusLine::~StatusLine() {
    if (!m_thread.joinable()) return;
    {
        std::lock_guard const lock(m_mutex);
        m_done = true;
    }
    m_ended.notify_one();
    m_thread.join();
}

void StatusLine::tick() {
    std::unique_lock lock(m_mutex);
    int seconds = 0;
    while (!m_ended.wait_for(lock, std::chrono::seconds(1), [this] { return m_done; })) {
        ++seconds;
        std::fprintf(stderr, "\r%s\033[K", m_line(seconds).c_str());
    }
    if (seconds > 0) std::fprintf(stderr, "\r\033[K");
}

Progress::Progress(std::string const& what)
    : m_line([what](int seconds) { return what + " ... " + std::to_string(seconds) + " s"; }) {}

RowProgress::RowProgress(std::string const& what, std::string const& rows, std::uint64_t bytes)
    : m_line([this, what, rows, bytes](int seconds) {
          return progress_text(what, rows, {m_bytes.load(), bytes, m_rows.load(), seconds});
      }) {}

std::string progress_text(std::string const& what, std::string const& rows,
                          RowsSoFar const& so_far) {
    double const share = so_far.of_bytes == 0
                             ? 1.0
                             : std::min(1.0, static_cast<double>(so_far.bytes) /
                                                 static_cast<double>(so_far.of_bytes));
    int const filled = static_cast<int>(share * bar_width);
    std::string text = what + " [" + std::string(static_cast<std::size_t>(filled), '#') +
                       std::string(static_cast<std::size_t>(bar_width - filled), '.') + "] " +
                       std::to_string(static_cast<int>(share * 100)) + " %, " +
                       grouped(so_far.rows) + " " + rows;
    if (so_far.seconds <= 0) return text;
    text += ", " + grouped(so_far.rows / static_cast<std::uint64_t>(so_far.seconds)) + " " + rows +
            "/s";
    if (share > 0) {
        long long const left = std::llround(so_far.seconds * (1 - share) / share);
        text += ", " + base::grouped(left) + " s left";
    }
    return text;
}

}  // namespace shell
