#include "exchange/image_gate.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/image.hpp"

namespace exchange {
namespace {

using Bytes = std::span<std::uint8_t const>;

constexpr std::array<std::uint32_t, 256> make_crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < 256; ++n) {
        std::uint32_t c = n;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
        table[n] = c;
    }
    return table;
}

constexpr std::array<std::uint32_t, 256> crc_table = make_crc_table();

std::uint32_t crc32(Bytes bytes) {
    std::uint32_t c = 0xFFFFFFFFU;
    for (std::uint8_t const byte : bytes)
        c = crc_table[(c ^ byte) & 0xFFU] ^ (c >> 8U);
    return c ^ 0xFFFFFFFFU;
}

std::uint32_t big_endian(Bytes four) {
    return static_cast<std::uint32_t>(four[0]) << 24U | static_cast<std::uint32_t>(four[1]) << 16U |
           static_cast<std::uint32_t>(four[2]) << 8U | four[3];
}

bool is_png(Bytes file) {
    constexpr std::array<std::uint8_t, 8> signature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    return file.size() >= 8 && std::equal(signature.begin(), signature.end(), file.begin());
}

// Every chunk lies inside the file with its checksum, to the end mark.
bool png_is_whole(Bytes file) {
    std::size_t at = 8;
    while (file.size() - at >= 12) {
        std::size_t const length = big_endian(file.subspan(at, 4));
        if (length > file.size() - at - 12) return false;
        Bytes const type_and_data = file.subspan(at + 4, length + 4);
        if (crc32(type_and_data) != big_endian(file.subspan(at + 8 + length, 4))) return false;
        if (type_and_data[0] == 'I' && type_and_data[1] == 'E' && type_and_data[2] == 'N')
            return true;
        at += length + 12;
    }
    return false;
}

bool jpeg_is_whole(Bytes file) {
    // The end mark; some cameras add bytes behind it.
    for (std::size_t i = file.size(); i >= 2; --i) {
        if (file[i - 2] == 0xFF && file[i - 1] == 0xD9) return true;
    }
    return false;
}

}  // namespace

std::string picture_problem(std::span<std::uint8_t const> file) {
    // The decoder takes an enormous picture for none at all; the header says better what is wrong.
    if (is_png(file) && file.size() >= 24 &&
        (big_endian(file.subspan(16, 4)) > base::max_image_side_px ||
         big_endian(file.subspan(20, 4)) > base::max_image_side_px)) {
        return "the picture is wider or higher than 8192 pixels; scale it down";
    }
    std::string problem = base::image_problem(file);
    if (!problem.empty()) return problem;
    bool const whole = is_png(file) ? png_is_whole(file) : jpeg_is_whole(file);
    return whole ? "" : "the picture is cut short or damaged; save it again";
}

}  // namespace exchange
