// Cuts a long text into lines that can be paged through, where no paragraph may take its whole
// height. Pure; must not know what the text says. Used by definition_plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/text_measure.hpp"

namespace scene {

struct LineWidth {
    double widest_em = 0;
    layout::Weight weight = layout::Weight::Regular;
};

struct CutWords {
    std::string_view first;
    std::string_view rest;
};

// As many words as are no wider; of a word that is wider alone as many characters, at least one.
CutWords cut_words(layout::TextMeasure& measure, std::string_view text, LineWidth width);
std::vector<std::string> word_lines(layout::TextMeasure& measure, std::string_view text,
                                    LineWidth width);

}  // namespace scene
