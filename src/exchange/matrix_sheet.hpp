// A table as it came out of a spreadsheet: filled cells that know where they stood, whatever parts
// the columns. Must not know lanes or steps. Used by the readers of matrices.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/problems.hpp"

namespace exchange {

inline constexpr std::size_t max_matrix_columns = 200;
inline constexpr std::size_t max_sheet_cells = 1'000'000;

struct SheetCell {
    std::size_t column = 0;
    std::string text;  // without blanks around it and without the mark before a formula
    Place place;
};

// Only filled cells; rows without any are left out.
struct SheetRow {
    Place place;
    std::vector<SheetCell> cells;  // by column
    std::size_t width = 0;         // with its empty cells

    SheetCell const* at(std::size_t column) const;
};

struct Sheet {
    std::vector<SheetRow> rows;
    char delimiter = ',';
};

struct SheetFile {
    std::string_view bytes;
    std::optional<char> delimiter;  // as asked; else found
};

// The character that parts most rows into most alike numbers of cells: comma, semicolon, tab or
// bar; a first line "sep=;" says it.
char find_sheet_delimiter(std::string_view bytes);

// What is wrong is reported with its place; the sheet then lacks those rows.
Sheet read_sheet(Problems& problems, FileTag tag, SheetFile const& file);

}  // namespace exchange
