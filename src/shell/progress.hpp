// One line on a terminal that says what takes so long, from the second second on. Silent in a pipe.
// Must not know the work. Used by verbs that may take over a second.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace shell {

// Asks for the line once a second and wipes it at the end.
class StatusLine {
public:
    // `line` is called on a thread of its own with the seconds since the beginning.
    explicit StatusLine(std::function<std::string(int seconds)> line);
    ~StatusLine();
    StatusLine(StatusLine const&) = delete;
    StatusLine& operator=(StatusLine const&) = delete;

private:
    void tick();

    std::function<std::string(int)> m_line;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_done = false;
    std::thread m_thread;
};

class Progress {
public:
    explicit Progress(std::string const& what);

private:
    StatusLine m_line;
};

// With a bar, rows, rows a second and the time that is left.
class RowProgress {
public:
    RowProgress(std::string const& what, std::string const& rows, std::uint64_t bytes);
    void show(std::uint64_t bytes, std::uint64_t rows) {
        m_bytes.store(bytes, std::memory_order_relaxed);
        m_rows.store(rows, std::memory_order_relaxed);
    }

private:
    std::atomic<std::uint64_t> m_bytes = 0;
    std::atomic<std::uint64_t> m_rows = 0;
    StatusLine m_line;
};

// "reading log.xes [#####.....] 50 %, 1,200,000 events, 400,000 events/s, 3 s left".
struct RowsSoFar {
    std::uint64_t bytes = 0, of_bytes = 0, rows = 0;
    int seconds = 0;
};
std::string progress_text(std::string const& what, std::string const& rows,
                          RowsSoFar const& so_far);

}  // namespace shell
