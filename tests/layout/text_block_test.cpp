#include "layout/text_block.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "layout/even_lines.hpp"
#include "layout/text_pieces.hpp"
#include "support/fake_measure.hpp"
#include "support/sample_texts.hpp"

using namespace std::string_literals;
using layout::TextBlock;
using layout::TextLimits;
using layout::TextStyle;

namespace {

// Size 2: every code point of the fake measure is one wide.
TextBlock broken(std::string_view text, TextLimits limits) {
    test::FakeMeasure measure;
    return layout::break_text(measure, text, TextStyle{.size = 2}, limits);
}

std::vector<std::string> lines_of(TextBlock const& block) {
    std::vector<std::string> lines;
    for (layout::TextLine const& line : block.lines)
        lines.push_back(line.text);
    return lines;
}

using Lines = std::vector<std::string>;

// Everything that is shown, without spaces, hyphens, ellipses and marks for the direction.
std::u32string ink(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        char32_t const c = base::next_code_point(text, i);
        bool const hidden = c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == '-' ||
                            c == 0x2026 || c == 0x200E || c == 0x200F || c == 0x3000;
        if (!hidden) out += c;
    }
    return out;
}

std::u32string ink(TextBlock const& block) {
    std::string all;
    for (layout::TextLine const& line : block.lines)
        all += line.text;
    return ink(all);
}

}  // namespace

TEST_CASE("a text that fits stays on one line") {
    TextBlock const block = broken("Book a visit", {.width = 12, .max_lines = 3});
    CHECK(lines_of(block) == Lines{"Book a visit"});
    CHECK(block.width == doctest::Approx(12));
    CHECK(block.height == doctest::Approx(2 * layout::line_height_em));
    CHECK_FALSE(block.cut);
    CHECK_FALSE(block.word_cut);
}

TEST_CASE("lines are evened out instead of leaving one short word alone") {
    CHECK(lines_of(broken("aaa bbb ccc dd", {.width = 11, .max_lines = 2})) ==
          Lines{"aaa bbb", "ccc dd"});
    CHECK(lines_of(broken("aaa bbb ccc ddd eee f", {.width = 11, .max_lines = 3})) ==
          Lines{"aaa bbb ccc", "ddd eee f"});
}

TEST_CASE("evening out never takes more lines than needed") {
    CHECK(broken("aaaa bb cc dd", {.width = 10, .max_lines = 5}).lines.size() == 2);
}

TEST_CASE("every kind of line end starts a new line and blank lines stay") {
    CHECK(lines_of(broken("a\nb\r\nc\n\nd\u2028e\n", {.width = 20, .max_lines = 9})) ==
          Lines{"a", "b", "c", "", "d", "e"});
}

TEST_CASE("control characters are not shown and a tab is a space") {
    CHECK(lines_of(broken("a\x01\x02"
                          "b\tc\x7F",
                          {.width = 20, .max_lines = 1})) == Lines{"ab c"});
}

TEST_CASE("a text without words has no lines and is not cut") {
    for (std::string const text : {"", " ", "\n \n"}) {
        TextBlock const block = broken(text, {.width = 20, .max_lines = 2});
        CHECK(block.lines.empty());
        CHECK(block.height == 0);
        CHECK_FALSE(block.cut);
    }
}

TEST_CASE("text that finds no room ends in an ellipsis") {
    TextBlock const block = broken("one two three four", {.width = 8, .max_lines = 2});
    CHECK(lines_of(block) == Lines{"one two", "three f\u2026"});
    CHECK(block.cut);
    CHECK_FALSE(block.word_cut);
}

TEST_CASE("a cut before a forced line end shows the ellipsis too") {
    CHECK(lines_of(broken("one\ntwo", {.width = 8, .max_lines = 1})) == Lines{"one\u2026"});
}

TEST_CASE("the size shrinks before a text is cut") {
    TextBlock const block =
        broken("one two three", {.width = 10, .max_lines = 1, .smallest_share = 0.5});
    CHECK(lines_of(block) == Lines{"one two three"});
    CHECK_FALSE(block.cut);
    CHECK(block.style.size < 2);
    CHECK(block.style.size > 2 * 10.0 / 13 * 0.98);
    CHECK(block.width <= 10);
}

