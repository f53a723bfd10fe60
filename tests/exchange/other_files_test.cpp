#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "exchange/bench_scene.hpp"
#include "exchange/camera_path.hpp"
#include "exchange/catalogue_file.hpp"
#include "exchange/json_reader.hpp"
#include "exchange/place_finder.hpp"
#include "exchange/replay_file.hpp"

namespace {

namespace fs = std::filesystem;

fs::path write(std::string const& name, std::string const& text) {
    fs::path const path = fs::path(BINARY_ROOT) / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::string first_problem(exchange::ReplayResult const& result) {
    return result.problems.empty() ? "" : exchange::format(result.problems.front());
}

// A scene of one stage and two touchpoints, as bench reads it.
std::string const scene_text = R"({
"format":"journey-bench-scene","version":1,"n":2,"seed":1,"stagesPerRow":3,
"layout":{"cardW":240,"cardH":120,"radius":12,"colPitch":300,"lanePitch":160,"stagePitchX":3060,"stagePitchY":2000,"headerH":60,"emotionY":60,"emotionH":200,"lanesY":280},
"bounds":{"x":0,"y":0,"w":2940,"h":1840},
"channelColours":{"web":"#0ea5e9"},
"stages":[{"id":0,"name":"Discover 1","row":0,"column":0}],
"touchpoints":[{"id":0,"stage":0,"lane":0,"col":0,"title":"Ask a price","description":"one\ntwo","channel":"web","reliability":66.8,"differentiation":4.5},
{"id":1,"stage":0,"lane":0,"col":1,"title":"Pay","description":"","channel":"web","reliability":99,"differentiation":0}],
"links":[{"from":0,"to":1}],
"emotion":[{"stage":0,"col":0,"value":-0.25}]
})";

std::string scene_problem(std::string const& from, std::string const& to) {
    std::string text = scene_text;
    std::size_t const at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    auto const result = exchange::read_bench_scene_text(text, "s.json");
    CHECK_FALSE(result.value);
    return result.problem ? exchange::format(*result.problem) : "";
}

}  // namespace

TEST_CASE("the text catalogue is read, and refused with its place when it is wrong") {
    auto const catalogue = exchange::read_catalogue(fs::path(SOURCE_ROOT) / "assets/text/en.json");
    CHECK(catalogue.text("no.such.key") == "no.such.key");
    auto const good = write("good_catalogue.json", R"({"a.b": "Hello {0}"})");
    CHECK(exchange::read_catalogue(good).format("a.b", {"you"}) == "Hello you");
    auto const bad = write("bad_catalogue.json", "{\"a\": \"x\",\n \"b\": 3}");
    CHECK_THROWS_WITH_AS(exchange::read_catalogue(bad),
                         (bad.string() + ":2:7: \"b\" is not a text; write it in quotes").c_str(),
                         std::runtime_error);
    CHECK_THROWS_WITH_AS(exchange::read_catalogue("no/such.json"),
                         "no/such.json:1:1: there is no such file", std::runtime_error);
}

TEST_CASE("a replay is read as contacts and commands") {
    auto const result = exchange::read_replay_text(
        "{\"t_ms\":0,\"contact\":7,\"phase\":\"begin\",\"x\":960.5,\"y\":540}\n"
        "\n"
        "{\"t_ms\":16,\"contact\":7,\"phase\":\"cancel\",\"x\":1,\"y\":2}\r\n"
        "{\"t_ms\":900,\"command\":\"show\",\"view\":\"stage:S1\"}\n"
        "{\"t_ms\":900,\"command\":\"overlay\",\"key\":\"emotion\"}\n"
        "{\"t_ms\":901,\"command\":\"persona\",\"key\":null}\n"
        "{\"t_ms\":902,\"command\":\"persona\",\"persona\":\"amara\"}\n"
        "{\"t_ms\":903,\"command\":\"backstage\",\"on\":true}\n"
        "{\"t_ms\":904,\"command\":\"period\",\"period\":\"2026-Q3\"}\n"
        "{\"t_ms\":905,\"command\":\"open\",\"touchpoint\":\"T1\"}\n"
        "{\"t_ms\":906,\"command\":\"home\"}",
        "r.jsonl");
    CHECK(first_problem(result) == "");
    REQUIRE(result.lines.size() == 10);
    auto const& contact = std::get<exchange::ReplayContact>(result.lines[0].what);
    CHECK(contact.contact == 7);
    CHECK(contact.x == 960.5);
    CHECK(std::get<exchange::ReplayContact>(result.lines[1].what).phase ==
          exchange::ReplayPhase::Cancel);
    CHECK(result.lines[1].line == 3);
    CHECK(std::get<exchange::ReplayCommand>(result.lines[2].what).view == "stage:S1");
    CHECK(std::get<exchange::ReplayCommand>(result.lines[3].what).overlay == "emotion");
    CHECK(std::get<exchange::ReplayCommand>(result.lines[4].what).persona_is_null);
    CHECK(std::get<exchange::ReplayCommand>(result.lines[5].what).persona == "amara");
    CHECK(std::get<exchange::ReplayCommand>(result.lines[6].what).on == true);
    CHECK(std::get<exchange::ReplayCommand>(result.lines[7].what).period == "2026-Q3");
    CHECK(std::get<exchange::ReplayCommand>(result.lines[8].what).touchpoint == "T1");
}

