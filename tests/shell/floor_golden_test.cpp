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

namespace {

base::Image part_of(base::Image const& whole, base::ScreenRect const& rect) {
    auto const whole_px = [](double v) { return static_cast<std::size_t>(v); };
    std::size_t const left = whole_px(rect.x);
    std::size_t const top = whole_px(rect.y);
    base::Image part;
    part.width = static_cast<int>(rect.w);
    part.height = static_cast<int>(rect.h);
    for (std::size_t y = 0; y < whole_px(rect.h); ++y) {
        auto const row = whole.rgba.begin() +
                         static_cast<std::ptrdiff_t>(
                             ((top + y) * static_cast<std::size_t>(whole.width) + left) * 4);
        part.rgba.insert(part.rgba.end(), row,
                         row + static_cast<std::ptrdiff_t>(whole_px(rect.w) * 4));
    }
    return part;
}

}  // namespace

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

    shell::HeadlessContext const context;
    render::Renderer renderer({std::filesystem::path(SOURCE_ROOT) / "shaders"});
    render::Offscreen target(1280, 720);
    target.bind();
    scene::DrawList list;
    wall.build(state, list);
    renderer.draw(list, wall.fonts(), 1280, 720);
    base::ScreenRect const map = wall.chrome(state).map;
    test_render::expect_golden("floor", part_of(target.read(), map), renderer.gl_renderer());
}
