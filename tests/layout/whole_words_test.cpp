// What a text says where it has too little room: whole words and an ellipsis, or nothing.
#include "layout/whole_words.hpp"

#include <doctest/doctest.h>

#include "support/fake_measure.hpp"

namespace {

std::string said(std::string const& text, double width, int lines) {
    test::FakeMeasure measure;
    layout::TextBlock const block = layout::with_whole_words(
        measure, layout::break_text(measure, text, {.size = 10}, {width, lines}), text, width);
    std::string all;
    for (layout::TextLine const& line : block.lines) {
        CHECK(line.width <= width + 1e-6);
        all += (all.empty() ? "" : "/") + line.text;
    }
    CHECK(block.height == doctest::Approx(12.5 * static_cast<double>(block.lines.size())));
    return all;
}

}  // namespace

TEST_CASE("a text that fits is said whole") {
    CHECK(said("Engineer signs off", 100, 1) == "Engineer signs off");
    CHECK(said("Engineer signs off", 60, 2) == "Engineer/signs off");
}

TEST_CASE("a text that does not fit ends after a whole word") {
    CHECK(said("Engineer signs off", 60, 1) == "Engineer\u2026");
    CHECK(said("Engineer signs off", 75, 1) == "Engineer signs\u2026");
    CHECK(said("Print the label by hand", 45, 2) == "Print the/label by\u2026");
}

TEST_CASE("a word that has no room at all is not sliced") {
    CHECK(said("Engineer signs off", 40, 1).empty());
    CHECK(said("Heizungswartungsvertrag", 40, 2).empty());
}

TEST_CASE("a word broken over lines counts as whole once all of it is said") {
    CHECK(said("Heizungswartung heute noch", 50, 2).find("\u2026") != std::string::npos);
    CHECK(said("Heizungswartung", 50, 2).find('-') != std::string::npos);
}
