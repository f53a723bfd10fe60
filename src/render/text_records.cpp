#include "render/text_records.hpp"

namespace render {

namespace {

struct TextQuad {
    Bounds box;      // px
    Bounds texture;  // 0..1
    std::uint32_t layer = 0;
    float range = 0;
    base::Color color;
};

void add_text_quad(BatchBuilder& out, Pass pass, TextQuad const& quad, Bounds const& clip) {
    Bounds const shown = common(quad.box, clip);
    if (shown.empty()) return;
    Bounds const& b = quad.box;
    Bounds const& t = quad.texture;
    float const du = (t.x1 - t.x0) / (b.x1 - b.x0);
    float const dv = (t.y1 - t.y0) / (b.y1 - b.y0);
    Record record;
    record.set(0, shown);
    record.set(1, t.x0 + (shown.x0 - b.x0) * du, t.y0 + (shown.y0 - b.y0) * dv,
               t.x0 + (shown.x1 - b.x0) * du, t.y0 + (shown.y1 - b.y0) * dv);
    record.set(2, 0, 0, quad.range, 0);
    record.set_word(8, packed(quad.color));
    record.set_word(9, quad.layer);
    out.add(pass, record, shown);
}

Bounds placed(scene::GlyphRun const& run, Bounds const& em) {
    auto const x = static_cast<float>(run.origin.x);
    auto const y = static_cast<float>(run.origin.y);
    return {x + em.x0 * run.size_px, y + em.y0 * run.size_px, x + em.x1 * run.size_px,
            y + em.y1 * run.size_px};
}

void add_glyphs(BatchBuilder& out, TextSources const& sources, scene::GlyphRun const& run,
                Bounds const& clip) {
    scene::ShapedRun const& shaped = sources.fonts.run(run.run);
    for (scene::RunGlyph const& glyph : shaped.glyphs) {
        if (glyph.x1 <= glyph.x0) continue;
        if (common(grown(placed(run, {glyph.x0, glyph.y0, glyph.x1, glyph.y1}), 1), clip).empty())
            continue;
        scene::GlyphSlot const slot =
            trimmed(sources.fonts.slot(glyph.glyph, run.size_px), run.size_px);
        if (slot.x1 <= slot.x0) continue;
        Bounds const em{glyph.pen_x + slot.x0, glyph.pen_y + slot.y0, glyph.pen_x + slot.x1,
                        glyph.pen_y + slot.y1};
        bool const coloured = slot.format == scene::AtlasFormat::Color;
        float const range = 2 * slot.spread_px * run.size_px / slot.atlas_px_per_em;
        add_text_quad(
            out, coloured ? Pass::Emoji : Pass::GlyphText,
            {placed(run, em), {slot.u0, slot.v0, slot.u1, slot.v1}, slot.page, range, run.color},
            clip);
    }
}

}  // namespace

void add_run(BatchBuilder& out, TextSources const& sources, scene::GlyphRun const& run,
             Bounds const& clip) {
    if (run.color.a == 0 || run.size_px < 0.5F) return;
    scene::ShapedRun const& shaped = sources.fonts.run(run.run);
    // Tall marks and deep hooks of any script lie within two ems of the line.
    if (common(placed(run, {-1, -2, shaped.width_em + 1, 2}), clip).empty()) return;
    auto const line = sources.lines.place(run.run, run.size_px, sources.fonts);
    if (!line) {
        add_glyphs(out, sources, run, clip);
        return;
    }
    add_text_quad(out, Pass::LineText,
                  {placed(run, {line->x0, line->y0, line->x1, line->y1}),
                   {line->u0, line->v0, line->u1, line->v1},
                   line->layer,
                   line->range_em * run.size_px,
                   run.color},
                  clip);
}

}  // namespace render
