// Two programs at one room at the same time: what either was answered stays, whoever is faster.
#include <algorithm>
#include <doctest/doctest.h>
#include <thread>

#include "program.hpp"
#include "storage/room_store.hpp"

using test::demo_room;
using test::Run;
using test::run_program;
using test::ScratchFolder;
using test::written;

namespace {

std::string script_of_adds(std::string const& prefix, std::size_t count) {
    std::string script;
    for (std::size_t i = 0; i < count; ++i)
        script += R"({"edit":"add","node":")" + prefix + std::to_string(i) +
                  R"(","journey":"J3","step":"c1","lane":"backstage","text":"one of many"})" + "\n";
    return script;
}

std::size_t nodes_of(std::string const& file, std::string const& prefix) {
    std::size_t count = 0;
    for (model::BlueprintNode const& node : storage::load_room(file).blueprint_nodes)
        count += node.key.starts_with(prefix) ? 1U : 0U;
    return count;
}

std::size_t lines_of(std::string const& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string table_of(ScratchFolder const& folder, std::string const& room) {
    std::string table = folder / "J2.csv";
    REQUIRE(
        run_program({"export", "--db", room, "--journey", "J2", "--matrix", "wide", "--to", table})
            .exit_code == 0);
    return table;
}

}  // namespace

TEST_CASE("edits that were answered stay while tables are imported beside them") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const table = table_of(folder, room);
    constexpr std::size_t edits = 400;
    std::string const script = written(folder, "script.jsonl", script_of_adds("q", edits));
    Run edited;
    std::thread other([&] { edited = run_program({"edit", script, "--db", room}); });
    std::size_t imported = 0;
    for (std::string const key : {"NA", "NB", "NC", "ND", "NE", "NF"})
        imported +=
            run_program({"matrix", table, "--db", room, "--journey", key}).exit_code == 0 ? 1U : 0U;
    other.join();
    CAPTURE(edited.err);
    CHECK(edited.exit_code == 0);
    CHECK(lines_of(edited.out) == edits);
    CHECK(nodes_of(room, "q") == edits);
    CHECK(imported == 6U);
    model::Room const now = storage::load_room(room);
    for (std::string const key : {"NA", "NB", "NC", "ND", "NE", "NF"})
        CHECK(model::find_journey(now, key));
}

TEST_CASE("two scripts at once both come to their end") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const first = written(folder, "a.jsonl", script_of_adds("from-a-", 150));
    std::string const second = written(folder, "b.jsonl", script_of_adds("from-b-", 150));
    Run one;
    std::thread other([&] { one = run_program({"edit", first, "--db", room}); });
    Run const two = run_program({"edit", second, "--db", room});
    other.join();
    CAPTURE(one.err);
    CAPTURE(two.err);
    CHECK(one.exit_code == 0);
    CHECK(two.exit_code == 0);
    CHECK(nodes_of(room, "from-a-") == 150);
    CHECK(nodes_of(room, "from-b-") == 150);
}

TEST_CASE("a room that was changed since it was read is changed as it is now") {
    ScratchFolder const folder;
    std::string const file = demo_room(folder);
    model::Room const before = storage::load_room(file);
    REQUIRE(
        run_program({"edit", written(folder, "a.jsonl", script_of_adds("late", 1)), "--db", file})
            .exit_code == 0);
    std::size_t held = 0;
    storage::change_room(file, [&](model::Room const& now) {
        held = now.blueprint_nodes.size();
        model::Room changed = now;
        changed.info.title += " anew";
        return changed;
    });
    CHECK(held == before.blueprint_nodes.size() + 1);
    CHECK(nodes_of(file, "late") == 1);
    // What it throws leaves the file as it was.
    model::Room const kept = storage::load_room(file);
    CHECK_THROWS(storage::change_room(
        file, [](model::Room const&) -> model::Room { throw std::runtime_error("no"); }));
    CHECK((storage::load_room(file) == kept));
}
