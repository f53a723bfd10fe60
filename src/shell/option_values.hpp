// Values of options that are more than a word or a number. Must not know which option they belong
// to. Used by options.
#pragma once

#include <optional>
#include <string_view>

#include "shell/options.hpp"

namespace shell {

// "1920x1080": both sides from 64 to 16384.
std::optional<PixelSize> parse_size(std::string_view text);

}  // namespace shell
