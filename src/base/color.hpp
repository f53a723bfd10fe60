// Colours in sRGB bytes, mixing in linear light, and the WCAG 2.2 contrast ratio.
// Must not know themes or states. Used by scene and render.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace base {

// Straight (not premultiplied) alpha, sRGB components.
struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(Color const&, Color const&) = default;
};

// "#RRGGBB" or "#RRGGBBAA"; nothing for any other text.
std::optional<Color> parse_color(std::string_view text);

Color with_alpha(Color c, double alpha);

// Part `t` (0..1) of the way from `a` to `b`, in linear light, alpha included.
Color mix(Color a, Color b, double t);

// The opaque colour that `top` makes when laid over opaque `ground` (sRGB blending, as the GPU does
// here).
Color over(Color top, Color ground);

// Relative luminance 0..1 and contrast 1..21, WCAG 2.2 definitions.
double luminance(Color c);
double contrast(Color a, Color b);

}  // namespace base
