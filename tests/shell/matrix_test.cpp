// matrix and export --matrix, from outside: what a spreadsheet user meets.
#include <doctest/doctest.h>

#include "program.hpp"

using test::demo_room;
using test::Run;
using test::run_program;
using test::ScratchFolder;
using test::written;

namespace {

// The program with a file as its standard input.
Run run_with_input(std::string const& input, std::string const& arguments) {
    ScratchFolder const folder;
    std::string const command = std::string(BINARY_ROOT "/customer-room ") + arguments + " < '" +
                                input + "' > '" + (folder / "out").string() + "' 2> '" +
                                (folder / "err").string() + "'";
    int const status = std::system(command.c_str());
    return {WEXITSTATUS(status), test::text_in(folder / "out"), test::text_in(folder / "err")};
}

std::string pack_of(ScratchFolder const& folder, std::string const& room, std::string const& name) {
    REQUIRE(run_program({"export", "--db", room, "--to", folder / name}).exit_code == 0);
    return test::text_in(folder / name / "blueprint_nodes.csv") +
           test::text_in(folder / name / "blueprint_links.csv") +
           test::text_in(folder / name / "steps.csv") + test::text_in(folder / name / "stages.csv");
}

}  // namespace

TEST_CASE("J2 goes out in each form and comes in again without a change to the pack") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const before = pack_of(folder, room, "before");
    for (std::string const form : {"wide", "transposed", "long"}) {
        std::string const file = folder / (form + ".csv");
        CHECK(
            run_program({"export", "--db", room, "--journey", "J2", "--matrix", form, "--to", file})
                .exit_code == 0);
        Run const run = run_program({"matrix", file, "--db", room, "--journey", "J2"});
        CAPTURE(run.err);
        CHECK(run.exit_code == 0);
        CHECK(run.out.find("6 stages (6 kept), 6 steps (6 kept), 41 cards (41 kept).") !=
              std::string::npos);
        CHECK(pack_of(folder, room, form) == before);
    }
}

TEST_CASE("a table that says what the room holds changes nothing, its history neither") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const edit = written(folder, "e",
                                     R"({"edit":"wait","node":"crm","minutes":20})"
                                     "\n");
    REQUIRE(run_program({"edit", edit, "--db", room}).exit_code == 0);
    std::string const file = folder / "j2.csv";
    REQUIRE(
        run_program({"export", "--db", room, "--journey", "J2", "--matrix", "long", "--to", file})
            .exit_code == 0);
    Run const dry = run_program({"matrix", file, "--db", room, "--journey", "J2", "--dry-run"});
    CHECK(dry.out.find(" is as the table says, nothing changes:\n") != std::string::npos);
    Run const run = run_program({"matrix", file, "--db", room, "--journey", "J2"});
    CHECK(run.exit_code == 0);
    CHECK(run.out.starts_with("Nothing changes, " + room + " is left as it is. J2 ("));
    // An import would stand in its way.
    std::string const undo = written(folder, "u", "{\"edit\":\"undo\"}\n");
    CHECK(run_program({"edit", undo, "--db", room}).exit_code == 0);
}

TEST_CASE("causes may run in a circle, by table and by edit, and a lit chain ends in it") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const file = written(folder, "m.csv",
                                     "key,step,lane,text,link\n"
                                     "late,Waits,Frontstage,Van is late,full:fails-into\n"
                                     "full,Waits,Backstage,Route is full,again:fails-into\n"
                                     "again,Returns,Backstage,Second visit,\n");
    REQUIRE(run_program({"matrix", file, "--db", room, "--journey", "N1"}).exit_code == 0);
    std::string const edit =
        written(folder, "e",
                R"({"edit":"link","from":"again","to":"late","kind":"fails-into"})"
                "\n");
    REQUIRE(run_program({"edit", edit, "--db", room}).exit_code == 0);
    std::string const script = written(folder, "r",
                                       R"({"t_ms":0,"command":"show","view":"journey:N1"})"
                                       "\n"
                                       R"({"t_ms":1,"command":"backstage","on":true})"
                                       "\n"
                                       R"({"t_ms":9,"command":"light","node":"late"})"
                                       "\n"
                                       R"({"t_ms":99,"command":"light_step"})"
                                       "\n"
                                       R"({"t_ms":999,"command":"light_step"})"
                                       "\n"
                                       R"({"t_ms":9999,"command":"light_step"})"
                                       "\n");
    Run const replay = run_program({"replay", script, "--db", room, "--size", "1280x720"});
    CAPTURE(replay.err);
    CHECK(replay.out.find(R"("lit":["late","again","full"])") != std::string::npos);
    // The table takes the circle, too, and finds it again.
    std::string const out = folder / "n1.csv";
    REQUIRE(
        run_program({"export", "--db", room, "--journey", "N1", "--matrix", "long", "--to", out})
            .exit_code == 0);
    CHECK(run_program({"matrix", out, "--db", room, "--journey", "N1"})
              .out.starts_with("Nothing changes, "));
    Run const fresh = run_program({"matrix", out, "--db", room, "--journey", "N2", "--dry-run"});
    CHECK(fresh.out.find("links      3 new, 0 removed") != std::string::npos);
}

