// Strict RFC 4180 over a whole file in memory, or over a window that moves along a larger one: rows
// of cells that know where they began. Must not know columns or values. Used by table.cpp and the
// readers of surveys and event logs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/text_rules.hpp"
#include "exchange/text_window.hpp"

namespace exchange {

inline constexpr std::size_t max_csv_field_bytes = 4096;
inline constexpr std::size_t max_csv_row_bytes = 64 * 1024;
inline constexpr std::size_t max_csv_columns = 200;

struct CsvLimits {
    std::size_t field_bytes = max_csv_field_bytes;
    std::size_t row_bytes = max_csv_row_bytes;
    std::size_t columns = max_csv_columns;
};

// Files that are not ours to shape: surveys and logs.
inline constexpr CsvLimits wide_csv{64 * 1024, 1024 * 1024, 2000};

// In tables pasted from a spreadsheet (tabs) a quote inside a cell is a character like any other.
enum class InnerQuotes { Refused, Plain };

struct CsvCell {
    std::string_view text;  // unquoted; valid until the next row is read
    Place place;
};

class CsvReader {
public:
    // `bytes` passed text_file_fault(); a byte order mark is skipped. The delimiter, ',' or ';', is
    // the one that the first line has more of.
    explicit CsvReader(std::string_view bytes);

    // With limits, delimiter and quotes as the caller found them.
    CsvReader(std::string_view bytes, CsvLimits limits, char delimiter, InnerQuotes quotes);

    // Over a window, which must keep limits.row_bytes; the delimiter is found among `delimiters`.
    CsvReader(TextWindow& window, CsvLimits limits, std::string_view delimiters);

    // Moves to the next row that is not blank; false at the end.
    bool next();

    std::vector<CsvCell> const& cells() const { return m_cells; }
    // What is wrong with the form of this row (the first few); its cells are not to be trusted
    // then.
    std::vector<Fault> const& faults() const { return m_faults; }
    Place row_place() const { return m_row_place; }
    char delimiter() const { return m_delimiter; }

private:
    void read_row();
    void clear_row();
    void skip_blank_lines();
    bool show_more(std::size_t keep_from);
    void skip_ordinary();
    void read_cell();
    void read_plain_cell(Place place);
    void read_quoted_cell(Place place);
    void skip_after_quote();
    void finish_row(std::size_t row_start);
    // Takes one character of a cell; adds a fault when it may not stand there.
    void take_character();
    void take_line_break();
    bool at_end() const { return m_offset >= m_bytes.size(); }
    bool at_line_break() const;
    bool at_delimiter() const { return !at_end() && m_bytes[m_offset] == m_delimiter; }
    void add_cell(std::string_view text, Place place);
    void fault(Place place, std::string text);
    std::size_t most_scratch() const;
    std::string_view scratch_from(std::size_t start) const;

    TextWindow* m_window = nullptr;
    CsvLimits m_limits;
    std::string_view m_bytes;
    std::size_t m_offset = 0;
    Place m_here{1, 1};
    Place m_row_place{1, 1};
    char m_delimiter = ',';
    InnerQuotes m_inner_quotes = InnerQuotes::Refused;
    bool m_stopped = false;
    std::vector<CsvCell> m_cells;
    std::vector<Fault> m_faults;
    std::string
        m_scratch;  // texts of quoted cells that hold "" or CR LF; never grows, so views stay valid
};

}  // namespace exchange
