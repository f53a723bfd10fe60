#include "base/image.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/stb_bridge.hpp"

namespace base {

std::optional<ImageInfo> read_image_info(std::span<std::uint8_t const> file) {
    ImageInfo info;
    if (file.empty() || file.size() > static_cast<std::size_t>(max_image_file_bytes) ||
        !stb::info(file, info.width, info.height)) {
        return std::nullopt;
    }
    return info;
}

std::string image_problem(std::span<std::uint8_t const> file) {
    if (file.size() > static_cast<std::size_t>(max_image_file_bytes)) {
        return "the picture is larger than 32 MB; save it smaller";
    }
    auto const info = read_image_info(file);
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
    image.rgba = stb::decode(file, image.width, image.height);
    if (image.rgba.empty()) return std::nullopt;
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
