// Turns the grey coverage of a glyph into a signed distance field of 8 bits: the distance to the
// nearest piece of the outline, which the grey edge pixels place to a fraction of a pixel. Must not
// know fonts or files. Used by font_raster.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace scene {

// One byte a pixel, rows from the top.
struct GreyImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
    std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }

private:
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
};

GreyImage blank_image(int width, int height);

struct FieldOptions {
    int supersampling =
        1;  // coverage pixels per field pixel, each way; the coverage's size is a multiple of it
    float spread_px = 4;  // field pixels from the edge to black and to white
};

// 127.5 is the edge, 255 is `spread_px` inside, 0 is `spread_px` outside.
GreyImage distance_field(GreyImage const& coverage, FieldOptions const& options);

}  // namespace scene
