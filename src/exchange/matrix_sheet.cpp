#include "exchange/matrix_sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "exchange/csv_reader.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::string_view delimiters = "\t;,|";
constexpr std::size_t rows_looked_at = 60;
// A spreadsheet may save a long tail of empty columns.
constexpr CsvLimits sheet_limits{max_csv_field_bytes, max_csv_row_bytes, 1000};

// How often the delimiter stands in each of the first rows, outside quotes. Quotes open behind any
// delimiter: which one counts is what is to be found.
std::vector<std::size_t> counts_by_row(std::string_view bytes, char delimiter) {
    std::vector<std::size_t> counts;
    std::size_t count = 0;
    bool quoted = false;
    bool cell_begins = true;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        char const c = bytes[i];
        if (quoted && bytes.substr(i).starts_with("\"\"")) {
            ++i;  // a quote that is meant
        } else if (c == '"' && (quoted || cell_begins)) {
            quoted = !quoted;
        } else if (!quoted && c == '\n') {
            counts.push_back(std::exchange(count, 0));
            if (counts.size() == rows_looked_at) return counts;
        } else if (!quoted && c == delimiter) {
            ++count;
        }
        cell_begins = !quoted && (c == '\n' || delimiters.find(c) != std::string_view::npos);
    }
    counts.push_back(count);
    return counts;
}

// Rows that the delimiter parts, rows of the most common number of cells, that number.
std::tuple<std::size_t, std::size_t, std::size_t> fitness(std::string_view bytes, char delimiter) {
    std::map<std::size_t, std::size_t> rows_by_count;
    std::size_t parted = 0;
    for (std::size_t const count : counts_by_row(bytes, delimiter)) {
        if (count == 0) continue;
        ++parted;
        ++rows_by_count[count];
    }
    std::size_t common = 0;
    std::size_t rows = 0;
    for (auto const& [count, found] : rows_by_count) {
        if (found >= rows) std::tie(common, rows) = std::tie(count, found);
    }
    return {parted, rows, common};
}

// "=A1", "=SUM(A1:A3)", "='Sheet 2'!A1": what a spreadsheet saves when it is asked for formulas.
// Export writes ' before a text that begins so.
bool is_formula(std::string_view text) {
    if (text.size() < 2 || text.front() != '=') return false;
    char const c = text[1];
    bool const letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter || c == '$' || c == '\'' || c == '(';
}

// Excel's own hint to itself.
std::optional<char> named_delimiter(std::string_view bytes) {
    if (bytes.size() < 5 || !bytes.starts_with("sep=")) return std::nullopt;
    return delimiters.find(bytes[4]) == std::string_view::npos ? std::nullopt
                                                               : std::optional(bytes[4]);
}

void report_width(Problems& problems, FileTag tag, Place place) {
    problems.error(
        tag, place,
        "more than 200 columns; turn the matrix (steps down, lanes across), use the long "
        "form (a row a card), or split the journey into two files");
}

class SheetReading {
public:
    SheetReading(Problems& problems, FileTag tag) : m_problems(problems), m_tag(tag) {}

    // False when no more rows are wanted.
    bool take(CsvReader const& reader, std::vector<SheetRow>& rows) {
        auto const& cells = reader.cells();
        SheetRow row{reader.row_place(), {}, cells.size()};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::string_view const text = without_formula_guard(trimmed(cells[i].text));
            if (text.empty()) continue;
            if (is_formula(trimmed(cells[i].text))) {
                m_problems.warning(m_tag, cells[i].place,
                                   in_quotes(text) +
                                       " is a formula, not what it shows, and is taken as text; "
                                       "let the spreadsheet save what its cells show, or write ' "
                                       "before a text that begins so");
            }
            row.cells.push_back({i, with_plain_line_breaks(std::string(text)), cells[i].place});
        }
        if (!row.cells.empty() && row.cells.back().column >= max_matrix_columns) {
            auto const beyond = std::find_if(
                row.cells.begin(), row.cells.end(),
                [](SheetCell const& cell) { return cell.column >= max_matrix_columns; });
            report_width(m_problems, m_tag, beyond->place);
            return false;
        }
        m_cells += row.cells.size();
        if (m_cells > max_sheet_cells) {
            m_problems.error(m_tag, row.place,
                             "more than 1 000 000 filled cells; split the file by journey");
            return false;
        }
        if (!row.cells.empty()) rows.push_back(std::move(row));
        return true;
    }

private:
    Problems& m_problems;
    FileTag m_tag;
    std::size_t m_cells = 0;
};

}  // namespace

SheetCell const* SheetRow::at(std::size_t column) const {
    auto const cell =
        std::lower_bound(cells.begin(), cells.end(), column,
                         [](SheetCell const& a, std::size_t wanted) { return a.column < wanted; });
    return cell != cells.end() && cell->column == column ? &*cell : nullptr;
}

char find_sheet_delimiter(std::string_view bytes) {
    std::string_view const text = without_byte_order_mark(bytes).substr(0, 4 * max_csv_row_bytes);
    if (auto const named = named_delimiter(text)) return *named;
    return *std::max_element(delimiters.begin(), delimiters.end(),
                             [&](char a, char b) { return fitness(text, a) < fitness(text, b); });
}

Sheet read_sheet(Problems& problems, FileTag tag, SheetFile const& file) {
    Sheet sheet;
    // Both kinds of workbook begin with marks that no table does.
    if (file.bytes.starts_with("PK\x03\x04") || file.bytes.starts_with("\xD0\xCF\x11\xE0")) {
        problems.error(tag, {1, 1}, "this is an Excel workbook; save it as CSV UTF-8");
        return sheet;
    }
    if (auto const fault = text_file_fault(file.bytes)) {
        problems.error(tag, fault->place, fault->text);
        return sheet;
    }
    std::string_view const text = without_byte_order_mark(file.bytes);
    sheet.delimiter = file.delimiter.value_or(find_sheet_delimiter(text));
    bool const pasted = sheet.delimiter == '\t' || sheet.delimiter == '|';
    // A tab inside a text is a blank that a keyboard cannot show.
    std::string without_tabs;
    if (sheet.delimiter != '\t' && text.find('\t') != std::string_view::npos) {
        without_tabs = text;
        std::replace(without_tabs.begin(), without_tabs.end(), '\t', ' ');
    }
    CsvReader reader(without_tabs.empty() ? text : std::string_view(without_tabs), sheet_limits,
                     sheet.delimiter, pasted ? InnerQuotes::Plain : InnerQuotes::Refused);
    SheetReading reading(problems, tag);
    bool first = named_delimiter(text).has_value();
    while (reader.next()) {
        if (std::exchange(first, false)) continue;  // "sep=;" is no row
        if (reader.cells().size() > sheet_limits.columns) {
            report_width(problems, tag, reader.cells()[max_matrix_columns].place);
            break;
        }
        for (Fault const& fault : reader.faults())
            problems.error(tag, fault.place, fault.text);
        if (reader.faults().empty() && !reading.take(reader, sheet.rows)) break;
    }
    return sheet;
}

}  // namespace exchange
