// Runs the real program and keeps what it says.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "support/scratch.hpp"

namespace test {

struct Run {
    int exit_code = -1;  // 128 + signal when it was killed
    std::string out;
    std::string err;
};

inline std::string text_in(fs::path const& file) {
    Bytes const bytes = bytes_of(file);
    return {bytes.begin(), bytes.end()};
}

[[noreturn]] inline void become(std::vector<std::string> const& command, fs::path const& out,
                                fs::path const& err) {
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    ::dup2(::open("/dev/null", O_RDONLY), 0);
    ::dup2(::open(out.c_str(), flags, 0600), 1);
    ::dup2(::open(err.c_str(), flags, 0600), 2);
    std::vector<char*> arguments;
    for (std::string const& each : command)
        arguments.push_back(const_cast<char*>(each.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

inline Run run_program(std::vector<std::string> const& arguments) {
    ScratchFolder const folder;
    std::vector<std::string> command{BINARY_ROOT "/customer-room"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    pid_t const child = ::fork();
    if (child == 0) become(command, folder / "out", folder / "err");
    int status = 0;
    ::waitpid(child, &status, 0);
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, text_in(folder / "out"), text_in(folder / "err")};
}

// The demo as a room file in `folder`.
inline std::string demo_room(ScratchFolder const& folder) {
    std::string file = folder / "room.sqlite";
    REQUIRE(run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", file}).exit_code == 0);
    return file;
}

// A file of that name and content; its path.
inline std::string written(ScratchFolder const& folder, std::string const& name,
                           std::string const& text) {
    write_bytes(folder / name, Bytes(text.begin(), text.end()));
    return folder / name;
}

}  // namespace test
