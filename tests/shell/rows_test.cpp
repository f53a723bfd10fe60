// observe, from outside: what a spreadsheet brings into a room that is there.
#include <csignal>
#include <doctest/doctest.h>

#include "program.hpp"
#include "shell/progress.hpp"

using test::demo_room;
using test::Run;
using test::run_program;
using test::ScratchFolder;
using test::written;

TEST_CASE("observations from a file change the figures of their month, and twice is once") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const file = written(folder, "o.csv",
                                     "touchpoint,period,kept,due\nT25,2026-09,40,50\n"
                                     "T25,2026-10,50,50\n");
    Run const run = run_program({"observe", file, "--db", room});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("2 observations added, 0 observations replaced") != std::string::npos);
    Run const figures = run_program({"metrics", "--db", room, "--period", "2026-09", "--json"});
    CHECK(figures.out.find("{\"key\":\"T25\",\"kept\":40,\"due\":50,") != std::string::npos);
    Run const again = run_program({"observe", file, "--db", room});
    CHECK(again.out.find("0 observations added, 2 observations replaced") != std::string::npos);
}

TEST_CASE("observations that are wrong or meet those of the room leave it as it was") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    test::Bytes const before = test::bytes_of(room);
    std::string const wrong = written(
        folder, "w.csv", "touchpoint,period,kept,due\nT25,2026-09,60,50\nT77,2026-09,1,2\n");
    Run const refused = run_program({"observe", wrong, "--db", room});
    CHECK(refused.exit_code == 1);
    CHECK(refused.out.empty());
    CHECK(refused.err.find(wrong + ":2:13: kept is 60 of 50 due") != std::string::npos);
    CHECK(refused.err.find(wrong + ":3:1: \"T77\"") != std::string::npos);
    CHECK(refused.err.find("2 problems") != std::string::npos);
    std::string const meets =
        written(folder, "m.csv", "touchpoint,period,kept,due\nT01,2026-Q3,1,2\n");
    Run const met = run_program({"observe", meets, "--db", room});
    CHECK(met.exit_code == 1);
    CHECK(met.err.find(meets + ":2:5: the period overlaps 2026-07, which the room holds") !=
          std::string::npos);
    CHECK(run_program({"observe", folder / "none.csv", "--db", room}).exit_code == 1);
    CHECK(run_program({"observe", wrong, "--db", folder / "none.sqlite"}).exit_code == 1);
    CHECK((test::bytes_of(room) == before));
}

TEST_CASE("a survey replaces scores and weights, and a wrong one leaves them") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const map = written(
        folder, "m.json",
        R"({"scale":[1,5],"period":"2026-09","overall":{"column":"o","scale":[0,10]},"touchpoints":[)"
        R"({"column":"a","touchpoint":"T37"},{"column":"b","touchpoint":"T40"}]})");
    std::string csv = "a,b,o\n";
    for (int i = 0; i < 100; ++i) {
        csv += std::to_string(1 + i % 5) + "," + std::to_string(1 + i / 5 % 5) + "," +
               std::to_string(2 * (i % 5)) + "\n";
    }
    std::string const file = written(folder, "s.csv", csv);
    Run const run = run_program({"scores", file, "--map", map, "--db", room, "--json"});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("\"weight_percent\": 100.0") != std::string::npos);
    Run const figures = run_program({"metrics", "--db", room, "--period", "2026-Q3", "--json"});
    CHECK(figures.out.find("\"own\":5.0,") != std::string::npos);
    Run const table = run_program({"scores", file, "--map", map, "--db", room});
    CHECK(table.out.find("is updated from 100 rows") != std::string::npos);
    CHECK(run_program({"metrics", "--db", room, "--period", "2026-Q3", "--json"}).out ==
          figures.out);
    CHECK(run_program({"export", "--db", room, "--to", folder / "pack"}).exit_code == 0);
    CHECK(test::text_in(folder / "pack/answers.csv").find("1,20,T37,2026-09,1,5") !=
          std::string::npos);
    test::Bytes const before = test::bytes_of(room);
    std::string const wrong = written(folder, "w.csv", "a,b,o\n6,1,1\n");
    Run const refused = run_program({"scores", wrong, "--map", map, "--db", room});
    CHECK(refused.exit_code == 1);
    CHECK(refused.err.find(wrong + ":2:1: the answer 6 is not on the scale") != std::string::npos);
    CHECK((test::bytes_of(room) == before));
}

