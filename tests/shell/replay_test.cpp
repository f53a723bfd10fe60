// Recorded contacts and commands in, the final state out: through the same session as the window's.
#include "shell/replay.hpp"

#include <cmath>

#include "app/small_wall.hpp"
#include "program.hpp"

using app_test::SmallWall;

namespace {

std::vector<shell::ReplayStep> steps(SmallWall const& wall, std::string const& lines) {
    exchange::ReplayResult const read = exchange::read_replay_text(lines, "test.jsonl");
    REQUIRE(read.problems.empty());
    shell::ReplaySteps made = shell::replay_steps(wall.ground.room, read.lines, "test.jsonl");
    REQUIRE(made.problems.empty());
    return made.steps;
}

// The final state after the lines, from the level on.
std::string played(std::string const& lines) {
    SmallWall wall;
    shell::play(wall.session, steps(wall, lines));
    std::string const json = shell::final_state_json(wall.ground.world(), wall.state());
    auto const from = json.find("\"level\"");
    REQUIRE(from != std::string::npos);
    return json.substr(from);
}

std::string contact(double t_ms, int id, std::string const& phase, base::ScreenPoint at) {
    return "{\"t_ms\":" + std::to_string(t_ms) + ",\"contact\":" + std::to_string(id) +
           R"(,"phase":")" + phase + R"(","x":)" + std::to_string(at.x) +
           ",\"y\":" + std::to_string(at.y) + "}\n";
}

}  // namespace

TEST_CASE("the final state names the board that is shown") {
    std::string const shown = R"({"t_ms":0,"command":"show","view":"board:components"})";
    CHECK(played(shown).find("\"board\":\"board:components\"") != std::string::npos);
    CHECK(played(shown + "\n" + R"({"t_ms":9,"command":"home"})").find("\"board\":null") !=
          std::string::npos);
}

TEST_CASE("a lens and an overlay that there are not are told what there is") {
    SmallWall wall;
    std::string const lines = R"({"t_ms":0,"command":"lens","kind":"rolle"}
{"t_ms":0,"command":"overlay","key":"truth"})";
    auto const read = exchange::read_replay_text(lines, "test.jsonl");
    REQUIRE(read.problems.empty());
    auto const made = shell::replay_steps(wall.ground.room, read.lines, "test.jsonl");
    REQUIRE(made.problems.size() == 2);
    CHECK(exchange::format(made.problems[0]).find("role or function") != std::string::npos);
    CHECK(exchange::format(made.problems[1]).find("perception-gap") != std::string::npos);
}

TEST_CASE("every command of a replay file is obeyed, and motion comes to its end") {
    CHECK(played("") ==
          "\"level\":0,\"journey\":\"J0\",\"stage\":\"S2\",\"touchpoint\":null,\"overlay\":"
          "\"reliability\","
          "\"persona\":null,\"period\":\"2026-09\",\"backstage\":false,\"open_cards\":[],"
          "\"definitions\":[],\"lit\":[],\"lens\":null,\"evidence\":[],\"focus\":"
          "null,\"board\":null,\"curtain\":0,\"tour\":null,"
          "\"session\":null}");
    CHECK(played(R"({"t_ms":0,"command":"show","view":"touchpoint:T1"}
{"t_ms":10,"command":"overlay","key":"emotion"}
{"t_ms":20,"command":"persona","key":"liv"}
{"t_ms":30,"command":"period","period":"2026-08"}
{"t_ms":40,"command":"backstage","on":true}
{"t_ms":50,"command":"open","touchpoint":"T5"}
{"t_ms":60,"command":"open","touchpoint":"T6"}
{"t_ms":70,"command":"close","touchpoint":"T5"})") ==
          "\"level\":0,\"journey\":\"J0\",\"stage\":\"S1\",\"touchpoint\":\"T1\",\"overlay\":"
          "\"emotion\","
          "\"persona\":\"liv\",\"period\":\"2026-08\",\"backstage\":true,\"open_cards\":[\"T1\","
          "\"T6\"],\"definitions\":[],\"lit\":[],\"lens\":null,\"evidence\":[],\"focus\":"
          "\"touchpoint:T1\",\"board\":null,"
          "\"curtain\":0,\"tour\":null,\"session\":null}");
    CHECK(played(R"({"t_ms":0,"command":"persona","key":"liv"}
{"t_ms":0,"command":"persona","key":null}
{"t_ms":0,"command":"show","view":"stage:A1"}
{"t_ms":0,"command":"next"}
{"t_ms":0,"command":"next"}
{"t_ms":0,"command":"previous"})")
              .starts_with("\"level\":1,\"journey\":\"J1\",\"stage\":\"A2\""));
    CHECK(played(R"({"t_ms":0,"command":"show","view":"stage:B2"}
{"t_ms":0,"command":"fit"}
{"t_ms":0,"command":"home"}
{"t_ms":0,"command":"back"})")
              .starts_with("\"level\":2,\"journey\":\"J2\""));
}