TEST_CASE("a dry run tells every change and writes nothing") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    test::Bytes const before = test::bytes_of(room);
    std::string const file =
        written(folder, "m.csv",
                ",Search,Call\nCustomer actions,Googles,Rings\nBack office,,Sorts; files\n");
    Run const run = run_program({"matrix", file, "--db", room, "--journey", "N1", "--dry-run"});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    for (std::string const text :
         {"wide (lanes down, steps across), separated by commas: 2 stages, 2 steps, 4 cards",
          "Back office       -> Backstage",
          "The journey N1 (Untitled journey (N1)) is made (level 1):",
          "card  new      Call / Backstage: \"Sorts\"", "Nothing was written."}) {
        CAPTURE(run.out);
        CHECK(run.out.find(text) != std::string::npos);
    }
    CHECK((test::bytes_of(room) == before));
}

TEST_CASE("a table pasted on standard input becomes a journey with a title") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const pasted = written(
        folder, "p.tsv", "\tSearch\tCall\nProps\tSite\t\"Form\nLetter\"\nOnstage\t\tAdviser\n");
    Run const run =
        run_with_input(pasted, "matrix - --db '" + room + "' --journey N1 --title 'Ask us'");
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("N1 (Ask us) is new: 2 stages (2 new), 2 steps (2 new), 4 cards (4 new).") !=
          std::string::npos);
    Run const again = run_with_input(pasted, "matrix - --db '" + room + "' --journey N1");
    CHECK(again.out.find("4 cards (4 kept)") != std::string::npos);
    Run const out =
        run_program({"export", "--db", room, "--journey", "N1", "--matrix", "wide", "--to", "-"});
    CHECK(out.out ==
          "Phase,Search,Call\nStep,Search,Call\nPhysical evidence,Site,\"Form\nLetter\"\n"
          "Frontstage,,Adviser\n");
}

TEST_CASE("a matrix that is refused leaves the room as it was and says where and why") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    test::Bytes const before = test::bytes_of(room);
    std::string const file =
        written(folder, "m.csv", ",Search,Call\nCustomer actions,Googles,Rings\nGremlins,x,\n");
    Run const run = run_program({"matrix", file, "--db", room, "--journey", "J2"});
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find(file + ":3:1: \"Gremlins\" is no lane that is known") != std::string::npos);
    CHECK(run.err.find("is refused: 1 problem. Nothing was changed.") != std::string::npos);
    Run const by_hand = run_program({"matrix", file, "--db", room, "--journey", "J2", "--lane",
                                     "Gremlins=none", "--lane", "Customer actions=customer"});
    CHECK(by_hand.exit_code == 1);
    CHECK(by_hand.err.find("is no longer in the matrix, but the touchpoint") != std::string::npos);
    std::string const headers = written(folder, "h.csv", "Phase,A,B\nStep,1,2\n");
    Run const no_lanes = run_program({"matrix", headers, "--db", room, "--journey", "J2"});
    CHECK(no_lanes.exit_code == 1);
    CHECK(no_lanes.err.find("\"J2\" would lose ") != std::string::npos);
    CHECK(run_program({"matrix", folder / "none.csv", "--db", room, "--journey", "J2"}).exit_code ==
          1);
    CHECK(run_program({"matrix", file, "--db", folder / "none.sqlite", "--journey", "J2"})
              .exit_code == 1);
    CHECK(run_program({"matrix", file, "--db", room}).exit_code == 2);
    CHECK(run_program({"matrix", file, "--db", room, "--journey", "no key"}).exit_code == 2);
    CHECK(
        run_program({"matrix", file, "--db", room, "--journey", "J2", "--lane", "Gremlins=pixies"})
            .exit_code == 2);
    CHECK(
        run_program({"export", "--db", room, "--matrix", "wide", "--to", folder / "x"}).exit_code ==
        2);
    CHECK(run_program(
              {"export", "--db", room, "--journey", "J7", "--matrix", "wide", "--to", folder / "x"})
              .exit_code == 1);
    CHECK_FALSE(test::fs::exists(folder / "none.sqlite"));
    CHECK((test::bytes_of(room) == before));
}

