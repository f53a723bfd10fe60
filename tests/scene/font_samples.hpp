// What the tests of text share: one book of fonts, and whether a family is installed.
#pragma once

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include "scene/font.hpp"

namespace test {

// Finding the fonts takes a while; no test changes what it knows about texts.
inline scene::FontBook& shared_fonts() {
    static scene::FontBook fonts{scene::FontOptions{}};
    return fonts;
}

inline bool has_family(scene::FontBook const& fonts, std::string const& family) {
    auto const lines = fonts.describe();
    bool const found = std::any_of(lines.begin(), lines.end(), [&](std::string const& line) {
        return line.starts_with(family + ":");
    });
    if (!found) MESSAGE("skipped: " << family << " is not installed");
    return found;
}

// A regular face stands before every semibold one in coverage, so one weight is enough for most
// tests.
inline scene::ShapedRun const& shaped(std::string_view text,
                                      scene::Weight weight = scene::Weight::Regular) {
    return shared_fonts().run(shared_fonts().shape(text, weight));
}

inline scene::AtlasPage const& page_of(scene::FontBook& fonts, scene::GlyphSlot const& slot) {
    return *std::find_if(fonts.pages().begin(), fonts.pages().end(), [&](auto const& page) {
        return page.format == slot.format && page.layer == slot.page;
    });
}

}  // namespace test
