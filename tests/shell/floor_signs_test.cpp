// The signs of the open floor in the order of painting, the room that boxes keep for them, and what
// a lens counts.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <map>
#include <set>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "app/travel.hpp"
#include "scene/floor.hpp"
#include "scene/floor_told.hpp"
#include "shell/picture_state.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

using scene::ItemKind;
using scene::PrimitiveKind;
using scene::Role;

shell::PictureOptions open_options() {
    shell::PictureOptions options;
    options.view = "journey:J2";
    options.size = {1920, 1080};
    options.backstage = true;
    return options;
}

Seen picture(shell::Wall& wall, shell::PictureOptions const& options) {
    Seen seen{{}, shell::picture_state(wall, options)};
    wall.build(seen.state, seen.list);
    return seen;
}

// Places in the order of painting: the last line of a link, its first mark that is a quad, and
// how many crossing lines are broken for a mark.
struct LinkOrder {
    std::size_t last_line = 0;
    std::size_t first_mark = 1'000'000;
    int bridges = 0;
};
LinkOrder order_of_links(Seen const& seen) {
    LinkOrder order;
    std::set<std::uint32_t> begun;
    for (std::size_t i = 0; i < seen.list.entries.size(); ++i) {
        scene::Entry const& entry = seen.list.entries[i];
        if (entry.item_kind != ItemKind::Link || entry.role != Role::Link) continue;
        bool const line = entry.kind == PrimitiveKind::Polyline;
        if (line && begun.insert(entry.item).second) order.last_line = i;
        if (entry.kind != PrimitiveKind::Quad) continue;
        order.first_mark = std::min(order.first_mark, i);
        if (seen.list.quads[entry.index].shape == scene::Shape::Box) ++order.bridges;
    }
    return order;
}

}  // namespace

TEST_CASE("no line lies on the mark of another link, and lines are broken for lit marks alone") {
    shell::Wall wall(room_of(demo()), files());
    LinkOrder const quiet = order_of_links(picture(wall, open_options()));
    REQUIRE(quiet.last_line > 0);
    CHECK(quiet.last_line < quiet.first_mark);
    CHECK(quiet.bridges == 0);
    shell::PictureOptions options = open_options();
    options.light = "T41";
    CHECK(order_of_links(picture(wall, options)).bridges == 1);
}

TEST_CASE("where no states are shown, boxes keep no room for them") {
    shell::Wall wall(room_of(demo()), files());
    auto const indents = [&](char const* overlay) {
        shell::PictureOptions options = open_options();
        options.overlay = overlay;
        options.size = {3840, 2160};
        Seen const seen = picture(wall, options);
        std::map<std::uint32_t, double> lefts;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            if (text.entry.item_kind != ItemKind::Node || text.entry.role != Role::Action) continue;
            lefts.emplace(text.entry.item, seen.list.runs[text.entry.index].origin.x);
        }
        auto const open = scene::open_floor(seen.state.layout, seen.state.view);
        REQUIRE(open.has_value());
        double least = 1e9;
        double most = 0;
        for (layout::FloorNode const& node : seen.state.layout.floors[open->floor].nodes) {
            auto const left = lefts.find(node.node.value);
            if (left == lefts.end()) continue;
            double const box =
                scene::to_screen(seen.state.view.camera, app::viewport_of(seen.state), node.rect).x;
            least = std::min(least, left->second - box);
            most = std::max(most, left->second - box);
        }
        return most - least;
    };
    CHECK(indents("reliability") > 20);
    CHECK(std::abs(indents("none")) < 1.5);
}

TEST_CASE("through a lens boxes are counted as boxes, and rules as rules") {
    shell::Wall wall(room_of(demo()), files());
    auto const told = [&](char const* lens) {
        shell::PictureOptions options = open_options();
        options.lens = lens;
        Seen const seen = picture(wall, options);
        auto const words = scene::told_words(app::chrome_input(wall.world(), seen.state));
        REQUIRE(words.has_value());
        return words->below;
    };
    CHECK(told("policy").starts_with("2 rules, "));
    CHECK(told("role:Customer office").starts_with("1 box, "));
    CHECK(told("function:Field service").find(" boxes, ") != std::string::npos);
}
