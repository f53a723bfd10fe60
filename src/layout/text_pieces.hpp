// Text as the line breaker sees it: characters, where a line may end (UAX #14, libunibreak), where
// a word may be cut without tearing a character from its marks. Must not know widths. Used by
// text_block.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace layout {

// What stays together on a line: mostly a word with the spaces after it.
struct TextPiece {
    std::size_t first = 0;  // characters [first, last)
    std::size_t last = 0;
    bool ends_paragraph = false;
    bool hyphen = false;  // a hyphen is shown when the line ends here
};

struct TextSource {
    std::u32string text;              // no control characters
    std::vector<TextPiece> pieces;    // a paragraph without words is one empty piece
    std::vector<bool> cluster_start;  // one more than characters: the end counts
};

// Tabs become spaces, other control characters go; every kind of line end ends a paragraph.
TextSource read_text(std::string_view text);

// Characters [first, last) as they are shown on one line: no soft hyphens.
std::string shown_text(TextSource const& source, std::size_t first, std::size_t last);

// End of [first, last) without the spaces at its end.
std::size_t without_spaces(TextSource const& source, std::size_t first, std::size_t last);

// Whether a word that is broken after `c` gets a hyphen: not in scripts that write without spaces.
bool takes_hyphen(char32_t c);

// The last place in (first, end] where a broken word may go on to the next line without tearing a
// syllable: before a consonant (or a pair or triple that is spoken as one) that a vowel follows, at
// least two letters from either side. `end` itself where the word has no such place.
std::size_t syllable_end(TextSource const& source, TextPiece const& word, std::size_t end);

}  // namespace layout
