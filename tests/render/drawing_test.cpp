// What must hold for any picture: order, clipping, the same bytes again.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

#include "render/cross_fade.hpp"
#include "stage.hpp"

namespace {

using namespace test_render;
using scene::DrawList;
using scene::Polyline;
using scene::Quad;
using scene::Shape;

// Overlapping boxes, marks, lines and text of all kinds, so that draw calls have to be cut.
DrawList tangle() {
    DrawList list = sheet(320, 200);
    for (int i = 0; i < 40; ++i) {
        double const x = (i * 37) % 260;
        double const y = (i * 53) % 160;
        auto const shade = static_cast<std::uint8_t>(i * 6);
        Quad quad =
            box({x, y, 60, 40}, {shade, static_cast<std::uint8_t>(255 - shade), 128, 200}, 6);
        quad.shape = i % 3 == 0 ? Shape::Star : Shape::Box;
        add(list, quad);
        Polyline line;
        line.color = {shade, 0, 0, 180};
        line.width = 3;
        add(list, line, {{x, y}, {x + 50, y + 30}, {x + 60, y}});
        add_text(list, "Kept " + std::to_string(i), {x + 4, y + 20},
                 static_cast<float>(8 + i % 20));
    }
    return list;
}

// Rec. 601 is good enough to say which colour lies on top.
bool near(scene::Color a, scene::Color b, int by = 3) {
    return std::abs(a.r - b.r) <= by && std::abs(a.g - b.g) <= by && std::abs(a.b - b.b) <= by;
}

// The largest difference of a channel of a pixel.
int most_apart(base::Image const& a, base::Image const& b) {
    REQUIRE(a.rgba.size() == b.rgba.size());
    int most = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i)
        most = std::max(most, std::abs(int{a.rgba[i]} - int{b.rgba[i]}));
    return most;
}

DrawList sheet_with_picture(std::uint32_t image, scene::ScreenRect const& rect) {
    DrawList list = sheet(60, 60);
    scene::Picture picture;
    picture.image = image;
    picture.rect = rect;
    list.pictures.push_back(picture);
    scene::Entry entry;
    entry.kind = scene::PrimitiveKind::Picture;
    list.entries.push_back(entry);
    return list;
}

}  // namespace

TEST_CASE("the same list gives the same bytes again") {
    DrawList const list = tangle();
    base::Image const first = stage().draw(list);
    base::Image const second = stage().draw(list);
    CHECK(first.rgba == second.rgba);
}

TEST_CASE("a fresh renderer gives the same bytes") {
    DrawList const list = tangle();
    base::Image const first = stage().draw(list);
    render::Renderer other({std::filesystem::path(SOURCE_ROOT) / "shaders"});
    scene::FontBook fonts{scene::FontOptions{}};
    DrawList again = list;
    for (std::size_t i = 0; i < again.runs.size(); ++i) {
        again.runs[i].run =
            fonts.shape(stage().fonts.run(list.runs[i].run).text, scene::Weight::Regular);
    }
    render::Offscreen target(320, 200);
    target.bind();
    other.draw(again, fonts, 320, 200);
    CHECK(target.read().rgba == first.rgba);
}

TEST_CASE("what comes later in the list lies on top, whatever its kind") {
    DrawList list = sheet(100, 100);
    Quad star = box({10, 10, 80, 80}, kept);
    star.shape = Shape::Disc;
    Polyline line;
    line.color = broken;
    line.width = 12;
    add(list, line, {{0, 50}, {100, 50}});
    add(list, star);
    CHECK(near(pixel(stage().draw(list), 50, 50), kept));
    add(list, line, {{0, 50}, {100, 50}});
    CHECK(near(pixel(stage().draw(list), 50, 50), broken));
    add(list, box({0, 0, 100, 100}, white));
    CHECK(near(pixel(stage().draw(list), 50, 50), white));
    add(list, star);
    CHECK(near(pixel(stage().draw(list), 50, 50), kept));
}

TEST_CASE("nothing is drawn outside its clip, and inside it all is as without") {
    scene::ScreenRect const window{40, 30, 90, 70};
    DrawList const free = tangle();
    DrawList clipped = free;
    std::uint32_t const clip = add_clip(clipped, window);
    for (scene::Entry& entry : clipped.entries)
        entry.clip = clip;
    base::Image const whole = stage().draw(free);
    base::Image const part = stage().draw(clipped);
    int outside = 0;
    int changed = 0;
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 320; ++x) {
            bool const inside = window.contains({x + 0.5, y + 0.5});
            if (!inside && pixel(part, x, y) != paper) ++outside;
            if (inside && !near(pixel(part, x, y), pixel(whole, x, y), 2)) ++changed;
        }
    }
    CHECK(outside == 0);
    CHECK(changed == 0);
}

