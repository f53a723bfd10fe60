// Text to glyphs with places: direction (FriBidi), script and face of every part, HarfBuzz for the
// parts. Must not know sizes in pixels or the atlas. Used by font.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scene/font_faces.hpp"

namespace scene {

struct ShapedGlyph {
    FaceId face = no_face;  // no_face: the box that stands for a glyph nobody has
    std::uint32_t glyph = 0;
    double pen_x_em = 0;
    double pen_y_em = 0;  // y down
};

struct ShapedLine {
    std::vector<ShapedGlyph> glyphs;  // visual order
    double width_em = 0;
    std::vector<char32_t> missing;  // characters that became boxes
};

inline constexpr double box_advance_em = 0.62;

ShapedLine shape_line(FaceStack& faces, std::string_view text, layout::Weight weight);

// Direction of the first strong character; left to right when there is none.
bool starts_right_to_left(std::string_view text);

}  // namespace scene
