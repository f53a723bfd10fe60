// Breaks a paragraph into lines that fit a box: words stay whole unless one alone is wider than the
// box, nothing ever leaves the box, and what does not fit ends in an ellipsis. Break opportunities
// by UAX #14 (libunibreak). Must not know fonts (TextMeasure does) or where the block stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/text_measure.hpp"

namespace layout {

struct TextStyle {
    double size = 10;  // font size (em), any unit; the block's numbers come in the same unit
    Weight weight = Weight::Regular;
    double line_height = line_height_em;  // in em
};

struct TextLine {
    std::string text;
    double width = 0;
    bool right_to_left = false;
};

struct TextBlock {
    std::vector<TextLine> lines;
    TextStyle style;   // the size may be smaller than asked when shrinking was allowed
    double width = 0;  // widest line
    double height = 0;
    bool cut = false;       // an ellipsis stands for text that found no room
    bool word_cut = false;  // a single word was wider than the box and had to be broken

    // Baseline of line `i` below the block's top.
    double baseline(std::size_t line) const;
};

struct TextLimits {
    double width = 0;
    int max_lines = 1;
    // The size may shrink to this share before a word is broken or text is cut (1 = never).
    double smallest_share = 1;
};

TextBlock break_text(TextMeasure& measure, std::string_view text, TextStyle style,
                     TextLimits limits);

}  // namespace layout
