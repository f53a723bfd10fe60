// SIGTERM, SIGINT, SIGHUP and SIGUSR1 as something to wait for: each asks the kiosk to end in good
// order. To be made before any thread, so that no thread dies of them instead. Used by run_verb.
#pragma once

namespace shell {

class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(StopSignals const&) = delete;
    StopSignals& operator=(StopSignals const&) = delete;

    int fd() const { return m_fd; }  // readable when one came
    bool take();                     // true when one came since the last call

private:
    int m_fd = -1;
};

}  // namespace shell