TEST_CASE("a journey is hung under a stage one level above it") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const file = written(
        folder, "m.csv", "Journey: Ask us,,\nStep,Search,Call\nCustomer actions,Googles,Rings\n");
    auto const hang = [&](std::string const& journey, std::string const& stage) {
        return run_program(
            {"matrix", file, "--db", room, "--journey", journey, "--parent-stage", stage});
    };
    Run const dry = run_program({"matrix", file, "--db", room, "--journey", "N1", "--parent-stage",
                                 "J2-time", "--dry-run"});
    CAPTURE(dry.err);
    CHECK(dry.out.find("The journey N1 (Ask us) is made (level 2, under J2-time):") !=
          std::string::npos);
    CHECK(hang("N1", "J2-time").exit_code == 0);
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "p"}).exit_code == 0);
    CHECK(test::text_in(folder / "p" / "journeys.csv").find("N1,2,Ask us,J2,J2-time") !=
          std::string::npos);
    // It stays there, or moves when told so.
    CHECK(run_program({"matrix", file, "--db", room, "--journey", "N1"}).exit_code == 0);
    CHECK(hang("N1", "J2-cold").exit_code == 0);
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "q"}).exit_code == 0);
    CHECK(test::text_in(folder / "q" / "journeys.csv").find("N1,2,Ask us,J2,J2-cold") !=
          std::string::npos);
    Run const unknown = hang("N2", "J9-time");
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.err.find("--parent-stage J9-time: the room has no stage of this key") !=
          std::string::npos);
    Run const level = hang("J2", "J2-time");
    CHECK(level.exit_code == 1);
    CHECK(level.err.find("J2 is of level 1, and a journey stands one level below its stage") !=
          std::string::npos);
    Run const lowest = hang("N3", "N1-search");
    CHECK(lowest.exit_code == 1);
    CHECK(lowest.err.find("nothing stands below that level") != std::string::npos);
}

TEST_CASE("240 spoilt matrices leave the store as it was, byte for byte, where they are refused") {
    ScratchFolder const folder;
    std::string const room = folder / "room.sqlite";
    REQUIRE(run_program({"import", SOURCE_ROOT "/data/template", "--db", room}).exit_code == 0);
    std::string const samples = SOURCE_ROOT "/tests/exchange/matrices/";
    std::string const matrices[] = {test::text_in(samples + "consultancy.csv"),
                                    test::text_in(samples + "francais.csv")};
    test::Bytes before = test::bytes_of(room);
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 240; ++seed) {
        test::Dice dice(seed);
        std::string bytes = matrices[seed % 2];
        for (int i = 0; i < 3; ++i)
            bytes[dice.below(bytes.size())] = "\",;\n\xFF|x"[dice.below(7)];
        std::string const file = written(folder, "m.csv", bytes);
        Run const run = run_program({"matrix", file, "--db", room, "--journey", "N1"});
        CAPTURE(seed);
        REQUIRE((run.exit_code == 0 || run.exit_code == 1));
        if (run.exit_code == 1) {
            ++refused;
            CHECK(run.err.find(file + ":") != std::string::npos);
            CHECK((test::bytes_of(room) == before));
        }
        before = test::bytes_of(room);
    }
    CHECK(refused > 50);
    CHECK(refused < 230);
}

TEST_CASE("a title on the command line obeys the rule of every text of the wall") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const file = written(folder, "m.csv", ",Search\nDoing,Googles\n");
    for (std::string const title : {"Buy\u202E", "Buy\u0085", "Buy\xff", "  "}) {
        Run const run =
            run_program({"matrix", file, "--db", room, "--journey", "N1", "--title", title});
        CAPTURE(run.err);
        CHECK(run.exit_code == 2);
        CHECK(run.err.find("--title") != std::string::npos);
    }
    Run const run =
        run_program({"matrix", file, "--db", room, "--journey", "N1", "--title", " Buy\nhere "});
    CHECK(run.out.find("N1 (Buy here) is new") != std::string::npos);
}

TEST_CASE("a dry run and the import say what each field of a card was and is") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const file = folder / "m.csv";
    REQUIRE(
        run_program({"export", "--db", room, "--journey", "J2", "--matrix", "long", "--to", file})
            .exit_code == 0);
    std::string table = test::text_in(file);
    auto const change = [&table](std::string_view from, std::string_view to) {
        std::size_t const at = table.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, from);
        table.replace(at, from.size(), to);
    };
    change("Cut-off at 16:00", "Cut-off at 17:00");
    change(",960,", ",30,");
    change(",Digital,telemetry", ",,telemetry");
    written(folder, "m.csv", table);
    Run const dry = run_program({"matrix", file, "--db", room, "--journey", "J2", "--dry-run"});
    Run const real = run_program({"matrix", file, "--db", room, "--journey", "J2"});
    for (Run const* run : {&dry, &real}) {
        CAPTURE(run->out);
        CHECK(run->exit_code == 0);
        CHECK(run->out.find("\"Cut-off at 16:00\" -> \"Cut-off at 17:00\"  [cut-off]\n"
                            "         wait 960 min -> 30 min\n") != std::string::npos);
        CHECK(run->out.find("         team \"Digital\" -> none\n") != std::string::npos);
    }
}
