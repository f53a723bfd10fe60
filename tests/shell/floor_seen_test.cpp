// The open floor as it is seen: framed alike by hand and by pictures, as wide as the wall, with
// what matters large enough for the room; links of two boxes on one line; badges that cover no
// port.
#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <sstream>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "app/travel.hpp"
#include "scene/floor.hpp"
#include "scene/floor_told.hpp"
#include "shell/crowded_room.hpp"
#include "shell/picture_state.hpp"
#include "shell/seen_wall.hpp"
#include "shell/verbs.hpp"

using namespace shell_test;

namespace {

using scene::ItemKind;
using scene::PrimitiveKind;
using scene::Role;

shell::PictureOptions options_of(std::string const& view) {
    shell::PictureOptions options;
    options.view = view;
    options.size = {1920, 1080};
    return options;
}

Seen picture(shell::Wall& wall, shell::PictureOptions const& options) {
    Seen seen{{}, shell::picture_state(wall, options)};
    wall.build(seen.state, seen.list);
    return seen;
}

Seen open_picture(shell::Wall& wall, double curtain = 1) {
    shell::PictureOptions options = options_of("journey:J2");
    options.backstage = true;
    options.curtain = curtain;
    return picture(wall, options);
}

layout::Floor const& floor_in(Seen const& seen) {
    auto const open = scene::open_floor(seen.state.layout, seen.state.view);
    REQUIRE(open.has_value());
    return seen.state.layout.floors[open->floor];
}

base::ScreenRect on_screen(Seen const& seen, base::WorldRect const& rect) {
    return scene::to_screen(seen.state.view.camera, app::viewport_of(seen.state), rect);
}

// Of the smallest text of that kind and role whose words are wanted, in mm of capital height.
template <typename Wanted>
double smallest_cap(shell::Wall& wall, Seen const& seen, Wanted const& wanted) {
    double least = 1e9;
    for (InkedText const& text : texts_of(wall, seen.list)) {
        if (!wanted(text)) continue;
        auto const size = static_cast<double>(seen.list.runs[text.entry.index].size_px);
        least = std::min(least, size * layout::cap_height_em);
    }
    REQUIRE(least < 1e9);
    return least / app::physical_of(seen.state).px_per_mm;
}

std::string refusal(shell::Wall& wall, shell::PictureOptions const& options) {
    try {
        shell::picture_state(wall, options);
    } catch (shell::Refused const& refused) {
        return refused.what();
    }
    return {};
}

bool has(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "a picture frames the open floor as the wall does, whichever came first, view or curtain") {
    for (unsigned const seed : {0U, 1U, 2U}) {
        CAPTURE(seed);
        shell::Wall wall(seed == 0 ? room_of(demo()) : crowded(seed), files());
        for (double const curtain : {0.5, 1.0}) {
            CAPTURE(curtain);
            scene::Camera const pictured = open_picture(wall, curtain).state.view.camera;
            app::Session session{wall.world(), {.size = {1920, 1080}}};
            double t_ms = 0;
            auto const go = [&](app::Command const& command) {
                session.obey(command, t_ms);
                session.advance(t_ms += 4000);
            };
            auto const same = [&] {
                scene::Camera const& camera = session.state().view.camera;
                CHECK(camera.scale == doctest::Approx(pictured.scale));
                CHECK(camera.centre.x == doctest::Approx(pictured.centre.x));
                CHECK(camera.centre.y == doctest::Approx(pictured.centre.y));
            };
            go(app::Show{"journey:J2"});
            go(app::SetCurtain{curtain});
            same();
            go(app::Home{});
            go(app::Show{"journey:J2"});
            same();
        }
    }
}

TEST_CASE("a picture of a crowded floor says the words of all boxes") {
    for (unsigned const seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        shell::Wall wall(crowded(seed), files());
        Seen const seen = open_picture(wall);
        std::set<std::uint32_t> said;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            bool const words = text.entry.item_kind == ItemKind::Node &&
                               text.entry.role == Role::Action && !text.ink.empty();
            if (words) said.insert(text.entry.item);
        }
        CHECK(said.size() == 60);
    }
}