TEST_CASE("translucent ink is laid once where the pieces of a line meet") {
    DrawList list = sheet(120, 120);
    Polyline line;
    line.color = {0, 0, 0, 128};
    line.width = 20;
    add(list, line, {{20, 60}, {60, 60}, {60, 100}, {100, 20}});
    base::Image const image = stage().draw(list);
    scene::Color const once = pixel(image, 30, 60);
    int twice = 0;
    for (int y = 45; y < 75; ++y) {
        for (int x = 25; x < 75; ++x)
            twice += pixel(image, x, y).r < once.r - 2 ? 1 : 0;
    }
    CHECK(twice == 0);
}

TEST_CASE("a line along the axes looks like one a hair off them") {
    // A route with gentle corners, both ways round; off the axes every piece is a stroke.
    std::vector<scene::ScreenPoint> const route{
        {12.3, 20.6}, {70.3, 20.6}, {75.9, 22.1}, {80.1, 26.3},  {81.6, 31.9},
        {81.6, 90.2}, {80.1, 95.8}, {75.9, 100},  {70.3, 101.5}, {15.7, 101.5}};
    for (float const width : {1.0F, 1.7F, 3.2F, 6.5F}) {
        for (double const shift : {0.0, 0.2, 0.5, 0.9}) {
            for (bool const backwards : {false, true}) {
                std::vector<scene::ScreenPoint> points = route;
                for (scene::ScreenPoint& p : points)
                    p = p + scene::ScreenPoint{shift, shift / 2};
                if (backwards) std::reverse(points.begin(), points.end());
                Polyline line;
                line.color = {0, 0, 0, 128};
                line.width = width;
                DrawList straight = sheet(120, 120);
                add(straight, line, points);
                for (std::size_t i = 0; i < points.size(); ++i)
                    points[i] = points[i] +
                                scene::ScreenPoint{i % 2 == 0 ? 0.004 : 0, i % 2 == 0 ? 0.004 : 0};
                DrawList strokes = sheet(120, 120);
                add(strokes, line, points);
                CAPTURE(width);
                CAPTURE(shift);
                CAPTURE(backwards);
                CHECK(most_apart(stage().draw(straight), stage().draw(strokes)) <= 16);
            }
        }
    }
}

TEST_CASE("a shadow beside its panel is the one that lies under all of it") {
    for (float const radius : {0.0F, 6.0F, 24.0F}) {
        Quad shadow = box({30.4, 34.7, 140.3, 60.2}, {0, 0, 0, 90}, radius);
        shadow.softness = 11;
        Quad const panel = box({30.4, 28.7, 140.3, 60.2}, {255, 255, 255, 255}, radius);
        DrawList under = sheet(200, 120);
        add(under, shadow);
        add(under, panel);
        DrawList beside = sheet(200, 120);
        shadow.panel = panel.rect;
        add(beside, shadow);
        add(beside, panel);
        base::Image const image = stage().draw(beside);
        CAPTURE(radius);
        CHECK(most_apart(stage().draw(under), image) <= 1);
        CHECK(pixel(image, 100, 92).r < pixel(image, 100, 10).r);
    }
}

TEST_CASE("a large box is the same with its inside drawn apart") {
    // Clipped into narrow strips the inside is too small to be split off.
    DrawList whole = sheet(200, 120);
    Quad card = box({10.3, 9.6, 170.5, 99.2}, {255, 255, 255, 255}, 9);
    card.border = line_color;
    card.border_width = 1.5F;
    card.accents[0] = broken;
    card.accent_width = 6;
    add(whole, card);
    DrawList strips = sheet(200, 120);
    for (int x = 0; x < 200; x += 5)
        add(strips, card, add_clip(strips, {x * 1.0, 0, 5, 120}));
    base::Image const a = stage().draw(whole);
    base::Image const b = stage().draw(strips);
    CHECK(most_apart(a, b) <= 2);
}

