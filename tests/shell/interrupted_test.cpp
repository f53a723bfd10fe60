// Ctrl-C at any moment of a verb that writes a room: nothing, or all of it, and never untold.
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <sstream>

#include "program.hpp"

using test::demo_room;
using test::ScratchFolder;
using test::written;

namespace {

using Command = std::vector<std::string>;

// What /proc says of a process under that name.
std::string field_of(pid_t process, std::string const& name) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":\t")) return line.substr(name.size() + 2);
    }
    return {};
}

// The program is as far as to answer to signals, or over.
bool answers(pid_t process) {
    if (field_of(process, "State").starts_with("Z")) return true;
    if (field_of(process, "Name") != "customer-room") return false;
    std::uint64_t const caught = std::strtoull(field_of(process, "SigCgt").c_str(), nullptr, 16);
    return (caught >> static_cast<unsigned>(SIGINT - 1) & 1U) != 0;
}

struct Ending {
    int status = 0;
    std::string out, err;
};

// Runs the command and sends the signal so long after it began to answer.
Ending interrupted(Command const& arguments, int number, useconds_t after_us) {
    ScratchFolder const said;
    Command command{BINARY_ROOT "/customer-room"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    pid_t const child = ::fork();
    if (child == 0) {
        for (int const mine : {SIGINT, SIGTERM})  // those of the test's own framework
            std::signal(mine, SIG_DFL);
        test::become(command, said / "out", said / "err");
    }
    while (!answers(child))
        ::usleep(200);
    ::usleep(after_us);
    ::kill(child, number);
    Ending ending;
    ::waitpid(child, &ending.status, 0);
    ending.out = test::text_in(said / "out");
    ending.err = test::text_in(said / "err");
    return ending;
}

// True when the work was done and told, false when it was given up and told.
bool was_done(Ending const& ending, int number) {
    CAPTURE(ending.out);
    CAPTURE(ending.err);
    if (WIFEXITED(ending.status)) {
        CHECK(WEXITSTATUS(ending.status) == 0);
        CHECK(ending.out.find(".sqlite is ") != std::string::npos);
        CHECK(ending.err.find("interrupted") == std::string::npos);
        return true;
    }
    REQUIRE(WIFSIGNALED(ending.status));
    CHECK(WTERMSIG(ending.status) == number);
    CHECK(ending.err.find("customer-room: interrupted; nothing was changed.\n") !=
          std::string::npos);
    CHECK(ending.out.empty());
    return false;
}

// Interrupts the command at many moments: the room is as it was, or it is done.
void interrupt_often(Command const& command, ScratchFolder const& folder, std::string const& room) {
    std::vector<std::string> const names = folder.names();
    test::Bytes const before = test::bytes_of(room);
    for (useconds_t after_ms = 0; after_ms < 60; after_ms += 3) {
        CAPTURE(command.front());
        CAPTURE(after_ms);
        int const number = after_ms % 2 == 0 ? SIGINT : SIGTERM;
        test::write_bytes(room, before);
        bool const done = was_done(interrupted(command, number, after_ms * 1000), number);
        CHECK((test::bytes_of(room) != before) == done);
        CHECK(folder.names() == names);
    }
    test::write_bytes(room, before);
}

}  // namespace

TEST_CASE("an import of a new room that is interrupted leaves nothing, or the whole room") {
    for (useconds_t after_ms = 0; after_ms < 90; after_ms += 3) {
        CAPTURE(after_ms);
        ScratchFolder const folder;
        std::string const room = folder / "new.sqlite";
        int const number = after_ms % 2 == 0 ? SIGINT : SIGTERM;
        Ending const ending = interrupted({"import", SOURCE_ROOT "/data/northmoor", "--db", room},
                                          number, after_ms * 1000);
        if (!was_done(ending, number)) {
            CHECK(folder.names().empty());
            continue;
        }
        CHECK(folder.names() == std::vector<std::string>{"new.sqlite"});
        CHECK(test::run_program({"metrics", "--db", room, "--json"}).exit_code == 0);
    }
}

TEST_CASE("a verb that changes a room and is interrupted changes nothing, or tells what it did") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const counts =
        written(folder, "o.csv", "touchpoint,period,kept,due\nT25,2026-09,40,50\n");
    std::string const survey = written(folder, "s.csv", "a\n1\n2\n5\n");
    std::string const map = written(folder, "s.json",
                                    R"({"scale":[1,5],"period":"2026-09",)"
                                    R"("touchpoints":[{"column":"a","touchpoint":"T37"}]})");
    std::string const log = written(folder, "l.csv",
                                    "case,activity,time\n1,ask,2026-11-02 08:00\n"
                                    "1,come,2026-11-03 08:00\n");
    std::string const events =
        written(folder, "m.json",
                R"({"journey":"J2","touchpoints":[{"touchpoint":"T37","promise":)"
                R"({"kind":"within","from":"ask","to":"come","limit":"48h"}}]})");
    std::string const table =
        written(folder, "t.csv", ",Search,Call\nCustomer actions,Googles,Rings\n");
    interrupt_often({"import", SOURCE_ROOT "/data/northmoor", "--db", room}, folder, room);
    interrupt_often({"matrix", table, "--db", room, "--journey", "N1"}, folder, room);
    interrupt_often({"observe", counts, "--db", room}, folder, room);
    interrupt_often({"scores", survey, "--map", map, "--db", room}, folder, room);
    interrupt_often({"events", log, "--map", events, "--db", room}, folder, room);
}