TEST_CASE("an event log is described, then counted into observations and a direct yield") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string csv = "case,activity,time\n";
    for (int i = 0; i < 60; ++i) {
        std::string const id = std::to_string(i) + ",";
        csv += id + "ask,2026-11-02 08:00\n";
        csv += id + "come,2026-11-0" + (i % 3 == 0 ? "6" : "3") + " 08:00\n";
    }
    std::string const file = written(folder, "l.csv", csv);
    Run const described = run_program({"events", "--describe", file, "--json"});
    CHECK(described.exit_code == 0);
    CHECK(described.out.find("\"cases\": 60") != std::string::npos);
    CHECK(run_program({"events", file, "--describe"}).out.find("60 cases") != std::string::npos);
    std::string const map =
        written(folder, "m.json",
                R"({"journey":"J2","touchpoints":[{"touchpoint":"T37","promise":)"
                R"({"kind":"within","from":"ask","to":"come","limit":"48h"}}]})");
    Run const run = run_program({"events", file, "--map", map, "--db", room});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("T37: kept 40 of 60 (67 %)") != std::string::npos);
    Run const figures = run_program({"metrics", "--db", room, "--period", "2026-11", "--json"});
    CHECK(figures.out.find("{\"key\":\"T37\",\"kept\":40,\"due\":60,") != std::string::npos);
    CHECK(figures.out.find("\"direct_yield\":0.66666") != std::string::npos);
    CHECK(run_program({"events", file, "--map", map, "--db", room})
              .out.find("1 observation replaced") != std::string::npos);
    test::Bytes const before = test::bytes_of(room);
    std::string const bomb =
        written(folder, "b.xes", "<!DOCTYPE log [<!ENTITY a \"a\">]><log>&a;</log>");
    Run const refused = run_program({"events", bomb, "--map", map, "--db", room});
    CHECK(refused.exit_code == 1);
    CHECK(refused.err.find(bomb + ":1:15: a document type") != std::string::npos);
    CHECK(run_program({"events", file}).exit_code == 2);
    CHECK(run_program({"events", "--describe", folder / "none"}).exit_code == 1);
    CHECK((test::bytes_of(room) == before));
}

TEST_CASE("cases that break a promise have their place in its split, or a warning says so") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const map =
        written(folder, "m.json",
                R"({"split":{"channel":"ch"},"touchpoints":[{"touchpoint":"T44","promise":)"
                R"({"kind":"reaches","activity":"call"}}]})");
    std::string csv = "case,activity,time,ch\n";
    for (int i = 0; i < 400; ++i) {
        bool const by_web = i % 2 == 1;
        std::string const end = by_web ? ",Web\n" : ",Phone\n";
        csv += std::to_string(i) + ",ask,2026-11-02 08:00" + end;
        if (i % 10 < (by_web ? 9 : 4)) csv += std::to_string(i) + ",call,2026-11-03 08:00" + end;
    }
    std::string const file = written(folder, "l.csv", csv);
    Run const run = run_program({"events", file, "--map", map, "--db", room});
    CHECK(run.exit_code == 0);
    CHECK(run.err.find("warning") == std::string::npos);
    CHECK(run.out.find("T44: kept 240 of 400") != std::string::npos);
    CHECK(run.out.find("3 observations added") != std::string::npos);

    std::string const other = demo_room(folder);
    std::string const open = written(folder, "o.csv", csv + "400,ask,2026-11-02 08:00,\n");
    Run const warned = run_program({"events", open, "--map", map, "--db", other});
    CHECK(warned.exit_code == 0);
    CHECK(warned.err.find("warning: T44: 1 broken case without one channel") != std::string::npos);
    CHECK(warned.err.find("the split by channel is left out") != std::string::npos);
    CHECK(warned.out.find("T44: kept 240 of 401") != std::string::npos);
}

TEST_CASE("Ctrl-C leaves the room as it was and ends as the signal would") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string csv = "touchpoint,period,kept,due,region\n";
    for (int i = 0; i < 400000; ++i)
        csv += "T01,20" + std::to_string(10 + i % 12) + "-03,1,2,R" +
               std::to_string(i / 12 % 9000) + "\n";
    std::string const file = written(folder, "o.csv", csv);
    test::Bytes const before = test::bytes_of(room);
    pid_t const child = ::fork();
    if (child == 0) {
        test::become({BINARY_ROOT "/customer-room", "observe", file, "--db", room}, folder / "out",
                     folder / "err");
    }
    ::usleep(60'000);
    ::kill(child, SIGINT);
    int status = 0;
    ::waitpid(child, &status, 0);
    // On a fast machine it may have been over.
    bool const over = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (over) return;
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGINT);
    Run const figures = run_program({"metrics", "--db", room, "--json"});
    CHECK(figures.exit_code == 0);
    CHECK((test::bytes_of(room) == before));
}

TEST_CASE("progress says how far it is, how fast and how long still") {
    CHECK(shell::progress_text("reading a.csv", "rows", {50, 100, 1200000, 3}) ==
          "reading a.csv [##########..........] 50 %, 1,200,000 rows, 400,000 rows/s, 3 s left");
    CHECK(shell::progress_text("reading a.csv", "rows", {0, 100, 0, 0}) ==
          "reading a.csv [....................] 0 %, 0 rows");
}
