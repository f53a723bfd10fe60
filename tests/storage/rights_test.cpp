// Files and folders that may be read and not written.
#include <doctest/doctest.h>

#include "full_room.hpp"
#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"
#include "storage/sqlite.hpp"
#include "support/scratch.hpp"

using namespace storage;
using test::AsNobody;
using test::ScratchFolder;
namespace fs = std::filesystem;

namespace {

constexpr auto read_all = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
constexpr auto enter_all =
    read_all | fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;

}  // namespace

TEST_CASE("a read-only file in a read-only folder is read, and nothing appears beside it") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room());
    fs::permissions(folder / "a.sqlite", read_all);
    fs::permissions(folder.path(), enter_all);
    AsNobody const nobody;
    CHECK((load_room(folder / "a.sqlite") == test::full_room()));
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("saving into a read-only file says so and changes nothing") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room());
    test::Bytes const before = test::bytes_of(folder / "a.sqlite");
    fs::permissions(folder / "a.sqlite", read_all);
    {
        AsNobody const nobody;
        try {
            save_room(folder / "a.sqlite", test::full_room("new"));
            FAIL("a read-only file was written");
        } catch (Error const& error) {
            CHECK(error.reason().find("a.sqlite cannot be written: it is read-only") !=
                  std::string::npos);
        }
    }
    CHECK(test::bytes_of(folder / "a.sqlite") == before);
}

TEST_CASE("a room in a read-only folder is not opened for edits, and the folder is named") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room());
    fs::permissions(folder / "a.sqlite", fs::perms{0666});
    fs::permissions(folder.path(), enter_all);
    std::string words;
    {
        AsNobody const nobody;
        try {
            EditStore const store(folder / "a.sqlite");
        } catch (Error const& error) {
            words = words_of(error);
        }
    }
    CHECK(words ==
          (folder / "a.sqlite").string() + " cannot be written: it or its folder is read-only.");
}

TEST_CASE("saving a new room into a read-only folder fails and leaves nothing") {
    ScratchFolder const folder;
    fs::permissions(folder.path(), enter_all);
    {
        AsNobody const nobody;
        CHECK_THROWS_AS(save_room(folder / "a.sqlite", test::full_room()), Error);
    }
    CHECK(folder.names().empty());
}

TEST_CASE("a file that may not be read is refused with a sentence") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::full_room());
    fs::permissions(folder / "a.sqlite", fs::perms::none);
    AsNobody const nobody;
    CHECK_THROWS_AS(load_room(folder / "a.sqlite"), StoreRefused);
}

TEST_CASE("unfinished changes beside a file in a read-only folder are not passed over in silence") {
    ScratchFolder const folder;
    ScratchFolder const other;
    save_room(folder / "a.sqlite", test::full_room());
    Database open(folder / "a.sqlite", OpenMode::ReadWrite);
    open.execute("UPDATE room SET title = 'changed'");
    fs::copy_file(folder / "a.sqlite", other / "a.sqlite");
    fs::copy_file(folder / "a.sqlite-wal", other / "a.sqlite-wal");
    fs::permissions(other.path(), enter_all);
    AsNobody const nobody;
    std::string sentence;
    try {
        load_room(other / "a.sqlite");
    } catch (StoreRefused const& refused) {
        sentence = refused.what();
    }
    CAPTURE(sentence);
    CHECK(sentence.find("make the folder writable") != std::string::npos);
}
