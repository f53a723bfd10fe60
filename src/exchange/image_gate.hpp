// Whether a picture of a pack may be kept: the limits of base/image, and a sound structure, so that
// a cut or damaged file is refused here and not found on the wall. Decodes nothing. Used by
// read_media.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace exchange {

// Empty when the picture is sound, else what is wrong and what would be right.
std::string picture_problem(std::span<std::uint8_t const> file);

}  // namespace exchange
