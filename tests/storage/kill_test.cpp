// The program is killed while it saves: what is found afterwards is a whole room.
#include <csignal>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "full_room.hpp"
#include "storage/room_store.hpp"
#include "support/scratch.hpp"

using test::ScratchFolder;

namespace {

// Saves the two rooms in turn until the kill comes.
[[noreturn]] void save_for_ever(test::fs::path const& file, model::Room const& first,
                                model::Room const& second) {
    for (;;) {
        storage::save_room(file, first);
        storage::save_room(file, second);
    }
}

void save_and_be_killed(test::fs::path const& file, std::size_t after_us, model::Room const& first,
                        model::Room const& second) {
    pid_t const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) save_for_ever(file, first, second);
    ::usleep(static_cast<useconds_t>(after_us));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a save that is killed leaves one of the two rooms, or no file where there was none") {
    model::Room const first = test::room_with_observations(3000);
    model::Room const second = test::full_room("second");
    std::size_t const rounds = test::full_test_run() ? 400 : 12;
    for (std::size_t round = 0; round < rounds; ++round) {
        CAPTURE(round);
        ScratchFolder const folder;
        auto const file = folder / "a.sqlite";
        bool const existed = round % 2 == 0;
        if (existed) storage::save_room(file, first);
        test::Dice dice(round);
        save_and_be_killed(file, 500 + dice.below(60'000), first, second);
        CHECK((storage::room_exists(file) || !existed));
        if (storage::room_exists(file)) {
            model::Room const found = storage::load_room(file);
            CHECK((found == first || found == second));
        }
        // The next save works and sweeps up what the killed one left.
        storage::save_room(file, second);
        CHECK((storage::load_room(file) == second));
        CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
    }
}
