// Pictures of everything the renderer can draw, compared with tests/golden.
#include <cmath>
#include <doctest/doctest.h>
#include <numbers>

#include "golden.hpp"
#include "stage.hpp"

namespace {

using namespace test_render;
using scene::DrawList;
using scene::Pattern;
using scene::Polyline;
using scene::Quad;
using scene::Shape;

Quad mark(Shape shape, double x, double y, double size) {
    Quad quad = box({x - size / 2, y - size / 2, size, size}, ink);
    quad.shape = shape;
    bool const blue = shape == Shape::Disc || shape == Shape::HalfDisc || shape == Shape::SplitDisc;
    if (blue) quad.fill = kept;
    if (shape == Shape::Triangle) quad.fill = broken;
    if (shape == Shape::Star) {
        quad.fill = gold;
        quad.border = ink;
        quad.border_width = static_cast<float>(std::max(1.0, size * 0.05));
    } else {
        quad.border = quad.fill;
        quad.border_width = static_cast<float>(std::max(1.0, size * 0.11));
    }
    return quad;
}

Quad far_card(scene::ScreenRect rect) {
    Quad quad = box(rect, white, static_cast<float>(rect.h * 0.1));
    quad.shape = Shape::FarCard;
    quad.border = line_color;
    quad.border_width = 1;
    quad.accents[0] = kept;
    quad.accents[1] = broken;
    quad.accents[2] = ink;
    return quad;
}

void check_sheet(std::string const& name, DrawList const& list) {
    expect_golden(name, stage().draw(list), stage().renderer.gl_renderer());
}

constexpr int first_mark = static_cast<int>(Shape::Disc);
constexpr int last_mark = static_cast<int>(Shape::ArrowDown);

std::vector<scene::ScreenPoint> wave(double x, double y, double width, double height) {
    std::vector<scene::ScreenPoint> points;
    for (int i = 0; i <= 60; ++i) {
        double const t = i / 60.0;
        points.push_back({x + width * t, y - height * std::sin(t * 3 * std::numbers::pi)});
    }
    return points;
}

}  // namespace

TEST_CASE("every mark can be told from every other at four sizes") {
    DrawList list = sheet();
    double const sizes[] = {6, 11, 20, 34};
    double y = 30;
    for (double const size : sizes) {
        for (int shape = first_mark; shape <= last_mark; ++shape) {
            add(list, mark(static_cast<Shape>(shape), 26.0 + (shape - first_mark) * 39.0, y, size));
        }
        y += 18 + size * 1.1;
    }
    for (int i = 0; i < 6; ++i)
        add(list, mark(static_cast<Shape>(first_mark + i), 60.0 + i * 104.0, 236, 88));
    for (int i = 6; i < 12; ++i)
        add(list, mark(static_cast<Shape>(first_mark + i), 60.0 + (i - 6) * 104.0, 318, 64));
    check_sheet("marks", list);
}