TEST_CASE("the size shrinks before a word is broken") {
    TextBlock const block =
        broken("Versicherung", {.width = 10, .max_lines = 3, .smallest_share = 0.8});
    CHECK(lines_of(block) == Lines{"Versicherung"});
    CHECK_FALSE(block.word_cut);
}

TEST_CASE("the size stays when shrinking to the smallest share is not needed") {
    CHECK(broken("one two", {.width = 10, .max_lines = 1, .smallest_share = 0.5}).style.size == 2);
}

TEST_CASE("a word wider than the box is broken between syllables, with a hyphen") {
    TextBlock const block = broken("Dampfschifffahrt ok", {.width = 7, .max_lines = 5});
    CHECK(lines_of(block) == Lines{"Dampf-", "schiff-", "fahrt", "ok"});
    CHECK(block.word_cut);
    CHECK_FALSE(block.cut);
}

TEST_CASE("soft hyphens are line ends with a hyphen and else not shown") {
    TextBlock const wide = broken("Wärme\u00ADpumpe", {.width = 10, .max_lines = 2});
    CHECK(lines_of(wide) == Lines{"Wärmepumpe"});
    TextBlock const narrow = broken("Wärme\u00ADpumpe", {.width = 8, .max_lines = 2});
    CHECK(lines_of(narrow) == Lines{"Wärme-", "pumpe"});
    CHECK_FALSE(narrow.word_cut);
}

TEST_CASE("a cut never parts a character from its marks") {
    // Three clusters: e + acute, a family of four, a flag.
    std::string const family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";
    std::string const flag = "\U0001F1E9\U0001F1EA";
    std::string const text = "e\u0301" + family + flag;
    for (int width = 1; width < 12; ++width) {
        TextBlock const block = broken(text, {.width = static_cast<double>(width), .max_lines = 1});
        std::string const expected = width >= 11   ? text
                                     : width >= 10 ? "e\u0301" + family + "\u2026"
                                     : width >= 3  ? "e\u0301\u2026"s
                                                   : "\u2026"s;
        CHECK(lines_of(block) == Lines{expected});
    }
}

TEST_CASE("a line of a right-to-left text that starts with a Latin word keeps its direction") {
    std::string const hebrew = "\u05D0\u05D1\u05D2\u05D3\u05D4";
    TextBlock const block = broken(hebrew + " Visit", {.width = 6, .max_lines = 2});
    REQUIRE(block.lines.size() == 2);
    CHECK(block.lines[1].text == "\u200FVisit");
    CHECK(block.lines[0].right_to_left);
    CHECK(block.lines[1].right_to_left);
}

TEST_CASE("Chinese text may end a line between any two characters but not before a full stop") {
    TextBlock const block = broken("\u9867\u5BA2\u8A2A\u554F\u3002", {.width = 4, .max_lines = 2});
    CHECK(lines_of(block) == Lines{"\u9867\u5BA2\u8A2A", "\u554F\u3002"});
    CHECK_FALSE(block.word_cut);
}

TEST_CASE("a box narrower than one character shows nothing and says so") {
    TextBlock const block = broken("wide", {.width = 0.5, .max_lines = 3});
    CHECK(block.lines.empty());
    CHECK(block.cut);
    CHECK(broken("wide", {.width = 0, .max_lines = 3}).cut);
    CHECK(broken("wide", {.width = 10, .max_lines = 0}).cut);
}

TEST_CASE("baselines stand a line height apart and leave room for ascenders") {
    TextBlock const block = broken("one\ntwo", {.width = 10, .max_lines = 2});
    CHECK(block.baseline(1) - block.baseline(0) == doctest::Approx(2 * layout::line_height_em));
    CHECK(block.baseline(0) >= 2 * layout::ascent_em);
    CHECK(block.baseline(1) + 2 * layout::descent_em <= block.height + 1e-9);
}

