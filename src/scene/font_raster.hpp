// Draws one glyph of a face for one size class: a distance field, or a coloured picture of an emoji
// (FreeType). Must not know text or the atlas. Used by font; the pictures end in the atlas and in
// the cache file.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "scene/font.hpp"
#include "scene/font_faces.hpp"

namespace scene {

struct SizeClass {
    float px_per_em = 0;
    float spread_px = 0;
    int supersampling = 1;
    float up_to_px = 0;  // largest font size drawn from it
};

// Chosen by comparison with FreeType's own grey rendering (font_quality_test): below 32 px per em
// thin stems of Regular lose weight.
inline constexpr std::array<SizeClass, 4> size_classes{
    {{32, 4, 2, 26}, {64, 4, 1, 56}, {128, 4, 1, 144}, {256, 4, 1, 1e9F}}};

std::size_t size_class_of(float size_px);

struct GlyphPicture {
    AtlasFormat format = AtlasFormat::Distance;
    int width = 0;  // 0: no ink
    int height = 0;
    int left_px = 0;  // from the pen to the left edge, atlas pixels
    int top_px = 0;   // from the baseline to the top edge, y down
    float spread_px = 0;
    float px_per_em = 0;
    std::vector<std::uint8_t> pixels;
};

class GlyphRaster {
public:
    GlyphRaster();
    ~GlyphRaster();
    GlyphRaster(GlyphRaster const&) = delete;
    GlyphRaster& operator=(GlyphRaster const&) = delete;

    GlyphPicture draw(Face const& face, std::uint32_t glyph, SizeClass const& size);

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

// The hollow rectangle that stands for a glyph nobody has.
GlyphPicture draw_missing_box(SizeClass const& size);

}  // namespace scene
