// A pack (a folder of CSV and JSON that a team edits in a spreadsheet) in and out.
// Must not know SQLite or pixels. Problems carry FILE:LINE:COLUMN; all or nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/edit.hpp"
#include "model/room.hpp"

namespace exchange {

enum class Severity { Error, Warning };

// Prints as FILE:LINE:COLUMN: text. Line and column from 1 (code points); 0 = the whole file /
// folder.
struct Problem {
    Severity severity = Severity::Error;
    std::string file;
    int line = 0;
    int column = 0;
    std::string text;  // what is wrong and what would be right
};

std::string format(Problem const& problem);

struct PackResult {
    std::optional<model::Room> room;  // empty when there is an error
    std::vector<Problem> problems;    // in file order; the first 200
    std::size_t problem_count = 0;    // errors in all
};

// Reads and validates the whole pack. `previous` is the room in the store, if any: its observations
// and scores stay while their touchpoint exists (same key: the new row replaces), else the import
// is refused.
PackResult read_pack(std::filesystem::path const& folder, model::Room const* previous);

// Writes the room as a pack, byte-stable, and beside it the history of edits (edits.jsonl) when
// there is one; creates `folder`. Throws std::runtime_error when a file cannot be written.
void write_pack(model::Room const& room, std::filesystem::path const& folder,
                std::vector<model::HistoryEntry> const& history = {});

}  // namespace exchange