TEST_CASE("a cross-fade half way is the mean of what was and what is") {
    scene::DrawList before = sheet(40, 20);
    add(before, box({0, 0, 40, 10}, {200, 0, 0, 255}));
    scene::DrawList after = sheet(40, 20);
    add(after, box({0, 0, 40, 10}, {0, 0, 100, 255}));
    stage();
    render::CrossFade fade({std::filesystem::path(SOURCE_ROOT) / "shaders"});
    render::Offscreen target(40, 20);
    auto const faded = [&](double share) {
        target.bind();
        fade.keep(stage().renderer, before, stage().fonts);
        stage().renderer.draw(after, stage().fonts, 40, 20);
        fade.draw(share);
        return target.read();
    };
    CHECK(near(pixel(faded(0.5), 20, 4), {100, 0, 50, 255}));
    CHECK(near(pixel(faded(0.5), 20, 16), paper));
    CHECK(near(pixel(faded(1), 20, 4), {200, 0, 0, 255}));
    CHECK(near(pixel(faded(0), 20, 4), {0, 0, 100, 255}));
}

TEST_CASE("of a picture that is cut its middle is shown") {
    scene::DrawList list = sheet(60, 60);
    scene::Picture picture;
    picture.image = 4;
    picture.rect = {10, 10, 40, 40};
    picture.show_w = 0.25F;
    list.pictures.push_back(picture);
    scene::Entry entry;
    entry.kind = scene::PrimitiveKind::Picture;
    list.entries.push_back(entry);
    base::Image stripes{16, 4, {}};
    for (int i = 0; i < 64; ++i) {
        bool const middle = i % 16 >= 6 && i % 16 < 10;
        stripes.rgba.insert(stripes.rgba.end(), {static_cast<std::uint8_t>(middle ? 255 : 0), 0,
                                                 static_cast<std::uint8_t>(middle ? 0 : 255), 255});
    }
    stage().renderer.set_picture(4, render::picture_levels(stripes));
    CHECK(pixel(stage().draw(list), 16, 30) == scene::Color{255, 0, 0, 255});
    CHECK(pixel(stage().draw(list), 44, 30) == scene::Color{255, 0, 0, 255});
    stage().renderer.forget_picture(4);
    CHECK(pixel(stage().draw(list), 30, 30) == paper);
}

TEST_CASE("a picture is drawn with its own pixels, and none without one") {
    DrawList const list = sheet_with_picture(3, {10, 10, 40, 40});
    CHECK(pixel(stage().draw(list), 30, 30) == paper);
    base::Image red;
    red.width = 2;
    red.height = 2;
    red.rgba = {200, 0, 0, 255, 200, 0, 0, 255, 0, 0, 200, 255, 0, 0, 200, 255};
    stage().renderer.set_picture(3, render::picture_levels(red));
    base::Image const image = stage().draw(list);
    CHECK(near(pixel(image, 30, 13), {200, 0, 0, 255}));
    CHECK(near(pixel(image, 30, 47), {0, 0, 200, 255}));
    CHECK(pixel(image, 5, 30) == paper);
}

TEST_CASE(
    "a picture far smaller than it is has the mean of its pixels, without their hidden colour") {
    base::Image grid{64, 64, {}};
    for (int i = 0; i < 64 * 64; ++i) {
        // White beside clear pixels whose colour nobody may see.
        if ((i + i / 64) % 2 == 0)
            grid.rgba.insert(grid.rgba.end(), {255, 255, 255, 255});
        else
            grid.rgba.insert(grid.rgba.end(), {255, 0, 0, 0});
    }
    render::PictureLevels const levels = render::picture_levels(grid);
    REQUIRE(levels.size() == 7);
    CHECK(levels.back().rgba == std::vector<std::uint8_t>{128, 128, 128, 128});
    DrawList const list = sheet_with_picture(5, {26, 26, 4, 4});
    stage().renderer.set_picture(5, levels);
    base::Image const drawn = stage().draw(list);
    scene::Color const seen = pixel(drawn, 28, 28);
    scene::Color const ground = pixel(drawn, 5, 5);
    auto const halfway = [](std::uint8_t c) { return static_cast<std::uint8_t>((c + 255) / 2); };
    CHECK(near(seen, {halfway(ground.r), halfway(ground.g), halfway(ground.b), 255}));
    stage().renderer.forget_picture(5);
}

TEST_CASE("a view larger than the GPU can hold is refused with its size") {
    stage();
    CHECK_THROWS_WITH_AS(render::Offscreen(1 << 20, 10), doctest::Contains("1048576x10"),
                         std::runtime_error);
}
