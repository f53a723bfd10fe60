#include "base/image_gate.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/image.hpp"
#include "base/jpeg.hpp"

namespace base {
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

// An enormous picture is none at all for the decoder; the header says better what is wrong.
std::string png_size_problem(Bytes file) {
    std::uint32_t const width = big_endian(file.subspan(16, 4));
    std::uint32_t const height = big_endian(file.subspan(20, 4));
    if (width > max_image_side_px || height > max_image_side_px) {
        return "the picture is wider or higher than 8192 pixels; scale it down";
    }
    if (static_cast<long long>(width) * height > max_image_pixels) {
        return "the picture has more than 40 million pixels; scale it down";
    }
    return {};
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

// Code lengths of Huffman tables add up to 256 symbols at most. The decoder of Debian 12 does not
// count them and writes behind its table, so this is more than a matter of damage.
bool huffman_tables_are_sound(Bytes tables) {
    while (!tables.empty()) {
        if (tables.size() < 17) return false;
        std::size_t symbols = 0;
        for (std::size_t i = 1; i <= 16; ++i)
            symbols += tables[i];
        if (symbols > 256 || tables.size() < 17 + symbols) return false;
        tables = tables.subspan(17 + symbols);
    }
    return true;
}

// The first byte from `at` that begins a marker in coded data: 0xFF not followed by 0 or a restart.
std::size_t end_of_coded_data(Bytes file, std::size_t at) {
    for (; at + 1 < file.size(); ++at) {
        std::uint8_t const next = file[at + 1];
        bool const restart = next >= 0xD0 && next <= 0xD7;
        if (file[at] == 0xFF && next != 0 && next != 0xFF && !restart) return at;
    }
    return file.size();
}

// Every segment lies inside the file, to the end mark; some cameras add bytes behind it.
bool jpeg_is_whole(Bytes file) {
    constexpr std::uint8_t end_mark = 0xD9;
    constexpr std::uint8_t huffman_mark = 0xC4;
    constexpr std::uint8_t scan_mark = 0xDA;
    std::size_t at = 2;
    while (at + 1 < file.size() && file[at] == 0xFF) {
        std::uint8_t const mark = file[at + 1];
        if (mark == 0xFF) {  // filling
            ++at;
            continue;
        }
        if (mark == end_mark) return true;
        if (file.size() - at < 4) return false;
        std::size_t const length = static_cast<std::size_t>(file[at + 2]) << 8U | file[at + 3];
        if (length < 2 || length > file.size() - at - 2) return false;
        Bytes const body = file.subspan(at + 4, length - 2);
        if (mark == huffman_mark && !huffman_tables_are_sound(body)) return false;
        at += length + 2;
        if (mark == scan_mark) at = end_of_coded_data(file, at);
    }
    return false;
}

}  // namespace

// Before the decoder sees any of the file: it reads tables even when it is only asked for the size,
// and takes files that begin otherwise for pictures, too.
std::string gate_problem(Bytes file) {
    if (file.size() > static_cast<std::size_t>(max_image_file_bytes)) {
        return "the picture is larger than 32 MB; save it smaller";
    }
    if (!is_png(file) && !is_jpeg(file)) {
        return "this is neither a PNG nor a JPEG picture; save it as one of these";
    }
    if (is_png(file) && file.size() >= 24) {
        std::string problem = png_size_problem(file);
        if (!problem.empty()) return problem;
    }
    bool const whole = is_png(file) ? png_is_whole(file) : jpeg_is_whole(file);
    return whole ? std::string() : "the picture is cut short or damaged; save it again";
}

}  // namespace base
