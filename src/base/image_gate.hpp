// Whether the bytes of a picture may reach the decoder: PNG or JPEG, no larger than we show, whole
// and sound, so that a cut or crafted file is refused here and not found on the wall. Decodes
// nothing. Used by base/image alone, before each look of the decoder at a file.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace base {

// Empty when the file is sound, else what is wrong and what would be right.
std::string gate_problem(std::span<std::uint8_t const> file);

}  // namespace base
