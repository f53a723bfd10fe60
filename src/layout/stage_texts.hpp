// The words that layout places itself: stage names, step actions and one quote a stage, broken into
// lines. Must not know where they stand. Used inside layout only.
#pragma once

#include <string_view>
#include <vector>

#include "base/catalogue.hpp"
#include "layout/layout_room.hpp"
#include "layout/room_index.hpp"
#include "layout/text_block.hpp"

namespace layout {

enum class Floors { Drafted, LeftOut };

// What every part of one layout run reads.
struct LayoutInput {
    model::Room const& room;
    RoomIndex const& index;
    LayoutOptions const& options;
    base::Catalogue const& catalogue;
    TextMeasure& measure;
    Floors floors = Floors::Drafted;
};

struct NameBox {
    std::string_view text;
    double width = 0;
};

// Stage names of one frame. Names shrink rather than break a word, and together as far as is
// bearable, so that one long word does not leave a ragged row of sizes.
std::vector<TextBlock> break_names(TextMeasure& measure, std::vector<NameBox> const& names,
                                   TextStyle style, int max_lines);

std::vector<TextBlock> break_steps(LayoutInput const& input, model::StageId stage, TextStyle style,
                                   double width);

struct Quote {
    TextBlock block;
    std::uint32_t verbatim = 0xffffffffU;  // index into Room::verbatims; no quote
};

// In quotation marks, and marked where it was made up.
std::string quote_text(base::Catalogue const& catalogue, model::Verbatim const& verbatim);

// The strongest verbatim of the stage's touchpoints that fits uncut, else the shortest.
Quote choose_quote(LayoutInput const& input, model::StageId stage, TextStyle style, double width);

}  // namespace layout
