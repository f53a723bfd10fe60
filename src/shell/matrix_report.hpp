// What a matrix becomes, in words for somebody who knows spreadsheets. Must not know files or the
// store. Used by the verb matrix.
#pragma once

#include <string>

#include "exchange/matrix.hpp"

namespace shell {

// "wide, separated by semicolons: 6 phases, 6 steps, 36 cards"
std::string matrix_form_text(exchange::MatrixContent const& content);

// Lanes and what they are read as, a line each.
std::string matrix_lanes_text(exchange::MatrixContent const& content);

// "Read as empty (5 cells): "n/a" (4 times), "tbd""; empty where there are none.
std::string matrix_blanks_text(exchange::MatrixContent const& content);

// Counts of stages, steps and cards as a table, then every change.
std::string matrix_changes_text(exchange::MatrixOutcome const& outcome);
// Every change a line, with what each of its fields was and is.
std::string matrix_change_lines(exchange::MatrixOutcome const& outcome);

// "36 cards: 35 kept, 1 changed"
std::string matrix_summary(exchange::MatrixOutcome const& outcome);

}  // namespace shell
