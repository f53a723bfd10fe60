#include "scene/word_cut.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace scene {

CutWords cut_words(layout::TextMeasure& measure, std::string_view text, LineWidth width) {
    std::size_t end = 0;
    double wide = 0;
    while (end < text.size()) {
        std::size_t const next = std::min(text.size(), text.find(' ', end + 1));
        wide += measure.width_em(text.substr(end, next - end), width.weight);
        if (wide > width.widest_em) break;
        end = next;
    }
    if (end == 0 && !text.empty()) {
        std::size_t count = 1;
        auto const characters = [&](std::size_t n) { return base::first_code_points(text, n); };
        while (characters(count).size() < text.size() &&
               measure.width_em(characters(count + 1), width.weight) <= width.widest_em)
            ++count;
        end = characters(count).size();
    }
    std::size_t const next = std::min(text.size(), text.find_first_not_of(' ', end));
    return {text.substr(0, end), text.substr(next)};
}

std::vector<std::string> word_lines(layout::TextMeasure& measure, std::string_view text,
                                    LineWidth width) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const [first, rest] = cut_words(measure, text, width);
        lines.emplace_back(first);
        text = rest;
    }
    return lines;
}

}  // namespace scene
