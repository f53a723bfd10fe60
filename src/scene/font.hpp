// Text as the GPU wants it: shapes runs (HarfBuzz, FriBidi), finds faces in a fixed fallback order
// (fontconfig), and packs glyphs as signed distance fields into an atlas on demand (FreeType
// coverage + distance transform), kept in a cache file. Must not know the map. Used by build_scene
// (shape), layout through TextMeasure, render (atlas).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "layout/text_measure.hpp"

namespace scene {

using layout::Weight;

// One glyph of a shaped run, in em, y down, relative to the run's origin (left end of the
// baseline). Draw it at pen + the box of its slot, both times the font size; x0..y1 is the ink
// alone, for culling.
struct RunGlyph {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // em
    std::uint32_t glyph = 0;               // index for FontBook::slot(); resolved per size class
    float pen_x = 0, pen_y = 0;            // em
};

struct ShapedRun {
    std::string text;
    Weight weight = Weight::Regular;
    float width_em = 0;
    std::vector<RunGlyph> glyphs;  // visual order, left to right
    std::uint32_t missing = 0;     // glyphs no face has (drawn as boxes)
};

enum class AtlasFormat : std::uint8_t { Distance, Color };

// Where a glyph of a size class lies in the atlas. An empty box (x0 == x1) is a glyph without ink:
// nothing to draw.
//
// Shader, Distance: with t = the texel, bilinear, 0..1, and constants of the glyph's quad
//     k = 2 * spread_px * size_px / atlas_px_per_em      (texel units to output pixels)
//     alpha = clamp((t - 0.5) * k + 0.5, 0, 1)
// `size_px` is the font size on the screen (with every camera scale in it). No derivative, no
// second sample and no gamma curve are needed: blended in sRGB values this is what FreeType's grey
// rendering gives (font_quality_test measures it). Shader, Color: the texel is premultiplied RGBA;
// multiply it by the text colour's alpha only.
struct GlyphSlot {
    std::uint16_t page = 0;  // AtlasPage::layer: texture array layer among the pages of `format`
    AtlasFormat format = AtlasFormat::Distance;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float x0 = 0, y0 = 0, x1 = 0,
          y1 = 0;  // em box of the texture area, spread included, relative to the glyph's pen
    float spread_px = 0;  // distance range in atlas pixels
    float atlas_px_per_em = 0;
};

// The same slot without the part of the spread that is transparent at this size: fewer fragments,
// same picture.
GlyphSlot trimmed(GlyphSlot const& slot, float size_px);

struct AtlasPage {
    AtlasFormat format = AtlasFormat::Distance;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  // 1 byte a pixel (Distance) or premultiplied RGBA8 (Color)
    std::uint64_t version =
        0;  // grows with every change; render uploads rows [dirty_first, dirty_last)
    int dirty_first = 0;
    int dirty_last = 0;
    std::uint16_t layer = 0;  // 0, 1, 2 ... within its format; a new page is dirty as a whole
};

struct FontOptions {
    std::filesystem::path cache_file;      // empty: no cache on disk
    std::size_t most_distance_pages = 32;  // 1 MB each
    std::size_t most_color_pages = 8;      // 4 MB each
};

// Not thread-safe: one thread shapes and renders.
class FontBook {
public:
    explicit FontBook(FontOptions options);
    ~FontBook();
    FontBook(FontBook const&) = delete;
    FontBook& operator=(FontBook const&) = delete;

    // Id of the shaped run of one line of text; the same text and weight give the same id while it
    // is in use. Digits are tabular. Text is one line: control characters are not drawn.
    std::uint32_t shape(std::string_view text, Weight weight);
    // An empty run when `id` was forgotten (see begin_frame).
    ShapedRun const& run(std::uint32_t id) const;

    // Slot of a glyph for a size in pixels (makes it when it is new). Size classes keep 8 px to 400
    // px crisp. Valid until begin_frame(). Call it for every glyph of the frame before uploading
    // the dirty rows.
    GlyphSlot const& slot(std::uint32_t glyph, float size_px);

    // Call before the frame's first shape(): the only place that forgets. Above 60,000 runs the
    // ones that were not used for longest go (run ids are not given out twice); an atlas that was
    // full is emptied (atlas_generation() grows: cached slots are void). A frame that fills the
    // atlas draws its last new glyphs smaller or not at all. At most `new_glyphs` glyphs above the
    // smallest class are made before the next call; others show a coarser class until then and
    // glyphs_pending() asks for another frame.
    void begin_frame(std::uint32_t new_glyphs = unlimited_glyphs);
    bool glyphs_pending() const;
    std::uint64_t atlas_generation() const;
    static constexpr std::uint32_t unlimited_glyphs = 0xFFFFFFFF;

    std::vector<AtlasPage>& pages();  // render clears the dirty rows after uploading

    double width_em(std::string_view text, Weight weight);
    bool right_to_left(std::string_view text);

    // Writes the glyph cache when something new was packed. Failing to write is not an error (a
    // sentence in doctor).
    void save_cache();

    // For doctor: faces in fallback order with file names, and what is missing. Empty first face =
    // no Inter.
    std::vector<std::string> describe() const;
    std::vector<std::string> missing_code_points() const;

    // File of the first face (Inter where it is installed) for ImGui's own atlas; empty when there
    // is no font at all.
    std::string face_file(Weight weight) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

// The layout's view of a FontBook.
class FontMeasure : public layout::TextMeasure {
public:
    explicit FontMeasure(FontBook& fonts) : m_fonts(fonts) {}
    double width_em(std::string_view text, Weight weight) override {
        return m_fonts.width_em(text, weight);
    }
    bool right_to_left(std::string_view text) override { return m_fonts.right_to_left(text); }

private:
    FontBook& m_fonts;
};

}  // namespace scene
