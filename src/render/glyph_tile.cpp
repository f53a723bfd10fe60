#include "render/glyph_tile.hpp"

#include <algorithm>
#include <stdexcept>

namespace render {

namespace {

// Where a row or column of the tile falls between two of the page's.
struct Sample {
    int first = 0;
    float share = 0;  // of the next one
};

struct Axis {
    float start = 0;    // page texel of the slot's edge
    float length = 0;   // texels of the slot
    float edge_px = 0;  // tile position of the slot's edge
    float step = 1;     // texels a tile pixel
};

std::vector<Sample> samples(Axis const& axis, int first_px, int count) {
    std::vector<Sample> result(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        float const inside =
            (static_cast<float>(first_px + i) + 0.5F - axis.edge_px) * axis.step - 0.5F;
        float const at = std::clamp(inside, 0.0F, axis.length - 1.001F);
        float const whole = std::floor(at);
        result[static_cast<std::size_t>(i)] = {static_cast<int>(axis.start + whole), at - whole};
    }
    return result;
}

}  // namespace

GlyphTile resample(TileRequest const& request) {
    scene::GlyphSlot const& slot = request.slot;
    float const size = request.size_px;
    float const left = slot.x0 * size + request.phase_x;
    float const top = slot.y0 * size + request.phase_y;
    GlyphTile tile;
    tile.x = static_cast<int>(std::floor(left));
    tile.y = static_cast<int>(std::floor(top));
    tile.width = static_cast<int>(std::ceil(slot.x1 * size + request.phase_x)) - tile.x;
    tile.height = static_cast<int>(std::ceil(slot.y1 * size + request.phase_y)) - tile.y;
    tile.pixels.resize(static_cast<std::size_t>(tile.width) *
                       static_cast<std::size_t>(tile.height));

    auto const page_width = static_cast<float>(request.page.width);
    auto const page_height = static_cast<float>(request.page.height);
    float const step = slot.atlas_px_per_em / size;
    std::vector<Sample> const columns =
        samples({std::round(slot.u0 * page_width), (slot.u1 - slot.u0) * page_width, left, step},
                tile.x, tile.width);
    std::vector<Sample> const rows =
        samples({std::round(slot.v0 * page_height), (slot.v1 - slot.v0) * page_height, top, step},
                tile.y, tile.height);

    // Page texels say distance over 2 * spread page pixels, tiles over tile_range_px tile pixels.
    float const gain = 2 * slot.spread_px / step / tile_range_px;
    std::size_t at = 0;
    for (Sample const& row : rows) {
        std::uint8_t const* upper = request.page.pixels.data() +
                                    static_cast<std::ptrdiff_t>(row.first) * request.page.width;
        std::uint8_t const* lower = upper + request.page.width;
        for (Sample const& column : columns) {
            auto const blend = [&column](std::uint8_t const* texels) {
                auto const a = static_cast<float>(texels[column.first]);
                auto const b = static_cast<float>(texels[column.first + 1]);
                return a + (b - a) * column.share;
            };
            float const value = std::lerp(blend(upper), blend(lower), row.share);
            float const spread = (value - 127.5F) * gain + 127.5F;
            tile.pixels[at++] = static_cast<std::uint8_t>(std::clamp(spread + 0.5F, 0.0F, 255.0F));
        }
    }
    return tile;
}

scene::AtlasPage const& page_of(scene::FontBook& fonts, scene::GlyphSlot const& slot) {
    for (scene::AtlasPage const& page : fonts.pages()) {
        if (page.format == slot.format && page.layer == slot.page) return page;
    }
    throw std::logic_error("a glyph lies on a page that the font book does not have");
}

}  // namespace render