TEST_CASE("a replay shows boards, and a drag recorded there moves no map") {
    SmallWall wall;
    shell::play(
        wall.session,
        steps(wall, "{\"t_ms\":0,\"command\":\"show\",\"view\":\"board:measures\"}\n" +
                        contact(900, 1, "begin", {600, 500}) + contact(950, 1, "move", {800, 600}) +
                        contact(990, 1, "end", {800, 600})));
    CHECK(wall.state().view.board == scene::Board::Measures);
    CHECK(wall.state().view.camera == SmallWall().state().view.camera);
    auto const read = exchange::read_replay_text(
        "{\"t_ms\":0,\"command\":\"show\",\"view\":\"board:none\"}\n", "test.jsonl");
    CHECK_FALSE(shell::replay_steps(wall.ground.room, read.lines, "test.jsonl").problems.empty());
}

TEST_CASE("a recorded pinch keeps the touched points under the fingers, as the final camera says") {
    SmallWall wall;
    base::ScreenPoint const a{850, 480}, b{1010, 560}, out{150, 75};
    auto const state = [&](std::string const& lines) {
        SmallWall fresh;
        shell::play(fresh.session, steps(fresh, lines));
        return fresh.state().view.camera;
    };
    auto const before = state("");
    auto const after = state(contact(0, 1, "begin", a) + contact(3, 2, "begin", b) +
                             contact(40, 1, "move", a - out) + contact(40, 2, "move", b + out) +
                             contact(90, 1, "end", a - out) + contact(95, 2, "end", b + out));
    auto const viewport = app::viewport_of(wall.state());
    for (auto const& [from, to] : {std::pair{a, a - out}, std::pair{b, b + out}}) {
        auto const now = scene::to_screen(after, viewport, scene::to_world(before, viewport, from));
        CHECK(std::hypot(now.x - to.x, now.y - to.y) < 0.5);
    }
}

TEST_CASE("a recorded tap on a touchpoint opens its card") {
    SmallWall wall;
    auto const at = wall.middle_of("touchpoint:T4");
    auto const json = played(contact(0, 1, "begin", at) + contact(90, 1, "end", at));
    CHECK(json.find("\"open_cards\":[\"T4\"]") != std::string::npos);
}

TEST_CASE("a replay asks what a figure rests on, by name, and a tap on it closes it") {
    std::string const asked = R"({"t_ms":0,"command":"open","touchpoint":"T1"}
{"t_ms":900,"command":"define","figure":"kept:T1"}
{"t_ms":1800,"command":"define","figure":"yield:S2"})";
    CHECK(played(asked).find("\"definitions\":[\"kept:T1\",\"yield:S2\"]") != std::string::npos);
    CHECK(played(asked + "\n{\"t_ms\":2000,\"command\":\"close\",\"touchpoint\":\"T1\"}")
              .find("\"definitions\":[\"yield:S2\"]") != std::string::npos);
    SmallWall wall;
    for (char const* wrong : {"kept:T99", "kept:", "yield:NO", "mood:T1", "kept", ""}) {
        auto const read = exchange::read_replay_text(
            R"({"t_ms":0,"command":"define","figure":")" + std::string(wrong) + "\"}",
            "test.jsonl");
        CHECK(shell::replay_steps(wall.ground.room, read.lines, "test.jsonl").problem_count == 1);
    }
}

TEST_CASE("a replay that names what the room does not have is refused with its place") {
    SmallWall wall;
    std::string lines = R"({"t_ms":0,"command":"home"}
{"t_ms":1,"command":"show","view":"stage:NO"}
{"t_ms":2,"command":"persona","key":"nobody"}
{"t_ms":3,"command":"open","touchpoint":"T99"}
)";
    for (int i = 0; i < 300; ++i)
        lines += "{\"t_ms\":4,\"command\":\"open\",\"touchpoint\":\"T98\"}\n";
    auto const read = exchange::read_replay_text(lines, "test.jsonl");
    REQUIRE(read.problems.empty());
    auto const made = shell::replay_steps(wall.ground.room, read.lines, "test.jsonl");
    CHECK(made.steps.empty());
    CHECK(made.problem_count == 303);
    REQUIRE(made.problems.size() == 200);
    CHECK(exchange::format(made.problems[0])
              .starts_with("test.jsonl:2:35: the room has no view \"stage:NO\" (the nearest are "));
    CHECK(exchange::format(made.problems[1]).find("no persona \"nobody\" (") != std::string::npos);
    CHECK(exchange::format(made.problems[2])
              .starts_with("test.jsonl:4:41: the room has no touchpoint \"T99\" ("));
}

TEST_CASE("the replay verb prints the final state as its last line, the same every time") {
    test::ScratchFolder const folder;
    std::string const file = folder / "room.sqlite";
    REQUIRE(test::run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", file}).exit_code ==
            0);
    std::string const recorded = folder / "taps.jsonl";
    std::string const lines = "{\"t_ms\":0,\"command\":\"show\",\"view\":\"journey:J2\"}\n";
    test::write_bytes(recorded, test::Bytes(lines.begin(), lines.end()));
    std::vector<std::string> const line{"replay", recorded, "--db", file, "--size", "1920x1080"};
    auto const run = test::run_program(line);
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(run.out.starts_with("{\"camera\":{\"x\":"));
    CHECK(run.out.find("\"level\":1,\"journey\":\"J2\"") != std::string::npos);
    CHECK(run.out.ends_with("\"session\":null}\n"));
    CHECK(test::run_program(line).out == run.out);
    CHECK(test::run_program({"replay", folder / "none.jsonl", "--db", file, "--size", "1920x1080"})
              .exit_code == 1);
}
