// A font in which every code point is half an em wide, so that tests can count instead of shaping.
// Must not know real fonts. Used by the tests of layout, scene and app.
#pragma once

#include "base/utf8.hpp"
#include "layout/text_measure.hpp"

namespace test {

class FakeMeasure : public layout::TextMeasure {
public:
    double width_em(std::string_view text, layout::Weight) override {
        return 0.5 * static_cast<double>(base::count_code_points(text));
    }

    bool right_to_left(std::string_view text) override {
        for (std::size_t offset = 0; offset < text.size();) {
            char32_t const c = base::next_code_point(text, offset);
            bool const hebrew_or_arabic =
                (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFEFC);
            bool const latin =
                (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0x00C0 && c < 0x0590);
            if (hebrew_or_arabic || latin) return hebrew_or_arabic;
        }
        return false;
    }
};

}  // namespace test
