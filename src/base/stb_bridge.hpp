// What base/image needs of stb, so that stb's code and its warnings stay in one translation unit.
// Must not be included outside base.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace base::stb {

// PNG and JPEG, from their headers.
bool info(std::span<std::uint8_t const> file, int& width, int& height);
// A PNG as RGBA8; empty when the data is damaged.
std::vector<std::uint8_t> decode(std::span<std::uint8_t const> file, int& width, int& height);
std::vector<std::uint8_t> encode_png(std::span<std::uint8_t const> rgba, int width, int height);

}  // namespace base::stb
