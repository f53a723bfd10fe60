// "Summe;;;1.445": a row of sums is no step and no card, wherever it stands.
#include "exchange/matrix_blanks.hpp"
#include "exchange/matrix_reading.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

// "1.445", "-2", "12 %", "24 h"; a longer text says something else as well.
bool is_figure(std::string_view text) {
    constexpr std::size_t most_bytes = 16;
    std::string_view const figure = trimmed(text);
    std::size_t const sign = figure.starts_with('-') || figure.starts_with('+') ? 1 : 0;
    return figure.size() <= most_bytes && figure.find_first_of("0123456789", sign) == sign;
}

}  // namespace

SheetCell const* total_label(std::vector<SheetCell const*> const& cells, LaneRoles const& roles) {
    SheetCell const* label = nullptr;
    std::size_t figures = 0;
    for (SheetCell const* const cell : cells) {
        if (cell == nullptr || is_blank_word(cell->text)) continue;
        if (is_figure(cell->text)) {
            ++figures;
        } else if (label != nullptr) {
            return nullptr;
        } else {
            label = cell;
        }
    }
    if (label == nullptr || figures == 0) return nullptr;
    return roles.of(label->text) == LaneRole::Total ? label : nullptr;
}

void report_total(MatrixReading& reading, SheetCell const& label) {
    reading.warning(label.place,
                    in_quotes(label.text) + " is a total of the others, and is left out");
}

}  // namespace exchange
