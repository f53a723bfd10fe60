// Decodes the JPEGs of a pack, which may come from anywhere: libjpeg-turbo, since stb's own decoder
// reads and writes outside its tables on broken ones. Must not be included outside base.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace base {

bool is_jpeg(std::span<std::uint8_t const> file);

// RGBA8 of width x height, which the header gave; empty when the data is damaged.
std::vector<std::uint8_t> decode_jpeg(std::span<std::uint8_t const> file, int width, int height);

}  // namespace base
