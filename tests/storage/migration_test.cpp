#include <doctest/doctest.h>
#include <sstream>

#include "full_room.hpp"
#include "storage/edit_store.hpp"
#include "storage/open_store.hpp"
#include "storage/room_store.hpp"
#include "storage/schema.hpp"
#include "support/scratch.hpp"

using namespace storage;
using test::ScratchFolder;

namespace {

std::string text_of(test::fs::path const& file) {
    test::Bytes const bytes = test::bytes_of(file);
    return {bytes.begin(), bytes.end()};
}

// A file as the first released version wrote it: kept as text, made by hand once, never
// regenerated.
void write_version_1(test::fs::path const& file) {
    Database database(file, OpenMode::Create);
    database.execute(text_of(std::string(SOURCE_ROOT) + "/tests/storage/room_v1.sql"));
}

// The product's migrations and one of the future.
std::int64_t const next_version = newest_version(all_migrations()) + 1;

std::vector<Migration> with_next_version(std::string const& sql) {
    auto const all = all_migrations();
    std::vector<Migration> migrations(all.begin(), all.end());
    migrations.push_back({next_version, sql});
    return migrations;
}

std::string const add_column = "ALTER TABLE room ADD COLUMN motto TEXT NOT NULL DEFAULT 'none'";

std::int64_t schema_version_of(test::fs::path const& file) {
    Database database(file, OpenMode::ReadOnly);
    return schema_version(database);
}

std::string motto_of(test::fs::path const& file, Migrations migrations) {
    std::string motto;
    read_store(file, migrations,
               [&](Database& database) { motto = query_text(database, "SELECT motto FROM room"); });
    return motto;
}

}  // namespace

TEST_CASE("a file of version 1 still opens and can be saved over") {
    ScratchFolder const folder;
    write_version_1(folder / "a.sqlite");
    model::Room const room = load_room(folder / "a.sqlite");
    CHECK(room.info.title == "Kept from version 1");
    CHECK(room.touchpoints.at(1).channels == std::vector<std::string>{"phone", "letter"});
    CHECK(room.journeys.at(1).parent_stage == model::StageId(0));
    CHECK(room.observations.at(0).kept == 95);
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
}

TEST_CASE("a file of version 1 takes what event logs and surveys bring, after a copy") {
    ScratchFolder const folder;
    write_version_1(folder / "a.sqlite");
    model::Room room = load_room(folder / "a.sqlite");
    CHECK(room.answers.empty());
    CHECK(room.case_outcomes.empty());
    room.answers.push_back({model::TouchpointId(0), std::nullopt, 4, 12, 1, 5});
    room.case_outcomes.push_back({model::JourneyId(0), *base::parse_period("2026-09"), 7, 9});
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
    CHECK(load_room(folder / "a.sqlite.before-v4").case_outcomes.empty());
    Database database(folder / "a.sqlite", OpenMode::ReadOnly);
    CHECK(query_text(database,
                     "SELECT tbl_name FROM sqlite_schema WHERE name = 'observations_by_split'") ==
          "observations");
}

TEST_CASE("a file of version 1 is opened for edits after a copy, and has no history yet") {
    ScratchFolder const folder;
    write_version_1(folder / "a.sqlite");
    CHECK(load_history(folder / "a.sqlite").empty());
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
    model::Room room = load_room(folder / "a.sqlite");
    {
        EditStore store(folder / "a.sqlite");
        CHECK(store.holds_edited_of(room));
        CHECK(store.next_undo() == nullptr);
    }
    CHECK(schema_version_of(folder / "a.sqlite") == newest_version(all_migrations()));
    CHECK(schema_version_of(folder / "a.sqlite.before-v4") == 1);
    CHECK((load_room(folder / "a.sqlite") == room));
}

TEST_CASE("reading an older file migrates it in memory and leaves the file as it was") {
    ScratchFolder const folder;
    write_version_1(folder / "a.sqlite");
    test::Bytes const before = test::bytes_of(folder / "a.sqlite");
    CHECK(motto_of(folder / "a.sqlite", with_next_version(add_column)) == "none");
    CHECK(test::bytes_of(folder / "a.sqlite") == before);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("writing an older file keeps a copy, migrates and then writes") {
    ScratchFolder const folder;
    write_version_1(folder / "a.sqlite");
    auto const migrations = with_next_version(add_column);
    write_store(folder / "a.sqlite", migrations,
                [](Database& database) { database.execute("UPDATE room SET motto = 'warm'"); });
    CHECK(motto_of(folder / "a.sqlite", migrations) == "warm");
    std::string const copy = "a.sqlite.before-v" + std::to_string(next_version);
    CHECK(load_room(folder / copy).info.title == "Kept from version 1");
    CHECK_THROWS_AS(load_room(folder / "a.sqlite"), StoreRefused);  // newer than the program
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite", copy});
}

TEST_CASE("a migration that fails half-way leaves the old file") {
    ScratchFolder const folder;
    write_version_1(folder / "a.sqlite");
    auto const migrations = with_next_version(add_column + "; INSERT INTO nowhere (a) VALUES (1)");
    CHECK_THROWS(write_store(folder / "a.sqlite", migrations, [](Database&) {}));
    CHECK(load_room(folder / "a.sqlite").info.title == "Kept from version 1");
}

TEST_CASE("a new file is of the newest version and carries our mark") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::smallest_room());
    Database database(folder / "a.sqlite", OpenMode::ReadOnly);
    CHECK(schema_version(database) == newest_version(all_migrations()));
    CHECK(query_integer(database, "PRAGMA application_id") == application_id);
    CHECK(query_text(database, "PRAGMA journal_mode") == "wal");
}

TEST_CASE("every table is strict") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::smallest_room());
    Database database(folder / "a.sqlite", OpenMode::ReadOnly);
    CHECK(query_integer(database,
                        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                        " AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'") == 0);
    CHECK(query_integer(database, "SELECT count(*) FROM pragma_table_list WHERE strict = 1") > 30);
}
