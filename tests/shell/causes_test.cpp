// The chain of a failure on the open floor, told tap by tap, and the lenses: what replays, pictures
// and hands make of them.
#include "app/causes.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "metrics/hand_offs.hpp"
#include "scene/floor_looks.hpp"
#include "shell/picture_state.hpp"
#include "shell/program.hpp"
#include "shell/replay.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

using Keys = std::vector<std::string>;

struct Floor {
    shell::Wall wall{room_of(demo()), files()};
    app::Session session{wall.world(), {.size = {1920, 1080}}};
    double t_ms = 0;

    void go(app::Command const& command) {
        session.obey(command, t_ms);
        session.advance(t_ms += 3000);
    }
    void play(std::string const& lines) {
        auto const read = exchange::read_replay_text(lines, "causes.jsonl");
        REQUIRE(read.problems.empty());
        auto const made = shell::replay_steps(wall.room(), read.lines, "causes.jsonl");
        REQUIRE(made.problems.empty());
        shell::play(session, made.steps);
    }
    Keys lit() {
        Keys keys;
        for (auto const node : app::lit_nodes(wall.world(), session.state()))
            keys.push_back(wall.room().blueprint_nodes[node.index()].key);
        return keys;
    }
    std::string json() { return shell::final_state_json(wall.world(), session.state()); }
    std::string dump() {
        scene::DrawList list;
        wall.build(session.state(), list);
        return wall.dump(list);
    }
};

bool says(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t problems_of(std::string const& line) {
    model::Room const room = room_of(demo());
    auto const read = exchange::read_replay_text(line, "causes.jsonl");
    return read.problem_count + shell::replay_steps(room, read.lines, "causes.jsonl").problem_count;
}

}  // namespace

TEST_CASE("the final state tells a half open curtain from an open and a closed one") {
    std::string const journey = R"({"t_ms":0,"command":"show","view":"journey:J2"})"
                                "\n";
    auto const state = [&](std::string const& command) {
        Floor floor;
        floor.play(journey + command);
        return floor.json();
    };
    CHECK(says(state(R"({"t_ms":9,"command":"curtain","open":0.5})"), "\"curtain\":0.5,"));
    CHECK(says(state(R"({"t_ms":9,"command":"curtain","open":0.045})"), "\"curtain\":0.045,"));
    CHECK(says(state(R"({"t_ms":9,"command":"backstage","on":true})"), "\"curtain\":1,"));
    CHECK(says(state(R"({"t_ms":9,"command":"curtain","open":0})"), "\"curtain\":0,"));
}

TEST_CASE("the clicker tells the chain of the part that did not come, step by step and back") {
    Floor floor;
    floor.play(R"({"t_ms":0,"command":"light","touchpoint":"T41"})");
    CHECK(floor.lit() == Keys{"second-visit"});
    Keys const order{"second-visit", "parts-request", "van-stock", "supplier", "repair", "heater"};
    for (std::size_t told = 2; told <= order.size(); ++told) {
        floor.go(app::Next{});
        CHECK(floor.lit() == Keys(order.begin(), order.begin() + static_cast<int>(told)));
    }
    floor.go(app::Previous{});
    CHECK(floor.lit().size() == 5);
    CHECK(floor.session.state().view.backstage);
    CHECK(app::whereabouts(floor.wall.world(), floor.session.state()).journey == "J2");
}

TEST_CASE("when all is told the clicker goes on along the journey, and Back puts the chain out") {
    Floor floor;
    floor.play(R"({"t_ms":0,"command":"light","node":"van-stock"})");
    for (int i = 0; i < 4; ++i)
        floor.go(app::LightStep{});
    CHECK(floor.lit().size() == 5);
    auto const camera = floor.session.state().view.camera;
    floor.go(app::LightStep{});
    CHECK(floor.lit().size() == 5);
    CHECK(floor.session.state().view.camera == camera);
    floor.go(app::Next{});
    CHECK_FALSE(floor.session.state().view.camera == camera);
    floor.go(app::Back{});
    CHECK(floor.lit().empty());
}

