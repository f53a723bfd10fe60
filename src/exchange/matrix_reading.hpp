// What the readers of a matrix share: where problems go, cards that are counted, sentences about
// lanes that nobody knows. Must not know which form is read. Used by matrix_wide.cpp and
// matrix_long.cpp.
#pragma once

#include <string>
#include <string_view>

#include "exchange/matrix_grid.hpp"

namespace exchange {

struct MatrixReading {
    Problems& problems;
    FileTag tag;
    MatrixRequest const& request;
    LaneRoles const& roles;
    MatrixContent content;
    std::size_t cards = 0;
    std::size_t steps = 0;
    bool framed = false;           // "Phase" and "Step" say the form: names of steps may be any
    double wait_unit_minutes = 1;  // of numbers in the column of waits

    void error(Place place, std::string text) { problems.error(tag, place, std::move(text)); }
    void warning(Place place, std::string text) { problems.warning(tag, place, std::move(text)); }
};

// False, and reported, when there are too many.
bool count_cards(MatrixReading& reading, std::size_t count, Place place);
bool count_step(MatrixReading& reading, Place place);

// The text of a name (phase, step) or of a card that stands alone in its cell; empty, and noted or
// reported, where it says nothing or is a formula that failed.
std::string text_in(MatrixReading& reading, SheetCell const& cell);
std::string name_in(MatrixReading& reading, SheetCell const* cell);
// False for a cell of cards that says nothing, or that is a formula that failed.
bool says_something(MatrixReading& reading, SheetCell const& cell);

// "Back stge" is no lane that is known; ...
void report_unknown_lane(MatrixReading& reading, std::string_view label, Place place);
// A cell behind the last that has a name; `names`: "steps" or "lanes".
void refuse_beyond(MatrixReading& reading, SheetCell const& cell, std::string_view names);
void report_left_out(MatrixReading& reading, MatrixLane const& lane);

// The name of a row of sums among the cells of a step (or card): figures beside it, and nothing
// else. Empty where they are none.
SheetCell const* total_label(std::vector<SheetCell const*> const& cells, LaneRoles const& roles);
void report_total(MatrixReading& reading, SheetCell const& label);

// Quotes, feelings, pain points, ideas.
bool is_voice(LaneRole role);
// A cell of such a lane, to its step; false, and reported, where there are too many.
bool read_voices(MatrixReading& reading, MatrixStep& step, LaneRole role, std::string const& lane,
                 SheetCell const& cell);
// Feelings are numbers where all of a lane are, on a scale that is sure to be -2 to 2; words stay
// text, and numbers of another scale are left out.
void settle_feelings(MatrixReading& reading);

// The form that "Phase" and "Step" say, one below the other (wide) or beside the other
// (transposed).
struct MatrixFrame {
    MatrixForm form = MatrixForm::Wide;
    std::size_t row = 0;  // of "Phase"
};
std::optional<MatrixFrame> find_frame(Sheet const& sheet, LaneRoles const& roles);

bool holds_cards(MatrixGrid const& grid, std::vector<GridRow const*> const& lanes,
                 std::size_t column);
// Columns that belong to a phase or a step; those that are left out are told.
std::vector<std::size_t> step_columns(MatrixReading& reading, MatrixGrid const& grid,
                                      GridPlan const& plan,
                                      std::vector<GridRow const*> const& lanes);
void read_grid(MatrixReading& reading, MatrixGrid const& grid, std::size_t label_column);
// Positions of the long form's columns in the file.
inline constexpr std::size_t absent_long_column = static_cast<std::size_t>(-1);
using LongColumns = std::array<std::size_t, long_column_count>;
// Empty when the row is no header of the long form.
std::optional<LongColumns> long_columns(SheetRow const& header);
// "lane" or "text": the one column without which a row of nothing but headers is none; else empty.
std::string_view missing_long_column(SheetRow const& header);
SheetCell const* long_cell(LongColumns const& columns, SheetRow const& row, LongColumn column);
// What a row says of its card beside lane and text: key, team, wait, links, ...
void read_long_fields(MatrixReading& reading, LongColumns const& columns, SheetRow const& row,
                      MatrixCard& card);
void read_long(MatrixReading& reading, Sheet const& sheet, std::size_t header);

}  // namespace exchange
