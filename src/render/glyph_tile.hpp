// One glyph of the font book, resampled to a size and a quarter-pixel phase: the bricks of the line
// atlas. Pure, no OpenGL.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "scene/font.hpp"

namespace render {

// Pixels between the values 0 and 1 of a tile.
inline constexpr float tile_range_px = 8;

// A position in whole quarter pixels.
inline float quarter_steps(float px) {
    return std::floor(px * 4 + 0.5F);
}

struct GlyphTile {
    int x = 0;  // left and top of the pixels, from the whole pixel that holds the pen
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

struct TileRequest {
    scene::GlyphSlot slot;
    scene::AtlasPage const& page;
    float size_px = 0;
    float phase_x = 0;  // 0, 0.25, 0.5, 0.75
    float phase_y = 0;
};

GlyphTile resample(TileRequest const& request);

scene::AtlasPage const& page_of(scene::FontBook& fonts, scene::GlyphSlot const& slot);

}  // namespace render
