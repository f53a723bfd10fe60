#include "shell/option_values.hpp"

#include <charconv>

namespace shell {
namespace {

constexpr int min_side_px = 64;
constexpr int max_side_px = 16384;

std::optional<int> parse_side(std::string_view text) {
    int side = 0;
    auto const parsed = std::from_chars(text.data(), text.data() + text.size(), side);
    bool const whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    if (!whole || side < min_side_px || side > max_side_px) return std::nullopt;
    return side;
}

}  // namespace

std::optional<PixelSize> parse_size(std::string_view text) {
    std::size_t const cross = text.find('x');
    if (cross == std::string_view::npos) return std::nullopt;
    auto const width = parse_side(text.substr(0, cross));
    auto const height = parse_side(text.substr(cross + 1));
    if (!width || !height) return std::nullopt;
    return PixelSize{*width, *height};
}

}  // namespace shell
