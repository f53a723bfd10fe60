#include "scene/font.hpp"

#include <cmath>
#include <doctest/doctest.h>

#include "scene/font_samples.hpp"
#include "support/sample_texts.hpp"

using scene::FontBook;
using scene::FontOptions;
using scene::GlyphSlot;
using scene::ShapedRun;
using scene::Weight;
using test::has_family;
using test::shaped;
using test::shared_fonts;

namespace {

double width(std::string_view text, Weight weight = Weight::Regular) {
    return shared_fonts().width_em(text, weight);
}

std::vector<std::uint32_t> glyphs_of(std::string_view text) {
    std::vector<std::uint32_t> glyphs;
    for (scene::RunGlyph const& glyph : shaped(text).glyphs)
        glyphs.push_back(glyph.glyph);
    return glyphs;
}

// Where the glyph that `single` has alone stands in the run of `text`; negative when it is not
// there.
float pen_of(std::string_view single, std::string_view text) {
    auto const alone = glyphs_of(single);
    if (alone.size() != 1) return -1;
    for (scene::RunGlyph const& glyph : shaped(text).glyphs) {
        if (glyph.glyph == alone.front()) return glyph.pen_x;
    }
    return -1;
}

}  // namespace

TEST_CASE(
    "the first face is Inter where it is installed, and doctor sees an empty line where not") {
    auto const lines = shared_fonts().describe();
    REQUIRE_FALSE(lines.empty());
    CHECK((lines.front().empty() || lines.front().starts_with("Inter: ")));
    if (!has_family(shared_fonts(), "Inter")) return;
    CHECK(shared_fonts().face_file(Weight::Regular) != shared_fonts().face_file(Weight::SemiBold));
    CHECK(shared_fonts().face_file(Weight::Medium).find("Inter-Medium") != std::string::npos);
}

TEST_CASE("the same text and weight give the same run, another weight another one") {
    FontBook& fonts = shared_fonts();
    std::uint32_t const id = fonts.shape("Book a visit", Weight::Regular);
    CHECK(fonts.shape("Book a visit", Weight::Regular) == id);
    CHECK(fonts.shape("Book a visit", Weight::SemiBold) != id);
    CHECK(fonts.run(id).text == "Book a visit");
}

TEST_CASE("a run lies from left to right and its width is the measured one") {
    ShapedRun const& run = shaped("Book the installation visit");
    CHECK(run.glyphs.size() == 24);  // spaces have no ink
    for (std::size_t i = 1; i < run.glyphs.size(); ++i) {
        CHECK(run.glyphs[i].pen_x > run.glyphs[i - 1].pen_x);
    }
    CHECK(run.glyphs.back().x1 <= run.width_em);
    CHECK(static_cast<double>(run.width_em) ==
          doctest::Approx(width("Book the installation visit")));
}

TEST_CASE("an empty text is an empty run") {
    CHECK(shared_fonts().shape("", Weight::Medium) == shared_fonts().shape("", Weight::Regular));
    CHECK(shaped("").glyphs.empty());
    CHECK(width("") == 0);
}

TEST_CASE("letters are kerned") {
    if (!has_family(shared_fonts(), "Inter")) return;
    CHECK(width("AV") < width("A") + width("V") - 0.01);
    CHECK(width("To") < width("T") + width("o") - 0.01);
}

TEST_CASE("digits are equally wide in every weight") {
    if (!has_family(shared_fonts(), "Inter")) return;
    for (Weight const weight : {Weight::Regular, Weight::Medium, Weight::SemiBold}) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            CHECK(width(std::string(4, digit), weight) ==
                  doctest::Approx(width("0000", weight))
                      .epsilon(0.002));  // Inter's 4 is 0.1% narrower
        }
    }
}

TEST_CASE("heavier text is wider") {
    if (!has_family(shared_fonts(), "Inter")) return;
    CHECK(width("Customers", Weight::Medium) > width("Customers", Weight::Regular));
    CHECK(width("Customers", Weight::SemiBold) > width("Customers", Weight::Medium));
}

TEST_CASE("capitals are as tall as layout believes") {
    if (!has_family(shared_fonts(), "Inter")) return;
    scene::RunGlyph const& h = shaped("H").glyphs.at(0);
    CHECK(static_cast<double>(h.y1 - h.y0) == doctest::Approx(layout::cap_height_em).epsilon(0.01));
}

TEST_CASE("control characters are not drawn and have no width") {
    CHECK(glyphs_of("a\x01\x7F"
                    "b") == glyphs_of("ab"));
    CHECK(width("a\x01\x7F"
                "b") == doctest::Approx(width("ab")));
    CHECK(glyphs_of("a\xC2\xAD\xE2\x80\x8E"
                    "b") == glyphs_of("ab"));  // soft hyphen, direction mark
}

