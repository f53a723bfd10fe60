#include "scene/word_shapes.hpp"

#include <algorithm>

namespace scene {
namespace {

constexpr std::size_t most_words = 20'000;
constexpr std::size_t longest_word = 40;

bool is_letter_or_digit(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

bool is_high(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

// Signs that Inter lifts beside capitals and digits, also across a space.
bool is_lifted(unsigned char c) {
    constexpr std::string_view signs = "()[]{}<>-+*/|=:@&";
    return signs.find(static_cast<char>(c)) != std::string_view::npos;
}

// Letters, digits and signs of ASCII and Latin-1, with no two words that look at each other across
// the space (Inter's contextual alternates: lifted signs, signs that stand alone, "10 x 20").
bool is_plain(std::string_view text) {
    unsigned char before_space = ' ';
    bool any = true;  // a letter or digit in this word
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        if (c == ' ') {
            if (!any) return false;
            before_space = i > 0 ? static_cast<unsigned char>(text[i - 1]) : c;
            continue;
        }
        bool const latin = c == 0xC3 && i + 1 < text.size();  // U+00C0 to U+00FF
        if (c < 0x20 || c == 0x7F || (c > 0x7F && !latin)) return false;
        bool const starts = i == 0 || text[i - 1] == ' ';
        if (starts) any = false;
        if (starts &&
            ((is_lifted(before_space) && is_high(c)) || (is_high(before_space) && is_lifted(c))))
            return false;
        bool const ends = i + 1 == text.size() || text[i + 1] == ' ';
        any = any || (is_letter_or_digit(c) && !(starts && ends && c == 'x'));
        if (latin) ++i;
    }
    return any;
}

void append(ShapedLine& line, ShapedLine const& word) {
    for (ShapedGlyph glyph : word.glyphs) {
        glyph.pen_x_em += line.width_em;
        line.glyphs.push_back(glyph);
    }
    line.width_em += word.width_em;
    line.missing.insert(line.missing.end(), word.missing.begin(), word.missing.end());
}

}  // namespace

ShapedLine const& WordShapes::word(FaceStack& faces, std::string_view text, layout::Weight weight) {
    Words& words = m_words[static_cast<std::size_t>(weight)];
    auto const known = words.find(text);
    if (known != words.end()) return known->second;
    if (words.size() >= most_words) words.clear();
    return words.emplace(text, shape_line(faces, text, weight)).first->second;
}

ShapedLine WordShapes::line(FaceStack& faces, std::string_view text, layout::Weight weight) {
    if (!is_plain(text)) return shape_line(faces, text, weight);
    ShapedLine line;
    for (std::size_t i = 0; i < text.size();) {
        bool const space = text[i] == ' ';
        std::size_t const end = space ? i + 1 : std::min(text.find(' ', i), text.size());
        std::string_view const part = text.substr(i, end - i);
        if (part.size() > longest_word) {
            append(line, shape_line(faces, part, weight));
        } else {
            append(line, word(faces, part, weight));
        }
        i = end;
    }
    return line;
}

}  // namespace scene
