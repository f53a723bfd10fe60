// The file of an edit store: what may become of it while it is open, and that nothing answered is
// lost and no other room harmed.
#include <doctest/doctest.h>

#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"
#include "store_edits.hpp"
#include "support/random_edits.hpp"

using namespace storage;
using test::monday;
using test::ScratchFolder;
using test::stored;
using test::title;

TEST_CASE("a room that may not be written is not opened for edits, and told in plain words") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    save_room(file, test::blueprint_room());
    test::fs::permissions(file, test::fs::perms{0444});
    test::fs::permissions(folder.path(), test::fs::perms::all);
    test::AsNobody const nobody;
    std::string words;
    try {
        EditStore const store(file);
    } catch (Error const& error) {
        words = words_of(error);
    }
    CHECK(words == file.string() + " cannot be written: it is read-only.");
}

TEST_CASE("an edit is refused when the room's file is gone, replaced or cut off") {
    struct Loss {
        char const* says;
        void (*happens)(ScratchFolder const&);
    };
    for (Loss const& loss : {
             Loss{"a.sqlite was deleted or moved away while it was open; the edit is not kept.",
                  [](ScratchFolder const& folder) { test::fs::remove(folder / "a.sqlite"); }},
             Loss{"a.sqlite was replaced by another file while it was open",
                  [](ScratchFolder const& folder) {
                      test::fs::rename(folder / "b.sqlite", folder / "a.sqlite");
                  }},
             Loss{"a.sqlite was cut off while it was open",
                  [](ScratchFolder const& folder) { test::write_bytes(folder / "a.sqlite", {}); }},
             Loss{"a.sqlite-wal was deleted or moved away",
                  [](ScratchFolder const& folder) { test::fs::remove(folder / "a.sqlite-wal"); }},
         }) {
        CAPTURE(loss.says);
        for (bool const first : {true, false}) {
            ScratchFolder const folder;
            save_room(folder / "a.sqlite", test::blueprint_room());
            save_room(folder / "b.sqlite", test::blueprint_room());
            EditStore store(folder / "a.sqlite");
            if (!first) stored(store.apply(title("n1", "First"), monday));
            loss.happens(folder);
            for (int i = 0; i < 2; ++i) {
                CHECK_THROWS_WITH_AS(store.apply(title("n2", "Second"), monday),
                                     doctest::Contains(loss.says), FileLost);
                CHECK_THROWS_AS(store.undo(monday), FileLost);
            }
        }
    }
}

TEST_CASE("a room that another is copied over is not edited any more, and the other stays whole") {
    for (std::size_t edits_before : {0U, 1U, 50U}) {
        for (std::size_t edits_after : {0U, 1U, 2U}) {
            CAPTURE(edits_before);
            CAPTURE(edits_after);
            ScratchFolder const folder;
            model::Room other = test::blueprint_room();
            other.info.title = "Other";
            save_room(folder / "a.sqlite", test::blueprint_room());
            save_room(folder / "b.sqlite", other);
            {
                EditStore store(folder / "a.sqlite");
                for (std::size_t i = 0; i < edits_before; ++i)
                    stored(store.apply(title("n1", std::to_string(i)), monday));
                test::write_bytes(folder / "a.sqlite", test::bytes_of(folder / "b.sqlite"));
                for (std::size_t i = 0; i < edits_after; ++i) {
                    CHECK_THROWS_WITH_AS(
                        store.apply(title("n2", "Second"), monday),
                        doctest::Contains("a.sqlite was overwritten by another program while it "
                                          "was open; the edit is not kept."),
                        FileLost);
                }
                // Others see the new room at once.
                if (edits_after > 0) CHECK((load_room(folder / "a.sqlite") == other));
            }
            CHECK((load_room(folder / "a.sqlite") == other));
            CHECK(test::bytes_of(folder / "a.sqlite") == test::bytes_of(folder / "b.sqlite"));
            stored(EditStore(folder / "a.sqlite").apply(title("n2", "Second"), monday));
        }
    }
}

TEST_CASE("a room that is moved away or makes way for another keeps all that was answered") {
    for (bool const replaced : {false, true}) {
        for (bool const own_log : {false, true}) {
            for (bool const asked_again : {false, true}) {
                CAPTURE(replaced);
                CAPTURE(own_log);
                CAPTURE(asked_again);
                ScratchFolder const folder;
                model::Room other = test::blueprint_room();
                other.info.title = "Other";
                model::Room edited = test::blueprint_room();
                save_room(folder / "a.sqlite", edited);
                save_room(folder / "b.sqlite", other);
                // The other room is being edited, too, and not yet in its own file.
                std::optional<EditStore> beside;
                if (own_log) {
                    beside.emplace(folder / "b.sqlite");
                    model::apply(other, stored(beside->apply(title("n3", "Else"), monday)).change);
                }
                {
                    EditStore store(folder / "a.sqlite");
                    model::apply(edited, stored(store.apply(title("n1", "First"), monday)).change);
                    test::fs::rename(folder / "a.sqlite", folder / "old.sqlite");
                    if (replaced) test::fs::copy(folder / "b.sqlite", folder / "a.sqlite");
                    if (replaced && own_log)
                        test::fs::copy(folder / "b.sqlite-wal", folder / "a.sqlite-wal",
                                       test::fs::copy_options::overwrite_existing);
                    if (asked_again)
                        CHECK_THROWS_AS(store.apply(title("n2", "Second"), monday), FileLost);
                }
                if (replaced) CHECK((load_room(folder / "a.sqlite") == other));
                if (!replaced || !own_log) CHECK((load_room(folder / "old.sqlite") == edited));
                // Nothing is in the way of a new room.
                if (!replaced) save_room(folder / "a.sqlite", other);
            }
        }
    }
}

TEST_CASE("what another program copies from the log into the file is not taken for another room") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    save_room(file, test::blueprint_room());
    EditStore store(file);
    for (char const* how : {"PASSIVE", "FULL", "RESTART", "TRUNCATE"}) {
        stored(store.apply(title("n1", how), monday));
        Database other(file, OpenMode::ReadWrite);
        query_integer(other, "PRAGMA wal_checkpoint(" + std::string(how) + ")");
        stored(store.apply(title("n2", how), monday));
    }
    CHECK(load_history(file).size() == 8);
}

TEST_CASE("a room that is opened through a link is edited, and missed when the link leads away") {
    ScratchFolder const folder;
    test::fs::create_directory(folder / "rooms");
    save_room(folder / "rooms/a.sqlite", test::blueprint_room());
    save_room(folder / "rooms/b.sqlite", test::blueprint_room());
    test::fs::create_symlink("rooms/a.sqlite", folder / "link.sqlite");
    EditStore store(folder / "link.sqlite");
    stored(store.apply(title("n1", "First"), monday));
    test::fs::remove(folder / "link.sqlite");
    test::fs::create_symlink("rooms/b.sqlite", folder / "link.sqlite");
    CHECK_THROWS_AS(store.apply(title("n2", "Second"), monday), FileLost);
}

TEST_CASE("a missing or foreign file is not opened for edits, and none is made") {
    ScratchFolder const folder;
    CHECK_THROWS_AS(EditStore(folder / "none.sqlite"), StoreRefused);
    test::write_bytes(folder / "text.sqlite", {'a', 'b'});
    CHECK_THROWS_AS(EditStore(folder / "text.sqlite"), StoreRefused);
    CHECK(folder.names() == std::vector<std::string>{"text.sqlite"});
}
