// Long texts cut into lines that can be paged through.
#include "scene/word_cut.hpp"

#include <doctest/doctest.h>

#include "support/fake_measure.hpp"

using namespace scene;

TEST_CASE("a long text is cut between words into lines that lose nothing and are no wider") {
    test::FakeMeasure measure;
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += (i > 0 ? " word" : "word") + std::to_string(i * i);
    for (double const widest : {8.0, 20.0, 55.0}) {
        std::string all;
        for (std::string const& line : word_lines(measure, text, {widest})) {
            CHECK(measure.width_em(line, layout::Weight::Regular) <= widest);
            all += (all.empty() ? "" : " ") + line;
        }
        CHECK(all == text);
    }
}

TEST_CASE(
    "a word wider than a line is cut between its characters, and every line holds something") {
    test::FakeMeasure measure;
    std::string word;
    for (int i = 0; i < 120; ++i)
        word += "\u00FC";
    for (double const widest : {0.01, 3.0, 1000.0}) {
        std::string all;
        for (std::string const& line : word_lines(measure, word, {widest})) {
            CHECK_FALSE(line.empty());
            CHECK(line.size() % 2 == 0);
            all += line;
        }
        CHECK(all == word);
    }
    CHECK(word_lines(measure, "", {5}).empty());
}
