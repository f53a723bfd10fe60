#include "storage/room_store.hpp"

#include <doctest/doctest.h>

#include "full_room.hpp"
#include "storage/sqlite.hpp"
#include "support/scratch.hpp"

using namespace storage;
using test::ScratchFolder;

namespace {

// Every row of every table as text: what a file holds, whatever its pages look like.
std::string content_of(test::fs::path const& file) {
    Database database(file, OpenMode::ReadOnly);
    std::vector<std::string> tables;
    Statement(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .each([&](Row const& row) { tables.push_back(row.text(0)); });
    std::string content;
    for (std::string const& table : tables) {
        content += table + "\n";
        Statement columns(database,
                          "SELECT group_concat('quote(' || name || ')', '||\",\"||')"
                          " FROM pragma_table_info(?)");
        std::string row_text;
        columns.each([&](Row const& row) { row_text = row.text(0); }, table);
        for (std::size_t at = 0; (at = row_text.find('"', at)) != std::string::npos;) {
            row_text[at] = '\'';
        }
        Statement(database, "SELECT " + row_text + " AS line FROM " + table + " ORDER BY line")
            .each([&](Row const& row) { content += row.text(0) + "\n"; });
    }
    return content;
}

std::vector<std::string> const hostile_texts{
    "'; DROP TABLE touchpoints; --",
    "\" OR 1=1",
    "?1 :a @b $c",
    "%s%n",
    std::string("before\0after", 12),
    "line\r\nbreak\ttab",
    "\xff\xfe not UTF-8 \xc0\x80",
    "\xe2\x80\xaegnp.\xe2\x80\xac bidi",
    "=cmd|' /C calc'!A0",
    "\xf0\x9f\x98\x80\xcc\x81\xcc\x81\xcc\x81",
    std::string(5000, 'x'),
    "\\ / \x1b[31m",
};

}  // namespace

TEST_CASE("a room filled in every field is the same after saving and loading") {
    ScratchFolder const folder;
    model::Room const room = test::full_room();
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
}

TEST_CASE("the smallest room is the same after saving and loading") {
    ScratchFolder const folder;
    model::Room const room = test::smallest_room();
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
}

TEST_CASE("a room without a north star differs from one whose star is empty") {
    ScratchFolder const folder;
    model::Room room = test::smallest_room();
    room.info.north_star = model::NorthStar{};
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
    room.info.north_star = std::nullopt;
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
}

TEST_CASE("saving replaces the whole room") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room("x"));
    save_room(folder / "a.sqlite", test::smallest_room());
    CHECK((load_room(folder / "a.sqlite") == test::smallest_room()));
    save_room(folder / "a.sqlite", test::full_room("y"));
    CHECK((load_room(folder / "a.sqlite") == test::full_room("y")));
}

TEST_CASE("saving the same room twice leaves the same content") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room());
    std::string const once = content_of(folder / "a.sqlite");
    save_room(folder / "a.sqlite", test::full_room());
    CHECK(content_of(folder / "a.sqlite") == once);
    CHECK(once.find("'never again'") != std::string::npos);
}

TEST_CASE("no text of a pack is ever read as SQL") {
    ScratchFolder const folder;
    for (std::string const& text : hostile_texts) {
        CAPTURE(text);
        model::Room const room = test::full_room(text);
        save_room(folder / "a.sqlite", room);
        CHECK((load_room(folder / "a.sqlite") == room));
    }
}

TEST_CASE("a file name is only ever a file name") {
    ScratchFolder const folder;
    for (char const* name :
         {"file:x?mode=memory", ":memory:", "100% #1 ?a=b.sqlite", "\xc3\xa4 b"}) {
        CAPTURE(name);
        save_room(folder / name, test::smallest_room());
        CHECK((load_room(folder / name) == test::smallest_room()));
        CHECK(test::fs::exists(folder / name));
    }
}

TEST_CASE("saving and loading leave one file and nothing beside it") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room());
    save_room(folder / "a.sqlite", test::full_room("x"));
    load_room(folder / "a.sqlite");
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("loading sees what another connection has committed and not yet moved into the file") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::smallest_room());
    Database other(folder / "a.sqlite", OpenMode::ReadWrite);
    other.execute("UPDATE room SET title = 'changed'");
    CHECK(load_room(folder / "a.sqlite").info.title == "changed");
}

TEST_CASE("a room that breaks a rule of the store changes nothing") {
    ScratchFolder const folder;
    model::Room broken = test::full_room("x");
    broken.observations[0].kept = broken.observations[0].due + 1;
    CHECK_THROWS_AS(save_room(folder / "new.sqlite", broken), Error);
    CHECK(folder.names().empty());

    save_room(folder / "a.sqlite", test::full_room());
    CHECK_THROWS_AS(save_room(folder / "a.sqlite", broken), Error);
    CHECK((load_room(folder / "a.sqlite") == test::full_room()));

    broken = test::full_room("x");
    broken.placements[0].stage = model::StageId(7);
    CHECK_THROWS_AS(save_room(folder / "a.sqlite", broken), Error);
    CHECK((load_room(folder / "a.sqlite") == test::full_room()));
}

TEST_CASE("a file exists or not, and health is told in one sentence") {
    ScratchFolder const folder;
    CHECK_FALSE(room_exists(folder / "a.sqlite"));
    CHECK(describe_health(folder / "a.sqlite").ends_with("a.sqlite does not exist."));
    save_room(folder / "a.sqlite", test::full_room());
    CHECK(room_exists(folder / "a.sqlite"));
    CHECK(describe_health(folder / "a.sqlite")
              .ends_with("a.sqlite is healthy: format 4, 2 touchpoints, 2 observations."));
}

TEST_CASE("observations by the ten thousand keep their order") {
    ScratchFolder const folder;
    model::Room const room =
        test::room_with_observations(test::full_test_run() ? 1'500'000 : 50'000);
    save_room(folder / "a.sqlite", room);
    save_room(folder / "a.sqlite", room);
    CHECK((load_room(folder / "a.sqlite") == room));
}
