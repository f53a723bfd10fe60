#include "base/image.hpp"

#include <doctest/doctest.h>
#include <filesystem>

namespace {

base::Image checkerboard(int width, int height) {
    base::Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i) {
        auto const v = static_cast<std::uint8_t>(i * 37 % 256);
        for (int k = 0; k < 3; ++k)
            image.rgba.push_back(static_cast<std::uint8_t>(v + k * 40));
        image.rgba.push_back(255);
    }
    return image;
}

// A PNG header that claims a size; nothing needs to follow to ask for it.
std::vector<std::uint8_t> png_claiming(std::uint32_t width, std::uint32_t height) {
    std::vector<std::uint8_t> bytes = base::encode_png(checkerboard(2, 2));
    for (int i = 0; i < 4; ++i) {
        bytes[16 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(width >> (24 - 8 * i));
        bytes[20 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(height >> (24 - 8 * i));
    }
    return bytes;
}

}  // namespace

TEST_CASE("a picture survives PNG in memory and on disk") {
    base::Image const image = checkerboard(31, 17);
    auto const back = base::decode_image(base::encode_png(image));
    REQUIRE(back.has_value());
    CHECK(back->width == 31);
    CHECK(back->rgba == image.rgba);
    auto const path = std::filesystem::temp_directory_path() / "customer-room-image-test.png";
    base::write_png(path, image);
    CHECK(base::read_png(path).rgba == image.rgba);
    std::filesystem::remove(path);
}

TEST_CASE("pictures that are too large are refused from their header, before anything is decoded") {
    CHECK(base::image_problem(png_claiming(8192, 4000)).empty());
    CHECK_FALSE(base::image_problem(png_claiming(8193, 10)).empty());
    CHECK_FALSE(base::image_problem(png_claiming(16000, 16000)).empty());
    CHECK_FALSE(base::image_problem(png_claiming(8000, 8000)).empty());
    CHECK_FALSE(base::decode_image(png_claiming(8000, 8000)).has_value());
}

TEST_CASE("neither PNG nor JPEG is no picture") {
    std::vector<std::uint8_t> const gif{'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0};
    CHECK_FALSE(base::image_problem(gif).empty());
    CHECK_FALSE(base::image_problem({}).empty());
    CHECK_FALSE(base::decode_image(gif).has_value());
}

TEST_CASE("a picture cut at any byte never crashes the decoder") {
    auto const bytes = base::encode_png(checkerboard(40, 40));
    for (std::size_t length = 0; length < bytes.size(); length += 7) {
        auto const image = base::decode_image(std::span(bytes).first(length));
        if (image) CHECK(image->rgba.size() == 40U * 40U * 4U);
    }
}
