// Another program changes the room's file while a wall shows it: the wall takes it over by itself
// and then shows what a wall that is opened on the file shows.
#include <algorithm>
#include <doctest/doctest.h>

#include "metrics/cause_chain.hpp"
#include "program.hpp"
#include "running_wall.hpp"
#include "seen_wall.hpp"
#include "storage/room_store.hpp"
#include "storage/sqlite.hpp"

using shell_test::check_as_fresh;
using shell_test::edit_from_outside;
using shell_test::light;
using shell_test::lit_keys;
using shell_test::on_the_floor;
using shell_test::reorder_from_outside;
using shell_test::Running;
using shell_test::says;
using shell_test::Who;
using test::run_program;
using test::ScratchFolder;

TEST_CASE("a blueprint that another program changed is on the wall as on one that is opened now") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    for (Who const who : {Who::Staff, Who::Visitor}) {
        Running running(file, who);
        on_the_floor(running);
        light(running, "crm");
        auto const lit = lit_keys(running);
        REQUIRE_FALSE(lit.empty());
        scene::Camera const stood = running.session.state().view.camera;
        CHECK_FALSE(running.wait());

        model::Room const& room = running.wall.room();
        model::BlueprintNode const& first = room.blueprint_nodes.front();
        std::string const text = first.text + " anew";
        edit_from_outside(file,
                          {model::RetitleNode{first.key, text},
                           model::AddNode{.node = who == Who::Staff ? "from-outside" : "once-more",
                                          .journey = room.at(first.journey).key,
                                          .step = room.at(first.step).key,
                                          .lane = first.lane,
                                          .text = "From outside",
                                          .place = 0,
                                          .links = {}}});
        CHECK(running.wait());
        CHECK((running.wall.room() == storage::load_room(file)));
        CHECK(lit_keys(running) == lit);
        CHECK(running.session.state().view.curtain == 1);
        CHECK(running.session.state().view.camera == stood);
        check_as_fresh(running);
        CHECK(says(running.status(), "Another program changed this room") == (who == Who::Staff));
        // One tap, and it is gone.
        running.obey(app::TapAt{{960, 5}});
        CHECK(running.status().empty());
        CHECK_FALSE(running.wait());

        reorder_from_outside(file);
        CHECK(running.wait());
        CHECK(lit_keys(running) == lit);
        check_as_fresh(running);
    }
}

TEST_CASE("a lit chain whose node is gone is put away, and the wall says so, to visitors as well") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    for (Who const who : {Who::Staff, Who::Visitor}) {
        Running running(file, who);
        on_the_floor(running);
        std::string const node = who == Who::Staff ? "scheduler" : "van-stock";
        light(running, node);
        REQUIRE(lit_keys(running) == std::vector<std::string>{node});
        edit_from_outside(file, {model::RemoveNode{node}});
        CHECK(running.wait());
        CHECK(lit_keys(running).empty());
        CHECK(says(running.status(), "No longer in the room, so put away: the lit chain."));
        check_as_fresh(running);
        running.obey(app::TapAt{{960, 5}});
        CHECK(running.status().empty());
    }
}

TEST_CASE("a lens stays as long as somebody is seen through it") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Visitor);
    on_the_floor(running);
    running.obey(app::SetLens{*scene::parse_lens("role:Parts")});
    reorder_from_outside(file);
    CHECK(running.wait());
    CHECK(says(running.told(), "\"lens\":\"role:Parts\""));
    CHECK(running.status().empty());
    check_as_fresh(running);
    model::Room room = storage::load_room(file);
    for (model::BlueprintNode& node : room.blueprint_nodes) {
        if (node.team == "Parts") node.team = "Stores";
    }
    storage::save_room(file, room, 1'700'000'000'001);
    CHECK(running.wait());
    CHECK(says(running.told(), "\"lens\":null"));
    CHECK(running.status() == "No longer in the room, so put away: the lens.");
    check_as_fresh(running);
}

TEST_CASE("a journey whose blueprint is taken away keeps its place on the wall without its floor") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    on_the_floor(running);
    light(running, "crm");
    model::Room room = storage::load_room(file);
    room.blueprint_links.clear();
    room.blueprint_nodes.clear();
    storage::save_room(file, room, 1'700'000'000'000);
    CHECK(running.wait());
    CHECK(lit_keys(running).empty());
    CHECK(says(running.told(), "\"journey\":\"J2\""));
    check_as_fresh(running);
}