TEST_CASE(
    "the fully open floor of \"Get my heating fixed\" takes the whole width and no more height") {
    shell::Wall wall(room_of(demo()), files());
    for (double const curtain : {0.5, 1.0}) {
        CAPTURE(curtain);
        Seen const seen = open_picture(wall, curtain);
        base::ScreenRect const area = app::viewport_of(seen.state);
        auto const open = scene::open_floor(seen.state.layout, seen.state.view);
        REQUIRE(open.has_value());
        base::ScreenRect const shown = on_screen(seen, open->shown);
        CHECK(shown.w == doctest::Approx(area.w));
        CHECK(shown.bottom() <= area.bottom() + 1);
        CHECK(shown.y >= area.y);
    }
}

TEST_CASE("what matters on the open floor is large enough to be read from across the room") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = open_picture(wall);
    auto const of = [&](ItemKind kind, Role role) {
        return [=](InkedText const& text) {
            return text.entry.item_kind == kind && text.entry.role == role;
        };
    };
    CHECK(smallest_cap(wall, seen, of(ItemKind::Stage, Role::Name)) >= 14);
    CHECK(smallest_cap(wall, seen, of(ItemKind::Node, Role::Measure)) >= 9.5);  // waits
    CHECK(smallest_cap(wall, seen, [](InkedText const& text) {
              return text.entry.item_kind == ItemKind::Lane && text.text == "Backstage";
          }) >= 10);
    CHECK(smallest_cap(wall, seen, [](InkedText const& text) {
              return text.entry.item_kind == ItemKind::Node && text.text == "F";
          }) >= 10);
    shell::PictureOptions lit = options_of("journey:J2");
    lit.light = "T41";
    Seen const chain = picture(wall, lit);
    auto const standing_out = [&](InkedText const& text) {
        static std::set<std::string> const keys{"second-visit", "parts-request", "van-stock",
                                                "supplier"};
        return text.entry.item_kind == ItemKind::Node && text.entry.role == Role::Action &&
               keys.count(wall.room().blueprint_nodes[text.entry.item].key) > 0;
    };
    CHECK(smallest_cap(wall, chain, standing_out) >= 9.3);
    check_texts(wall, chain);
}

TEST_CASE("on panels of 55 to 98 inches the open floor takes the whole width and says its waits") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.backstage = true;
    for (double const diagonal_in : {55.0, 65.0, 75.0, 86.0, 98.0}) {
        CAPTURE(diagonal_in);
        options.diagonal_in = diagonal_in;
        Seen const seen = picture(wall, options);
        base::ScreenRect const floor = on_screen(seen, floor_in(seen).rect);
        CHECK(floor.w == doctest::Approx(app::viewport_of(seen.state).w));
        std::set<std::uint32_t> waits;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            if (text.entry.item_kind == ItemKind::Node && text.entry.role == Role::Measure)
                waits.insert(text.entry.item);
        }
        auto const& nodes = wall.room().blueprint_nodes;
        CHECK(static_cast<std::ptrdiff_t>(waits.size()) ==
              std::count_if(nodes.begin(), nodes.end(),
                            [](auto const& node) { return node.wait_minutes.has_value(); }));
        check_texts(wall, seen);
    }
}

TEST_CASE("a badge stands inside its box, so that no port of a link is covered") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions lit = options_of("journey:J2");
    lit.light = "T41";
    shell::PictureOptions plain = options_of("journey:J2");
    plain.backstage = true;
    for (shell::PictureOptions const& options : {lit, plain}) {
        Seen const seen = picture(wall, options);
        int badges = 0;
        for (scene::Entry const& entry : seen.list.entries) {
            bool const badge = entry.kind == PrimitiveKind::Quad &&
                               entry.item_kind == ItemKind::Node &&
                               (entry.role == Role::Mark || entry.role == Role::State);
            if (!badge) continue;
            ++badges;
            base::ScreenRect const mark = seen.list.quads[entry.index].rect;
            for (layout::FloorNode const& node : floor_in(seen).nodes) {
                if (node.node.value != entry.item) continue;
                base::ScreenRect const box = on_screen(seen, node.rect);
                CHECK(mark.x > box.x);
                CHECK(mark.right() < box.right());
                CHECK(mark.y > box.y);
                CHECK(mark.bottom() < box.bottom());
            }
        }
        CHECK(badges > 10);
    }
}

