#include "base/color.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace base {
namespace {

double to_linear(std::uint8_t component) {
    double const c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::uint8_t to_srgb(double linear) {
    double const c =
        linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(std::clamp(c, 0.0, 1.0) * 255));
}

std::uint8_t part(std::uint8_t a, std::uint8_t b, double t) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * t));
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
    std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
    for (std::size_t i = 0; i * 2 + 1 < text.size(); ++i) {
        char const* const first = text.data() + 1 + i * 2;
        auto const [end, error] = std::from_chars(first, first + 2, parts[i], 16);
        if (error != std::errc() || end != first + 2) return std::nullopt;
    }
    return Color{parts[0], parts[1], parts[2], parts[3]};
}

Color with_alpha(Color c, double alpha) {
    c.a = static_cast<std::uint8_t>(std::lround(std::clamp(alpha, 0.0, 1.0) * 255));
    return c;
}

Color mix(Color a, Color b, double t) {
    t = std::clamp(t, 0.0, 1.0);
    auto const linear = [t](std::uint8_t from, std::uint8_t to) {
        return to_srgb(to_linear(from) + (to_linear(to) - to_linear(from)) * t);
    };
    return {linear(a.r, b.r), linear(a.g, b.g), linear(a.b, b.b), part(a.a, b.a, t)};
}

Color over(Color top, Color ground) {
    double const t = top.a / 255.0;
    return {part(ground.r, top.r, t), part(ground.g, top.g, t), part(ground.b, top.b, t), 255};
}

double luminance(Color c) {
    return 0.2126 * to_linear(c.r) + 0.7152 * to_linear(c.g) + 0.0722 * to_linear(c.b);
}

double contrast(Color a, Color b) {
    double const la = luminance(a);
    double const lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace base
