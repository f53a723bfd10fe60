// What `bench` plays is a room like any other, and its figures are those of its frames.
#include "shell/bench.hpp"

#include <doctest/doctest.h>

#include "layout/bench_layout.hpp"
#include "metrics/room_figures.hpp"
#include "program.hpp"
#include "shell/bench_room.hpp"
#include "support/fake_measure.hpp"

namespace {

// Two stages beside each other with two cards each, one lane.
exchange::BenchScene small_scene() {
    exchange::BenchScene scene;
    scene.n = 4;
    scene.stages_per_row = 2;
    scene.bounds = {0, 0, 3600, 400};
    scene.stages = {{"Awareness 1", 0, 0}, {"Comparison 1", 0, 1}};
    for (std::uint32_t i = 0; i < 4; ++i) {
        exchange::BenchTouchpoint t;
        t.stage = i / 2;
        t.col = static_cast<std::int32_t>(i % 2);
        t.title = "Find offer " + std::to_string(i);
        t.description = "Queue is long\nForm is short";
        t.channel = "web";
        t.reliability = 61.5 + i;
        t.differentiation = 4.5;
        scene.touchpoints.push_back(t);
    }
    scene.links = {{0, 1}, {1, 2}, {2, 3}};
    scene.emotion = {{0, 0, -1}, {0, 1, 0.5}, {1, 0, 1}, {1, 1, 0}};
    return scene;
}

}  // namespace

TEST_CASE("a bench scene's reliability and differentiation become figures of the room") {
    model::Room const room = shell::bench_room(small_scene());
    REQUIRE(room.touchpoints.size() == 4);
    auto const figures = metrics::room_figures(
        room, metrics::make_index(room),
        {*room.info.default_period, {}, *model::day_after_last_observation(room)});
    CHECK(*figures.touchpoints[2].reliability == doctest::Approx(0.635));
    CHECK(*figures.touchpoints[2].own == doctest::Approx(4.5));
    CHECK(figures.touchpoints[2].state == metrics::PromiseState::Broken);
    CHECK(*figures.touchpoints[0].emotion == doctest::Approx(-2));
    CHECK(room.promises[1].wording == "Queue is long Form is short");
}

TEST_CASE("bench cards, links and curves stand where the scene's formulas put them") {
    exchange::BenchScene const scene = small_scene();
    model::Room const room = shell::bench_room(scene);
    test::FakeMeasure measure;
    layout::MapLayout const map = layout::layout_given(room, shell::bench_places(scene), measure);
    REQUIRE(map.items.size() == 4);
    CHECK(map.items[3].rect == layout::WorldRect{3060 + 300, 280, 240, 120});
    CHECK(map.items[3].column == 1);
    REQUIRE(map.connectors.size() == 3);
    CHECK(map.connectors[1].points[0] == layout::WorldPoint{300 + 240, 340});
    CHECK(map.connectors[1].points[1] == layout::WorldPoint{3060, 340});
    REQUIRE(map.curves.size() == 1);
    // Value -1 of the scene is -2 of ours: the band's foot, 260 below the stage's top.
    CHECK(map.curves[0].middle + 2 * map.curves[0].unit == doctest::Approx(260));
    CHECK(map.curves[0].points[2].x == doctest::Approx(3060 + 120));
    CHECK(map.frames[0].columns[1].name.block.lines[0].text == "Comparison 1");
}

TEST_CASE("percentiles are values that were measured") {
    std::vector<double> values;
    for (int i = 100; i >= 1; --i)
        values.push_back(i);
    shell::Spread const spread = shell::spread_of(values);
    CHECK(spread.median == 50);
    CHECK(spread.p95 == 95);
    CHECK(spread.p99 == 99);
    CHECK(spread.max == 100);
    CHECK(shell::spread_of({7}).p95 == 7);
    CHECK(shell::spread_of({}).max == 0);
}

namespace {

char const* const scene_json =
    R"({"format":"journey-bench-scene","version":1,"n":2,"seed":1,"stagesPerRow":1,
"layout":{"cardW":240,"cardH":120,"radius":12,"colPitch":300,"lanePitch":160,"stagePitchX":3060,"stagePitchY":2000,
"headerH":60,"emotionY":60,"emotionH":200,"lanesY":280},"bounds":{"x":0,"y":0,"w":540,"h":400},
"channelColours":{"web":"#2563eb"},"stages":[{"id":0,"name":"Awareness 1","row":0,"column":0}],
"touchpoints":[{"id":0,"stage":0,"lane":0,"col":0,"title":"Find new order","description":"One\nTwo","channel":"web",
"reliability":66.8,"differentiation":4.5},{"id":1,"stage":0,"lane":0,"col":1,"title":"Track order",
"description":"One\nTwo","channel":"web","reliability":96.8,"differentiation":7.5}],"links":[{"from":0,"to":1}],
"emotion":[{"stage":0,"col":0,"value":0.5},{"stage":0,"col":1,"value":-0.5}]})";

char const* const path_json = R"({"format":"camera-path","version":1,"n":2,"size":[320,180],
"cameras":[{"cx":270,"cy":200,"z":0.4},{"cx":270,"cy":200,"z":0.5},{"cx":5000,"cy":200,"z":1}]})";

void write_text(test::fs::path const& file, std::string const& text) {
    test::write_bytes(file, test::Bytes(text.begin(), text.end()));
}

}  // namespace

TEST_CASE("bench prints every promised figure as JSON") {
    test::ScratchFolder const folder;
    write_text(folder / "scene.json", scene_json);
    write_text(folder / "path.json", path_json);
    test::Run const run = test::run_program({"bench", "--scene", folder / "scene.json", "--path",
                                             folder / "path.json", "--size", "320x180", "--json"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    for (char const* const key :
         {"\"scene\":", "\"touchpoints\":2", "\"size\":[320,180]", R"("gl_renderer":")",
          "\"load_ms\":", "\"frames\":3", "\"first_frame_ms\":", R"("frame_ms":{"median":)",
          "\"build_ms\":{", "\"draw_ms\":{", "\"p95\":", "\"p99\":", "\"max\":", "\"peak_rss_mb\":",
          R"("visible":{"median":2,"max":2})"}) {
        CAPTURE(key);
        CHECK(run.out.find(key) != std::string::npos);
    }
}

TEST_CASE("bench refuses a scene that is none, with its file and line") {
    test::ScratchFolder const folder;
    write_text(folder / "scene.json", R"({"format":"soup"})");
    write_text(folder / "path.json", path_json);
    test::Run const run = test::run_program({"bench", "--scene", folder / "scene.json", "--path",
                                             folder / "path.json", "--size", "320x180"});
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("scene.json:1:") != std::string::npos);
    CHECK(run.out.empty());
}
