// Editing at the wall: replayed commands reach the file only with staff, and the wall shows what
// the file holds.
#include <doctest/doctest.h>

#include "program.hpp"
#include "seen_wall.hpp"
#include "shell/editor.hpp"
#include "storage/room_store.hpp"

using test::Run;
using test::run_program;
using test::ScratchFolder;

namespace {

Run replay(ScratchFolder const& folder, std::string const& lines, std::vector<std::string> more) {
    test::write_bytes(folder / "r.jsonl", test::Bytes(lines.begin(), lines.end()));
    std::vector<std::string> arguments{"replay", folder / "r.jsonl", "--db", folder / "room.sqlite",
                                       "--size", "1280x720"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

std::string const edits =
    "{\"t_ms\":0,\"command\":\"edit\",\"edit\":\"retitle\",\"node\":\"van-stock\",\"text\":"
    "\"Stock\"}\n"
    "{\"t_ms\":1,\"command\":\"edit\",\"edit\":\"remove\",\"node\":\"crm\"}\n"
    "{\"t_ms\":2,\"command\":\"undo\"}\n";

}  // namespace

TEST_CASE("a replay edits the room only with staff") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    model::Room const before = storage::load_room(file);
    Run const visitor = replay(folder, edits, {});
    CHECK(visitor.exit_code == 0);
    CHECK(visitor.out.find("\"status\":\"Only staff can edit: start with --staff.\"") !=
          std::string::npos);
    CHECK((storage::load_room(file) == before));
    Run const staff = replay(folder, edits, {"--staff"});
    CHECK(staff.exit_code == 0);
    CHECK(staff.out.find("\"undo\":\"retitle\",\"redo\":\"remove\"") != std::string::npos);
    CHECK(staff.out.find("\"status\"") == std::string::npos);
    model::Room expected = before;
    model::apply(expected, model::RetitleNode{"van-stock", "Stock"});
    CHECK((storage::load_room(file) == expected));
    CHECK(storage::load_history(file).size() == 3);
    // Undo goes on where an earlier session ended.
    Run const undo = replay(folder, "{\"t_ms\":0,\"command\":\"undo\"}\n", {"--staff"});
    CHECK(undo.out.find("\"undo\":null,\"redo\":\"retitle\"") != std::string::npos);
    CHECK((storage::load_room(file) == before));
}

TEST_CASE("a replayed edit that is wrong says where, and one that cannot be says why on the wall") {
    ScratchFolder const folder;
    demo_room(folder);
    Run const wrong = replay(
        folder, "{\"t_ms\":0,\"command\":\"edit\",\"edit\":\"retitle\",\"node\":\"crm\"}\n", {});
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.err.find("r.jsonl:1:1: \"text\" is missing; it must be a text") !=
          std::string::npos);
    Run const unknown = replay(
        folder, "{\"t_ms\":0,\"command\":\"edit\",\"edit\":\"remove\",\"node\":\"nobody\"}\n",
        {"--staff"});
    CHECK(unknown.out.find("\"status\":\"The room has no blueprint node \\\"nobody\\\".\"") !=
          std::string::npos);
}

TEST_CASE("what cannot be stored is not shown, and the wall says so") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    shell::Wall wall(storage::load_room(file), shell_test::files());
    app::StartOptions options;
    options.size = {1920, 1080};
    options.staff = true;
    app::Session session(wall.world(), options);
    shell::Editor editor(file, wall);
    shell::attach(editor, session);
    session.obey(app::EditBlueprint{model::RemoveNode{"crm"}}, 1);
    CHECK((wall.room() == storage::load_room(file)));
    CHECK(session.state().view.editing.undo == "remove");
    {
        storage::EditStore other(file);
        other.apply(model::RemoveNode{"scheduler"}, {});
    }
    model::Room const shown = wall.room();
    session.obey(app::EditBlueprint{model::RemoveNode{"supplier"}}, 2);
    CHECK((wall.room() == shown));
    CHECK(session.state().view.status.find("Not saved, nothing was changed: ") == 0);
    CHECK(session.state().view.status.find("changed by another program") != std::string::npos);
    CHECK_THROWS_AS(shell::Editor(file, wall), storage::StoreRefused);
}

