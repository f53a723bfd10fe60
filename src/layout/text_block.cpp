#include "layout/text_block.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/even_lines.hpp"
#include "layout/text_pieces.hpp"

namespace layout {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view right_to_left_mark = "\u200F";
constexpr std::string_view left_to_right_mark = "\u200E";
// Text that was measured to be exactly as wide as its box must fit it in spite of rounding.
constexpr double tolerance = 1 + 1e-9;
constexpr int shrink_steps = 7;
constexpr int most_attempts = 8;
// Work limit for the search of even lines; longer texts are filled line by line.
constexpr std::size_t most_balanced_cells = 4000;

enum class Outcome { Fits, TooManyLines, WordTooWide };

struct Filling {
    Outcome outcome = Outcome::Fits;
    std::vector<std::size_t> ends;  // per line: one past its last piece
};

struct LineRange {
    std::size_t first = 0;  // characters
    std::size_t last = 0;
};

class LineBreaker {
public:
    LineBreaker(TextMeasure& measure, std::string_view text, Weight weight)
        : m_measure(measure), m_weight(weight), m_source(read_text(text)) {
        forget_widths();
        m_mixed = std::any_of(m_source.text.begin(), m_source.text.end(),
                              [](char32_t c) { return c >= 0x590; });
    }

    bool empty() const { return m_source.pieces.empty(); }

    // Breaks at `limits.width`; lines may come out a little wider, where parts measured alone are
    // narrower than together.
    TextBlock broken(TextStyle style, TextLimits const& limits);

    // All of the text on one line, cut with an ellipsis; nothing when not even that fits.
    std::optional<TextLine> cut_line(std::size_t first, double width_em);

private:
    Filling fill(double width_em, int max_lines);
    double fitting_share(TextStyle const& style, TextLimits const& limits);
    std::vector<std::size_t> evened(std::vector<std::size_t> const& ends, double width_em);
    std::vector<std::size_t> even_paragraph(LineRange pieces, std::size_t lines, double width_em);

    bool split_wide_pieces(double width_em, int max_lines);
    bool split_piece(TextPiece piece, double width_em, std::size_t most);
    std::size_t longest_prefix(LineRange range, std::string_view tail, double width_em);

    void put_lines(TextBlock& block, std::vector<std::size_t> const& ends);
    void put_cut_lines(TextBlock& block, std::vector<std::size_t> ends, double width_em);
    TextLine line_of(LineRange pieces);
    TextLine finished(std::string text, std::size_t at);
    bool paragraph_right_to_left(std::size_t at);

    double width_of(std::string const& text) { return m_measure.width_em(text, m_weight); }
    double full_width(std::size_t piece);  // with its spaces, more text after it
    double end_width(std::size_t piece);   // as the last of a line
    void forget_widths();

