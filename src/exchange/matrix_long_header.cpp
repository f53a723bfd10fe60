// Which column of the long form is which, and which one is missing.
#include <algorithm>
#include <utility>

#include "exchange/matrix_reading.hpp"

namespace exchange {
namespace {

constexpr std::size_t absent = absent_long_column;

// "Étape, Sous-étape" and "Phase, Stage" are phases and steps: the second of one kind.
void take_column(LongColumns& columns, LongColumn column, std::size_t at) {
    auto const position = [&](LongColumn c) -> std::size_t& {
        return columns[static_cast<std::size_t>(c)];
    };
    if (position(column) == absent) {
        position(column) = at;
    } else if (column == LongColumn::Step && position(LongColumn::Phase) == absent) {
        position(LongColumn::Phase) = std::exchange(position(LongColumn::Step), at);
    } else if (column == LongColumn::Phase && position(LongColumn::Step) == absent) {
        position(LongColumn::Step) = at;
    }
}

struct Header {
    LongColumns columns{};
    std::size_t strangers = 0;

    bool has(LongColumn column) const {
        return columns[static_cast<std::size_t>(column)] != absent;
    }
    bool names_lane() const { return has(LongColumn::Lane) || has(LongColumn::LaneType); }
    bool names_place() const { return has(LongColumn::Step) || has(LongColumn::Phase); }
};

Header header_of(SheetRow const& row) {
    Header header;
    header.columns.fill(absent);
    for (SheetCell const& cell : row.cells) {
        auto const column = long_column(cell.text);
        if (column) {
            take_column(header.columns, *column, cell.column);
        } else {
            ++header.strangers;
        }
    }
    return header;
}

}  // namespace

std::optional<LongColumns> long_columns(SheetRow const& row) {
    Header const header = header_of(row);
    if (!header.names_lane() || !header.names_place() || !header.has(LongColumn::Text))
        return std::nullopt;
    return header.columns;
}

std::string_view missing_long_column(SheetRow const& row) {
    Header const header = header_of(row);
    bool const text = header.has(LongColumn::Text);
    if (header.strangers > 0 || !header.names_place() || header.names_lane() == text) return {};
    return text ? "lane" : "text";
}

}  // namespace exchange
