#include "storage/edit_store.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "faulty_vfs.hpp"
#include "storage/open_store.hpp"
#include "storage/room_store.hpp"
#include "store_edits.hpp"
#include "support/random_edits.hpp"

using namespace storage;
using model::HistoryEntry;
using What = model::HistoryEntry::What;
using test::monday;
using test::problem_of;
using test::ScratchFolder;
using test::stored;
using test::title;

namespace {

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
    for (char const* blank :
         {"  ", "\n", "\u200B", "\u00A0", "\t\u3000 ", "\uFE0F", "\U000E0041\u1160"}) {
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

TEST_CASE("a fail point or a wait set to what it is changes nothing, also in the history") {
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    save_room(file, test::blueprint_room());
    EditStore store(file);
    CHECK(problem_of(store.apply(model::MarkFailPoint{"n1", {}}, monday)) ==
          "whether \"n1\" is a fail point is left open already");
    stored(store.apply(model::MarkFailPoint{"n1", true}, monday));
    CHECK(problem_of(store.apply(model::MarkFailPoint{"n1", true}, monday)) ==
          "\"n1\" is a fail point already");
    stored(store.apply(model::MarkFailPoint{"n1", false}, monday));
    CHECK(problem_of(store.apply(model::MarkFailPoint{"n1", false}, monday)) ==
          "\"n1\" is no fail point already");
    stored(store.apply(model::SetWait{"n1", 20.0}, monday));
    CHECK(problem_of(store.apply(model::SetWait{"n1", 20.0}, monday)) ==
          "\"n1\" has this wait already");
    CHECK(load_history(file).size() == 3);
    stored(store.undo(monday));
    CHECK(problem_of(store.apply(model::SetWait{"n1", {}}, monday)) ==
          "\"n1\" has no wait already");
    CHECK(store.next_redo() != nullptr);  // what changes nothing ends no way forward
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
