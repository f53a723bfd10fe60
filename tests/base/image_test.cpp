#include "base/image.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

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

std::uint32_t crc32(std::span<std::uint8_t const> bytes) {
    std::uint32_t c = 0xFFFFFFFFU;
    for (std::uint8_t const byte : bytes) {
        c ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
    }
    return ~c;
}

std::vector<std::uint8_t> file_bytes(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::uint8_t> corpus_file(char const* name) {
    return file_bytes(std::filesystem::path(SOURCE_ROOT) / "tests/fuzz/corpus/image" / name);
}

// A PNG header that claims a size, with its checksum; its pixels need not follow to ask for it.
std::vector<std::uint8_t> png_claiming(std::uint32_t width, std::uint32_t height) {
    std::vector<std::uint8_t> bytes = base::encode_png(checkerboard(2, 2));
    for (int i = 0; i < 4; ++i) {
        bytes[16 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(width >> (24 - 8 * i));
        bytes[20 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(height >> (24 - 8 * i));
    }
    std::uint32_t const sum = crc32(std::span(bytes).subspan(12, 17));
    for (std::size_t i = 0; i < 4; ++i)
        bytes[29 + i] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
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
        CHECK_FALSE(image.has_value());
    }
}

// The decoder of Debian 12 writes behind its table where a table of a JPEG holds more symbols than
// there are, even when it is only asked for the size.
TEST_CASE("a JPEG with an overfull Huffman table never reaches the decoder, whoever asks") {
    std::vector<std::uint8_t> jpeg{0xFF, 0xD8, 0xFF, 0xC4, 0x10, 0x03, 0x00};
    jpeg.insert(jpeg.end(), 16, 0xFF);
    jpeg.resize(jpeg.size() + 16 * 255, 7);
    jpeg.insert(jpeg.end(), {0xFF, 0xD9});
    CHECK(base::image_problem(jpeg).find("damaged") != std::string::npos);
    CHECK_FALSE(base::read_image_info(jpeg).has_value());
    CHECK_FALSE(base::decode_image(jpeg).has_value());
}

TEST_CASE("a JPEG is decoded to the size of its header, in colour and in grey") {
    for (char const* name : {"tiny.jpg", "grey.jpg"}) {
        CAPTURE(name);
        auto const bytes = corpus_file(name);
        auto const info = base::read_image_info(bytes);
        auto const image = base::decode_image(bytes);
        REQUIRE(info);
        REQUIRE(image);
        CHECK(image->width == info->width);
        CHECK(image->height == info->height);
        CHECK(image->rgba.at(3) == 255);
        bool const grey = image->rgba[0] == image->rgba[1] && image->rgba[1] == image->rgba[2];
        CHECK(grey == (std::string(name) == "grey.jpg"));
    }
}

TEST_CASE("a JPEG in printers' inks shows the colours that would be printed") {
    auto const bytes = file_bytes(SOURCE_ROOT "/tests/base/inks.jpg");
    auto const image = base::decode_image(bytes);
    REQUIRE(image);
    REQUIRE(image->width == 24);
    // Three patches of 8 pixels: yellow, black as key alone, and cyan under half of the key.
    int const expected[3][3] = {{255, 255, 0}, {0, 0, 0}, {0, 128, 128}};
    for (std::size_t patch = 0; patch < 3; ++patch) {
        CAPTURE(patch);
        auto const middle = image->rgba.begin() + static_cast<std::ptrdiff_t>(patch * 32 + 16);
        for (std::ptrdiff_t c = 0; c < 3; ++c)
            CHECK(std::abs(middle[c] - expected[patch][c]) <= 3);
        CHECK(middle[3] == 255);
    }
}

TEST_CASE("a JPEG whose codes lead out of their table does no harm") {
    for (char const* name : {"codes-out-of-table.jpg", "codes-out-of-table-2.jpg"}) {
        auto const bytes = corpus_file(name);
        REQUIRE(base::image_problem(bytes).empty());
        auto const info = base::read_image_info(bytes);
        auto const image = base::decode_image(bytes);
        if (image) CHECK(image->width == info->width);
    }
}

TEST_CASE("a picture whose bytes changed on the way is refused before it is decoded") {
    auto bytes = base::encode_png(checkerboard(20, 20));
    bytes[bytes.size() / 2] = static_cast<std::uint8_t>(bytes[bytes.size() / 2] ^ 4);
    CHECK_FALSE(base::read_image_info(bytes).has_value());
    CHECK_FALSE(base::decode_image(bytes).has_value());
}

TEST_CASE("a large picture is halved until it fits, and keeps its mean colour") {
    base::Image image{5, 3, {}};
    for (int i = 0; i < 15; ++i)
        image.rgba.insert(image.rgba.end(), {100, 150, 200, 255});
    base::Image const small = base::scaled_down(image, 3);
    CHECK(small.width == 2);
    CHECK(small.height == 1);
    CHECK(small.rgba == std::vector(image.rgba.begin(), image.rgba.begin() + 8));
    CHECK(base::scaled_down(image, 5).rgba == image.rgba);
}

TEST_CASE("half a picture has the mean of each four pixels, and one pixel at least a side") {
    base::Image const image{3, 2, {0,  0, 0, 255, 10, 0, 0, 255, 90, 0, 0, 255,
                                   20, 0, 0, 255, 30, 0, 0, 255, 90, 0, 0, 255}};
    base::Image const half = base::halved(image);
    CHECK(half.rgba == std::vector<std::uint8_t>{15, 0, 0, 255});
    CHECK(base::halved({1, 3, std::vector<std::uint8_t>(12, 7)}).height == 1);
    CHECK(base::halved(half).width == 1);
}
