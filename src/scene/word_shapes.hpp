// Lines of plain Latin text put together from words that were shaped before: most lines are made of
// words that other lines have too, and a space neither joins letters nor kerns. Everything else is
// shaped whole. Must not know sizes or the atlas. Used by font.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "scene/font_runs.hpp"
#include "scene/font_shaping.hpp"

namespace scene {

class WordShapes {
public:
    ShapedLine line(FaceStack& faces, std::string_view text, layout::Weight weight);

private:
    using Words = std::unordered_map<std::string, ShapedLine, TextHash, std::equal_to<>>;
    ShapedLine const& word(FaceStack& faces, std::string_view text, layout::Weight weight);

    std::array<Words, weight_count> m_words;
};

}  // namespace scene
