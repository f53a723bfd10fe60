#include "exchange/edit_json.hpp"

#include <doctest/doctest.h>

#include "support/random_edits.hpp"

using namespace exchange;

namespace {

// "LINE:COLUMN text" of a line that is no edit.
std::string fault_of(std::string_view line, int number = 7) {
    EditLine const read = read_edit_line(line, number);
    CHECK_FALSE(read.request);
    REQUIRE(read.fault);
    return std::to_string(read.fault->place.line) + ":" + std::to_string(read.fault->place.column) +
           " " + read.fault->text;
}

EditRequest request_of(std::string_view line) {
    EditLine const read = read_edit_line(line, 1);
    if (read.fault) FAIL(read.fault->text);
    return *read.request;
}

}  // namespace

TEST_CASE("the history is a script again: every edit comes back as it was written") {
    for (std::size_t seed = 0; seed < 20; ++seed) {
        test::Dice dice(seed);
        model::Room room = test::blueprint_room();
        for (std::int64_t i = 1; i < 100; ++i) {
            auto const result = model::apply(room, test::EditDice(room, dice).edit());
            auto const* applied = std::get_if<model::AppliedEdit>(&result);
            if (applied == nullptr) continue;
            for (model::Edit const& edit : {applied->done, applied->inverse}) {
                model::HistoryEntry entry;
                entry.sequence = i;
                entry.at_ms = 1'790'000'000'000;
                entry.edit = edit;
                std::string const line = history_line(entry);
                CAPTURE(line);
                CHECK((request_of(line) == EditRequest(edit)));
            }
        }
    }
}

TEST_CASE("a line of the history says when, who and what") {
    using What = model::HistoryEntry::What;
    model::HistoryEntry entry;
    entry.sequence = 7;
    entry.at_ms = 1'790'769'600'250;
    entry.edit = model::RetitleNode{"van-stock", "Stock \"list\""};
    CHECK(history_line(entry) ==
          R"({"sequence":7,"at":"2026-09-30T12:00:00.25Z","level":"staff","edit":"retitle",)"
          R"("node":"van-stock","text":"Stock \"list\""})");
    model::HistoryEntry const undo{What::Undone, 8, {}, model::EditLevel::Staff, 7, {}};
    CHECK(history_line(undo) == R"({"sequence":8,"at":null,"level":"staff","edit":"undo","of":7})");
    CHECK((request_of(history_line(undo)) == EditRequest(UndoEdit{})));
    model::HistoryEntry const import{What::Imported, 9, {}, model::EditLevel::Staff, {}, {}};
    CHECK(fault_of(history_line(import)).find("an import stands here") != std::string::npos);
    CHECK(history_lines({undo, import}) == history_line(undo) + "\n" + history_line(import) + "\n");
}

TEST_CASE("what may be left out is left to the room") {
    CHECK((request_of(R"({"edit":"move","node":"a"})") ==
           EditRequest(model::Edit(model::MoveNode{"a", {}, {}, {}}))));
    CHECK((request_of(R"({"edit":"unlink","from":"a","to":"b"})") ==
           EditRequest(model::Edit(model::UnlinkNodes{"a", "b", {}, {}}))));
    CHECK((request_of(R"({"edit":"unlink","from":"a","to":"b","kind":""})") ==
           EditRequest(model::Edit(model::UnlinkNodes{"a", "b", model::LinkKind::None, {}}))));
    CHECK((request_of(R"({"edit":"wait","node":"a","minutes":null})") ==
           EditRequest(model::Edit(model::SetWait{"a", {}}))));
}