TEST_CASE("the end of a replay says what is lit, the lens and the open evidence") {
    Floor floor;
    floor.play(R"({"t_ms":0,"command":"light","touchpoint":"T41"}
{"t_ms":10,"command":"light_step"}
{"t_ms":20,"command":"evidence","key":"T38:tracking-text.png"}
{"t_ms":30,"command":"evidence","touchpoint":"T41"})");
    CHECK(says(floor.json(), R"("lit":["second-visit","parts-request"],"lens":null)"));
    CHECK(says(floor.json(), R"("evidence":["T38:tracking-text.png","T41:words"])"));
    floor.play(R"({"t_ms":9000,"command":"lens","kind":"role","key":"Field planning"}
{"t_ms":9010,"command":"evidence_close","key":"T38"})");
    CHECK(says(floor.json(), R"("lit":[],"lens":"role:Field planning","evidence":["T41:words"])"));
    floor.play(R"({"t_ms":19000,"command":"lens","kind":"hand-offs"})");
    CHECK(says(floor.json(), R"("lens":"hand-offs")"));
    floor.play(R"({"t_ms":29000,"command":"lens","kind":"none"})");
    CHECK(says(floor.json(), R"("lens":null)"));
    floor.play(R"({"t_ms":39000,"command":"light","touchpoint":"T41"}
{"t_ms":39010,"command":"light"})");
    CHECK(says(floor.json(), R"("lit":[])"));
}

TEST_CASE("a replay that names what the room does not have is refused") {
    for (char const* line :
         {R"({"t_ms":0,"command":"light","node":"nobody"})",
          R"({"t_ms":0,"command":"light","touchpoint":"T01"})",
          R"({"t_ms":0,"command":"light","node":5})", R"({"t_ms":0,"command":"lens"})",
          R"({"t_ms":0,"command":"lens","kind":"role"})",
          R"({"t_ms":0,"command":"lens","kind":"policy","key":"x"})",
          R"({"t_ms":0,"command":"lens","kind":"moon"})", R"({"t_ms":0,"command":"evidence"})",
          R"({"t_ms":0,"command":"evidence","key":"T41:none.png"})"}) {
        CAPTURE(line);
        CHECK(problems_of(line) == 1);
    }
}

TEST_CASE("closing the floor or going home puts out the chain and the lens") {
    Floor floor;
    floor.go(app::Show{"journey:J2"});
    floor.play(R"({"t_ms":9000,"command":"light","touchpoint":"T37"})");
    floor.t_ms = 12'000;
    floor.go(app::SetBackstage{false});
    CHECK(floor.lit().empty());
    floor.go(app::SetLens{{scene::LensKind::Policy, {}}});
    CHECK(floor.session.state().view.backstage);
    floor.go(app::SetBackstage{false});
    CHECK(floor.session.state().view.lens.kind == scene::LensKind::None);
    floor.go(app::Light{{model::BlueprintNodeId(0)}, true});
    floor.go(app::Home{});
    CHECK(floor.lit().empty());
}

TEST_CASE("the same lens twice is none, and a chain that is lit takes the lens away") {
    Floor floor;
    floor.go(app::Show{"journey:J2"});
    scene::Lens const lens{scene::LensKind::Role, "Parts"};
    floor.go(app::SetLens{lens});
    CHECK(floor.session.state().view.lens == lens);
    floor.go(app::SetLens{lens});
    CHECK(floor.session.state().view.lens == scene::Lens{});
    floor.go(app::SetLens{lens});
    floor.go(app::Light{{model::BlueprintNodeId(0)}, false});
    CHECK(floor.session.state().view.lens == scene::Lens{});
}

TEST_CASE("through a lens its own steps stand out, with what they hold up, and the title says so") {
    Floor floor;
    floor.go(app::Show{"journey:J2"});
    floor.go(app::SetBackstage{true});
    auto const& room = floor.wall.room();
    auto const looks = [&](scene::Lens const& lens) {
        floor.go(app::SetLens{{}});
        floor.go(app::SetLens{lens});
        return scene::floor_looks(room, floor.session.state().view);
    };
    auto const lit = [&](scene::FloorLooks const& all) {
        std::set<std::string> keys;
        for (std::size_t i = 0; i < all.nodes.size(); ++i) {
            if (all.nodes[i].emphasis == scene::Emphasis::Lit)
                keys.insert(room.blueprint_nodes[i].key);
        }
        return keys;
    };
    auto const expected = [&](auto const& wanted) {
        std::set<std::string> keys;
        for (auto const& node : room.blueprint_nodes) {
            if (wanted(node)) keys.insert(node.key);
        }
        return keys;
    };
    SUBCASE("of a function: all that it does") {
        auto const all = looks({scene::LensKind::Function, "IT"});
        auto const own = expected([](auto const& node) { return node.team == "IT"; });
        REQUIRE_FALSE(own.empty());
        CHECK(lit(all) == own);
        // How its steps reach customers stands beside them, the rest steps back.
        auto const way = std::count_if(all.nodes.begin(), all.nodes.end(), [](auto const& look) {
            return look.emphasis == scene::Emphasis::Normal;
        });
        CHECK(way > 0);
        CHECK(static_cast<std::size_t>(way) + own.size() < room.blueprint_nodes.size());
        CHECK(says(floor.dump(), "IT"));
    }
    SUBCASE("of the rules: the lane of policies") {
        auto const own =
            expected([](auto const& node) { return node.lane == model::BlueprintLane::Policy; });
        REQUIRE(own.size() == 2);
        CHECK(lit(looks({scene::LensKind::Policy, {}})) == own);
    }
    SUBCASE("of the staff: none is described, so all steps back") {
        auto const all = looks({scene::LensKind::Employee, {}});
        CHECK(lit(all).empty());
        CHECK(std::all_of(all.nodes.begin(), all.nodes.end(), [](auto const& look) {
            return look.emphasis == scene::Emphasis::Dimmed;
        }));
    }
}