TEST_CASE("the wall does not show an edit of a room whose file is gone") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    shell::Wall wall(storage::load_room(file), shell_test::files());
    shell::Editor editor(file, wall);
    model::Room const shown = wall.room();
    test::fs::remove(file);
    app::EditAnswer const answer = editor.answer(model::Edit(model::RemoveNode{"crm"}));
    CHECK(answer.fate == app::EditFate::Refused);
    CHECK(answer.why == "Not saved, nothing was changed: " + file +
                            " was deleted or moved away while it was open; the edit is not kept.");
    CHECK((wall.room() == shown));
}

TEST_CASE("a room whose file was overwritten with the same room is open again at the next press") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    test::Bytes const as_it_was = test::bytes_of(file);
    shell::Wall wall(storage::load_room(file), shell_test::files());
    {
        shell::Editor editor(file, wall);
        test::write_bytes(file, as_it_was);
        app::EditAnswer const lost = editor.answer(model::Edit(model::RemoveNode{"crm"}));
        CHECK(lost.fate == app::EditFate::Refused);
        CHECK(lost.why.ends_with("the edit is not kept. The room is open again: press once more."));
        app::EditAnswer const stored = editor.answer(model::Edit(model::RemoveNode{"crm"}));
        CHECK(stored.fate == app::EditFate::Stored);
        CHECK(stored.undo == "remove");
    }
    CHECK((wall.room() == storage::load_room(file)));
}

TEST_CASE("a room that is no longer the wall's is not edited, and the wall says what to do") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    test::Bytes const as_it_was = test::bytes_of(file);
    shell::Wall wall(storage::load_room(file), shell_test::files());
    shell::Editor editor(file, wall);
    CHECK(editor.answer(model::Edit(model::RemoveNode{"crm"})).fate == app::EditFate::Stored);
    test::write_bytes(file, as_it_was);
    std::string const start_again =
        "The file no longer holds what the wall shows: start the wall again.";
    for (std::string const press : {"first", "second"}) {
        CAPTURE(press);
        app::EditAnswer const lost = editor.answer(model::Edit(model::RemoveNode{"supplier"}));
        CHECK(lost.fate == app::EditFate::Refused);
        CHECK(lost.why.ends_with(start_again));
        CHECK(lost.undo.empty());
    }
}

TEST_CASE("what the wall has to say stands apart from the legend, and for staff beside undo") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    shell::Wall wall(storage::load_room(file), shell_test::files());
    std::string const said = "Not saved, nothing was changed: no space left on the disk.";
    for (bool const staff : {false, true}) {
        CAPTURE(staff);
        app::StartOptions options;
        options.size = {1920, 1080};
        options.staff = staff;
        app::Session session(wall.world(), options);
        session.obey(app::Show{"journey:J2"}, 0);
        session.obey(app::SetBackstage{true}, 1);
        session.settle();
        session.set_status(said);
        shell_test::Seen seen;
        seen.state = session.state();
        wall.build(seen.state, seen.list);
        if (!staff) shell_test::check_texts(wall, seen);
        auto const texts = shell_test::texts_of(wall, seen.list);
        auto const note = std::find_if(texts.begin(), texts.end(), [&](auto const& one) {
            return said.starts_with(one.text) && one.text.starts_with("Not saved");
        });
        REQUIRE(note != texts.end());
        CHECK((note->ink.bottom() < wall.chrome(seen.state).map.bottom()) == staff);
        // The next press takes it away.
        if (!staff) continue;
        session.obey(app::TapAt{{960, 5}}, 2);
        CHECK(session.state().view.status.empty());
    }
}
