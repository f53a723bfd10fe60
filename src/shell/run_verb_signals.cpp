#include "shell/run_verb_signals.hpp"

#include <csignal>
#include <initializer_list>
#include <sys/signalfd.h>
#include <unistd.h>

namespace shell {
namespace {

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (int const number : {SIGTERM, SIGINT, SIGHUP, SIGUSR1})
        sigaddset(&set, number);
    return set;
}

}  // namespace

StopSignals::StopSignals() {
    sigset_t const set = stop_signals();
    sigprocmask(SIG_BLOCK, &set, nullptr);
    m_fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

StopSignals::~StopSignals() {
    close(m_fd);
    sigset_t const set = stop_signals();
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

bool StopSignals::take() {
    signalfd_siginfo info;
    return read(m_fd, &info, sizeof info) == static_cast<ssize_t>(sizeof info);
}

}  // namespace shell