TEST_CASE("chain and lens ease in and out; in calm motion they are there at once") {
    Floor floor;
    floor.go(app::Show{"journey:J2"});
    floor.go(app::SetBackstage{true});
    auto const view = [&]() -> scene::View const& { return floor.session.state().view; };
    auto const share_of = [&](scene::Emphasis emphasis) {
        for (auto const& look : scene::floor_looks(floor.wall.room(), view()).nodes) {
            if (look.emphasis == emphasis) return look.share;
        }
        return 0.0;
    };
    floor.session.obey(app::SetLens{{scene::LensKind::Policy, {}}}, floor.t_ms);
    floor.session.advance(floor.t_ms += 60);
    CHECK(floor.session.state().moving());
    double const early = share_of(scene::Emphasis::Dimmed);
    CHECK(early > 0);
    CHECK(early < 1);
    floor.session.advance(floor.t_ms += 60);
    CHECK(share_of(scene::Emphasis::Dimmed) > early);
    floor.session.advance(floor.t_ms += 400);
    CHECK(share_of(scene::Emphasis::Dimmed) == 1);
    // It goes as it came.
    floor.session.obey(app::SetLens{{}}, floor.t_ms);
    floor.session.advance(floor.t_ms += 60);
    CHECK(share_of(scene::Emphasis::Dimmed) > 0);
    floor.session.advance(floor.t_ms += 400);
    CHECK(share_of(scene::Emphasis::Dimmed) == 0);
    floor.session.obey(app::SetCalmMotion{true}, floor.t_ms);
    floor.session.obey(app::SetLens{{scene::LensKind::Policy, {}}}, floor.t_ms);
    CHECK(share_of(scene::Emphasis::Dimmed) == 1);
}

TEST_CASE("nodes that are not there light nothing") {
    Floor floor;
    floor.go(app::Light{{model::BlueprintNodeId(9999), model::BlueprintNodeId()}, true});
    CHECK(floor.lit().empty());
    CHECK_FALSE(floor.session.state().view.backstage);
}

TEST_CASE("the lenses name each team once, under the heading of what it is to customers") {
    shell::Wall wall(room_of(demo()), files());
    app::Session session(wall.world(), {.size = {1920, 1080}});
    session.obey(app::Show{"journey:J2"}, 0);
    session.obey(app::SetBackstage{true}, 0);
    session.obey(app::ToggleLenses{}, 0);
    session.settle();
    auto const choices = [&] {
        std::map<std::string, scene::Control> found;
        for (scene::Control const& control : wall.chrome(session.state()).controls) {
            if (control.kind != scene::ControlKind::LensChoice) continue;
            CHECK(found.emplace(control.label, control).second);
        }
        return found;
    };
    auto const menu = choices();
    for (auto const& team : metrics::departments(wall.room(), session.state().view.curtain_of)) {
        CAPTURE(team);
        REQUIRE(menu.count(team) == 1);
        // Nobody of IT stands before the customer.
        CHECK(menu.at(team).lens.kind ==
              (team == "IT" ? scene::LensKind::Function : scene::LensKind::Role));
    }
    // However it came to be looked through.
    session.obey(app::SetLens{*scene::parse_lens("function:Parts")}, 0);
    session.obey(app::ToggleLenses{}, 0);
    session.settle();
    if (!session.state().view.lenses_open) session.obey(app::ToggleLenses{}, 0);
    CHECK(choices().at("Parts").on);
    CHECK_FALSE(choices().at("IT").on);
}
