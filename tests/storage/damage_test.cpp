// Files that are not what they should be: refused with one sentence, and never changed.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include "full_room.hpp"
#include "storage/room_store.hpp"
#include "storage/sqlite.hpp"
#include "support/scratch.hpp"

using namespace storage;
using test::Bytes;
using test::bytes_of;
using test::ScratchFolder;
using test::write_bytes;

namespace {

// The sentence with which both loading and saving refuse the file, which stays as it is.
std::string refusal_of(test::fs::path const& file) {
    Bytes const before = bytes_of(file);
    std::string sentence;
    try {
        load_room(file);
    } catch (StoreRefused const& refused) {
        sentence = refused.what();
    }
    CHECK_FALSE(sentence.empty());
    CHECK(sentence.starts_with(file.string()));
    CHECK(sentence.find('\n') == std::string::npos);
    CHECK_THROWS_AS(save_room(file, test::full_room("new")), StoreRefused);
    CHECK(bytes_of(file) == before);
    return sentence;
}

bool says(std::string const& sentence, std::string const& words) {
    CAPTURE(sentence);
    return sentence.find(words) != std::string::npos;
}

Bytes saved_bytes(ScratchFolder const& folder) {
    save_room(folder / "good.sqlite", test::full_room());
    return bytes_of(folder / "good.sqlite");
}

// A healthy file, changed by SQL.
test::fs::path changed_by(ScratchFolder const& folder, std::string const& sql) {
    save_room(folder / "a.sqlite", test::full_room());
    Database database(folder / "a.sqlite", OpenMode::ReadWrite);
    database.execute("PRAGMA foreign_keys = OFF");
    database.execute("PRAGMA journal_mode = DELETE");
    database.execute(sql);
    return folder / "a.sqlite";
}

// Loading a damaged file may find nothing wrong (a changed letter is a letter), but it always ends
// in an answer, and neither it nor a refused save changes a byte.
void check_survives(test::fs::path const& file, Bytes const& damaged) {
    write_bytes(file, damaged);
    try {
        load_room(file);
    } catch (StoreRefused const&) {
    }
    CHECK(bytes_of(file) == damaged);
    try {
        save_room(file, test::full_room("new"));
        CHECK((load_room(file) == test::full_room("new")));
    } catch (StoreRefused const&) {
        CHECK(bytes_of(file) == damaged);
    } catch (Error const&) {
        // Damage that only writing meets: the transaction was rolled back.
    }
    for (char const* suffix : {"-wal", "-shm", "-journal"}) {
        test::fs::remove(file.string() + suffix);
    }
}

}  // namespace

TEST_CASE("a missing file, a folder, an empty file and a device are refused") {
    ScratchFolder const folder;
    CHECK_THROWS_AS(load_room(folder / "none"), StoreRefused);
    CHECK(folder.names().empty());
    test::fs::create_directory(folder / "dir");
    CHECK_THROWS_WITH_AS(load_room(folder / "dir"),
                         ((folder / "dir").string() + " is a folder, not a room file.").c_str(),
                         StoreRefused);
    CHECK_THROWS_AS(save_room(folder / "dir", test::full_room()), StoreRefused);
    CHECK_THROWS_AS(load_room("/dev/zero"), StoreRefused);
    CHECK_THROWS_AS(save_room("/dev/null", test::full_room()), StoreRefused);
    write_bytes(folder / "empty", {});
    CHECK(says(refusal_of(folder / "empty"), "is empty"));
}