TEST_CASE("a replay is refused where it is wrong") {
    struct Case {
        std::string line, expected;
    };
    std::vector<Case> const cases = {
        {R"({"t_ms":5,"command":"home"})", "r:2:9: t_ms goes back"},
        {R"({"t_ms":50,"command":"fly"})", "r:2:22: \"fly\" is not a command"},
        {R"({"t_ms":50,"command":"show"})", "r:2:1: \"view\" is missing"},
        {R"({"t_ms":50,"command":"backstage","on":1})", "r:2:39: \"on\" is a number"},
        {R"({"t_ms":50,"contact":1,"phase":"press","x":1,"y":1})",
         "r:2:32: \"press\" is not a phase"},
        {R"({"t_ms":50,"contact":1.5,"phase":"end","x":1,"y":1})",
         "r:2:22: \"contact\" must be a whole"},
        {R"({"t_ms":50,"contact":1,"phase":"end","x":1e300,"y":1})",
         "r:2:42: \"x\" is outside what can be played; it must be from -1000000 to 1000000"},
        {R"({"t_ms":50,"command":"curtain","open":1.5})",
         "r:2:39: \"open\" is outside what can be played; it must be from 0 to 1"},
        {R"({"t_ms":50,"contact":1,"phase":"end","x":1})", "r:2:1: \"y\" is missing"},
        {"{\"t_ms\":50}", "r:2:1: the line needs either"},
        {R"({"t_ms":50,"contact":1,"command":"home"})", "r:2:1: the line needs either"},
        {R"({"command":"home"})", "r:2:1: \"t_ms\" is missing"},
        {"[]", "r:2:1: the line is not a JSON object"},
        {"{\"t_ms\":50,", "r:2:12: not valid JSON"},
    };
    for (Case const& c : cases) {
        auto const result =
            exchange::read_replay_text("{\"t_ms\":10,\"command\":\"home\"}\n" + c.line + "\n", "r");
        CAPTURE(c.line);
        CHECK(result.lines.empty());
        CHECK(result.problem_count == 1);
        CHECK(first_problem(result).starts_with(c.expected));
    }
    CHECK(first_problem(exchange::read_replay("no/such.jsonl")) ==
          "no/such.jsonl:1:1: there is no such file");
}

TEST_CASE("a bench scene is read whole") {
    auto const result = exchange::read_bench_scene_text(scene_text, "s.json");
    REQUIRE_MESSAGE(result.value, exchange::format(*result.problem));
    exchange::BenchScene const& scene = *result.value;
    CHECK(scene.n == 2);
    CHECK(scene.stages_per_row == 3);
    CHECK(scene.layout.lanes_y == 280);
    CHECK(scene.bounds.w == 2940);
    CHECK(scene.channel_colours[0].second == "#0ea5e9");
    CHECK(scene.stages[0].name == "Discover 1");
    REQUIRE(scene.touchpoints.size() == 2);
    CHECK(scene.touchpoints[0].description == "one\ntwo");
    CHECK(scene.touchpoints[0].reliability == 66.8);
    CHECK(scene.touchpoints[1].col == 1);
    CHECK(scene.links[0].to == 1);
    CHECK(scene.emotion[0].value == -0.25);
}

TEST_CASE("a bench scene is refused where it is wrong") {
    CHECK(scene_problem("journey-bench-scene", "room").find("s.json:2:") == 0);
    CHECK(scene_problem("\"version\":1", "\"version\":2").find("version") != std::string::npos);
    CHECK(scene_problem("\"title\":\"Pay\",", "").find("s.json:8:1: this item needs \"title\"") ==
          0);
    CHECK(scene_problem("\"id\":1,", "\"id\":5,").find("s.json:8:1: the id of a touchpoint") == 0);
    CHECK(scene_problem("\"stage\":0,\"lane\"", "\"stage\":4,\"lane\"").find("not there") !=
          std::string::npos);
    CHECK(scene_problem("\"to\":1", "\"to\":2").find("not there") != std::string::npos);
    CHECK(scene_problem("\"to\":1", "\"to\":-1").find("s.json:9:10: this item needs \"to\"") == 0);
    CHECK(scene_problem("\"w\":2940", "\"w\":0").find("no size") != std::string::npos);
    CHECK(scene_problem("66.8", "1e999").find("not valid JSON") != std::string::npos);
    CHECK(scene_problem("{\"web\"", std::string(70, '[')).find("64 levels") != std::string::npos);
}

