// The evenest way to part a paragraph into a given number of lines, so that no short word is left
// alone. Must not know text: it sees widths. Used by text_block.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace layout {

struct PieceWidth {
    double inside = 0;  // with more text after it on the line
    double at_end = 0;  // as the last of its line
    bool hyphen = false;
};

// Per line: one past its last piece. Empty when `lines` lines of `width` cannot hold the pieces.
std::vector<std::size_t> even_lines(std::span<PieceWidth const> pieces, std::size_t lines,
                                    double width);

}  // namespace layout
