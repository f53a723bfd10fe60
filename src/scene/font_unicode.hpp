// What shaping must know of single characters: what has no ink, what belongs to the character
// before it, what is a picture. Must not know faces. Used by font_faces and font_shaping.
#pragma once

#include <cstddef>
#include <span>

namespace scene {

bool is_space(char32_t c);
// Controls of C0, C1 and DEL; tab and line ends count as spaces.
bool is_control(char32_t c);
// Default ignorable: joiners, direction marks, variation selectors, soft hyphen, tags.
bool is_invisible(char32_t c);
// Shown as a coloured picture unless U+FE0E follows (Emoji_Presentation).
bool is_emoji(char32_t c);
bool is_regional_indicator(char32_t c);

// Length of the cluster at the front of `text` that must come from one face: a base with its marks,
// a flag, a keycap, an emoji with its modifiers and joiners.
std::size_t cluster_length(std::span<char32_t const> text);
bool wants_color(std::span<char32_t const> cluster);

}  // namespace scene
