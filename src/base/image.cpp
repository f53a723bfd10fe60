#include "base/image.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/image_gate.hpp"
#include "base/jpeg.hpp"
#include "base/stb_bridge.hpp"

namespace base {

namespace {

// The decoder's own word on the size, for a file that passed the gate.
std::optional<ImageInfo> size_of(std::span<std::uint8_t const> file) {
    ImageInfo info;
    if (!stb::info(file, info.width, info.height)) return std::nullopt;
    return info;
}

}  // namespace

std::optional<ImageInfo> read_image_info(std::span<std::uint8_t const> file) {
    return gate_problem(file).empty() ? size_of(file) : std::nullopt;
}

std::string image_problem(std::span<std::uint8_t const> file) {
    if (std::string problem = gate_problem(file); !problem.empty()) return problem;
    auto const info = size_of(file);
    if (!info) return "this is neither a PNG nor a JPEG picture; save it as one of these";
    if (info->width > max_image_side_px || info->height > max_image_side_px) {
        return "the picture is wider or higher than 8192 pixels; scale it down";
    }
    if (static_cast<long long>(info->width) * info->height > max_image_pixels) {
        return "the picture has more than 40 million pixels; scale it down";
    }
    return {};
}

std::optional<Image> decode_image(std::span<std::uint8_t const> file) {
    if (!image_problem(file).empty()) return std::nullopt;
    Image image;
    if (is_jpeg(file)) {
        auto const info = size_of(file);
        image = {info->width, info->height, decode_jpeg(file, info->width, info->height)};
    } else {
        image.rgba = stb::decode(file, image.width, image.height);
    }
    if (image.rgba.empty()) return std::nullopt;
    return image;
}

Image halved(Image const& image) {
    Image half{std::max(1, image.width / 2), std::max(1, image.height / 2), {}};
    half.rgba.reserve(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height) *
                      4);
    auto const at = [&](int x, int y, int channel) {
        auto const column = static_cast<std::size_t>(std::min(x, image.width - 1));
        auto const row = static_cast<std::size_t>(std::min(y, image.height - 1));
        return image.rgba[(row * static_cast<std::size_t>(image.width) + column) * 4 +
                          static_cast<std::size_t>(channel)];
    };
    for (int y = 0; y < half.height * 2; y += 2) {
        for (int x = 0; x < half.width * 2; x += 2) {
            for (int c = 0; c < 4; ++c) {
                int const sum =
                    at(x, y, c) + at(x + 1, y, c) + at(x, y + 1, c) + at(x + 1, y + 1, c);
                half.rgba.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
            }
        }
    }
    return half;
}

Image scaled_down(Image image, int most_side_px) {
    while (std::max(image.width, image.height) > most_side_px)
        image = halved(image);
    return image;
}

std::vector<std::uint8_t> encode_png(Image const& image) {
    return stb::encode_png(image.rgba, image.width, image.height);
}

void write_png(std::filesystem::path const& path, Image const& image) {
    std::vector<std::uint8_t> const bytes = encode_png(image);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<char const*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) throw std::runtime_error(path.string() + ": the picture cannot be written here");
}

Image read_png(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path.string() + ": cannot be read");
    std::vector<std::uint8_t> const bytes{std::istreambuf_iterator<char>(in), {}};
    auto image = decode_image(bytes);
    if (!image) throw std::runtime_error(path.string() + ": " + image_problem(bytes));
    return *std::move(image);
}

}  // namespace base
