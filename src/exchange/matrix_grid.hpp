// Which row of a lanes x steps table is what: phases, steps, lanes, lines, what is left out. A
// transposed table is turned first, so that there is one way to look at both. Must not know cards
// or the room. Used by matrix_wide.cpp and matrix_read.cpp.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/matrix.hpp"
#include "exchange/matrix_sheet.hpp"

namespace exchange {

// Lanes down, steps across; a null pointer is an empty cell.
struct MatrixGrid {
    std::vector<std::vector<SheetCell const*>> rows;
    std::size_t columns = 0;
    std::vector<std::size_t> widths;  // of the sheet's rows; empty where the table was turned

    SheetCell const* at(std::size_t row, std::size_t column) const { return rows[row][column]; }
};

MatrixGrid grid_of(Sheet const& sheet, std::size_t first_row);
MatrixGrid turned(MatrixGrid const& grid);

// The roles of labels, those mapped by hand first.
class LaneRoles {
public:
    explicit LaneRoles(std::vector<std::pair<std::string, LaneRole>> const& by_hand);
    std::optional<LaneRole> of(std::string_view label) const;
    // Only what can be no card: for telling names of lanes from their content.
    std::optional<LaneRole> plainly(std::string_view label) const;
    std::optional<LaneRole> by_hand(std::string_view label) const;

private:
    std::vector<std::pair<std::string, LaneRole>> m_by_hand;  // folded
};

// Where the names of the lanes stand: the column (wide) or row (transposed) that holds most known
// ones, how many, and how many of those a room has a place for.
struct LabelLine {
    std::size_t index = 0;
    std::size_t known = 0;
    std::size_t carried = 0;
    std::uint64_t roles = 0;  // a bit a LaneRole that is named
    // Lanes differ; "Step 1" to "Step 26" are one thing.
    std::size_t kinds() const { return static_cast<std::size_t>(std::popcount(roles)); }
};
// More different things, else more of them.
bool names_more(LabelLine const& a, LabelLine const& b);
LabelLine label_column(Sheet const& sheet, LaneRoles const& roles);
LabelLine label_row(Sheet const& sheet, LaneRoles const& roles);

struct GridRow {
    std::size_t row = 0;
    std::optional<LaneRole> role;  // none: a label nobody knows, or a row without one
    SheetCell const* label = nullptr;
    std::vector<std::size_t> filled;  // columns of its other texts
};

struct GridPlan {
    std::size_t label_column = 0;
    std::string title;
    std::optional<std::size_t> phases;  // rows
    std::optional<std::size_t> steps;
    std::vector<GridRow> rows;                // the others, in order
    SheetCell const* second_table = nullptr;  // where another one begins below the first
};

// What a title says: "Service blueprint: Opening an account" is "Opening an account". Empty where
// the text names something else: "Actor: Jo", a date.
std::string title_in(std::string_view text);
// Of "Title" with the title beside it, or of "Journey: Moving" with anything beside it.
std::string title_behind(SheetCell const& label, SheetCell const* beside);
// Whether a text names a journey by its kind: "Hotel blueprint", "Parcours patient".
bool names_a_journey(std::string_view label);
// Of a journey that nobody has named.
std::string untitled_journey(std::string_view key);

GridPlan plan_grid(MatrixGrid const& grid, std::size_t label_column, LaneRoles const& roles);

}  // namespace exchange
