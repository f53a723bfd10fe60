#include "shell/options.hpp"

#include <doctest/doctest.h>

using namespace shell;

namespace {

template <typename Options>
Options parsed(std::vector<std::string> const& arguments) {
    CommandLine const line = parse_command_line(arguments);
    CAPTURE(line.text);
    REQUIRE(line.verb.has_value());
    REQUIRE(std::holds_alternative<Options>(*line.verb));
    return std::get<Options>(*line.verb);
}

// The exit code and words of a line that starts nothing.
CommandLine refused(std::vector<std::string> const& arguments) {
    CommandLine line = parse_command_line(arguments);
    CHECK_FALSE(line.verb.has_value());
    return line;
}

bool says(CommandLine const& line, std::string const& words) {
    CAPTURE(line.text);
    return line.text.find(words) != std::string::npos;
}

std::vector<std::string> const verbs{"run",    "check", "import", "export", "metrics",
                                     "render", "dump",  "replay", "bench",  "doctor"};

}  // namespace

TEST_CASE("without a verb the program is the kiosk") {
    auto const plain = parsed<RunOptions>({"--db", "room.sqlite"});
    CHECK(plain.database == "room.sqlite");
    CHECK_FALSE(plain.window.has_value());
    CHECK(plain.diagonal_in == 86);
    auto const full =
        parsed<RunOptions>({"run", "--db", "r", "--window", "1280x720", "--diagonal-in", "55.5",
                            "--trace", "t.jsonl", "--journey", "J2", "--tour", "morning"});
    CHECK(full.window == PixelSize{1280, 720});
    CHECK(full.diagonal_in == 55.5);
    CHECK(full.trace == "t.jsonl");
    CHECK(full.journey == "J2");
    CHECK(full.tour == "morning");
    CHECK(says(refused({}), "--db is required"));
}

TEST_CASE("render and dump take the same picture") {
    std::vector<std::string> const picture{
        "--db",          "r",         "--size",       "3840x2160", "--view",
        "stage:S2",      "--overlay", "none",         "--persona", "P1",
        "--period",      "2026-Q3",   "--backstage",  "--at",      "2026-10-01",
        "--diagonal-in", "98",        "--distance-m", "2.5"};
    std::vector<std::string> render{"render", "--out", "x.png"};
    std::vector<std::string> dump{"dump"};
    render.insert(render.end(), picture.begin(), picture.end());
    dump.insert(dump.end(), picture.begin(), picture.end());
    auto const rendered = parsed<RenderOptions>(render);
    CHECK(rendered.out == "x.png");
    for (PictureOptions const& o : {rendered.picture, parsed<DumpOptions>(dump).picture}) {
        CHECK(o.database == "r");
        CHECK(o.size == PixelSize{3840, 2160});
        CHECK(o.view == "stage:S2");
        CHECK(o.overlay == "none");
        CHECK(o.persona == "P1");
        CHECK(o.period == base::parse_period("2026-Q3"));
        CHECK(o.backstage);
        CHECK(o.at == base::parse_date("2026-10-01"));
        CHECK(o.diagonal_in == 98);
        CHECK(o.distance_m == 2.5);
    }
}