TEST_CASE("what stands in another order or is gone in a new pack is found by its key or put away") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    test::fs::copy(shell_test::demo(), folder / "pack", test::fs::copy_options::recursive);
    Running running(file, Who::Staff);
    on_the_floor(running);
    model::Room const& room = running.wall.room();
    running.obey(app::SetPersona{model::PersonaId(0)});
    running.obey(app::SetOverlay{scene::Overlay::Emotion});
    running.obey(app::OpenTouchpoint{model::find_touchpoint(room, "T38"), std::nullopt});
    running.obey(app::ShowEvidence{*scene::parse_evidence(room, "T38")});
    running.obey(app::Define{*scene::parse_figure(room, "kept:T40"), std::nullopt});
    running.obey(app::Light{metrics::failure_named(room, "crm"), false});
    auto const told_of_view = [&running] {
        std::string const told = running.told();
        return told.substr(0, told.find(",\"undo\""));
    };
    std::string const told = told_of_view();
    // Every list the other way round, under the same head.
    for (std::string const name : {"touchpoints.csv", "personas.csv", "components.csv",
                                   "placements.csv", "blueprint_nodes.csv", "stages.csv"}) {
        std::string const text = test::text_in(folder / ("pack/" + name));
        std::size_t const head = text.find('\n') + 1;
        std::vector<std::string> rows;
        for (std::size_t at = head, end = 0; at < text.size(); at = end + 1) {
            end = std::min(text.find('\n', at), text.size());
            rows.push_back(text.substr(at, end - at));
        }
        std::string turned = text.substr(0, head);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row)
            turned += *row + '\n';
        test::written(folder, "pack/" + name, turned);
    }
    auto const import = run_program({"import", folder / "pack", "--db", file});
    REQUIRE_MESSAGE(import.exit_code == 0, import.err);
    CHECK(running.wait());
    CHECK_FALSE((running.wall.room().touchpoints.front().key == "T01"));
    CHECK(told_of_view() == told);
    CHECK_FALSE(says(running.status(), "put away"));
    check_as_fresh(running);
}

TEST_CASE("nothing is taken over while a finger, a flight or an open edit would feel it") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    on_the_floor(running);
    edit_from_outside(file, {model::RetitleNode{"crm", "Other words"}});
    running.session.handle({1, app::Phase::Begin, {900, 500}, running.now_ms += 1, 0});
    CHECK_FALSE(running.wait());
    running.session.handle({1, app::Phase::Move, {700, 500}, running.now_ms += 1, 0});
    running.session.handle({1, app::Phase::End, {700, 500}, running.now_ms += 900, 0});
    CHECK(running.wait());
    check_as_fresh(running);
}
TEST_CASE("the same room in another file that takes the place of the wall's is taken over") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    for (bool const renamed : {true, false}) {
        CAPTURE(renamed);
        for (Who const who : {Who::Staff, Who::Visitor}) {
            model::Room other = storage::load_room(file);
            Running running(file, who);
            on_the_floor(running);
            other.blueprint_nodes.front().text += "!";
            test::fs::remove(folder / "other.sqlite");
            storage::save_room(folder / "other.sqlite", other);
            if (renamed) {
                test::fs::rename(folder / "other.sqlite", file);
            } else {
                test::write_bytes(file, test::bytes_of(folder / "other.sqlite"));
            }
            CHECK(running.wait());
            CHECK((running.wall.room() == other));
            check_as_fresh(running);
            if (who == Who::Visitor) continue;
            std::string const words = renamed ? "Ours" : "Ours again";
            running.obey(app::EditBlueprint{model::RetitleNode{"crm", words}});
            CHECK(running.status().empty());
            CHECK((storage::load_room(file) == running.wall.room()));
        }
    }
}

TEST_CASE("another company's room, a broken file or none leave the wall as it is") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    for (Who const who : {Who::Staff, Who::Visitor}) {
        model::Room other = storage::load_room(file);
        model::Room const shown = other;
        other.info.key = "another";
        other.info.title = "Another room";
        test::fs::remove(folder / "other.sqlite");
        storage::save_room(folder / "other.sqlite", other);
        Running running(file, who);
        test::Bytes const good = test::bytes_of(file);
        for (std::string const what : {"another", "broken", "none"}) {
            CAPTURE(what);
            test::fs::remove(file);
            if (what == "another") test::write_bytes(file, test::bytes_of(folder / "other.sqlite"));
            if (what == "broken") test::write_bytes(file, test::Bytes(5000, 'x'));
            CHECK_FALSE(running.wait());
            CHECK((running.wall.room() == shown));
        }
        if (who == Who::Staff) {
            test::write_bytes(file, test::bytes_of(folder / "other.sqlite"));
            running.obey(app::EditBlueprint{model::RemoveNode{"crm"}});
            CAPTURE(running.status());
            CHECK(running.status().ends_with(
                "The file no longer holds what the wall shows: start the wall again."));
            CHECK_FALSE(running.follower.follow(running.now_ms));
        }
        for (char const* beside : {"-wal", "-shm", "-wal.overwritten"})
            test::fs::remove(file + beside);
        test::write_bytes(file, good);
    }
}

TEST_CASE("a file that somebody has to himself is looked at again when he lets go") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    Running running(file, Who::Staff);
    on_the_floor(running);
    CHECK_FALSE(running.wait());
    model::Room other = running.wall.room();
    other.blueprint_nodes.front().text += " anew";
    std::string const copy = folder / "copy.sqlite";
    storage::save_room(copy, other);
    storage::Database holder(copy, storage::OpenMode::ReadWrite);
    holder.execute("PRAGMA journal_mode = DELETE");
    holder.execute("BEGIN EXCLUSIVE");
    std::filesystem::rename(copy, file);
    CHECK_FALSE(running.wait());
    CHECK_FALSE(running.wait());
    holder.execute("ROLLBACK");
    CHECK(running.wait());
    CHECK(running.wall.room().blueprint_nodes.front().text == other.blueprint_nodes.front().text);
}

TEST_CASE("who comes back later is told that the file is in use") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    storage::Database holder(file, storage::OpenMode::ReadWrite);
    holder.execute("PRAGMA locking_mode = EXCLUSIVE");
    holder.execute("CREATE TABLE passing (a)");
    holder.execute("DROP TABLE passing");
    CHECK_THROWS_AS(storage::load_room(file, storage::Patience::ComesBack), storage::StoreBusy);
}
