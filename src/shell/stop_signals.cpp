#include "shell/stop_signals.hpp"

#include <csignal>
#include <ctime>
#include <initializer_list>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace shell {
namespace {

// nohup's wish to outlive the terminal is respected.
bool is_ignored(int number) {
    struct sigaction now{};
    return sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (int const number : {SIGINT, SIGTERM})
        sigaddset(&set, number);
    if (!is_ignored(SIGHUP)) sigaddset(&set, SIGHUP);
    return set;
}

void tell(std::string_view text) {
    // Where nobody can be told any more the program ends all the same.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, text.data(), text.size());
}

// Runs in the middle of anything: only what POSIX allows there.
extern "C" void tell_and_end(int number) {
    termios terminal;
    if (tcgetattr(STDERR_FILENO, &terminal) == 0) tell("\r\033[K");  // a line of progress
    tell("customer-room: interrupted; nothing was changed.\n");
    std::signal(number, SIG_DFL);
    std::raise(number);
}

}  // namespace

void end_when_stopped() {
    sigset_t const set = stop_signals();
    struct sigaction action{};
    action.sa_handler = tell_and_end;
    action.sa_mask = set;
    for (int const number : {SIGINT, SIGTERM, SIGHUP}) {
        if (sigismember(&set, number) == 1) sigaction(number, &action, nullptr);
    }
}

void hold_stop_signals() {
    sigset_t const set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void throw_when_stopped() {
    sigset_t const set = stop_signals();
    timespec const at_once{};
    int const number = sigtimedwait(&set, nullptr, &at_once);
    if (number > 0) throw Interrupted{number};
}

int end_by(Interrupted const& interrupted) {
    std::signal(interrupted.number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, interrupted.number);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    return std::raise(interrupted.number);
}

}  // namespace shell
