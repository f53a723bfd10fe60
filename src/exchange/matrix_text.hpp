// Texts of a matrix: letters without case and accents, keys made from texts, several cards in one
// cell and back. Must not know rows or lanes. Used by the readers and writers of matrices.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// Lower case ASCII where there is a plain letter for it (é, ß, œ), other scripts as they are,
// everything that is no letter or digit as one blank.
std::string ascii_folded(std::string_view text);

// The same, but the text itself where nothing of it would be left ("?", an emoji): for telling
// names apart.
std::string folded_name(std::string_view text);

// "engineer-repairs": of at most `most` characters, with a number worked out from the text where
// letters were lost. Never empty.
std::string key_from_text(std::string_view text, std::size_t most);

// Without blanks around it, no-break spaces included.
std::string_view trimmed(std::string_view text);

// On one line, single blanks between words: names of stages and steps.
std::string on_one_line(std::string_view text);

// Cards are parted by line breaks, ';' and the bullets or numbers of a list on one line. A bullet
// or a number "2)" before a card goes, as do the numbers of a list ("1. ", "2. ") and words that
// say nothing ("n/a"). A card that holds such characters itself stands in double quotes inside the
// cell, quotes in it doubled.
std::vector<std::string> cards_in(std::string_view cell);

// A card as it stands in a cell: cards_in(card_in_cell(text)) is { text } for every text.
std::string card_in_cell(std::string_view text);

// In its shortest exact form, with '.'.
std::string number_text(double value);

}  // namespace exchange
