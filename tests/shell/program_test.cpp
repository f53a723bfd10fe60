// The real program, from outside: what scripts rely on.
#include "program.hpp"

#include <doctest/doctest.h>

using test::Run;
using test::run_program;
using test::ScratchFolder;

namespace {

std::string const northmoor = SOURCE_ROOT "/data/northmoor";

std::string imported(ScratchFolder const& folder) {
    std::string file = folder / "room.sqlite";
    Run const run = run_program({"import", northmoor, "--db", file});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    return file;
}

void write_text(test::fs::path const& file, std::string const& text) {
    test::write_bytes(file, test::Bytes(text.begin(), text.end()));
}

std::string copy_of_northmoor(ScratchFolder const& folder) {
    test::fs::copy(northmoor, folder / "pack", test::fs::copy_options::recursive);
    return folder / "pack";
}

std::vector<std::string> files_under(test::fs::path const& folder) {
    std::vector<std::string> names;
    for (auto const& entry : test::fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            names.push_back(test::fs::relative(entry.path(), folder).string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

void check_same_files(test::fs::path const& a, test::fs::path const& b) {
    CHECK(files_under(a) == files_under(b));
    for (std::string const& name : files_under(a)) {
        CAPTURE(name);
        CHECK((test::bytes_of(a / name) == test::bytes_of(b / name)));
    }
}

}  // namespace

TEST_CASE("a good pack is said to be good, and nothing is written") {
    Run const run = run_program({"check", northmoor});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("52 touchpoints") != std::string::npos);
}

TEST_CASE("a pack with a mistake is refused with its place, and no file appears") {
    ScratchFolder const folder;
    std::string const pack = copy_of_northmoor(folder);
    write_text(pack + "/personas.csv", "key,name,age\nP1,Petra,forty\n");
    for (std::vector<std::string> const& line :
         {std::vector<std::string>{"check", pack},
          std::vector<std::string>{"import", pack, "--db", folder / "new.sqlite"}}) {
        Run const run = run_program(line);
        CHECK(run.exit_code == 1);
        CHECK(run.out.empty());
        CHECK(run.err.find("personas.csv:2:10: ") != std::string::npos);
    }
    CHECK(folder.names() == std::vector<std::string>{"pack"});
}

TEST_CASE("more than two hundred problems are counted, not listed") {
    ScratchFolder const folder;
    std::string const pack = copy_of_northmoor(folder);
    std::string rows = "touchpoint,weight_percent\n";
    for (int i = 0; i < 1000; ++i)
        rows += "none,x\n";
    write_text(pack + "/importance.csv", rows);
    Run const run = run_program({"check", pack});
    CHECK(run.exit_code == 1);
    auto const lines = std::count(run.err.begin(), run.err.end(), '\n');
    CHECK(lines >= 200);
    CHECK(lines <= 205);
    CHECK(run.err.find("in all") != std::string::npos);
}

TEST_CASE("a refused import leaves the room that is there") {
    ScratchFolder const folder;
    std::string const file = imported(folder);
    test::Bytes const before = test::bytes_of(file);
    std::string const pack = copy_of_northmoor(folder);
    write_text(pack + "/stages.csv", "journey,key,order,name\nnone,S,1,x\n");
    CHECK(run_program({"import", pack, "--db", file}).exit_code == 1);
    CHECK((test::bytes_of(file) == before));
}

TEST_CASE("importing twice gives the same room") {
    ScratchFolder const folder;
    std::string const file = imported(folder);
    CHECK(run_program({"export", "--db", file, "--to", folder / "once"}).exit_code == 0);
    CHECK(run_program({"import", northmoor, "--db", file}).exit_code == 0);
    CHECK(run_program({"export", "--db", file, "--to", folder / "twice"}).exit_code == 0);
    check_same_files(folder / "once", folder / "twice");
}

TEST_CASE("an exported pack imports to the same room and exports to the same bytes") {
    ScratchFolder const folder;
    std::string const file = imported(folder);
    CHECK(run_program({"export", "--db", file, "--to", folder / "a"}).exit_code == 0);
    Run const again = run_program({"import", folder / "a", "--db", folder / "b.sqlite"});
    CAPTURE(again.err);
    CHECK(again.exit_code == 0);
    CHECK(run_program({"export", "--db", folder / "b.sqlite", "--to", folder / "b"}).exit_code ==
          0);
    check_same_files(folder / "a", folder / "b");
}

TEST_CASE("figures are printed as a table and as JSON, the same every time") {
    ScratchFolder const folder;
    std::string const file = imported(folder);
    Run const table = run_program({"metrics", "--db", file, "--period", "2026-Q3"});
    CHECK(table.exit_code == 0);
    CHECK(table.out.find("journey index") != std::string::npos);
    CHECK(table.err.empty());
    Run const json = run_program({"metrics", "--db", file, "--json"});
    CHECK(json.exit_code == 0);
    CHECK(json.out.front() == '{');
    CHECK(json.out == run_program({"metrics", "--db", file, "--json"}).out);
    CHECK(folder.names() == std::vector<std::string>{"room.sqlite"});
}

TEST_CASE("a room without observations has no period, in its figures, its state and on its wall") {
    ScratchFolder const folder;
    test::fs::path const pack = copy_of_northmoor(folder);
    for (auto const& entry : test::fs::directory_iterator(pack)) {
        if (entry.path().filename().string().starts_with("observations"))
            test::fs::remove(entry.path());
    }
    std::string info = test::text_in(pack / "room.json");
    std::size_t const at = info.find("\"default_period\"");
    REQUIRE(at != std::string::npos);
    info.erase(at, info.find('\n', at) - at);
    write_text(pack / "room.json", info);
    std::string const file = folder / "room.sqlite";
    REQUIRE(run_program({"import", pack.string(), "--db", file}).exit_code == 0);
    CHECK(run_program({"metrics", "--db", file, "--json"}).out.find("\"period\": null") !=
          std::string::npos);
    CHECK(run_program({"metrics", "--db", file}).out.find("1970") == std::string::npos);
    std::string const empty = folder / "nothing.jsonl";
    write_text(empty, "");
    Run const replayed = run_program({"replay", empty, "--db", file, "--size", "1920x1080"});
    CHECK(replayed.out.find("\"period\":null") != std::string::npos);
    Run const wall = run_program({"dump", "--db", file, "--view", "home", "--size", "1920x1080",
                                  "--overlay", "reliability"});
    CHECK(wall.exit_code == 0);
    CHECK(wall.out.find("item=period") != std::string::npos);
    for (char const* year : {"1970", "0001", "9999"})
        CHECK(wall.out.find(year) == std::string::npos);
}

TEST_CASE("an unknown persona is refused with the known ones") {
    ScratchFolder const folder;
    std::string const file = imported(folder);
    Run const run = run_program({"metrics", "--db", file, "--persona", "nobody"});
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find("no persona \"nobody\"") != std::string::npos);
}

TEST_CASE("a room file that is missing, damaged or not ours is refused by every verb") {
    ScratchFolder const folder;
    write_text(folder / "text", "not a database");
    write_text(folder / "empty", "");
    for (std::string const file : {folder / "none", folder / "text", folder / "empty"}) {
        for (std::vector<std::string> const& line :
             {std::vector<std::string>{"metrics", "--db", file},
              std::vector<std::string>{"export", "--db", file, "--to", folder / "to"},
              std::vector<std::string>{"doctor", "--db", file}}) {
            CAPTURE(line);
            Run const run = run_program(line);
            CHECK(run.exit_code == 1);
            CHECK((run.out + run.err).find(file) != std::string::npos);
        }
    }
    for (std::string const file : {folder / "text", folder / "empty"}) {
        CHECK(run_program({"import", northmoor, "--db", file}).exit_code == 1);
    }
    CHECK(folder.names() == std::vector<std::string>{"empty", "text"});
    CHECK(test::text_in(folder / "text") == "not a database");
}

TEST_CASE("import into a folder that is not there says so") {
    ScratchFolder const folder;
    Run const run = run_program({"import", northmoor, "--db", folder / "no/such/room.sqlite"});
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("cannot be written") != std::string::npos);
    CHECK(folder.names().empty());
}

TEST_CASE("a missing pack is refused") {
    CHECK(run_program({"check", "/no/such/pack"}).exit_code == 1);
}

TEST_CASE("usage errors go to standard error and help to standard output") {
    Run const wrong = run_program({"metrics"});
    CHECK(wrong.exit_code == 2);
    CHECK(wrong.out.empty());
    CHECK_FALSE(wrong.err.empty());
    Run const help = run_program({"--help"});
    CHECK(help.exit_code == 0);
    CHECK(help.err.empty());
    CHECK(help.out.find("import") != std::string::npos);
}

TEST_CASE("doctor tells what the machine offers") {
    ScratchFolder const folder;
    std::string const file = imported(folder);
    Run const run = run_program({"doctor", "--db", file});
    CHECK(run.exit_code == 0);
    for (char const* topic : {"display: ", "touch: ", "GPU: ", "font: ", "texts: ", "room: "}) {
        CAPTURE(topic);
        CHECK(run.out.find(topic) != std::string::npos);
    }
    CHECK(run.out.find("is healthy") != std::string::npos);
    CHECK(run_program({"doctor"}).exit_code == 0);
}
