// Every operation that can fail fails once: what remains is the old room or the new one, and never
// an abort.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include "faulty_vfs.hpp"
#include "full_room.hpp"
#include "storage/room_store.hpp"
#include "storage/sqlite.hpp"
#include "support/scratch.hpp"

using namespace storage;
using test::Fault;
using test::FaultyVfs;
using test::Lasting;
using test::ScratchFolder;

namespace {

model::Room const old_room = test::full_room("old");
model::Room const new_room = test::full_room("new");

enum class Outcome { Done, Failed };

Outcome try_save(test::fs::path const& file) {
    try {
        save_room(file, new_room);
        return Outcome::Done;
    } catch (Error const&) {
    } catch (StoreRefused const&) {
    }
    return Outcome::Failed;
}

void check_old_or_new(test::fs::path const& file, Outcome outcome) {
    model::Room const found = load_room(file);
    CHECK((found == old_room || found == new_room));
    if (outcome == Outcome::Done) CHECK((found == new_room));
}

void check_nothing_or_new(ScratchFolder const& folder, Outcome outcome) {
    if (outcome == Outcome::Failed) {
        CHECK(folder.names().empty());
    } else {
        CHECK((load_room(folder / "a.sqlite") == new_room));
    }
}

struct Kind {
    int code;
    Lasting lasting;
};
constexpr Kind all_kinds[] = {{SQLITE_IOERR, Lasting::Once},
                              {SQLITE_FULL, Lasting::FromThenOn},
                              {SQLITE_IOERR, Lasting::FromThenOn},
                              {SQLITE_FULL, Lasting::Once}};

std::span<Kind const> kinds() {
    return std::span(all_kinds).first(test::full_test_run() ? 4 : 2);
}

// Runs `attempt` with the Nth operation failing, for N = 1, 2, ... until it needs fewer than N.
template <typename Attempt>
int sweep(FaultyVfs& vfs, Kind kind, Attempt attempt) {
    for (int n = 1;; ++n) {
        CAPTURE(n);
        attempt([&] { vfs.arm(Fault{n, kind.code, kind.lasting}); });
        if (!vfs.fired()) return n;
    }
}

// Interrupts whatever statement a new connection runs after `steps` of SQLite's machine.
int steps_left = 0;
int interrupt_when_spent(void*) {
    return --steps_left <= 0 ? 1 : 0;
}
int watch(sqlite3* database, char const**, struct sqlite3_api_routines const*) {
    sqlite3_progress_handler(database, 1, interrupt_when_spent, nullptr);
    return SQLITE_OK;
}

class InterruptedStatements {
public:
    explicit InterruptedStatements(int steps) {
        steps_left = steps;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
    }
    ~InterruptedStatements() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
    InterruptedStatements(InterruptedStatements const&) = delete;
    InterruptedStatements& operator=(InterruptedStatements const&) = delete;
};

}  // namespace

TEST_CASE("when the disk fails while a room is replaced, the old or the new one remains") {
    ScratchFolder const original;
    save_room(original / "a.sqlite", old_room);
    FaultyVfs vfs;
    for (Kind const kind : kinds()) {
        int const operations = sweep(vfs, kind, [&](auto arm) {
            ScratchFolder const folder;
            test::fs::copy_file(original / "a.sqlite", folder / "a.sqlite");
            arm();
            Outcome const outcome = try_save(folder / "a.sqlite");
            vfs.disarm();
            check_old_or_new(folder / "a.sqlite", outcome);
        });
        CHECK(operations > 20);
    }
}

TEST_CASE("when the disk fails while a room is created, no file or the whole one remains") {
    FaultyVfs vfs;
    for (Kind const kind : kinds()) {
        int const operations = sweep(vfs, kind, [&](auto arm) {
            ScratchFolder const folder;
            arm();
            Outcome const outcome = try_save(folder / "a.sqlite");
            vfs.disarm();
            check_nothing_or_new(folder, outcome);
        });
        CHECK(operations > 20);
    }
}

