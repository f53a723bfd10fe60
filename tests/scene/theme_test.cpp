#include "scene/theme.hpp"

#include <doctest/doctest.h>

#include "scene/overlay.hpp"

using base::contrast;

TEST_CASE(
    "every text colour has 4.5:1 and every mark 3:1 on ground and on cards, by day and by night") {
    for (scene::Theme const& theme : {scene::paper_theme(), scene::night_theme()}) {
        for (base::Color const ground : {theme.ground, theme.card}) {
            for (base::Color const text :
                 {theme.ink, theme.second_ink, theme.kept, theme.on_the_line, theme.broken,
                  theme.remembered_text, theme.lead, theme.lag}) {
                CHECK(contrast(text, ground) >= 4.5);
            }
            CHECK(contrast(theme.line, ground) >= 3.0);
        }
        CHECK(contrast(theme.ink, theme.panel_pressed) >= 4.5);
        CHECK(contrast(theme.card, theme.ink) >= 4.5);
    }
}

TEST_CASE("the six states differ in shape, not in colour alone") {
    using metrics::PromiseState;
    std::vector<scene::Shape> shapes;
    for (auto const state : {PromiseState::Kept, PromiseState::OnTheLine, PromiseState::Broken,
                             PromiseState::Unproven, PromiseState::Thin, PromiseState::NoData}) {
        scene::Shape const shape = scene::shape_of(state);
        for (scene::Shape const other : shapes)
            CHECK(shape != other);
        shapes.push_back(shape);
    }
}

TEST_CASE("a room's own colours replace the paper's, and other words of its theme change nothing") {
    model::RoomInfo info;
    info.theme = {{"kept", "#112233"}, {"customers", "homes"}, {"ink", "dark"}};
    scene::Theme const theme = scene::with_room_colors(scene::paper_theme(), info);
    CHECK(theme.kept == base::Color{0x11, 0x22, 0x33, 255});
    CHECK(theme.ink == scene::paper_theme().ink);
}

TEST_CASE("a millimetre has as many pixels as the panel's diagonal says") {
    auto const p = scene::physical(3840, 2160, 86, 4, scene::paper_theme());
    CHECK(p.px_per_mm == doctest::Approx(2.017).epsilon(0.001));
    CHECK(scene::physical(1920, 1080, 86, 8, scene::paper_theme()).room_type == doctest::Approx(2));
}