TEST_CASE("no line is wider than its box, whatever the text") {
    for (std::string const& text : test::sample_texts()) {
        for (double const width : {0.4, 1.0, 2.0, 3.5, 7.0, 12.0, 33.0, 120.0}) {
            for (int const max_lines : {1, 2, 3, 7, 400}) {
                for (double const share : {1.0, 0.6}) {
                    TextLimits const limits{width, max_lines, share};
                    TextBlock const block = broken(text, limits);
                    CAPTURE(text.substr(0, 80));
                    CAPTURE(width);
                    CAPTURE(max_lines);
                    CHECK(block.width <= width);
                    CHECK(block.lines.size() <= static_cast<std::size_t>(max_lines));
                    test::FakeMeasure measure;
                    for (layout::TextLine const& line : block.lines) {
                        double const real =
                            measure.width_em(line.text, block.style.weight) * block.style.size;
                        CHECK(real <= width * (1 + 1e-6));
                        CHECK(line.width == doctest::Approx(real).epsilon(1e-6));
                    }
                }
            }
        }
    }
}

TEST_CASE("nothing is lost and nothing comes twice unless the text is cut") {
    for (std::string const& text : test::sample_texts()) {
        for (double const width : {2.0, 3.5, 7.0, 12.0, 33.0, 120.0}) {
            for (int const max_lines : {1, 4, 3000}) {
                TextBlock const block = broken(text, {width, max_lines, 1});
                std::u32string const all = ink(layout::shown_text(
                    layout::read_text(text), 0, layout::read_text(text).text.size()));
                std::u32string const shown = ink(block);
                CAPTURE(text.substr(0, 80));
                CAPTURE(width);
                if (block.cut) {
                    CHECK(all.substr(0, shown.size()) == shown);
                } else {
                    CHECK(all == shown);
                }
            }
        }
    }
}

TEST_CASE("the same text with a soft hyphen in every place is broken like the plain one at worst") {
    std::string soft;
    for (char const c : "unternehmenskultur"s)
        soft += std::string(1, c) + "\u00AD";
    for (int width = 2; width < 19; ++width) {
        TextBlock const block =
            broken(soft, {.width = static_cast<double>(width), .max_lines = 40});
        CHECK_FALSE(block.cut);
        CHECK_FALSE(block.word_cut);
        CHECK(ink(block) == ink("unternehmenskultur"));
    }
}

TEST_CASE("no character stops the line breaker") {
    // The library behind it has assertions; every code point comes first, in the middle and last.
    for (char32_t block = 0; block < 0x110000; block += 0x100) {
        std::string text;
        for (char32_t c = block; c < block + 0x100; ++c) {
            for (char32_t const each : {c, char32_t{'a'}, c, c, char32_t{'\n'}}) {
                base::append_utf8(text, each);
            }
        }
        layout::TextSource const source = layout::read_text(text);
        CHECK(source.pieces.size() < 3000);
    }
}

TEST_CASE("even lines are as even as any way of breaking") {
    std::vector<double> const words{3, 7, 2, 5, 4, 6, 1, 8, 2};
    std::vector<layout::PieceWidth> pieces;
    for (double const word : words)
        pieces.push_back({word + 1, word, false});
    auto const raggedness = [&](std::vector<std::size_t> const& ends) {
        double sum = 0;
        std::size_t first = 0;
        for (std::size_t const end : ends) {
            double width = pieces[end - 1].at_end;
            for (std::size_t i = first; i + 1 < end; ++i)
                width += pieces[i].inside;
            sum += width > 20 ? 1e9 : width * width;
            first = end;
        }
        return sum;
    };
    double best = 1e9;
    for (std::size_t i = 1; i < words.size(); ++i) {
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            best = std::min(best, raggedness({i, j, words.size()}));
        }
    }
    CHECK(raggedness(layout::even_lines(pieces, 3, 20)) == doctest::Approx(best));
    CHECK(layout::even_lines(pieces, 2, 20).empty());
}
