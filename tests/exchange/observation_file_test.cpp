#include "exchange/observation_file.hpp"

#include <doctest/doctest.h>

#include "small_pack.hpp"

namespace {

using Rows = std::vector<exchange::PlacedObservation>;

model::Room outline() {
    return *small_pack::read(small_pack::files()).room;
}

struct Read {
    Rows rows;
    std::vector<std::string> regions;
    std::vector<exchange::Problem> problems;
    std::size_t count = 0;
};

Read read(std::string const& text) {
    exchange::ObservationFile file(exchange::read_from(text), "o.csv", outline(), {});
    Read result;
    while (auto const row = file.next())
        result.rows.push_back(*row);
    result.regions = file.regions();
    result.problems = file.problems();
    result.count = file.problem_count();
    return result;
}

std::string first_problem(std::string const& text) {
    Read const result = read(text);
    REQUIRE(result.count > 0);
    return exchange::format(result.problems.front());
}

std::string const header = "touchpoint,period,kept,due,region\n";

}  // namespace

TEST_CASE("rows come in split order, whatever their order in the file") {
    Read const result = read(header +
                             "T2,2026-02,1,2,\nT1,2026-02,3,4,West\nT1,2026-01,5,6,\n"
                             "T1,2026-01,7,8,West\nT1,2026-02,9,9,\n");
    CHECK(result.count == 0);
    REQUIRE(result.rows.size() == 5);
    std::vector<std::int64_t> kept;
    for (auto const& row : result.rows)
        kept.push_back(row.row.kept);
    CHECK(kept == std::vector<std::int64_t>{5, 9, 7, 3, 1});
    CHECK(result.regions.back() == "West");
}

TEST_CASE("a byte order mark, semicolons, CR LF and a last line without end are read") {
    Read const result =
        read("\xEF\xBB\xBFperiod;due;kept;touchpoint\r\n2026-01;4;3;T1\r\n\r\n2026-02;4;4;T1");
    CHECK(result.count == 0);
    REQUIRE(result.rows.size() == 2);
    CHECK(result.rows[1].place == exchange::Place{4, 1});
}

TEST_CASE("a wrong row is told with its place and what would be right") {
    CHECK(first_problem(header + "T1,2026-01,5,4,\n") ==
          "o.csv:2:12: kept is 5 of 4 due; kept can be at most what was due");
    CHECK(first_problem(header + "T1,2026-01,-1,4,\n") ==
          "o.csv:2:12: kept is -1; it must be 0 or more");
    CHECK(first_problem(header + "T9,2026-01,1,4,\n") ==
          "o.csv:2:1: \"T9\" is not a key in the room's touchpoints; the nearest is T1");
    CHECK(first_problem(header + "T1,2026-1,1,4,\n").starts_with("o.csv:2:4: period is"));
    CHECK(first_problem(header + "T1,2026-01,1\n").starts_with("o.csv:2:1: 3 cells"));
    CHECK(first_problem("touchpoint,kept,due\n").starts_with("o.csv:1:1: the column period"));
    CHECK(first_problem("").starts_with("o.csv:1:1: the file is empty"));
}

TEST_CASE("a touchpoint without a promise has no observations") {
    auto files = small_pack::files();
    files["promises.csv"] = "touchpoint,wording,target_percent\n";
    files.erase("observations.csv");
    files.erase("baselines.csv");
    exchange::ObservationFile file(exchange::read_from(header + "T1,2026-01,1,4,\n"), "o.csv",
                                   *small_pack::read(files).room, {});
    REQUIRE(file.problem_count() == 1);
    CHECK(exchange::format(file.problems().front()).starts_with("o.csv:2:1: T1 has no promise"));
}

TEST_CASE("two rows of one touchpoint, period and split are refused at the later one") {
    CHECK(first_problem(header + "T1,2026-02,1,4,\nT1,2026-01,1,4,\nT1,2026-02,2,4,\n") ==
          "o.csv:4:4: line 2 has the same touchpoint, period, persona, region and channel; keep "
          "one");
    CHECK(first_problem(header + "T1,2026-02,1,4,\nT1,2026-Q1,1,4,\n") ==
          "o.csv:3:4: the period overlaps 2026-02 in line 2; periods of one touchpoint and split "
          "must not overlap");
    CHECK(read(header + "T1,2026-02,1,4,\nT1,2026-Q1,1,4,West\n").count == 0);
}

TEST_CASE("bytes that are not UTF-8 are named, with what to do") {
    std::string const problem =
        first_problem(header + "T1,2026-01,1,4,\nT1,2026-02,1,4,M\xFCnchen\n");
    CHECK(problem ==
          "o.csv:3:17: the byte 0xFC is not UTF-8 here; save the file as UTF-8 (from "
          "Windows-1252 or Latin-1: iconv -f windows-1252 -t utf-8), or save as CSV UTF-8 in the "
          "spreadsheet");
    CHECK(first_problem(std::string("a\0,b\n", 5)).find("a NUL character") != std::string::npos);
    CHECK(first_problem(std::string("t\0o\0u\0", 6)).find("UTF-16") != std::string::npos);
}

TEST_CASE("problems beyond two hundred are counted") {
    std::string text = header;
    for (int i = 0; i < 5000; ++i)
        text += "T1,2026-01,5,4,\n";
    Read const result = read(text);
    CHECK(result.count == 5000);
    CHECK(result.problems.size() == 200);
    CHECK(result.problems.front().line == 2);
    CHECK(result.problems.back().line == 201);
}

TEST_CASE("an open quote in a long file is a row that is too long, not a hang") {
    std::string text = header + "T1,2026-01,1,4,\"\n";
    for (int i = 0; i < 20000; ++i)
        text += "T1,2026-01,1,4,\n";
    Read const result = read(text);
    CHECK(result.count >= 1);
    CHECK(result.problems.front().line == 2);
}

TEST_CASE("reading can be stopped") {
    std::string text = header;
    for (int i = 0; i < 20000; ++i)
        text += "T1,2026-01,1,4,\n";
    auto const stop = [](std::uint64_t rows) {
        if (rows > 8000) throw 1;
    };
    CHECK_THROWS_AS(exchange::ObservationFile(exchange::read_from(text), "o.csv", outline(), stop),
                    int);
}
