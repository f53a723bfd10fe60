#include "render/picture_levels.hpp"

#include <algorithm>
#include <utility>

namespace render {
namespace {

// Blended so, filtered edges keep their colour.
base::Image premultiplied(base::Image image) {
    for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
        unsigned const alpha = image.rgba[i + 3];
        for (std::size_t c = 0; c < 3; ++c) {
            image.rgba[i + c] = static_cast<std::uint8_t>((image.rgba[i + c] * alpha + 127) / 255);
        }
    }
    return image;
}

}  // namespace

PictureLevels picture_levels(base::Image image) {
    PictureLevels levels;
    levels.push_back(premultiplied(std::move(image)));
    while (std::max(levels.back().width, levels.back().height) > 1)
        levels.push_back(base::halved(levels.back()));
    return levels;
}

}  // namespace render
