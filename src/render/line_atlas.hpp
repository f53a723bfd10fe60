// Whole lines of text as single distance pictures, so that a line is one quad however many letters
// it has (a quad of its own for every letter costs software GL ten times as much). Lines are put
// together on the CPU from the font book's glyphs at a few sizes, kept in layers of one texture
// array; the layer unused for longest is given up first. Pure, no OpenGL: the renderer copies
// `uploads` to the GPU.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "scene/font.hpp"

namespace render {

// Where a line lies in the atlas, and the box it fills around its origin.
struct LinePlace {
    std::uint32_t layer = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // em
    float range_em = 0;  // times the font size in px: screen px between the values 0 and 1
};

// New pixels for a layer; `pixels` starts at `offset` of LineAtlas::staging().
struct LineUpload {
    std::uint32_t layer = 0;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::size_t offset = 0;
};

class LineAtlas {
public:
    static constexpr int width_px = 2048;
    static constexpr int height_px = 512;
    static constexpr int layers = 16;
    static constexpr float largest_size_px = 64;

    // Forgets what the font book has voided, and what was uploaded.
    void begin_frame(scene::FontBook& fonts);

    // Nothing when the line is better drawn glyph by glyph: too large, too long, coloured glyphs,
    // no room.
    std::optional<LinePlace> place(std::uint32_t run, float size_px, scene::FontBook& fonts);

    std::span<LineUpload const> uploads() const { return m_uploads; }
    std::span<std::uint8_t const> staging() const { return m_staging; }

private:
    struct Shelf {
        int y = 0;
        int height = 0;
        int used = 0;
    };
    struct Layer {
        std::vector<Shelf> shelves;
        std::uint64_t last_used = 0;
        std::vector<std::uint64_t> keys;
    };
    // A glyph resampled for a size class and a quarter-pixel phase.
    struct Tile {
        bool coloured = false;
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
        std::vector<std::uint8_t> pixels;
    };
    struct Spot {
        std::uint32_t layer = 0;
        int x = 0;
        int y = 0;
    };

    // What became of putting a line together; `final` answers are remembered.
    struct Composed {
        std::optional<LinePlace> place;
        bool final = true;
    };
    Composed compose(scene::ShapedRun const& run, std::size_t size_class, scene::FontBook& fonts);
    Tile const& tile(scene::RunGlyph const& glyph, std::size_t size_class, scene::FontBook& fonts);
    std::optional<Spot> find_room(int width, int height);
    std::optional<Spot> room_in(std::uint32_t layer, int width, int height);
    void give_up(std::uint32_t layer);
    void forget_everything();

    // By run and size class; nothing: to be drawn glyph by glyph.
    std::unordered_map<std::uint64_t, std::optional<LinePlace>> m_lines;
    std::unordered_map<std::uint64_t, Tile> m_tiles;  // by glyph, size class and phase
    std::vector<Layer> m_layers = std::vector<Layer>(layers);
    std::uint32_t m_open_layer = 0;
    std::uint64_t m_frame = 0;
    std::uint64_t m_generation = 0;
    bool m_coarse = false;  // something was put together from stand-in glyphs
    std::vector<LineUpload> m_uploads;
    std::vector<std::uint8_t> m_staging;
};

}  // namespace render
