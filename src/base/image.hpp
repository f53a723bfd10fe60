// An RGBA8 picture in memory, and PNG and JPEG files in and out. Owns the one stb implementation.
// Must not know who shows it. Used by exchange (pack pictures), render (read back), shell (shown
// pictures, PNG files), tests (goldens).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace base {

struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  // width * height * 4, rows from the top
};

struct ImageInfo {
    int width = 0;
    int height = 0;
};

// Limits for pictures that come with a pack (at most 8192 px a side, 40 megapixels, 32 MB a file).
inline constexpr int max_image_side_px = 8192;
inline constexpr long long max_image_pixels = 40'000'000;
inline constexpr long long max_image_file_bytes = 32LL * 1024 * 1024;

// Size read from the header only, nothing decoded; nothing when it is neither PNG nor JPEG, or
// damaged. No byte reaches the decoder, here or below, before base/image_gate let the file pass.
std::optional<ImageInfo> read_image_info(std::span<std::uint8_t const> file);

// Empty when `file` may be decoded, else what is wrong and what would be right (one sentence).
std::string image_problem(std::span<std::uint8_t const> file);

// Decodes after image_problem() passed; nothing when the data is damaged.
std::optional<Image> decode_image(std::span<std::uint8_t const> file);

// Each pixel the mean of four; sides are rounded down, to one pixel at least (the levels that
// OpenGL takes), so that an odd last row or column is left out.
Image halved(Image const& image);

// Halved until neither side is longer: a photograph has more pixels than a wall shows of it.
Image scaled_down(Image image, int most_side_px);

std::vector<std::uint8_t> encode_png(Image const& image);

// Throws std::runtime_error with the path and the reason when the file cannot be written.
void write_png(std::filesystem::path const& path, Image const& image);
// Throws std::runtime_error when the file is missing or damaged.
Image read_png(std::filesystem::path const& path);

}  // namespace base