TEST_CASE(
    "touchpoints that a lens or a lit chain is not about step back, those it is about do not") {
    shell::Wall wall(room_of(demo()), files());
    auto const stepped_back = [&](shell::PictureOptions const& options) {
        std::set<std::string> keys;
        Seen const seen = picture(wall, options);
        for (scene::Entry const& entry : seen.list.entries) {
            if (entry.item_kind == ItemKind::Touchpoint && entry.role == Role::Veil)
                keys.insert(wall.room().touchpoints[entry.item].key);
        }
        return keys;
    };
    shell::PictureOptions options = options_of("journey:J2");
    options.backstage = true;
    options.curtain = 0.5;
    CHECK(stepped_back(options).empty());
    options.lens = "role:Field planning";
    auto const unheld = stepped_back(options);
    CHECK(unheld.size() == 8);
    for (char const* held : {"T37", "T38", "T39"})
        CHECK(unheld.count(held) == 0);
    options.lens.clear();
    options.light = "T41";
    auto const unlit = stepped_back(options);
    CHECK(unlit.count("T41") == 0);
    CHECK(unlit.count("T40") == 0);
    CHECK(unlit.count("T35") == 1);
}

TEST_CASE("links between the same two boxes are one line with a count, each with its own end") {
    model::Room room = room_of(demo());
    auto const a = model::find_node(room, "van-stock");
    auto const b = model::find_node(room, "parts-request");
    REQUIRE((a.valid() && b.valid()));
    room.blueprint_links.push_back({a, b, model::LinkKind::Needs});
    room.blueprint_links.push_back({b, a, model::LinkKind::Triggers});
    auto const last = static_cast<std::uint32_t>(room.blueprint_links.size() - 1);
    shell::Wall wall(std::move(room), files());
    Seen const seen = open_picture(wall);
    int sharing = 0;
    for (layout::FloorLink const& link : floor_in(seen).links) {
        if (link.shared > 1) ++sharing;
    }
    CHECK(sharing == 3);
    std::string const text = scene::dump(seen.list, wall.room(), wall.fonts());
    CHECK(has(text, "text=\"×3\""));
    // The line is drawn once; what the others are is marked at their ends.
    std::set<std::uint32_t> ends;
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.item_kind == ItemKind::Link && entry.role == Role::Link) ends.insert(entry.item);
    }
    CHECK(ends.count(last) == 1);
    CHECK(ends.count(last - 1) == 1);
    CHECK(has(layout::dump(floor_in(seen)), "3 of x3 on line"));
    check_texts(wall, seen);
}

TEST_CASE("the wait of a lit cause is read like its words, or like the waits of the floor") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.light = "T37";
    for (shell::PixelSize const size : {shell::PixelSize{1920, 1080}, {3840, 2160}}) {
        CAPTURE(size.width);
        options.size = size;
        Seen const seen = picture(wall, options);
        auto const look_up = model::find_node(wall.room(), "look-up").value;
        double words = 0;
        double wait = 0;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            if (text.entry.item_kind != ItemKind::Node || text.entry.item != look_up) continue;
            auto const px = static_cast<double>(seen.list.runs[text.entry.index].size_px);
            if (text.entry.role == Role::Action) words = px;
            if (text.entry.role == Role::Measure) wait = px;
        }
        REQUIRE(words > 0);
        CHECK(wait > 0.99 * words);
        double const cap_mm =
            words * layout::cap_height_em / app::physical_of(seen.state).px_per_mm;
        CHECK(cap_mm > 1.5 * 4.7);
        check_texts(wall, seen);
    }
}

TEST_CASE("the mark at the end of a lit link is wider than its line, and covers no other mark") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.light = "T37";
    options.size = {3840, 2160};
    Seen const seen = picture(wall, options);
    std::map<std::uint32_t, double> lines;
    std::map<std::uint32_t, base::ScreenRect> discs;
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.item_kind != ItemKind::Link || entry.role != Role::Link) continue;
        if (entry.kind == PrimitiveKind::Polyline) {
            double const width = static_cast<double>(seen.list.polylines[entry.index].width);
            lines[entry.item] = std::max(lines[entry.item], width);
        } else if (entry.kind == PrimitiveKind::Quad) {
            scene::Quad const& quad = seen.list.quads[entry.index];
            bool const disc = quad.shape == scene::Shape::Disc;
            if (disc && quad.fill == seen.state.theme.ink) discs[entry.item] = quad.rect;
        }
    }
    REQUIRE(discs.size() > 2);
    double widest = 0;
    for (auto const& [link, rect] : discs) {
        CAPTURE(link);
        CHECK(rect.w >= 1.9 * lines[link]);
        widest = std::max(widest, rect.w / lines[link]);
        for (auto const& [other, beside] : discs) {
            CAPTURE(other);
            // Links that come in on one line have one mark.
            CHECK((rect == beside || !base::intersects(rect, beside)));
        }
    }
    // Where its last stretch is long.
    CHECK(widest >= 2.7);
}

