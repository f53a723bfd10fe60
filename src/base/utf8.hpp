// Strict UTF-8: decode, count, cut. No overlong forms, no surrogates, nothing above U+10FFFF.
// Must not know fonts or files. Used by exchange (checks), layout (line breaks) and scene
// (shaping).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Byte offset of the first malformed sequence; nothing when the text is valid UTF-8.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Decodes the code point at `offset` and moves `offset` behind it. U+FFFD and one byte on for
// malformed bytes.
char32_t next_code_point(std::string_view text, std::size_t& offset);

std::size_t count_code_points(std::string_view text);

// The first `count` code points.
std::string_view first_code_points(std::string_view text, std::size_t count);

void append_utf8(std::string& out, char32_t code_point);

}  // namespace base
