#include "storage/edit_store.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "faulty_vfs.hpp"
#include "storage/open_store.hpp"
#include "storage/room_store.hpp"
#include "support/random_edits.hpp"

using namespace storage;
using model::HistoryEntry;
using What = model::HistoryEntry::What;
using test::ScratchFolder;

namespace {

constexpr model::EditStamp monday{1'700'000'000'123, model::EditLevel::Staff};

StoredEdit stored(StoreAnswer const& answer) {
    if (auto const* problem = std::get_if<model::EditProblem>(&answer)) FAIL(problem->text);
    return std::get<StoredEdit>(answer);
}

std::string problem_of(StoreAnswer const& answer) {
    auto const* problem = std::get_if<model::EditProblem>(&answer);
    REQUIRE(problem != nullptr);
    return problem->text;
}

model::Edit title(std::string const& node, std::string const& text) {
    return model::RetitleNode{node, text};
}

std::string name_of(LoggedEdit const* edit) {
    return edit == nullptr ? "nothing" : edit->name;
}

}  // namespace

TEST_CASE("edits, undos and redos are in the file as they are answered, also after reopening") {
    for (std::size_t seed = 0; seed < 4; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        ScratchFolder const folder;
        auto const file = folder / "a.sqlite";
        model::Room room = test::blueprint_room();
        save_room(file, room);
        std::optional<EditStore> store;
        store.emplace(file);
        std::int64_t entries = 0;
        for (int i = 0; i < 400; ++i) {
            if (dice.below(40) == 0) store.emplace(file);
            std::size_t const choice = dice.below(10);
            StoreAnswer const answer =
                choice < 2   ? store->undo(monday)
                : choice < 3 ? store->redo(monday)
                             : store->apply(test::EditDice(room, dice).edit(), monday);
            auto const* done = std::get_if<StoredEdit>(&answer);
            if (done == nullptr) continue;
            REQUIRE(std::holds_alternative<model::AppliedEdit>(model::apply(room, done->change)));
            CHECK(done->entry.sequence == ++entries);
            if (i % 20 == 0) CHECK((load_room(file) == room));
        }
        CHECK((load_room(file) == room));
        CHECK(load_history(file).size() == static_cast<std::size_t>(entries));
        // All the way back, over every reopening.
        store.emplace(file);
        while (store->next_undo() != nullptr)
            stored(store->undo(monday));
        CHECK((load_room(file) == test::blueprint_room()));
        CHECK(problem_of(store->undo(monday)) == "there is nothing to undo");
    }
}

TEST_CASE("the history tells what was done, when, by whom, and what was taken back") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    save_room(file, test::blueprint_room());
    EditStore store(file);
    stored(store.apply(title("n1", "First"), monday));
    stored(store.apply(model::RemoveNode{"n4"}, monday));
    CHECK(name_of(store.next_undo()) == "remove");
    stored(store.undo(monday));
    CHECK(name_of(store.next_undo()) == "retitle");
    CHECK(name_of(store.next_redo()) == "remove");
    stored(store.redo(monday));
    CHECK(name_of(store.next_redo()) == "nothing");
    CHECK(problem_of(store.redo(monday)) == "there is nothing to redo");
    CHECK(problem_of(store.apply(title("n4", "Gone"), monday)) ==
          "the room has no blueprint node \"n4\"");
    std::vector<HistoryEntry> const history = load_history(file);
    REQUIRE(history.size() == 4);
    CHECK((history[0] ==
           HistoryEntry{What::Edited, 1, monday.at_ms, monday.level, {}, title("n1", "First")}));
    CHECK((history[1].edit == model::Edit(model::RemoveNode{"n4"})));
    CHECK((history[2] == HistoryEntry{What::Undone, 3, monday.at_ms, monday.level, 2, {}}));
    CHECK((history[3] == HistoryEntry{What::Redone, 4, monday.at_ms, monday.level, 2, {}}));
}

TEST_CASE("a new edit ends what could be done again") {
    ScratchFolder const folder;
    save_room(folder / "a.sqlite", test::blueprint_room());
    EditStore store(folder / "a.sqlite");
    stored(store.apply(title("n1", "First"), monday));
    stored(store.undo(monday));
    stored(store.apply(title("n2", "Second"), monday));
    CHECK(store.next_redo() == nullptr);
    CHECK(EditStore(folder / "a.sqlite").next_redo() == nullptr);
}

TEST_CASE("a pack that replaces the content leaves the history, and no edit is undone across it") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    model::Room const room = test::blueprint_room();
    save_room(file, room);
    save_room(file, room, 5);  // nothing to say: there is no history yet
    {
        EditStore store(file);
        stored(store.apply(title("n1", "First"), monday));
    }
    save_room(file, room, 6);
    save_room(file, room, 7);
    CHECK((load_room(file) == room));
    std::vector<HistoryEntry> const history = load_history(file);
    REQUIRE(history.size() == 2);
    CHECK((history[1] == HistoryEntry{What::Imported, 2, 6, model::EditLevel::Staff, {}, {}}));
    EditStore store(file);
    CHECK(store.next_undo() == nullptr);
    CHECK(problem_of(store.undo(monday)) ==
          "there is nothing to undo since the import of 1970-01-01");
    CHECK(stored(store.apply(title("n1", "Again"), monday)).entry.sequence == 3);
    // A program that has the file open finds out about the next one.
    save_room(file, load_room(file), 1'790'000'000'000);
    CHECK(problem_of(store.undo(monday)) ==
          "there is nothing to undo since the import of 2026-09-21");
}

