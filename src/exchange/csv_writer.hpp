// CSV rows with the least quoting that RFC 4180 allows, LF at the ends, numbers in their shortest
// exact form. Must not know the room. Used by the pack writers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "exchange/table.hpp"
#include "exchange/words.hpp"

namespace exchange {

class CsvWriter {
public:
    explicit CsvWriter(std::span<ColumnSpec const> columns);

    // Each adds one cell; an absent value is an empty cell.
    CsvWriter& key(std::string_view key);
    CsvWriter& text(std::string_view text);
    CsvWriter& list(std::vector<std::string> const& items);
    CsvWriter& number(std::optional<double> value);
    CsvWriter& integer(std::optional<std::int64_t> value);
    CsvWriter& yes_no(std::optional<bool> value);
    CsvWriter& date(std::optional<base::Date> date);
    CsvWriter& period(std::optional<base::Period> period);

    template <typename Value, std::size_t Count>
    CsvWriter& word(std::array<Word<Value>, Count> const& words, Value value) {
        return key(word_of(std::span<Word<Value> const>(words), value));
    }

    // Ends the row; as many cells as columns must have been added.
    void end_row();

    std::string take() { return std::move(m_out); }

private:
    void cell(std::string_view content);

    std::size_t m_columns;
    std::size_t m_cells = 0;
    std::string m_out;
};

}  // namespace exchange
