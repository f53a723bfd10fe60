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
// Narrower ones lie in the blocks of 4 x 4 that the edges pay for anyway.
constexpr float split_from_side_px = 8;
constexpr float default_pattern_px = 6;
// A square inset by 0.293 of the radius touches the arc of a corner.
constexpr float corner_share = 0.3F;

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

// What `outer` has around `inside`.
void add_frame(BatchBuilder& out, Pass pass, Record const& record, Bounds const& outer,
               Bounds const& inside) {
    add_piece(out, pass, record, {outer.x0, outer.y0, outer.x1, inside.y0});
    add_piece(out, pass, record, {outer.x0, inside.y1, outer.x1, outer.y1});
    add_piece(out, pass, record, {outer.x0, inside.y0, inside.x0, inside.y1});
    add_piece(out, pass, record, {inside.x1, inside.y0, outer.x1, inside.y1});
}

// The whole pixels inside `quad` that are plain fill; may be empty.
Bounds plain_inside(Quad const& quad) {
    Bounds const b = bounds_of(quad.rect);
    float const border = quad.border_width > 0 && quad.border.a > 0 ? quad.border_width : 0.0F;
    float const inset = border + corner_share * std::max(0.0F, quad.radius - border) + 0.01F;
    bool const accented = quad.accent_width > 0 && quad.accents[0].a > 0;
    float const left = accented ? std::max(inset, quad.accent_width + 0.5F) : inset;
    return {std::ceil(b.x0 + left), std::ceil(b.y0 + inset), std::floor(b.x1 - inset),
            std::floor(b.y1 - inset)};
}

// Draws `record` over `outer`, with `inside` (plain fill) left to a cheap pass when that pays.
void add_split(BatchBuilder& out, Pass edge_pass, Record const& record, Quad const& quad,
               Bounds const& outer, Bounds const& inside) {
    float const wide = inside.x1 - inside.x0;
    float const high = inside.y1 - inside.y0;
    if (std::min(wide, high) < split_from_side_px || wide * high < split_from_px) {
        add_piece(out, edge_pass, record, outer);
        return;
    }
    if (quad.fill.a > 0)
        add_piece(out, quad.fill.a == 255 ? Pass::Solid : Pass::Tint, record, inside);
    add_frame(out, edge_pass, record, outer, inside);
}

bool plain_rectangle(Quad const& quad) {
    bool const bordered = quad.border_width > 0 && quad.border.a > 0;
    bool const accented = quad.accent_width > 0 && quad.accents[0].a > 0;
    Bounds const b = bounds_of(quad.rect);
    Bounds const o = outward(b);
    bool const on_pixels = b.x0 == o.x0 && b.y0 == o.y0 && b.x1 == o.x1 && b.y1 == o.y1;
    return on_pixels && quad.radius <= 0 && !bordered && !accented;
}

// Soft shadows are dear: what the panel hides is left out, all but its round corners.
void add_shadow(BatchBuilder& out, Quad const& quad, Bounds const& clip) {
    Record record = box_record(quad);
    record.set(3, 0, quad.softness, 0, 0);
    Bounds const outer = common(outward(grown(bounds_of(quad.rect), quad.softness)), clip);
    Bounds const under = grown(bounds_of(quad.panel), -corner_share * quad.radius - 1);
    Bounds const hidden = common(
        {std::ceil(under.x0), std::ceil(under.y0), std::floor(under.x1), std::floor(under.y1)},
        outer);
    if (hidden.empty()) {
        add_piece(out, Pass::Shadow, record, outer);
    } else {
        add_frame(out, Pass::Shadow, record, outer, hidden);
    }
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
        Bounds const inside = hatched ? Bounds{} : common(plain_inside(quad), clip);
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
              common(plain_inside(quad), clip));
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
