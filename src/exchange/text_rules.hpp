// Rules for text from outside: encoding, characters that may not reach a wall, keys, numbers and
// spreadsheet formulas. Must not know files or rows. Used by the CSV and JSON readers and writers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/problems.hpp"

namespace exchange {

inline constexpr std::size_t max_file_bytes = 64 * 1024 * 1024;

struct Fault {
    Place place;
    std::string text;
};

// Line and column of a byte, from 1, a byte order mark not counted.
Place place_of(std::string_view bytes, std::size_t offset);

// What makes a whole file unreadable as text: UTF-16, a NUL, bytes that are not UTF-8. Nothing when
// it is sound.
std::optional<Fault> text_file_fault(std::string_view bytes);

// The parts of it, for text that comes piece by piece.
bool is_utf16(std::string_view start);
inline constexpr std::string_view utf16_problem =
    "the file is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")";
std::string bad_byte_problem(char byte);  // a NUL, or what is not UTF-8

std::string_view without_byte_order_mark(std::string_view bytes);

// What is wrong with the first character that may not reach a wall (base/fit_text), or nothing.
std::string character_problem(std::string_view text);

// CR LF inside a text becomes LF, so that a room has one kind of line break.
std::string with_plain_line_breaks(std::string text);

// A cell as it stands in a message: quoted, on one line, at most 40 code points.
std::string in_quotes(std::string_view text);

// [A-Za-z0-9_.-]{1,64}
bool is_key(std::string_view text);

// "the time" of a whole text as a finite number with '.', nothing for anything else.
std::optional<double> parse_number(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

// A spreadsheet takes a cell that begins with = + - @ for a formula. Export puts ' before such
// text, as a person would do there, and import takes one ' away again; texts that begin with ' and
// such a sign get one more.
std::string guarded_from_formula(std::string_view text);
std::string_view without_formula_guard(std::string_view text);

// A few edits at most between two keys; a number above `limit` when there are more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// A slip of the finger, or a name begun or gone on with: "minuts", "wait" for "wait_minutes".
bool is_slip_of(std::string_view name, std::string_view known);

}  // namespace exchange
