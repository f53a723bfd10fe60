#include "layout/whole_words.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"

namespace layout {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr char32_t first_right_left_mark = 0x200E;
constexpr char32_t last_right_left_mark = 0x200F;
constexpr char32_t soft_hyphen = 0xAD;
// From here on scripts may write without spaces: any of their characters may end a line.
constexpr char32_t without_spaces_from = 0x0E00;

bool is_space(char32_t c) {
    return c <= U' ' || c == 0xA0;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// How far lines have come in the text that they were broken from.
class Reader {
public:
    explicit Reader(std::string_view source) : m_source(source) {}

    void read(std::string_view line) {
        for (std::size_t at = 0; at < line.size();) {
            char32_t const c = base::next_code_point(line, at);
            bool const mark = c >= first_right_left_mark && c <= last_right_left_mark;
            if (is_space(c) || mark) continue;
            skip();
            std::size_t next = m_at;
            if (next >= m_source.size()) return;
            char32_t const here = base::next_code_point(m_source, next);
            // Else it is a hyphen that the break brought in.
            if (here != c) continue;
            m_at = next;
            m_last = c;
        }
    }

    bool at_word_end() const {
        std::size_t next = m_at;
        if (next >= m_source.size() || m_last >= without_spaces_from) return true;
        return is_space(base::next_code_point(m_source, next));
    }

private:
    void skip() {
        for (std::size_t next = m_at; next < m_source.size(); m_at = next) {
            char32_t const c = base::next_code_point(m_source, next);
            if (!is_space(c) && c != soft_hyphen) return;
        }
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    char32_t m_last = 0;
};

bool ends_whole(TextBlock const& block, std::string_view source) {
    Reader reader(source);
    for (TextLine const& line : block.lines)
        reader.read(line.text);
    return reader.at_word_end();
}

// Without its last word; the line goes with it where it was the only one.
void drop_word(TextBlock& block) {
    std::string& text = block.lines.back().text;
    auto const space = text.find_last_of(' ');
    if (space == std::string::npos || space == 0) {
        block.lines.pop_back();
        return;
    }
    text.resize(space);
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
}

}  // namespace

TextBlock with_whole_words(TextMeasure& measure, TextBlock block, std::string_view source,
                           double width) {
    if (!block.cut || block.lines.empty()) return block;
    std::string& last = block.lines.back().text;
    if (ends_with(last, ellipsis)) last.resize(last.size() - ellipsis.size());
    if (last.empty()) block.lines.pop_back();
    double const size = block.style.size;
    while (!block.lines.empty()) {
        TextLine& line = block.lines.back();
        double const wide =
            measure.width_em(line.text + std::string(ellipsis), block.style.weight) * size;
        if (wide <= width && ends_whole(block, source)) {
            line.text += ellipsis;
            line.width = wide;
            break;
        }
        drop_word(block);
    }
    block.width = 0;
    for (TextLine const& line : block.lines)
        block.width = std::max(block.width, line.width);
    block.height = static_cast<double>(block.lines.size()) * block.style.line_height * size;
    return block;
}

}  // namespace layout
