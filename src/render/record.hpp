// The 64 bytes that a quad is for the GPU (shaders/record.glsl reads them), the passes they are
// drawn in, and the whole-pixel rectangles they are clipped to. Plain values, no OpenGL.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "base/color.hpp"
#include "base/geometry.hpp"

namespace render {

// One program (and blend state) each, in the order in which a stage draws them.
enum class Pass : std::uint8_t {
    Solid,    // opaque insides of boxes, blending off
    Tint,     // translucent insides
    Shadow,   // soft
    Pattern,  // hatching, dashed borders
    Segment,  // pieces of polylines
    Box,
    AccentBox,  // with a bar along its left side
    FarCard,
    Picture,
    Mark,
    StateMark,  // the plain ones, in one colour
    LineText,   // whole lines from the line atlas
    GlyphText,  // glyph by glyph from the font's own pages
    Emoji,
};
inline constexpr std::uint32_t pass_count = 14;

struct Bounds {
    float x0 = 0;
    float y0 = 0;
    float x1 = 0;
    float y1 = 0;
    bool empty() const { return x1 <= x0 || y1 <= y0; }
};

Bounds bounds_of(base::ScreenRect const& rect);
Bounds common(Bounds const& a, Bounds const& b);
Bounds grown(Bounds const& b, float by);
// The whole pixels that `b` touches.
Bounds outward(Bounds const& b);

// Four texels of four 32-bit words.
struct Record {
    std::array<std::uint32_t, 16> words{};

    void set(std::size_t texel, float a, float b, float c, float d) {
        words[texel * 4] = std::bit_cast<std::uint32_t>(a);
        words[texel * 4 + 1] = std::bit_cast<std::uint32_t>(b);
        words[texel * 4 + 2] = std::bit_cast<std::uint32_t>(c);
        words[texel * 4 + 3] = std::bit_cast<std::uint32_t>(d);
    }
    void set(std::size_t texel, Bounds const& b) { set(texel, b.x0, b.y0, b.x1, b.y1); }
    void set_word(std::size_t index, std::uint32_t value) { words[index] = value; }
    void set_number(std::size_t index, float value) {
        words[index] = std::bit_cast<std::uint32_t>(value);
    }
};

constexpr std::uint32_t packed(base::Color c) {
    return c.r | (static_cast<std::uint32_t>(c.g) << 8U) |
           (static_cast<std::uint32_t>(c.b) << 16U) | (static_cast<std::uint32_t>(c.a) << 24U);
}

}  // namespace render
