// Words put together stand where the whole line would have put them.
#include "scene/word_shapes.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "scene/font_discovery.hpp"

namespace {

scene::FaceStack& faces() {
    static scene::FaceStack stack(scene::find_fonts().families);
    return stack;
}

double largest_shift(std::string_view text, layout::Weight weight) {
    scene::WordShapes words;
    scene::ShapedLine const whole = scene::shape_line(faces(), text, weight);
    scene::ShapedLine const parts = words.line(faces(), text, weight);
    REQUIRE(whole.glyphs.size() == parts.glyphs.size());
    double shift = std::abs(whole.width_em - parts.width_em);
    for (std::size_t i = 0; i < whole.glyphs.size(); ++i) {
        CHECK(whole.glyphs[i].glyph == parts.glyphs[i].glyph);
        shift = std::max(shift, std::abs(whole.glyphs[i].pen_x_em - parts.glyphs[i].pen_x_em));
    }
    return shift;
}

}  // namespace

TEST_CASE("a line of words stands where the line shaped whole stands") {
    for (char const* text :
         {"Every home warm, every promise kept, every question answered by someone who can act.",
          "broken 5,150 of 7,220", "  two  spaces ",
          "AVATAR To Yale, f.i. 11:30 (P.T.O.) L'Ave \"T\"", "Störung, Größe, Weiß: façade à côté",
          "of 100 homes, 35 get every promise kept (5 of 5)",
          "T- x V. W, Y; r, 7. 1/2 -> 10 x 20 = 200"}) {
        for (auto const weight :
             {layout::Weight::Regular, layout::Weight::Medium, layout::Weight::SemiBold})
            CHECK_MESSAGE(largest_shift(text, weight) < 1e-9, text);
    }
}

TEST_CASE("every line of the catalogue and the demo stands where it stands shaped whole") {
    std::filesystem::path const root(SOURCE_ROOT);
    for (char const* name : {"assets/text/en.json", "data/northmoor/touchpoints.csv",
                             "data/northmoor/verbatims.csv", "data/northmoor/promises.csv"}) {
        std::ifstream file(root / name);
        REQUIRE(file);
        for (std::string line; std::getline(file, line);)
            CHECK_MESSAGE(largest_shift(line, layout::Weight::Medium) < 1e-9, line);
    }
}

TEST_CASE("text that joins or runs to the left is shaped whole") {
    for (char const* text :
         {"\u0645\u0631\u062D\u0628\u0627 home", "\u0928\u092E\u0938\u094D\u0924\u0947 you",
          "e\u0301 a", "\u4F60\u597D world"})
        CHECK_MESSAGE(largest_shift(text, layout::Weight::Regular) < 1e-9, text);
}
