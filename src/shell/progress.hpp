// One line on a terminal that says what takes so long, from the second second on. Silent in a pipe.
// Must not know the work. Used by verbs that may take over a second.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace shell {

class Progress {
public:
    explicit Progress(std::string what);
    // Wipes the line.
    ~Progress();
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

private:
    void tick();

    std::string m_what;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_done = false;
    std::thread m_thread;
};

}  // namespace shell
