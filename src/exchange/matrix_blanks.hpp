// What people and spreadsheets write in a cell that says nothing: "n/a", "tbd", dashes, "#REF!".
// Must not know rows or lanes. Used by the readers and writers of matrices.
#pragma once

#include <string>
#include <string_view>

namespace exchange {

// "n/a", "TBD", "—", "?", "entfällt": read as an empty cell.
bool is_blank_word(std::string_view text);

// "#REF!", "#WERT!", "Err:502": a formula that failed, not a text.
bool is_sheet_error(std::string_view text);

// "x", "✓": a cross in a cell says that something is there, not what.
bool is_tick(std::string_view text);

// A text that would be taken for one of the above, or would lose blanks around it, stands in double
// quotes, quotes in it doubled.
// without_word_guard(with_word_guard(text)) is the text for every text.
std::string with_word_guard(std::string_view text);
std::string without_word_guard(std::string_view text);

}  // namespace exchange
