#include <doctest/doctest.h>

#include "layout/text_block.hpp"
#include "scene/font_samples.hpp"
#include "support/sample_texts.hpp"

// The promises of layout's line breaking with real fonts: kerning, joined letters and marks move
// widths about.

TEST_CASE("no line in real fonts is wider than its box, whatever the text") {
    scene::FontMeasure measure(test::shared_fonts());
    for (std::string const& text : test::sample_texts()) {
        for (double const width : {0.4, 1.3, 3.0, 7.7, 21.0}) {
            for (int const max_lines : {1, 3, 200}) {
                for (double const share : {1.0, 0.6}) {
                    auto const block =
                        layout::break_text(measure, text, {.size = 1}, {width, max_lines, share});
                    CAPTURE(text.substr(0, 80));
                    CAPTURE(width);
                    CAPTURE(max_lines);
                    CHECK(block.width <= width);
                    CHECK(block.lines.size() <= static_cast<std::size_t>(max_lines));
                    CHECK(block.style.size >= share - 1e-9);
                    for (layout::TextLine const& line : block.lines) {
                        double const real =
                            test::shared_fonts().width_em(line.text, block.style.weight);
                        CHECK(real * block.style.size <= width * (1 + 1e-6));
                    }
                }
            }
        }
    }
}

TEST_CASE("lines of a right-to-left paragraph are all right to left") {
    if (!test::has_family(test::shared_fonts(), "Noto Sans Hebrew")) return;
    scene::FontMeasure measure(test::shared_fonts());
    std::string const text =
        "\u05D4\u05DC\u05E7\u05D5\u05D7 \u05DE\u05D6\u05DE\u05D9\u05DF Heat Pump 2000 "
        "\u05D1\u05D0\u05D9\u05E0\u05D8\u05E8\u05E0\u05D8";
    for (double const width : {4.0, 5.0, 6.0, 9.0}) {
        for (auto const& line :
             layout::break_text(measure, text, {.size = 1}, {width, 9, 1}).lines) {
            CHECK(line.right_to_left);
            CHECK(test::shared_fonts().right_to_left(line.text));
        }
    }
}
