// A CSV file of a pack as a cursor over rows with typed cells: header, columns by name, values with
// their rules. A bad cell is reported where it stands and comes back empty. Must not know the room.
// Used by the pack readers.
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
#include "base/id.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/key_index.hpp"
#include "exchange/problems.hpp"
#include "exchange/words.hpp"

namespace exchange {

// Cell: column and cell must be filled. Column: the column must be there, a cell may be empty
// (unknown).
enum class Required { No, Column, Cell };

struct ColumnSpec {
    std::string_view name;
    Required required = Required::No;
};

// Bytes that the content of a pack may still take in memory. A file of 64 MB can hold far more than
// that in tiny rows.
struct Budget {
    std::size_t left = 300 * 1024 * 1024;
};

struct TableFile {
    Problems* problems = nullptr;
    Budget* budget = nullptr;
    FileTag file;
    std::string_view bytes;
    std::span<ColumnSpec const> columns;
    std::size_t row_bytes = 0;     // what a row takes in the room
    TextWindow* window = nullptr;  // instead of `bytes`: a file larger than memory
};

struct Range {
    double lowest = 0;
    double highest = 0;
};

inline constexpr Range any_number{-1e15, 1e15};
inline constexpr Range count_range{0, 1e15};

class Table {
public:
    explicit Table(TableFile const& file);

    // Moves to the next row that has the form it should have; false at the end.
    bool next();
    // Some rows did not get through.
    bool incomplete() const { return m_incomplete; }
    // At most so many rows will come: for reserving.
    std::size_t row_limit() const;

    // `column` is the position in TableFile::columns. A column that the file lacks has empty cells.
    std::string_view raw(std::size_t column) const;
    bool empty(std::size_t column) const { return raw(column).empty(); }
    Place place(std::size_t column) const;
    FileTag tag() const { return m_file.file; }
    int line() const { return m_reader.row_place().line; }

    std::string text(std::size_t column);
    std::vector<std::string> list(std::size_t column);
    std::string key(std::size_t column);
    std::optional<double> number(std::size_t column, Range range);
    std::optional<std::int64_t> integer(std::size_t column, Range range);
    std::optional<bool> yes_no(std::size_t column);
    std::optional<base::Date> date(std::size_t column);
    std::optional<base::Period> period(std::size_t column);

    template <typename Value, std::size_t Count>
    Value word(std::size_t column, std::array<Word<Value>, Count> const& words, Value otherwise) {
        std::string_view const cell = raw(column);
        if (cell.empty()) return otherwise;
        for (Word<Value> const& word : words) {
            if (word.text == cell) return word.value;
        }
        report_word(column, listed(std::span<Word<Value> const>(words)));
        return otherwise;
    }

    // The thing that the cell names; invalid when it is empty or, reported, unknown.
    template <typename Thing>
    base::Id<Thing> reference(std::size_t column, KeyIndex const& keys) {
        auto const position = look_up(column, raw(column), keys);
        return position ? base::Id<Thing>(*position) : base::Id<Thing>{};
    }
    // As above for one item of a list cell.
    std::optional<std::size_t> look_up(std::size_t column, std::string_view key,
                                       KeyIndex const& keys);

    // The cell names a thing of this file itself: adds it, and reports a key that was there before.
    void add_key(std::size_t column, KeyIndex& keys, std::size_t position);

    void error(std::size_t column, std::string text);
    void warning(std::size_t column, std::string text);
    void error_at(Place place, std::string text);

private:
    void read_header();
    void place_column(std::size_t header_position, CsvCell const& cell);
    void report_missing_columns();
    std::string expected_header() const;
    bool row_has_form();
    bool charge(std::size_t bytes);
    void report_word(std::size_t column, std::string const& allowed);
    std::string name_of(std::size_t column) const;

    TableFile m_file;
    CsvReader m_reader;
    std::vector<std::size_t> m_position;  // of each declared column in the file; npos when absent
    std::vector<std::string> m_header;
    bool m_usable = false;
    bool m_incomplete = false;
};

}  // namespace exchange
