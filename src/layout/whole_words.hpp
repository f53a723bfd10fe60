// A text that found no room is said up to the last whole word before its ellipsis, or not at all:
// a sliced word says nothing. Must not know where the text stands. Used by floor_boxes and by the
// painters of the floor.
#pragma once

#include <string_view>

#include "layout/text_block.hpp"

namespace layout {

// `block` is `source` broken for `width` (both in the block's unit). Whole texts come back as they
// are; one of which not even a word fits comes back without lines.
TextBlock with_whole_words(TextMeasure& measure, TextBlock block, std::string_view source,
                           double width);

}  // namespace layout