    TextMeasure& m_measure;
    Weight m_weight;
    TextSource m_source;
    bool m_mixed = false;        // may have right-to-left text
    std::vector<double> m_full;  // em, negative: not measured yet
    std::vector<double> m_end;
    std::size_t m_first_wide =
        std::u32string::npos;              // character at which the first too wide word starts
    std::optional<LineRange> m_paragraph;  // the last one asked for its direction
    bool m_paragraph_right_to_left = false;
};

void LineBreaker::forget_widths() {
    m_full.assign(m_source.pieces.size(), -1);
    m_end.assign(m_source.pieces.size(), -1);
}

double LineBreaker::full_width(std::size_t piece) {
    double& width = m_full[piece];
    TextPiece const& p = m_source.pieces[piece];
    if (width < 0) width = width_of(shown_text(m_source, p.first, p.last));
    return width;
}

double LineBreaker::end_width(std::size_t piece) {
    TextPiece const& p = m_source.pieces[piece];
    std::size_t const last = without_spaces(m_source, p.first, p.last);
    if (!p.hyphen && last == p.last) return full_width(piece);
    double& width = m_end[piece];
    if (width < 0) {
        width = width_of(shown_text(m_source, p.first, last) + (p.hyphen ? "-" : ""));
    }
    return width;
}

// Every line as full as it can be. Measures no more of the text than the lines hold.
Filling LineBreaker::fill(double width_em, int max_lines) {
    Filling filling;
    double const limit = width_em * tolerance;
    std::size_t const count = m_source.pieces.size();
    for (std::size_t i = 0; i < count;) {
        if (filling.ends.size() == static_cast<std::size_t>(max_lines)) {
            filling.outcome = Outcome::TooManyLines;
            return filling;
        }
        if (end_width(i) > limit) {
            filling.outcome = Outcome::WordTooWide;
            return filling;
        }
        double before = 0;
        std::size_t end = i;
        std::size_t fits = i + 1;
        // A piece may only fit once its successor hides its hyphen, so the search goes one piece
        // further.
        while (end < count && before + std::min(full_width(end), end_width(end)) <= limit) {
            if (before + end_width(end) <= limit) fits = end + 1;
            before += full_width(end);
            if (m_source.pieces[end++].ends_paragraph) break;
        }
        filling.ends.push_back(fits);
        i = fits;
    }
    return filling;
}

std::vector<std::size_t> LineBreaker::even_paragraph(LineRange pieces, std::size_t lines,
                                                     double width_em) {
    std::vector<PieceWidth> widths;
    for (std::size_t i = pieces.first; i < pieces.last; ++i) {
        widths.push_back({full_width(i), end_width(i), m_source.pieces[i].hyphen});
    }
    std::vector<std::size_t> ends = even_lines(widths, lines, width_em * tolerance);
    for (std::size_t& end : ends)
        end += pieces.first;
    return ends;
}

std::vector<std::size_t> LineBreaker::evened(std::vector<std::size_t> const& ends,
                                             double width_em) {
    std::vector<std::size_t> out;
    std::size_t first_piece = 0;
    std::size_t first_line = 0;
    for (std::size_t line = 0; line < ends.size(); ++line) {
        if (!m_source.pieces[ends[line] - 1].ends_paragraph) continue;
        std::size_t const lines = line + 1 - first_line;
        std::vector<std::size_t> even;
        if (lines > 1 && lines * (ends[line] - first_piece) <= most_balanced_cells) {
            even = even_paragraph({first_piece, ends[line]}, lines, width_em);
        }
        auto const kept = ends.begin() + static_cast<std::ptrdiff_t>(first_line);
        if (even.empty()) even.assign(kept, kept + static_cast<std::ptrdiff_t>(lines));
        out.insert(out.end(), even.begin(), even.end());
        first_piece = ends[line];
        first_line = line + 1;
    }
    return out;
}

// The largest share of the size at which whole words fit; the smallest allowed one when none does.
double LineBreaker::fitting_share(TextStyle const& style, TextLimits const& limits) {
    auto const fits = [&](double share) {
        return fill(limits.width / (style.size * share), limits.max_lines).outcome == Outcome::Fits;
    };
    double low = std::clamp(limits.smallest_share, 0.01, 1.0);
    if (fits(1)) return 1;
    if (low >= 1 || !fits(low)) return low;
    double high = 1;
    for (int i = 0; i < shrink_steps; ++i) {
        double const middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

// End of the longest run of whole clusters from range.first that fits together with `tail`;
// range.first when not even one does.
std::size_t LineBreaker::longest_prefix(LineRange range, std::string_view tail, double width_em) {
    std::vector<std::size_t> ends{range.first};
    for (std::size_t i = range.first + 1; i <= range.last; ++i) {
        if (i == range.last || m_source.cluster_start[i]) ends.push_back(i);
    }
    auto const fits = [&](std::size_t n) {
        std::size_t const last = without_spaces(m_source, range.first, ends[n]);
        std::string text = shown_text(m_source, range.first, last).append(tail);
        return finished(std::move(text), range.first).width <= width_em * tolerance;
    };
    // Gallops before it halves, so that no long text is measured for a short line.
    std::size_t low = 0;
    std::size_t high = 8;
    while (high < ends.size() && fits(high)) {
        low = high;
        high *= 2;
    }
    high = std::min(high, ends.size());
    while (low + 1 < high) {
        std::size_t const middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return ends[low];
}

// Appends the parts of a word that is wider than a line; false when not all of it found room in
// `most` parts.
bool LineBreaker::split_piece(TextPiece piece, double width_em, std::size_t most) {
    auto& pieces = m_source.pieces;
    std::size_t const word_end = without_spaces(m_source, piece.first, piece.last);
    std::size_t first = piece.first;
    for (std::size_t n = 0; n < most; ++n) {
        std::size_t end = longest_prefix({first, word_end}, piece.hyphen ? "-" : "", width_em);
        if (end == word_end) {
            pieces.push_back({first, piece.last, piece.ends_paragraph, piece.hyphen});
            return true;
        }
        std::size_t const with_hyphen = longest_prefix({first, word_end}, "-", width_em);
        bool const hyphen = with_hyphen > first && takes_hyphen(m_source.text[with_hyphen - 1]);
        if (hyphen) end = syllable_end(m_source, {first, word_end}, with_hyphen);
        if (end == first) return false;
        pieces.push_back({first, end, false, hyphen});
        first = end;
    }
    return false;
}

// Breaks the words that are wider than a line. False when the text goes on beyond the pieces: it
// has more lines than allowed, or not even one character fits.
bool LineBreaker::split_wide_pieces(double width_em, int max_lines) {
    std::vector<TextPiece> const words = std::exchange(m_source.pieces, {});
    double const most_width = width_em * (max_lines + 1);
    double total = 0;
    bool whole = true;
    for (TextPiece const& word : words) {
        if (!whole || total > most_width) {
            whole = false;
            break;
        }
        std::size_t const last = without_spaces(m_source, word.first, word.last);
        double const width =
            width_of(shown_text(m_source, word.first, last).append(word.hyphen ? "-" : ""));
        total += width;
        if (width <= width_em * tolerance) {
            m_source.pieces.push_back(word);
            continue;
        }
        m_first_wide = std::min(m_first_wide, word.first);
        whole = split_piece(word, width_em, static_cast<std::size_t>(max_lines) + 1);
    }
    forget_widths();
    return whole;
}

bool LineBreaker::paragraph_right_to_left(std::size_t at) {
    if (!m_mixed) return false;
    if (m_paragraph && at >= m_paragraph->first && at <= m_paragraph->last) {
        return m_paragraph_right_to_left;
    }
    std::u32string const& text = m_source.text;
    std::size_t const before = at == 0 ? text.npos : text.rfind(U'\n', at - 1);
    std::size_t const first = before == text.npos ? 0 : before + 1;
    std::size_t const last = std::min(text.find(U'\n', at), text.size());
    m_paragraph = {first, last};
    m_paragraph_right_to_left = m_measure.right_to_left(shown_text(m_source, first, last));
    return m_paragraph_right_to_left;
}

// A line is shaped alone later: a mark keeps its paragraph's direction where its own words say
// another.
TextLine LineBreaker::finished(std::string text, std::size_t at) {
    TextLine line{std::move(text), 0, paragraph_right_to_left(at)};
    if (m_mixed && m_measure.right_to_left(line.text) != line.right_to_left) {
        line.text.insert(0, line.right_to_left ? right_to_left_mark : left_to_right_mark);
    }
    line.width = width_of(line.text);
    return line;
}

TextLine LineBreaker::line_of(LineRange pieces) {
    TextPiece const& last = m_source.pieces[pieces.last - 1];
    std::size_t const first = m_source.pieces[pieces.first].first;
    std::string text = shown_text(m_source, first, without_spaces(m_source, first, last.last));
    if (last.hyphen) text += '-';
    return finished(std::move(text), first);
}

std::optional<TextLine> LineBreaker::cut_line(std::size_t first, double width_em) {
    std::size_t const last = std::min(m_source.text.find(U'\n', first), m_source.text.size());
    std::size_t const end = longest_prefix({first, last}, ellipsis, width_em);
    std::string text = shown_text(m_source, first, without_spaces(m_source, first, end));
    TextLine line = finished(text.append(ellipsis), first);
    if (line.width > width_em * tolerance) return std::nullopt;
    return line;
}

void LineBreaker::put_lines(TextBlock& block, std::vector<std::size_t> const& ends) {
    std::size_t first = 0;
    for (std::size_t const end : ends) {
        block.lines.push_back(line_of({first, end}));
        first = end;
    }
}

void LineBreaker::put_cut_lines(TextBlock& block, std::vector<std::size_t> ends, double width_em) {
    block.cut = true;
    if (!ends.empty()) ends.pop_back();
    put_lines(block, ends);
    std::size_t first = 0;
    if (!ends.empty()) {
        first = m_source.pieces[ends.back() - 1].last;
        // The line end between two paragraphs belongs to neither.
        if (m_source.pieces[ends.back() - 1].ends_paragraph) ++first;
    }
    while (first < m_source.text.size() && without_spaces(m_source, first, first + 1) == first) {
        ++first;
    }
    block.word_cut = m_first_wide <= first;
    if (auto line = cut_line(first, width_em)) block.lines.push_back(std::move(*line));
}

TextBlock LineBreaker::broken(TextStyle style, TextLimits const& limits) {
    TextBlock block;
    style.size *= fitting_share(style, limits);
    block.style = style;
    double const width_em = limits.width / style.size;
    Filling filling = fill(width_em, limits.max_lines);
    if (filling.outcome == Outcome::Fits) {
        put_lines(block, evened(filling.ends, width_em));
        return block;
    }
    bool const whole = split_wide_pieces(width_em, limits.max_lines);
    filling = fill(width_em, limits.max_lines);
    if (whole && filling.outcome == Outcome::Fits) {
        put_lines(block, filling.ends);
        block.word_cut = true;
    } else {
        put_cut_lines(block, std::move(filling.ends), width_em);
    }
    return block;
}

double widest_line(TextBlock const& block) {
    double widest = 0;
    for (TextLine const& line : block.lines)
        widest = std::max(widest, line.width);
    return widest;
}

}  // namespace

double TextBlock::baseline(std::size_t line) const {
    double const above = (style.line_height - ascent_em - descent_em) / 2 + ascent_em;
    return style.size * (static_cast<double>(line) * style.line_height + above);
}

TextBlock break_text(TextMeasure& measure, std::string_view text, TextStyle style,
                     TextLimits limits) {
    TextBlock block;
    block.style = style;
    LineBreaker const source(measure, text, style.weight);
    if (source.empty()) return block;
    block.cut = true;
    if (!(limits.width > 0) || limits.max_lines < 1 || !(style.size > 0)) return block;
    // The breaker adds widths of words; shaped together they may be a little wider (kerning, joined
    // letters, a mark for the direction). Then it tries again with less room.
    double const width = limits.width;
    for (int attempt = 0; attempt < most_attempts && limits.width > 0; ++attempt) {
        block = LineBreaker(source).broken(style, limits);
        double const excess = widest_line(block) * block.style.size - width * tolerance;
        if (excess <= 0) break;
        limits.width -= excess;
    }
    auto const dropped = std::erase_if(block.lines, [&](TextLine const& line) {
        return line.width * block.style.size > width * tolerance;
    });
    if (dropped > 0) block.cut = true;
    for (TextLine& line : block.lines) {
        line.width = std::min(line.width * block.style.size, width);
        block.width = std::max(block.width, line.width);
    }
    block.height = static_cast<double>(block.lines.size()) * style.line_height * block.style.size;
    return block;
}

}  // namespace layout
