#include "render/quad_records.hpp"

#include <cmath>

namespace render {

namespace {

using scene::Pattern;
using scene::Quad;
using scene::Shape;

// Boxes with an inside of at least this many pixels are drawn as inside + four edges: on software
// GL a pixel of the inside costs a fifth of one that computes distances, and another quad costs as
// much as some 250 of these.
constexpr float split_from_px = 1200;
constexpr float default_pattern_px = 6;

float center(float a, float b) {
    return 0.5F * (a + b);
}

// The part every box-like record shares: rectangle, centre and half size, colours, radius, border.
Record box_record(Quad const& quad) {
    Bounds const b = bounds_of(quad.rect);
    float const half_w = 0.5F * (b.x1 - b.x0);
    float const half_h = 0.5F * (b.y1 - b.y0);
    Record r;
    r.set(1, center(b.x0, b.x1), center(b.y0, b.y1), half_w, half_h);
    base::Color const no_border{0, 0, 0, 0};
    bool const bordered = quad.border_width > 0;
    r.set_word(8, packed(quad.fill));
    r.set_word(9, packed(bordered ? quad.border : no_border));
    r.set_number(10, std::clamp(quad.radius, 0.0F, std::min(half_w, half_h)));
    r.set_number(11, bordered ? quad.border_width : 0.0F);
    return r;
}

void add_piece(BatchBuilder& out, Pass pass, Record record, Bounds const& piece) {
    record.set(0, piece);
    out.add(pass, record, piece);
}

// The whole pixels inside `quad` that are plain fill; may be empty.
Bounds plain_inside(Quad const& quad, float radius) {
    Bounds const b = bounds_of(quad.rect);
    float const border = quad.border_width > 0 && quad.border.a > 0 ? quad.border_width : 0.0F;
    float const edge = std::max(border, quad.softness);
    // A square inset by 0.293 r touches the arc of a corner.
    float const inset = edge + 0.3F * std::max(0.0F, radius - border) + 0.01F;
    bool const accented = quad.accent_width > 0 && quad.accents[0].a > 0;
    float const left = accented ? std::max(inset, quad.accent_width + 0.5F) : inset;
    return {std::ceil(b.x0 + left), std::ceil(b.y0 + inset), std::floor(b.x1 - inset),
            std::floor(b.y1 - inset)};
}

// Draws `record` over `outer`, with `inside` (plain fill) left to a cheap pass when that pays.
void add_split(BatchBuilder& out, Pass edge_pass, Record const& record, Quad const& quad,
               Bounds const& outer, Bounds const& inside) {
    if (inside.empty() || (inside.x1 - inside.x0) * (inside.y1 - inside.y0) < split_from_px) {
        add_piece(out, edge_pass, record, outer);
        return;
    }
    if (quad.fill.a > 0)
        add_piece(out, quad.fill.a == 255 ? Pass::Solid : Pass::Tint, record, inside);
    add_piece(out, edge_pass, record, {outer.x0, outer.y0, outer.x1, inside.y0});
    add_piece(out, edge_pass, record, {outer.x0, inside.y1, outer.x1, outer.y1});
    add_piece(out, edge_pass, record, {outer.x0, inside.y0, inside.x0, inside.y1});
    add_piece(out, edge_pass, record, {inside.x1, inside.y0, outer.x1, inside.y1});
}

bool plain_rectangle(Quad const& quad) {
    bool const bordered = quad.border_width > 0 && quad.border.a > 0;
    bool const accented = quad.accent_width > 0 && quad.accents[0].a > 0;
    Bounds const b = bounds_of(quad.rect);
    Bounds const o = outward(b);
    bool const on_pixels = b.x0 == o.x0 && b.y0 == o.y0 && b.x1 == o.x1 && b.y1 == o.y1;
    return on_pixels && quad.radius <= 0 && !bordered && !accented;
}

void add_shadow(BatchBuilder& out, Quad const& quad, Bounds const& clip) {
    Record record = box_record(quad);
    record.set(3, 0, quad.softness, 0, 0);
    Bounds const outer = common(outward(grown(bounds_of(quad.rect), quad.softness)), clip);
    float const radius = std::max(quad.radius, quad.softness);
    Bounds inside = plain_inside(quad, radius);
    add_split(out, Pass::Pattern, record, quad, outer, common(inside, clip));
}

void add_box(BatchBuilder& out, Quad const& quad, Bounds const& clip) {
    if (quad.softness > 0) {
        add_shadow(out, quad, clip);
        return;
    }
    Bounds const outer = common(outward(bounds_of(quad.rect)), clip);
    if (outer.empty()) return;
    Record record = box_record(quad);
    if (quad.pattern != Pattern::Solid) {
        float const period = quad.pattern_px > 0 ? quad.pattern_px : default_pattern_px;
        bool const hatched = quad.pattern == Pattern::Hatched;
        record.set(3, 0, 0, hatched ? period : -period, 0);
        Bounds const inside = hatched ? Bounds{} : common(plain_inside(quad, quad.radius), clip);
        add_split(out, Pass::Pattern, record, quad, outer, inside);
        return;
    }
    if (plain_rectangle(quad)) {
        if (quad.fill.a > 0)
            add_piece(out, quad.fill.a == 255 ? Pass::Solid : Pass::Tint, record, outer);
        return;
    }
    bool const accented = quad.accent_width > 0 && quad.accents[0].a > 0;
    if (accented) {
        record.set_word(12, packed(quad.accents[0]));
        record.set_number(13, quad.accent_width);
    }
    add_split(out, accented ? Pass::AccentBox : Pass::Box, record, quad, outer,
              common(plain_inside(quad, quad.radius), clip));
}

// The shapes of mark.glsl.
bool is_state_mark(Shape shape) {
    return (shape >= Shape::Disc && shape <= Shape::Ring) ||
           (shape >= Shape::ChevronUp && shape <= Shape::ChevronDown);
}

void add_mark(BatchBuilder& out, Quad const& quad, Bounds const& clip) {
    Record record = box_record(quad);
    record.set_word(15, static_cast<std::uint32_t>(quad.shape));
    // Without a colour of its own the stroke takes the fill's, laid once.
    if (quad.border == quad.fill) record.set_word(9, 0);
    Bounds const b = bounds_of(quad.rect);
    float const half = 0.5F * std::min(b.x1 - b.x0, b.y1 - b.y0);
    if (half <= 0) return;
    float const x = center(b.x0, b.x1);
    float const y = center(b.y0, b.y1);
    Bounds const square = grown({x - half, y - half, x + half, y + half}, 0.5F);
    // What the cheaper program draws: one colour, and strokes of the width that Painter gives them.
    bool const plain = is_state_mark(quad.shape) && quad.border == quad.fill;
    add_piece(out, plain ? Pass::StateMark : Pass::Mark, record, common(outward(square), clip));
}

void add_far_card(BatchBuilder& out, Quad const& quad, Bounds const& clip) {
    Record record = box_record(quad);
    for (std::size_t i = 0; i < 3; ++i)
        record.set_word(12 + i, packed(quad.accents[i]));
    add_piece(out, Pass::FarCard, record, common(outward(bounds_of(quad.rect)), clip));
}

}  // namespace

void add_quad(BatchBuilder& out, Quad const& quad, Bounds const& clip) {
    if (quad.shape == Shape::Box) {
        add_box(out, quad, clip);
    } else if (quad.shape == Shape::FarCard) {
        add_far_card(out, quad, clip);
    } else {
        add_mark(out, quad, clip);
    }
}

void add_picture(BatchBuilder& out, scene::Picture const& picture, Bounds const& clip) {
    Bounds const b = bounds_of(picture.rect);
    Bounds const outer = common(outward(b), clip);
    if (outer.empty()) return;
    Record record;
    record.set(0, outer);
    record.set(1, center(b.x0, b.x1), center(b.y0, b.y1), 0.5F * (b.x1 - b.x0),
               0.5F * (b.y1 - b.y0));
    record.set(2, picture.radius, picture.alpha, picture.show_w, picture.show_h);
    out.add(Pass::Picture, record, outer, picture.image);
}

}  // namespace render
