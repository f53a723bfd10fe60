// The seam between layout and fonts: how wide a run is. Real fonts live in scene (scene/font);
// tests use a fake in which every code point is half an em wide. Must not know glyphs.
#pragma once

#include <string_view>

namespace layout {

enum class Weight { Regular, Medium, SemiBold };

class TextMeasure {
public:
    TextMeasure() = default;
    TextMeasure(TextMeasure const&) = delete;
    TextMeasure& operator=(TextMeasure const&) = delete;
    virtual ~TextMeasure() = default;

    // Advance width of one line in em (multiply by the font size). Scale-free: no hinting.
    virtual double width_em(std::string_view text, Weight weight) = 0;

    // True when the paragraph's first strong character is right-to-left.
    virtual bool right_to_left(std::string_view text) = 0;
};

// Inter's metrics in em; every fallback face is fitted to them, so that lines never touch.
inline constexpr double cap_height_em = 0.727;
inline constexpr double ascent_em = 0.97;
inline constexpr double descent_em = 0.25;
inline constexpr double line_height_em = 1.25;

// Font size (em) whose capitals are `cap_height` tall, same unit.
constexpr double font_size_for_cap(double cap_height) {
    return cap_height / cap_height_em;
}

}  // namespace layout