TEST_CASE("Arabic letters join: their glyphs are not the isolated ones") {
    if (!has_family(shared_fonts(), "Noto Sans Arabic")) return;
    auto const alone = glyphs_of("\u0639");
    for (std::uint32_t const glyph : glyphs_of("\u0639\u0639\u0639")) {
        CHECK(std::find(alone.begin(), alone.end(), glyph) == alone.end());
    }
    // Lam and alef make one shape.
    CHECK(glyphs_of("\u0644\u0627").size() <
          glyphs_of("\u0644").size() + glyphs_of("\u0627").size());
    CHECK(shaped("\u0627\u0644\u0639\u0645\u064A\u0644").missing == 0);
}

TEST_CASE("right-to-left text runs from right to left, numbers and Latin words inside do not") {
    if (!has_family(shared_fonts(), "Noto Sans Hebrew")) return;
    std::string const text = "\u05D0 12 Heat \u05D1";
    CHECK(pen_of("\u05D0", text) > pen_of("1", text));
    CHECK(pen_of("1", text) > 0);
    CHECK(pen_of("1", text) < pen_of("2", text));
    CHECK(pen_of("H", text) < pen_of("t", text));
    CHECK(pen_of("t", text) < pen_of("1", text));
    CHECK(pen_of("\u05D1", text) < pen_of("H", text));
    CHECK(shared_fonts().right_to_left(text));
    CHECK(shared_fonts().right_to_left("12 \u05D0 a"));
    CHECK_FALSE(shared_fonts().right_to_left("a \u05D0"));
    CHECK_FALSE(shared_fonts().right_to_left("12"));
}

TEST_CASE("a Hebrew word in an English line stands in its place") {
    if (!has_family(shared_fonts(), "Noto Sans Hebrew")) return;
    std::string const text = "a \u05D0\u05D1 z";
    CHECK(pen_of("a", text) < pen_of("\u05D1", text));
    CHECK(pen_of("\u05D1", text) < pen_of("\u05D0", text));
    CHECK(pen_of("\u05D0", text) < pen_of("z", text));
}

TEST_CASE("Devanagari vowel signs move before their consonant and consonants join") {
    if (!has_family(shared_fonts(), "Noto Sans Devanagari")) return;
    CHECK(pen_of("\u0915", "\u0915\u093F") > 0.1F);      // ka + i: the sign stands first
    CHECK(glyphs_of("\u0915\u094D\u0937").size() == 1);  // ka + virama + ssa
}

TEST_CASE("marks stay with the face of their base") {
    CHECK(width("e\u0301") == doctest::Approx(width("\u00E9")).epsilon(0.01));
    CHECK(shaped("e\u0301").missing == 0);
}

TEST_CASE("text in another face is fitted so that its lines do not touch") {
    for (std::string const& text : test::sample_texts()) {
        ShapedRun const& run = shaped(std::string_view(text).substr(0, 200));
        for (scene::RunGlyph const& glyph : run.glyphs) {
            bool const stacked_marks = text.find("combining") != std::string::npos;
            if (stacked_marks) continue;
            CAPTURE(text.substr(0, 40));
            CHECK(glyph.y0 > -1.15F);
            CHECK(glyph.y1 < 0.45F);
        }
    }
}

TEST_CASE("a character without a face is drawn as a box and remembered") {
    FontBook& fonts = shared_fonts();
    ShapedRun const& run = shaped("a\U0010FFFDb\U0010FFFD");
    CHECK(run.missing == 2);
    REQUIRE(run.glyphs.size() == 4);
    CHECK(run.glyphs[1].glyph == run.glyphs[3].glyph);
    CHECK(run.glyphs[1].x1 > run.glyphs[1].x0);
    CHECK(run.glyphs[2].pen_x > run.glyphs[1].x1);
    auto const missing = fonts.missing_code_points();
    CHECK(std::find(missing.begin(), missing.end(), "U+10FFFD") != missing.end());
    GlyphSlot const& slot = fonts.slot(run.glyphs[1].glyph, 20);
    CHECK(slot.x1 > slot.x0);
}

TEST_CASE("emoji sequences are one coloured glyph") {
    if (!has_family(shared_fonts(), "Noto Color Emoji")) return;
    FontBook& fonts = shared_fonts();
    for (std::string const sequence :
         {"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", "\U0001F1E9\U0001F1EA",
          "\U0001F44D\U0001F3FD", "\u2764\uFE0F", "1\uFE0F\u20E3", "\U0001F600"}) {
        CAPTURE(sequence);
        auto const glyphs = glyphs_of(sequence);
        REQUIRE(glyphs.size() == 1);
        GlyphSlot const& slot = fonts.slot(glyphs[0], 24);
        CHECK(slot.format == scene::AtlasFormat::Color);
        CHECK(slot.x1 - slot.x0 > 0.8F);
        CHECK(slot.x1 - slot.x0 < 1.8F);
    }
    auto const pair = glyphs_of("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7");
    CHECK(pair.size() == 2);
    // Text stays text: no picture without an emoji style.
    CHECK(fonts.slot(glyphs_of("1").at(0), 24).format == scene::AtlasFormat::Distance);
}

