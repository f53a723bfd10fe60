// Characters that may not reach a wall, whoever brings them: controls, what turns the direction of
// writing, what nobody sees. The one rule for packs, tables, logs, scripts and edits by hand. Must
// not know files. Used by model (edits) and exchange (everything that is read).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Line feed is fit, carriage return is not.
bool is_unfit(char32_t c);

// "a control character (U+0092); take it out" and the like.
std::string unfit_problem(char32_t c);

// Byte offset of the first one; CR LF is one line break.
std::optional<std::size_t> first_unfit(std::string_view text);

}  // namespace base
