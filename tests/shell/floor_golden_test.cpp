// One picture of the open floor, compared with tests/golden: lanes, lines, boxes, links and a lit
// chain, without what stands around the map.
#include <doctest/doctest.h>

#include "app/update.hpp"
#include "render/golden.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "shell/headless.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

TEST_CASE(
    "the open floor of \"Get my heating fixed\" with the chain of a late part looks as ever") {
    shell::Wall wall(room_of(demo()), files());
    app::StartOptions options;
    options.size = {1280, 720};
    options.backstage = true;
    app::AppState state = app::start(wall.world(), options);
    app::update(wall.world(), state, app::Show{"journey:J2"});
    auto const node = model::find_node(wall.room(), "second-visit");
    REQUIRE(node.valid());
    app::update(wall.world(), state, app::Light{{node}, true});
    app::settle(wall.world(), state);
    state.view.chrome = false;

    shell::HeadlessContext const context;
    render::Renderer renderer({std::filesystem::path(SOURCE_ROOT) / "shaders"});
    render::Offscreen target(1280, 720);
    target.bind();
    scene::DrawList list;
    wall.build(state, list);
    renderer.draw(list, wall.fonts(), 1280, 720);
    test_render::expect_golden("floor", target.read(), renderer.gl_renderer());
}