TEST_CASE("a camera path is read, and refused where it is wrong") {
    std::string const good =
        R"({"format":"camera-path","version":1,"n":10,"size":[1920,1080],"cameras":[{"cx":1,"cy":-2.5,"z":0.5}]})";
    auto const path = exchange::read_camera_path_text(good, "p");
    REQUIRE(path.value);
    CHECK(path.value->width == 1920);
    CHECK(path.value->height == 1080);
    CHECK(path.value->n == 10);
    REQUIRE(path.value->cameras.size() == 1);
    CHECK(path.value->cameras[0].cy == -2.5);
    for (std::string const bad :
         {R"({"format":"camera-path","size":[1920,1080],"cameras":[{"cx":1,"cy":1,"z":0}]})",
          R"({"format":"camera-path","size":[1920,1080],"cameras":[]})",
          R"({"format":"camera-path","size":[1920],"cameras":[{"cx":1,"cy":1,"z":1}]})",
          R"({"format":"camera","size":[1920,1080],"cameras":[{"cx":1,"cy":1,"z":1}]})", R"(7)",
          R"({)"}) {
        CAPTURE(bad);
        auto const result = exchange::read_camera_path_text(bad, "p");
        CHECK_FALSE(result.value);
        REQUIRE(result.problem);
        CHECK(result.problem->line == 1);
    }
}

TEST_CASE("places found by marks are those counted from the start") {
    std::string text = "\xEF\xBB\xBF";
    for (int i = 0; i < 3000; ++i)
        text += i % 7 == 0 ? "\xC3\xA9\n"
                           : "\xF0\x9F\x98\xA1"
                             "ab";
    exchange::PlaceFinder const finder(text);
    for (std::size_t offset = 3; offset < text.size(); ++offset) {
        if ((static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) continue;
        REQUIRE(finder.place(offset) == exchange::place_of(text, offset));
    }
}

TEST_CASE("JSON values know where they stand") {
    std::string const text = "{\"a\": [1, {\"b\": \"\xC3\xA9\\n\"}],\n  \"c\" : null}";
    auto const result = exchange::read_json(text);
    REQUIRE(result.value);
    auto const place = [&](exchange::JsonValue const& value) {
        exchange::Place const at = exchange::place_of(text, value.offset);
        return std::to_string(at.line) + ":" + std::to_string(at.column);
    };
    auto const& list = result.value->member("a")->value;
    CHECK(place(list) == "1:7");
    CHECK(place(list.items[0]) == "1:8");
    CHECK(place(list.items[1]) == "1:11");
    CHECK(place(list.items[1].member("b")->value) == "1:17");
    CHECK(place(result.value->member("c")->value) == "2:9");
    CHECK(list.items[1].member("b")->value.text == "\xC3\xA9\n");
    CHECK(exchange::canonical_json(*result.value) ==
          "{\"a\":[1,{\"b\":\"\xC3\xA9\\n\"}],\"c\":null}");
}

TEST_CASE("a replay says how far the curtain opens, from 0 to 1") {
    auto const read = [](std::string const& open) {
        return exchange::read_replay_text(R"({"t_ms":1,"command":"curtain","open":)" + open + "}\n",
                                          "r");
    };
    auto const half = read("0.5");
    REQUIRE(half.lines.size() == 1);
    CHECK(std::get<exchange::ReplayCommand>(half.lines[0].what).open == 0.5);
    CHECK(read("1.5").problem_count == 1);
    CHECK(read("true").problem_count == 1);
}

TEST_CASE("a misspelt member of a replay is pointed at, with the one that is meant") {
    auto const first = [](std::string const& line) {
        return first_problem(exchange::read_replay_text(line + "\n", "r"));
    };
    CHECK(first(R"({"t_ms":1,"command":"show","veiw":"home"})") ==
          "r:1:28: \"veiw\" means nothing here; the nearest that does is \"view\"");
    CHECK(first(R"({"t_ms":1,"command":"light","nod":"crm"})") ==
          "r:1:29: \"nod\" means nothing here; the nearest that does is \"node\"");
    CHECK(first(R"({"t_ms":1,"command":"edit","edit":"wait","node":"crm","minuts":2})") ==
          "r:1:55: \"minuts\" means nothing here; the nearest that does is \"minutes\"");
    CHECK(first(R"({"t_ms":1,"command":"light","note":"the van"})") ==
          "r:1:29: \"note\" means nothing here; the nearest that does is \"node\"");
    CHECK(first(R"({"t_ms":1,"command":"light","said":"look here"})") == "");
}