TEST_CASE("a full disk is told from other failures") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", old_room);
    FaultyVfs vfs;
    for (int const code : {SQLITE_FULL, SQLITE_IOERR}) {
        // The first writes of a save come after the checks' reads.
        bool written = false;
        for (int n = 1; !written; ++n) {
            vfs.arm(Fault{n, code, Lasting::FromThenOn});
            try {
                save_room(folder / "a.sqlite", new_room);
                written = true;
            } catch (StoreRefused const&) {
            } catch (Error const& error) {
                written = true;
                CHECK(is_disk_full(error) == (error.primary_code() == SQLITE_FULL));
                CAPTURE(words_of(error));
                CHECK(words_of(error).ends_with(
                    "a.sqlite cannot be written: " + plain_words(error.primary_code(), {}) + "."));
                CHECK(words_of(error).find("SQLite") == std::string::npos);
            }
            vfs.disarm();
        }
    }
    CHECK_FALSE(is_disk_full(std::runtime_error("full")));
}

TEST_CASE("when the disk fails while a room is loaded, it is refused and not changed") {
    FaultyVfs vfs;
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", old_room);
    test::Bytes const before = test::bytes_of(folder / "a.sqlite");
    sweep(vfs, all_kinds[0], [&](auto arm) {
        arm();
        std::optional<model::Room> loaded;
        try {
            loaded = load_room(folder / "a.sqlite");
        } catch (StoreRefused const& refused) {
            CHECK(std::string(refused.what()).find("a.sqlite") != std::string::npos);
        }
        vfs.disarm();
        CHECK((loaded || vfs.fired()));
        CHECK((!loaded || *loaded == old_room));
    });
    CHECK(test::bytes_of(folder / "a.sqlite") == before);
}

TEST_CASE("a statement that fails anywhere in a save leaves the old room") {
    ScratchFolder const folder;
    int const factor_percent = test::full_test_run() ? 101 : 115;
    bool done = false;
    for (int steps = 1; !done; steps = std::max(steps + 1, steps * factor_percent / 100)) {
        CAPTURE(steps);
        save_room(folder / "a.sqlite", old_room);
        Outcome outcome = Outcome::Done;
        {
            InterruptedStatements const interrupted(steps);
            outcome = try_save(folder / "a.sqlite");
        }
        check_old_or_new(folder / "a.sqlite", outcome);
        done = outcome == Outcome::Done;
    }
}

TEST_CASE("a save that is given up at any of its pauses leaves the old room, or none") {
    struct GivenUp {};
    ScratchFolder const folder;
    save_room(folder / "old.sqlite", old_room);
    test::Bytes const before = test::bytes_of(folder / "old.sqlite");
    int pauses = 0;
    for (bool done = false; !done; ++pauses) {
        CAPTURE(pauses);
        done = true;
        for (std::string const name : {"old.sqlite", "new.sqlite"}) {
            int left = pauses;
            auto const give_up = [&] {
                if (left-- == 0) throw GivenUp();
            };
            try {
                save_room(folder / name, new_room, std::nullopt, give_up);
                CHECK((load_room(folder / name) == new_room));
            } catch (GivenUp const&) {
                done = false;
                CHECK(folder.names() == std::vector<std::string>{"old.sqlite"});
                CHECK((test::bytes_of(folder / "old.sqlite") == before));
            }
        }
    }
    CHECK(pauses > 5);
}

TEST_CASE("when memory runs out in a save, the old or the new room remains") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", old_room);
    bool done = false;
    for (sqlite3_int64 limit = 4096; !done; limit += limit / 16) {
        CAPTURE(limit);
        sqlite3_hard_heap_limit64(limit);
        Outcome const outcome = try_save(folder / "a.sqlite");
        sqlite3_hard_heap_limit64(0);
        check_old_or_new(folder / "a.sqlite", outcome);
        done = outcome == Outcome::Done;
    }
}