TEST_CASE("blank words are not taken, but a room that holds some is edited and undone") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    model::Room room = test::blueprint_room();
    room.blueprint_nodes[2].text = " ";
    save_room(file, room);
    EditStore store(file);
    for (char const* blank : {"  ", "\n", "\u200B", "\u00A0", "\t\u3000 "}) {
        CAPTURE(blank);
        CHECK(problem_of(store.apply(title("n1", blank), monday)) ==
              "the text is blank; say what happens there");
        model::AddNode const add{
            .node = "x", .journey = "J1", .step = "step1", .text = blank, .links = {}};
        CHECK(problem_of(store.apply(add, monday)) == "the text is blank; say what happens there");
    }
    stored(store.apply(title("n1", "\u00A0a "), monday));
    stored(store.apply(title("n2", "Seen"), monday));
    stored(store.apply(model::RemoveNode{"n2"}, monday));
    for (int i = 0; i < 3; ++i)
        stored(store.undo(monday));
    CHECK((load_room(file) == room));
}

TEST_CASE("a fail point that is marked as it is changes nothing, also in the history") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    save_room(file, test::blueprint_room());
    EditStore store(file);
    CHECK(problem_of(store.apply(model::MarkFailPoint{"n1", {}}, monday)) ==
          "\"n1\" does not say it anyway");
    stored(store.apply(model::MarkFailPoint{"n1", true}, monday));
    CHECK(problem_of(store.apply(model::MarkFailPoint{"n1", true}, monday)) ==
          "\"n1\" is a fail point already");
    stored(store.apply(model::MarkFailPoint{"n1", false}, monday));
    CHECK(problem_of(store.apply(model::MarkFailPoint{"n1", false}, monday)) ==
          "\"n1\" is said to be none already");
    CHECK(load_history(file).size() == 2);
}

TEST_CASE("rows that come between others leave those alone until there is no room between them") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    model::Room room = test::blueprint_room();
    save_room(file, room);
    EditStore store(file);
    for (int i = 0; i < 40; ++i) {
        model::AddNode const add{.node = "x" + std::to_string(i),
                                 .journey = "J1",
                                 .step = "step1",
                                 .text = "Between",
                                 .place = 1,
                                 .links = {{"x" + std::to_string(i), "n0", {}, 1}}};
        model::apply(room, stored(store.apply(add, monday)).change);
    }
    CHECK((load_room(file) == room));
    for (int i = 0; i < 40; ++i)
        stored(store.undo(monday));
    CHECK((load_room(file) == test::blueprint_room()));
}

TEST_CASE("what another program writes meanwhile is kept, and another blueprint ends the editing") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    save_room(file, test::blueprint_room());
    EditStore store(file);
    write_store(file, all_migrations(), [](Database& database) {
        database.execute("UPDATE touchpoints SET title = title");
    });
    stored(store.apply(title("n1", "First"), monday));
    EditStore other(file);
    stored(other.apply(title("n2", "Second"), monday));
    for (int i = 0; i < 2; ++i) {
        CHECK_THROWS_WITH_AS(store.apply(title("n3", "Third"), monday),
                             doctest::Contains("changed by another program"), StoreRefused);
    }
    CHECK(load_room(file).blueprint_nodes[3].text == "Node 3");
}

TEST_CASE("when the disk fails in an edit, all of it is there or nothing, and editing goes on") {
    ScratchFolder const original;
    save_room(original / "a.sqlite", test::blueprint_room());
    test::FaultyVfs vfs;
    std::vector<int> codes{SQLITE_FULL};
    if (test::full_test_run()) codes.push_back(SQLITE_IOERR);
    for (int const code : codes) {
        bool fired = true;
        int refused = 0;
        for (int n = 1; fired; ++n) {
            CAPTURE(n);
            ScratchFolder const folder;
            auto const file = folder / "a.sqlite";
            test::fs::copy_file(original / "a.sqlite", file);
            model::Room room = test::blueprint_room();
            EditStore store(file);
            stored(store.apply(title("n1", "First"), monday));
            vfs.arm({n, code, test::Lasting::Once});
            bool answered = false;
            try {
                stored(store.apply(model::RemoveNode{"n4"}, monday));
                answered = true;
            } catch (Error const& error) {
                ++refused;
                bool const full = error.reason().ends_with("no space left on the disk");
                CHECK(full == (code == SQLITE_FULL));
            }
            fired = vfs.fired();
            vfs.disarm();
            model::apply(room, title("n1", "First"));
            if (answered) model::apply(room, model::RemoveNode{"n4"});
            CHECK((load_room(file) == room));
            model::apply(room, stored(store.apply(title("n5", "Last"), monday)).change);
            CHECK((load_room(file) == room));
        }
        CHECK(refused > 0);
    }
}

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