TEST_CASE("a line that is no edit says where and what would be right") {
    CHECK(fault_of(R"([1])") == "7:1 the line is not a JSON object; write one a line");
    CHECK(
        fault_of(R"({"node":"a"})").starts_with("7:1 \"edit\" is missing; it must be one of: add"));
    CHECK(fault_of(R"({"edit":"rename","node":"a"})").starts_with("7:9 \"rename\" is not an edit"));
    CHECK(fault_of(R"({"edit":"retitle","node":"a"})") ==
          "7:1 \"text\" is missing; it must be a text");
    CHECK(fault_of(R"({"edit":"move","node":"a","lane":"cellar"})")
              .starts_with("7:34 \"lane\" is \"cellar\"; it must be one of: evidence"));
    CHECK(fault_of(R"({"edit":"move","node":"a","place":-1})") ==
          "7:35 \"place\" is a number; it must be a whole number, counted from 0");
    CHECK(fault_of(R"({"edit":"move","node":"a","plaice":1})") ==
          "7:27 \"plaice\" means nothing here; the nearest that does is \"place\"");
    CHECK(fault_of(R"({"edit":"wait","node":"a","minuts":20})") ==
          "7:27 \"minuts\" means nothing here; the nearest that does is \"minutes\"");
    CHECK(fault_of(R"({"edit":"wait","nod":"a","minutes":20})") ==
          "7:16 \"nod\" means nothing here; the nearest that does is \"node\"");
    CHECK(fault_of(R"({"edit":"wait","node":"a","minutes":20,"colour":"red"})") ==
          "7:40 \"colour\" means nothing here; what does is \"node\", \"minutes\"; correct its "
          "name or "
          "take it out");
    CHECK(fault_of(R"({"edit":"add","node":"a","journey":"J","step":"s","lane":"policy",)"
                   R"("text":"t","wait":3})") ==
          "7:78 \"wait\" means nothing here; the nearest that does is \"wait_minutes\"");
    CHECK(fault_of(R"({"edit":"undo","node":"a"})") ==
          "7:16 \"node\" means nothing here; take it out");
    CHECK(fault_of(R"({"edti":"wait","node":"a","minutes":20})")
              .starts_with(
                  "7:2 \"edti\" means nothing here; write \"edit\", and behind it one of: "));
    CHECK(fault_of(R"({"edit":"fail-point","node":"a"})") ==
          "7:1 \"on\" is missing; null takes it away");
    CHECK(fault_of(R"({"edit":"remove","node":7})") ==
          "7:25 \"node\" is a number; it must be a text");
    CHECK(
        fault_of(R"({"edit":"add","node":"a","journey":"J","step":"s","lane":"policy","text":"t",)"
                 R"("links":[{"from":"a"}]})") == "7:87 \"to\" is missing; it must be a text");
    CHECK(fault_of(R"({"edit":)").starts_with("7:9 not valid JSON"));
}

TEST_CASE("what is found wrong later is placed where the member stands") {
    EditLine const line = read_edit_line(R"({"edit":"retitle","node":"Störung","text":"x"})", 3);
    CHECK((line.places.of("text") == Place{3, 43}));
    CHECK((line.places.of("step") == Place{3, 1}));
}

TEST_CASE("a level is accepted from a month on, and given up with null") {
    CHECK(
        (request_of(R"({"edit":"baseline","touchpoint":"T1","from":"2026-04","reason":"Depot"})") ==
         EditRequest(model::Edit(model::SetBaseline{"T1", base::to_date({2026, 4, 1}), "Depot"}))));
    CHECK((request_of(R"({"edit":"baseline","touchpoint":"T1","from":null})") ==
           EditRequest(model::Edit(model::SetBaseline{"T1", {}, {}}))));
    CHECK(fault_of(R"({"edit":"baseline","touchpoint":"T1","from":"2026-Q2","reason":"x"})")
              .find("it must be a month such as \"2026-04\", or null") != std::string::npos);
    CHECK(fault_of(R"({"edit":"baseline","touchpoint":"T1","reason":"x"})")
              .find("\"from\" is missing") != std::string::npos);
}

TEST_CASE("an import in a script that comes line by line is told from an edit that nobody knows") {
    std::string const line = R"({"sequence":2,"at":null,"level":"staff","edit":"import"})";
    CHECK(exchange::is_import_line(line));
    CHECK_FALSE(
        exchange::is_import_line("{\"edit\":\"retitle\",\"node\":\"a\",\"text\":\"import\"}"));
    auto const read = exchange::read_edit_line(line, 2);
    REQUIRE(read.fault);
    CHECK(read.fault->place.line == 2);
    CHECK(read.fault->text.starts_with(
        "an import stands here: what it brought is not in this script; "));
}