TEST_CASE("colours in the atlas are premultiplied") {
    if (!has_family(shared_fonts(), "Noto Color Emoji")) return;
    FontBook& fonts = shared_fonts();
    GlyphSlot const slot = fonts.slot(glyphs_of("\u2764\uFE0F").at(0), 100);
    scene::AtlasPage const& page = test::page_of(fonts, slot);
    bool any_ink = false;
    for (std::size_t i = 0; i < page.pixels.size(); i += 4) {
        std::uint8_t const alpha = page.pixels[i + 3];
        any_ink = any_ink || (alpha == 255 && page.pixels[i] > 150);
        bool const premultiplied =
            page.pixels[i] <= alpha && page.pixels[i + 1] <= alpha && page.pixels[i + 2] <= alpha;
        if (!premultiplied) FAIL_CHECK("texel " << i / 4 << " is brighter than its alpha");
    }
    CHECK(any_ink);
}

TEST_CASE("every sample text is shaped without trouble") {
    for (std::string const& text : test::sample_texts()) {
        for (Weight const weight : {Weight::Regular, Weight::SemiBold}) {
            ShapedRun const& run = shaped(text, weight);
            CHECK(run.width_em >= 0);
            CHECK(run.glyphs.size() <= 2 * text.size());
        }
    }
}

TEST_CASE("a larger size takes a finer class, and the same class twice the same slot") {
    FontBook& fonts = shared_fonts();
    std::uint32_t const glyph = glyphs_of("R").at(0);
    GlyphSlot const& small = fonts.slot(glyph, 12);
    GlyphSlot const& large = fonts.slot(glyph, 200);
    CHECK(small.atlas_px_per_em < large.atlas_px_per_em);
    CHECK(&fonts.slot(glyph, 13) == &small);
    CHECK(small.u1 > small.u0);
    float const wide_em = (small.u1 - small.u0) * 1024 / small.atlas_px_per_em;
    CHECK(std::abs(wide_em - (small.x1 - small.x0)) < 1e-4F);
}

TEST_CASE("a trimmed slot keeps the scale and all of the ink") {
    FontBook& fonts = shared_fonts();
    scene::RunGlyph const& glyph = shaped("g").glyphs.at(0);
    for (float const size : {8.0F, 12.0F, 30.0F, 200.0F}) {
        GlyphSlot const& slot = fonts.slot(glyph.glyph, size);
        GlyphSlot const small = trimmed(slot, size);
        CHECK(small.x0 >= slot.x0);
        float const scale = (slot.x1 - slot.x0) / (slot.u1 - slot.u0);
        CHECK(std::abs((small.x1 - small.x0) - (small.u1 - small.u0) * scale) < 1e-4F);
        CHECK(small.x0 * size <= glyph.x0 * size - 0.5F);
        CHECK(small.x1 * size >= glyph.x1 * size + 0.5F);
        CHECK(small.y0 * size <= glyph.y0 * size - 0.5F);
        CHECK(small.y1 * size >= glyph.y1 * size + 0.5F);
    }
}

TEST_CASE("a frame makes no more large glyphs than it may, and asks for another frame") {
    FontBook fonts{FontOptions{}};
    ShapedRun const run = fonts.run(fonts.shape("abcd", Weight::Regular));
    fonts.begin_frame(2);
    for (scene::RunGlyph const& glyph : run.glyphs)
        CHECK(fonts.slot(glyph.glyph, 60).x1 > 0);
    CHECK(fonts.glyphs_pending());
    CHECK(fonts.slot(run.glyphs[3].glyph, 60).atlas_px_per_em <
          fonts.slot(run.glyphs[0].glyph, 60).atlas_px_per_em);
    fonts.begin_frame(2);
    for (scene::RunGlyph const& glyph : run.glyphs)
        fonts.slot(glyph.glyph, 60);
    CHECK_FALSE(fonts.glyphs_pending());
}

TEST_CASE("a full atlas is emptied at the next frame and never inside one") {
    FontOptions options;
    options.most_distance_pages = 1;
    FontBook fonts{options};
    ShapedRun const run =
        fonts.run(fonts.shape("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef", Weight::Regular));
    for (scene::RunGlyph const& glyph : run.glyphs)
        fonts.slot(glyph.glyph, 300);
    CHECK(fonts.pages().size() == 1);
    CHECK(fonts.glyphs_pending());
    CHECK(fonts.atlas_generation() == 0);
    std::uint64_t const version = fonts.pages()[0].version;
    fonts.begin_frame();
    CHECK(fonts.atlas_generation() == 1);
    CHECK(fonts.pages().empty());
    CHECK(fonts.slot(run.glyphs.back().glyph, 300).x1 > 0);
    CHECK(fonts.pages().at(0).version > version);
    CHECK(fonts.pages().at(0).dirty_last == fonts.pages().at(0).height);
    CHECK_FALSE(fonts.glyphs_pending());
}
