#include "base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace base {
namespace {

struct Decoded {
    char32_t code_point = 0xFFFD;
    std::size_t length = 1;
    bool valid = false;
};

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

Decoded decode(std::string_view text, std::size_t offset) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
    unsigned char const lead = byte(0);
    std::size_t const length = sequence_length(lead);
    if (length == 1) return {lead, 1, true};
    if (length == 0 || offset + length > text.size()) return {};
    auto value = static_cast<char32_t>(lead & (0x7F >> length));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = value << 6 | static_cast<char32_t>(byte(i) & 0x3F);
    }
    bool const overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    bool const surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return {};
    return {value, length, true};
}

bool eight_ascii(std::string_view text, std::size_t offset) {
    std::uint64_t bytes = 0;
    if (text.size() - offset < sizeof bytes) return false;
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    return (bytes & 0x8080808080808080ULL) == 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (eight_ascii(text, i)) {
            i += 8;
            continue;
        }
        Decoded const next = decode(text, i);
        if (!next.valid) return i;
        i += next.length;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    Decoded const next = decode(text, offset);
    offset += next.length;
    return next.code_point;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count)
        next_code_point(text, i);
    return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
    std::size_t i = 0;
    for (; i < text.size() && count > 0; --count)
        next_code_point(text, i);
    return text.substr(0, i);
}

void append_utf8(std::string& out, char32_t c) {
    auto const put = [&out](char32_t value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

}  // namespace base