TEST_CASE("text, noise and another program's database are refused") {
    ScratchFolder const folder;
    std::string const text = "key,title\nJ0,Life\n";
    write_bytes(folder / "a", Bytes(text.begin(), text.end()));
    CHECK(says(refusal_of(folder / "a"), "is not a room file"));
    write_bytes(folder / "b", Bytes(100'000, '\x5a'));
    CHECK(says(refusal_of(folder / "b"), "is not a room file"));
    Database(folder / "c", OpenMode::Create).execute("CREATE TABLE t (a)");
    CHECK(says(refusal_of(folder / "c"), "is a database of another program"));
}

TEST_CASE("a file of a newer program is refused") {
    ScratchFolder const folder;
    CHECK(says(refusal_of(changed_by(folder, "PRAGMA user_version = 99")),
               "was written by a newer version of this program"));
}

TEST_CASE("a file whose tables were tampered with is refused") {
    for (std::string const sql :
         {"PRAGMA user_version = 0", "DROP TABLE media", "ALTER TABLE stages ADD COLUMN extra TEXT",
          "CREATE TRIGGER t AFTER INSERT ON room BEGIN SELECT 1; END",
          "CREATE VIEW v AS SELECT key FROM room", "DELETE FROM touchpoints WHERE position = 0",
          "UPDATE stages SET journey = 99", "DELETE FROM room",
          "UPDATE regions SET position = 9 WHERE position = 1",
          "UPDATE touchpoint_channels SET position = 9 WHERE position = 1",
          "UPDATE journeys SET state = 'past'", "UPDATE sources SET cadence_days = 99999999999"}) {
        CAPTURE(sql);
        ScratchFolder const folder;
        auto const file = changed_by(folder, sql);
        Bytes const before = bytes_of(file);
        CHECK_THROWS_AS(load_room(file), StoreRefused);
        CHECK(bytes_of(file) == before);
    }
}

TEST_CASE("a table or an index that someone added does no harm") {
    ScratchFolder const folder;
    auto const file =
        changed_by(folder, "CREATE TABLE notes (a); CREATE INDEX i ON stages (name);");
    CHECK((load_room(file) == test::full_room()));
}

TEST_CASE("a truncated file is refused, wherever it was cut") {
    ScratchFolder const folder;
    Bytes const good = saved_bytes(folder);
    std::size_t const step = test::full_test_run() ? 97 : 4099;
    for (std::size_t length = 1; length < good.size(); length += step) {
        CAPTURE(length);
        write_bytes(folder / "cut", Bytes(good.begin(), good.begin() + static_cast<long>(length)));
        refusal_of(folder / "cut");
    }
    // Whole pages missing at the end leave a file whose every page is sound.
    write_bytes(folder / "cut", Bytes(good.begin(), good.end() - 4096));
    CHECK(says(refusal_of(folder / "cut"), "is damaged"));
}

TEST_CASE("random damage is survived and never written to") {
    ScratchFolder const folder;
    Bytes const good = saved_bytes(folder);
    std::size_t const rounds = test::full_test_run() ? 1500 : 150;
    for (std::size_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        Bytes damaged = good;
        // Half of the rounds strike the header and the schema, where damage reaches furthest.
        std::size_t const reach = seed % 2 == 0 ? good.size() : 8192;
        for (std::size_t strikes = 1 + dice.below(16); strikes > 0; --strikes) {
            damaged[dice.below(reach)] = static_cast<char>(dice.below(256));
        }
        check_survives(folder / "damaged", damaged);
    }
}

TEST_CASE("a zeroed page anywhere is refused") {
    ScratchFolder const folder;
    Bytes const good = saved_bytes(folder);
    for (std::size_t page = 0; page * 4096 < good.size(); ++page) {
        CAPTURE(page);
        Bytes damaged = good;
        std::fill_n(damaged.begin() + static_cast<long>(page) * 4096, 4096, '\0');
        write_bytes(folder / "zeroed", damaged);
        refusal_of(folder / "zeroed");
    }
}

TEST_CASE("a log without its database is not taken for a new file's own") {
    ScratchFolder const folder;
    write_bytes(folder / "a.sqlite-wal", Bytes(100, 'x'));
    CHECK_THROWS_AS(save_room(folder / "a.sqlite", test::full_room()), StoreRefused);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite-wal"});
}