TEST_CASE("a picture is one view or the stops of a tour, not both and not neither") {
    std::vector<std::string> const start{"render", "--db", "r", "--size", "640x360", "--out", "x"};
    auto const with = [&](std::vector<std::string> const& more) {
        std::vector<std::string> all = start;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    CHECK(parsed<RenderOptions>(with({"--tour-stops"})).tour_stops);
    CHECK_FALSE(parsed<RenderOptions>(with({"--view", "home"})).tour_stops);
    CHECK(refused(with({})).exit_code == exit_usage);
    CHECK(refused(with({"--view", "home", "--tour-stops"})).exit_code == exit_usage);
}

TEST_CASE("the other verbs take what the contract lists") {
    CHECK(parsed<CheckOptions>({"check", "pack"}).pack == "pack");
    auto const import = parsed<ImportOptions>({"import", "pack", "--db", "r"});
    CHECK(import.pack == "pack");
    CHECK(import.database == "r");
    auto const to_pack = parsed<ExportOptions>({"export", "--db", "r", "--to", "d"});
    CHECK(to_pack.database == "r");
    CHECK(to_pack.to == "d");
    auto const figures = parsed<MetricsOptions>({"metrics", "--db", "r", "--period", "2026-09",
                                                 "--persona", "P", "--at", "2026-10-01", "--json"});
    CHECK(figures.period == base::parse_period("2026-09"));
    CHECK(figures.persona == "P");
    CHECK(figures.json);
    auto const replay = parsed<ReplayOptions>(
        {"replay", "f.jsonl", "--db", "r", "--size", "640x360", "--shot", "s.png"});
    CHECK(replay.file == "f.jsonl");
    CHECK(replay.shot == "s.png");
    auto const bench = parsed<BenchOptions>(
        {"bench", "--scene", "s", "--size", "640x360", "--path", "p", "--json"});
    CHECK(bench.scene == "s");
    CHECK(bench.path == "p");
    CHECK(bench.json);
    CHECK(parsed<DoctorOptions>({"doctor"}).database.empty());
}

TEST_CASE("help of every verb tells options, exit codes and an example") {
    for (std::string const& verb : verbs) {
        CAPTURE(verb);
        CommandLine const line = refused({verb, "--help"});
        CHECK(line.exit_code == exit_done);
        CHECK(says(line, "Exit codes: 0 done; 1 "));
        CHECK(says(line, "Example:"));
        CHECK(says(line, "customer-room " + verb));
    }
    CommandLine const all = refused({"--help"});
    CHECK(all.exit_code == exit_done);
    for (std::string const& verb : verbs)
        CHECK(says(all, verb));
    CHECK(refused({"--version"}).exit_code == exit_done);
}

TEST_CASE("a wrong line is a usage error that says what would be right") {
    CommandLine const dance = refused({"dance", "--db", "r"});
    CHECK(dance.exit_code == exit_usage);
    CHECK(says(dance, "no verb \"dance\""));
    CHECK(says(dance, "run, check, import"));
    CHECK(refused({"check"}).exit_code == exit_usage);
    CHECK(refused({"check", "a", "b"}).exit_code == exit_usage);
    CHECK(refused({"metrics", "--db", "r", "--color"}).exit_code == exit_usage);
    CHECK(refused({"metrics", "--db", "r", "--json=0.5"}).exit_code == exit_usage);
    CHECK(refused({"import", "pack", "--db"}).exit_code == exit_usage);
    CHECK(refused({"check", "a", "import", "b", "--db", "c"}).exit_code == exit_usage);
    CommandLine const period = refused({"metrics", "--db", "r", "--period", "Q3"});
    CHECK(period.exit_code == exit_usage);
    CHECK(says(period, "2026-Q3"));
    CHECK(says(refused({"metrics", "--db", "r", "--at", "2026-02-30"}), "no date"));
    for (char const* size : {"", "x", "1920", "1920x", "1920x1080x3", "0x0", "-1x100", "1e3x1000",
                             "99999x99999", "1920 x 1080", "1920X1080"}) {
        CAPTURE(size);
        CommandLine const line = refused({"dump", "--db", "r", "--view", "home", "--size", size});
        CHECK(line.exit_code == exit_usage);
    }
    for (char const* inches : {"0", "-5", "nan", "inf", "86in", "1e9"}) {
        CAPTURE(inches);
        CommandLine const line = refused({"run", "--db", "r", "--diagonal-in", inches});
        CHECK(line.exit_code == exit_usage);
    }
}

TEST_CASE("an option without its value, or with an empty one, is told so") {
    CommandLine const bare = refused({"metrics", "--db", "f.sqlite", "--period"});
    CHECK(bare.exit_code == exit_usage);
    CHECK(says(bare, "--period needs a value"));
    CommandLine const empty = refused({"import", "pack", "--db", ""});
    CHECK(empty.exit_code == exit_usage);
    CHECK(says(empty, "--db: it is empty; name the room's file"));
}

TEST_CASE("--curtain opens the floor so far, without another word") {
    auto const half = parsed<RenderOptions>({"render", "--db", "f", "--size", "1920x1080", "--view",
                                             "journey:J2", "--curtain", "0.5", "--out", "x.png"});
    CHECK(half.picture.backstage);
    CHECK(half.picture.curtain == 0.5);
}