TEST_CASE("a count stands on no box, and the legend says what it is where there is one") {
    model::Room room = room_of(demo());
    auto const a = model::find_node(room, "van-stock");
    auto const b = model::find_node(room, "parts-request");
    shell::Wall plain(room, files());
    auto const explained = [](shell::Wall& wall, Seen const& seen) {
        return has(scene::dump(seen.list, wall.room(), wall.fonts()), "several links on one line");
    };
    CHECK_FALSE(explained(plain, open_picture(plain)));
    room.blueprint_links.push_back({a, b, model::LinkKind::Needs});
    shell::Wall wall(std::move(room), files());
    Seen const seen = open_picture(wall);
    CHECK(explained(wall, seen));
    int counts = 0;
    for (InkedText const& text : texts_of(wall, seen.list)) {
        if (text.text != "×2" || text.entry.item_kind != ItemKind::Link) continue;
        ++counts;
        for (layout::FloorNode const& node : floor_in(seen).nodes)
            CHECK(base::intersection(text.ink, on_screen(seen, node.rect)).empty());
    }
    CHECK(counts == 1);
}

TEST_CASE("causes below the hem of the half open curtain are said to stand there") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.light = "T41";
    options.backstage = true;
    auto const told = [&](double curtain) {
        options.curtain = curtain;
        Seen const seen = picture(wall, options);
        return scene::dump(seen.list, wall.room(), wall.fonts());
    };
    std::string const half = told(0.5);
    CHECK(has(half, "3 of these stand below: open the curtain."));
    auto const numbers_of_floor = [](std::string const& text) {
        std::string numbers;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            bool const lit = has(line, "text item=floor:J2 role=lit");
            if (lit) numbers += line.substr(line.find("text=\"") + 6, 1);
        }
        return numbers;
    };
    CHECK(numbers_of_floor(half) == "123");
    CHECK(numbers_of_floor(told(1)).empty());
    CHECK_FALSE(has(told(1), "open the curtain"));
    options.size = {1080, 1920};
    Seen const upright = picture(wall, options);
    check_texts(wall, upright);
}

TEST_CASE("in portrait the legend of the open floor is whole, in rows") {
    shell::Wall wall(room_of(demo()), files());
    for (shell::PixelSize const size : {shell::PixelSize{1080, 1920}, {1920, 1080}}) {
        shell::PictureOptions options = options_of("journey:J2");
        options.size = size;
        options.backstage = true;
        options.overlay = "reliability";
        Seen const seen = picture(wall, options);
        std::string const text = scene::dump(seen.list, wall.room(), wall.fonts());
        CHECK(has(text, "fail point"));
        for (char const* const words : {"evidence to open", "fails into", "not proven yet"})
            CHECK(has(text, words));
    }
}

TEST_CASE(
    "the words in the boxes of a floor are all of one size, upright and on small panels too") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.backstage = true;
    for (shell::PixelSize const size : {shell::PixelSize{1080, 1920}, {1920, 1080}}) {
        for (double const diagonal_in : {55.0, 86.0}) {
            CAPTURE(size.width);
            CAPTURE(diagonal_in);
            options.size = size;
            options.diagonal_in = diagonal_in;
            Seen const seen = picture(wall, options);
            std::set<int> sizes;
            for (InkedText const& text : texts_of(wall, seen.list)) {
                bool const words = text.entry.item_kind == ItemKind::Node &&
                                   text.entry.role == Role::Action && !text.ink.empty();
                auto const px = static_cast<double>(seen.list.runs[text.entry.index].size_px);
                if (words) sizes.insert(static_cast<int>(px * 20));
            }
            CHECK(sizes.size() == 1);
        }
    }
}