TEST_CASE("boxes have borders, accents, hatching, dashes and soft shadows") {
    DrawList list = sheet();
    for (int i = 0; i < 3; ++i) {
        Quad shadow = box({20.0 + i * 205, 24, 180, 86}, {0x1C, 0x22, 0x30, 60}, 8);
        shadow.softness = static_cast<float>(4 + 8 * i);
        add(list, shadow);
        Quad card = box({20.0 + i * 205, 20, 180, 86}, white, static_cast<float>(4 + 6 * i));
        card.border = line_color;
        card.border_width = static_cast<float>(i == 0 ? 1 : 1.5 * i);
        card.accents[0] = i == 1 ? broken : kept;
        card.accent_width = i == 2 ? 0.0F : 7.0F;
        add(list, card);
    }
    for (int i = 0; i < 4; ++i) {
        Quad quad = box({20.5 + i * 155, 130.25, 135, 60}, {0x0B, 0x5F, 0xA5, 45},
                        static_cast<float>(4 * i));
        quad.border = i % 2 == 0 ? kept : ink;
        quad.border_width = static_cast<float>(1 + i * 0.75);
        quad.pattern = i < 2 ? Pattern::Hatched : Pattern::Dashed;
        quad.pattern_px = static_cast<float>(i % 2 == 0 ? 0 : 12);
        add(list, quad);
    }
    Quad pill = box({20, 212, 96, 22}, kept, 11);
    add(list, pill);
    pill.rect = {130, 212, 48, 11};
    add(list, pill);
    pill.rect = {190, 212, 9, 2.2};
    add(list, pill);
    add(list, far_card({20, 250, 160, 80}));
    add(list, far_card({200, 250, 80, 40}));
    add(list, far_card({300, 250, 40, 20}));
    add(list, far_card({360.4, 250.3, 24, 12}));
    for (int i = 0; i < 12; ++i)
        add(list, far_card({420 + i % 4 * 15.5, 250 + i / 4 * 8.3, 12.4, 6.2}));
    for (int i = 0; i < 6; ++i)
        add(list, box({220.0 + i * 24, 212, 0.25 + i * 0.35, 22}, ink));
    check_sheet("boxes", list);
}

TEST_CASE("polylines are round, dashed and of one ink") {
    DrawList list = sheet();
    Polyline line;
    line.color = ink;
    line.width = 2.5F;
    add(list, line, wave(20, 60, 280, 30));
    line.dash = 7;
    add(list, line, wave(340, 60, 280, 30));
    line.dash = 0;
    line.width = 14;
    line.color = {0xB8, 0x4A, 0x00, 100};
    add(list, line, wave(20, 170, 280, 40));
    add(list, line, {{340, 140}, {420, 210}, {500, 140}, {520, 210}, {620, 150}});
    line.width = 10;
    line.color = kept;
    add(list, line, {{40, 260}});
    add(list, line, {{70, 260}, {70, 260}, {120, 260}});
    for (int i = 0; i < 8; ++i) {
        line.width = static_cast<float>(0.25 * (i + 1));
        line.color = ink;
        add(list, line, {{150, 235.0 + i * 7}, {300, 235.0 + i * 7 + 3}});
    }
    line.width = 1.5F;
    for (int i = 0; i < 24; ++i) {
        double const a = i * std::numbers::pi / 12;
        add(list, line,
            {{420 + 12 * std::cos(a), 285 + 12 * std::sin(a)},
             {420 + 60 * std::cos(a), 285 + 60 * std::sin(a)}});
    }
    // A join far outside the view: numbers stay sound.
    line.width = 6;
    line.dash = 10;
    add(list, line, {{500, 240}, {100000, 60000}, {560, 350}});
    check_sheet("polylines", list);
}

TEST_CASE("text is legible from 8 to 100 px") {
    DrawList list = sheet();
    double y = 18;
    for (double const size : {8.0, 10.0, 12.0, 15.0, 19.0, 24.0, 32.0}) {
        add_text(list, "Every home warm, every promise kept. 5,150 of 7,220", {12, y},
                 static_cast<float>(size));
        y += size * 1.35 + 3;
    }
    add_text(list, "Promise", {10, 284}, 100);
    add_text(list, "R 89", {420, 284}, 72, kept);
    add(list, box({0, 300, 640, 60}, ink));
    add_text(list, "Night ink on a dark ground 11 px", {12, 320}, 11, {0xF2, 0xF0, 0xEA, 255});
    add_text(list, "Half-translucent 22 px", {12, 348}, 22, {0xF2, 0xF0, 0xEA, 128});
    add_text(
        list,
        "\xD8\xAA\xD8\xAC\xD8\xB1\xD8\xA8\xD8\xA9 \xD8\xA7\xD9\x84\xD8\xB9\xD9\x85\xD9\x8A\xD9\x84",
        {430, 345}, 26, {0xF2, 0xF0, 0xEA, 255});
    check_sheet("text", list);
}
