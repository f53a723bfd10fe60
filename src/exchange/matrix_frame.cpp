// "Phase" and "Step" in the corner of a table: they say which form it has, whatever its names are.
#include <algorithm>

#include "exchange/matrix_reading.hpp"

namespace exchange {
namespace {

constexpr std::size_t frame_rows_looked_at = 20;

// Labels of the lanes beside the corner, for one of the two ways to read it.
struct LaneSide {
    std::size_t lanes = 0;
    std::size_t strangers = 0;

    void take(LaneRoles const& roles, SheetCell const& cell) {
        auto const role = roles.plainly(cell.text);
        if (!role) {
            ++strangers;
        } else if (blueprint_lane(*role) || *role == LaneRole::Thought) {
            ++lanes;
        }
    }
};

bool reads_as_lanes(LaneSide const& a, LaneSide const& b) {
    if (a.strangers != b.strangers) return a.strangers < b.strangers;
    return a.lanes >= b.lanes;
}

LaneSide lanes_down(Sheet const& sheet, std::size_t row, LaneRoles const& roles) {
    LaneSide side;
    for (std::size_t i = row + 2; i < sheet.rows.size(); ++i) {
        if (SheetCell const* const cell = sheet.rows[i].at(0)) side.take(roles, *cell);
    }
    return side;
}

LaneSide lanes_across(SheetRow const& row, LaneRoles const& roles) {
    LaneSide side;
    for (SheetCell const& cell : row.cells) {
        if (cell.column > 1) side.take(roles, cell);
    }
    return side;
}

std::optional<LaneRole> role_of(SheetCell const* cell, LaneRoles const& roles) {
    return cell != nullptr ? roles.plainly(cell->text) : std::nullopt;
}

bool names_steps(SheetCell const* cell, LaneRoles const& roles) {
    auto const role = role_of(cell, roles);
    // "Phase" and "Étape", one beside the other, are phases and steps.
    return role == LaneRole::Step || role == LaneRole::Phase;
}

// The row that begins with "Phase", with no more than a title and the like above it.
std::optional<std::size_t> corner_row(Sheet const& sheet, LaneRoles const& roles) {
    std::size_t const rows = std::min(sheet.rows.size(), frame_rows_looked_at);
    for (std::size_t i = 0; i < rows; ++i) {
        if (role_of(sheet.rows[i].at(0), roles) == LaneRole::Phase) return i;
        if (sheet.rows[i].cells.size() > 2) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<MatrixFrame> find_frame(Sheet const& sheet, LaneRoles const& roles) {
    auto const row = corner_row(sheet, roles);
    if (!row) return std::nullopt;
    SheetRow const& first = sheet.rows[*row];
    SheetCell const* const second =
        *row + 1 < sheet.rows.size() ? sheet.rows[*row + 1].at(0) : nullptr;
    bool const down = names_steps(second, roles) || role_of(second, roles) == LaneRole::Activity;
    bool const across = names_steps(first.at(1), roles);
    if (!down && !across) return std::nullopt;
    LaneSide const below = lanes_down(sheet, *row, roles);
    LaneSide const beside = lanes_across(first, roles);
    bool const wide = down && (!across || reads_as_lanes(below, beside));
    bool const long_form = long_columns(first).has_value();
    // A stage may be called "Lane", another "Text": only lanes below make that a matrix.
    if (long_form && !(wide && below.strangers == 0 && below.lanes > 0)) return std::nullopt;
    return MatrixFrame{wide ? MatrixForm::Wide : MatrixForm::Transposed, *row};
}

}  // namespace exchange