TEST_CASE("steps too narrow for a word are told in one sentence, and all three lines are named") {
    model::Room room = room_of(demo());
    auto const journey = model::find_journey(room, "J2");
    std::erase_if(room.blueprint_nodes, [](auto const&) { return true; });
    room.blueprint_links.clear();
    std::vector<model::Step> more;
    for (model::Step const& step : room.steps) {
        for (int i = 0; i < 12 && step.journey == journey; ++i) {
            more.push_back(step);
            more.back().key += "-" + std::to_string(i);
        }
    }
    room.steps.insert(room.steps.end(), more.begin(), more.end());
    shell::Wall wall(std::move(room), files());
    Seen const seen = open_picture(wall);
    std::string const text = scene::dump(seen.list, wall.room(), wall.fonts());
    CHECK(has(text, "come nearer to read them here"));
    CHECK(std::none_of(seen.list.entries.begin(), seen.list.entries.end(), [](auto const& entry) {
        return entry.item_kind == ItemKind::Step && entry.role == Role::Cell;
    }));
    for (char const* line : {"interaction", "visibility", "internal"})
        CHECK(has(text, line));
    check_texts(wall, seen);
}

TEST_CASE("hand-offs are not counted where the frontstage names nobody") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J1");
    options.backstage = true;
    options.lens = "hand-offs";
    Seen const seen = picture(wall, options);
    std::string const told = scene::dump(seen.list, wall.room(), wall.fonts());
    CHECK(has(told, "Who serves the customer at each step"));
    CHECK_FALSE(has(told, "One department"));
}

TEST_CASE("what a cause touches is said once, a promise each") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.light = "van-stock";
    Seen const seen = picture(wall, options);
    auto const told = scene::told_words(app::chrome_input(wall.world(), seen.state));
    REQUIRE(told.has_value());
    std::string const& said = told->below;
    std::size_t const from = said.find("It touches:");
    REQUIRE(from != std::string::npos);
    std::size_t const first = said.find("Part and second visit", from);
    REQUIRE(first != std::string::npos);
    CHECK(said.find("Part and second visit", first + 1) == std::string::npos);
}

TEST_CASE("a journey with steps and no blueprint shows what its customers do, and only that") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J4");
    options.backstage = true;
    Seen const seen = picture(wall, options);
    check_texts(wall, seen);
    int gaps = 0;
    std::string told;
    for (InkedText const& text : texts_of(wall, seen.list)) {
        if (text.text == "not described yet") ++gaps;
        if (text.entry.item_kind == ItemKind::Step && text.entry.role == Role::Action)
            told += text.text + " ";
    }
    CHECK(gaps == 7);
    CHECK(has(told, "last reading"));
    CHECK(has(told, "radiator"));
}

TEST_CASE(
    "a lens of nobody, a light that is elsewhere and an unknown one are refused with a reason") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.lens = "role:Nobody";
    CHECK(has(refusal(wall, options), "no role \"Nobody\" (it has "));
    CHECK(has(refusal(wall, options), "Field planning"));
    options.lens = "function:Nobody";
    CHECK(has(refusal(wall, options), "no function \"Nobody\" (it has "));
    options.lens = "role:Parts";
    CHECK(refusal(wall, options).empty());
    options.lens.clear();
    options.view = "journey:J4";
    options.light = "T41";
    CHECK(has(refusal(wall, options),
              "\"T41\" is no part of the blueprint of journey \"J4\" but of journey \"J2\""));
    options.view = "home";
    CHECK(refusal(wall, options).empty());
}

TEST_CASE("the headings of the lens panel are of one size, and so are the names of the stages") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options = options_of("journey:J2");
    options.backstage = true;
    for (double const diagonal_in : {55.0, 86.0, 98.0}) {
        CAPTURE(diagonal_in);
        options.diagonal_in = diagonal_in;
        Seen seen{{}, shell::picture_state(wall, options)};
        app::update(wall.world(), seen.state, app::ToggleLenses{});
        app::settle(wall.world(), seen.state);
        wall.build(seen.state, seen.list);
        std::set<float> headings;
        std::set<float> names;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            float const size = seen.list.runs[text.entry.index].size_px;
            bool const heading = text.text == "The whole floor" ||
                                 text.text == "Where am I? My role" ||
                                 text.text == "How a function reaches customers";
            if (heading) headings.insert(size);
            if (text.entry.item_kind == ItemKind::Stage && text.entry.role == Role::Name)
                names.insert(size);
        }
        CHECK(headings.size() == 1);
        CHECK(names.size() == 1);
    }
}
