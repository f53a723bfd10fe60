// What the long form says of a card beside its lane and text.
#include <algorithm>

#include "exchange/key_index.hpp"
#include "exchange/matrix_blanks.hpp"
#include "exchange/matrix_reading.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/matrix_units.hpp"
#include "exchange/text_rules.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

class FieldReader {
public:
    FieldReader(MatrixReading& reading, LongColumns const& columns, SheetRow const& row)
        : m_reading(reading), m_columns(columns), m_row(row) {}

    void read(MatrixCard& card) {
        card.fields.key = text(LongColumn::Key);
        card.key_place = place(LongColumn::Key);
        card.fields.touchpoint = text(LongColumn::Touchpoint);
        card.touchpoint_place = place(LongColumn::Touchpoint);
        card.fields.component = text(LongColumn::Component);
        card.component_place = place(LongColumn::Component);
        card.fields.team = text(LongColumn::Team);
        if (card.fields.team.empty()) card.fields.team = text(LongColumn::Owner);
        card.fields.fail_point = read_yes_no();
        card.fields.wait_minutes = read_wait();
        read_links(card);
    }

private:
    // Empty where the cell says nothing.
    SheetCell const* cell(LongColumn column) {
        SheetCell const* const found = long_cell(m_columns, m_row, column);
        return found != nullptr && says_something(m_reading, *found) ? found : nullptr;
    }
    std::string text(LongColumn column) {
        SheetCell const* const found = cell(column);
        return found != nullptr ? without_word_guard(found->text) : std::string();
    }
    Place place(LongColumn column) const {
        SheetCell const* const found = long_cell(m_columns, m_row, column);
        return found != nullptr ? found->place : m_row.place;
    }

    std::optional<bool> read_yes_no() {
        SheetCell const* const found = cell(LongColumn::FailPoint);
        if (found == nullptr) return std::nullopt;
        std::string const word = ascii_folded(found->text);
        constexpr std::array<std::string_view, 17> yes = {
            "yes", "y", "x", "1",    "oui",  "o",         "ja",   "j",   "si",
            "s",   "f", "t", "true", "vrai", "verdadero", "wahr", "vero"};
        constexpr std::array<std::string_view, 10> no = {"no",  "n",     "0",    "non",   "nein",
                                                         "nee", "false", "faux", "falso", "falsch"};
        bool const ticked = is_tick(found->text);
        if (ticked || std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
        if (std::find(no.begin(), no.end(), word) != no.end()) return false;
        m_reading.error(found->place, "whether the card is a fail point is " +
                                          in_quotes(found->text) + "; write yes or no");
        return std::nullopt;
    }

    std::optional<double> read_wait() {
        SheetCell const* const found = cell(LongColumn::WaitMinutes);
        if (found == nullptr) return std::nullopt;
        if (auto const both = two_readings(found->text)) {
            m_reading.error(found->place, "the wait is " + in_quotes(found->text) +
                                              ", and nobody can tell thousands from decimals; "
                                              "write " +
                                              both->thousands + " or " + both->decimal);
            return std::nullopt;
        }
        auto const minutes = minutes_in(found->text, m_reading.wait_unit_minutes);
        if (!minutes || *minutes < 0 || *minutes > 1e7) {
            m_reading.error(found->place, "the wait is " + in_quotes(found->text) +
                                              "; write minutes as a number from 0, as in 90");
            return std::nullopt;
        }
        return minutes;
    }

    // "offer:triggers|van:needs"; a card's text stands for its key, a kind may be left out.
    void read_links(MatrixCard& card) {
        SheetCell const* const found = cell(LongColumn::Link);
        if (found == nullptr) return;
        std::string_view rest = found->text;
        while (!rest.empty()) {
            std::size_t const bar = rest.find_first_of("|\n");
            std::string_view item = trimmed(rest.substr(0, bar));
            rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
            if (item.empty()) continue;
            MatrixLink link{{}, model::LinkKind::None, found->place};
            std::size_t const colon = item.rfind(':');
            if (colon != std::string_view::npos) {
                for (auto const& word : words::link_kinds) {
                    if (trimmed(item.substr(colon + 1)) != word.text) continue;
                    link.kind = word.value;
                    item = trimmed(item.substr(0, colon));
                    break;
                }
            }
            link.target = std::string(item);
            card.fields.links.push_back(std::move(link));
        }
    }

    MatrixReading& m_reading;
    LongColumns const& m_columns;
    SheetRow const& m_row;
};

}  // namespace

SheetCell const* long_cell(LongColumns const& columns, SheetRow const& row, LongColumn column) {
    std::size_t const position = columns[static_cast<std::size_t>(column)];
    return position == absent_long_column ? nullptr : row.at(position);
}

void read_long_fields(MatrixReading& reading, LongColumns const& columns, SheetRow const& row,
                      MatrixCard& card) {
    FieldReader(reading, columns, row).read(card);
}

}  // namespace exchange
