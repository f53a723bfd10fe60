#include "exchange/table.hpp"

#include <algorithm>
#include <cmath>

namespace exchange {
namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);
constexpr std::size_t max_list_items = 256;

std::string shown(double value) {
    if (value == std::floor(value) && std::abs(value) <= 1e15) {
        return std::to_string(static_cast<long long>(value));
    }
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string span_text(Range range, double value) {
    if (range.lowest == count_range.lowest && range.highest == count_range.highest) {
        return value > range.highest ? "a count of at most 15 digits" : "0 or more";
    }
    return shown(range.lowest) + " to " + shown(range.highest);
}

enum class Numbers { Any, Whole };

// "1,214" or "12,345,678", with either mark: a sign, one to three digits, groups of three.
bool maybe_grouped(std::string_view cell, char mark) {
    if (!cell.empty() && cell.front() == '-') cell.remove_prefix(1);
    std::size_t const first = cell.find(mark);
    if (first == std::string_view::npos || first == 0 || first > 3) return false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        bool const at_mark = i >= first && (i - first) % 4 == 0;
        bool const digit = cell[i] >= '0' && cell[i] <= '9';
        if (at_mark ? cell[i] != mark : !digit) return false;
    }
    return (cell.size() - first) % 4 == 0;
}

std::string with_commas_as(std::string_view cell, std::string_view mark) {
    std::string text;
    for (char const c : cell)
        text += c == ',' ? std::string(mark) : std::string(1, c);
    return text;
}

// What a text that is no number should have been. A comma may part thousands or decimals: only the
// person knows, unless the column counts.
std::string number_advice(std::string_view cell, Numbers numbers) {
    if (cell.find_first_of(" \t") != std::string_view::npos) {
        return "; write it without spaces";
    }
    std::string const with_point = with_commas_as(cell, ".");
    std::string const together = with_commas_as(cell, "");
    if (maybe_grouped(cell, ',')) {
        bool const one_comma = with_point.size() - together.size() == 1;
        if (numbers == Numbers::Whole || !one_comma) return "; write it as " + together;
        return "; write it as " + together + " if the comma parts thousands, as " + with_point +
               " if it parts decimals";
    }
    if (with_point != cell && parse_number(with_point)) return "; write it as " + with_point;
    if (cell.ends_with('%')) return "; write it without the percent sign";
    if (cell.starts_with('+')) return "; write it without the plus sign";
    return "; write it in digits with a decimal point, as in 12.5";
}

std::size_t heap_bytes(std::string_view text) {
    return text.size() > 15 ? text.size() + 24 : 0;
}

}  // namespace

Table::Table(TableFile const& file)
    : m_file(file),
      m_reader(file.window != nullptr ? CsvReader(*file.window, {}, ",;") : CsvReader(file.bytes)) {
    m_position.assign(m_file.columns.size(), absent);
    read_header();
}

std::string Table::name_of(std::size_t column) const {
    return std::string(m_file.columns[column].name);
}

std::string Table::expected_header() const {
    std::string text;
    for (ColumnSpec const& column : m_file.columns) {
        text += (text.empty() ? "" : ",") + std::string(column.name);
    }
    return text;
}

void Table::read_header() {
    m_incomplete = true;
    if (!m_reader.next()) {
        error_at({1, 1}, "the file is empty; its first line would be " + expected_header());
        return;
    }
    for (Fault const& fault : m_reader.faults())
        error_at(fault.place, fault.text);
    if (!m_reader.faults().empty()) return;
    std::size_t const before = m_file.problems->error_count();
    for (std::size_t i = 0; i < m_reader.cells().size(); ++i) {
        place_column(i, m_reader.cells()[i]);
    }
    report_missing_columns();
    m_usable = m_file.problems->error_count() == before;
    m_incomplete = !m_usable;
}

void Table::place_column(std::size_t header_position, CsvCell const& cell) {
    std::string const name(cell.text);
    bool const twice = std::find(m_header.begin(), m_header.end(), name) != m_header.end();
    m_header.push_back(name);
    if (name.empty()) {
        error_at(cell.place, "a column without a name; name it or take it out");
        return;
    }
    if (twice) {
        error_at(cell.place, "the column " + in_quotes(name) + " is named twice; keep one");
        return;
    }
    auto const known = std::find_if(m_file.columns.begin(), m_file.columns.end(),
                                    [&](ColumnSpec const& c) { return c.name == name; });
    if (known == m_file.columns.end()) {
        m_file.problems->warning(m_file.file, cell.place,
                                 "the column " + in_quotes(name) +
                                     " is not known and is left out; known are " +
                                     expected_header());
        return;
    }
    m_position[static_cast<std::size_t>(known - m_file.columns.begin())] = header_position;
}

void Table::report_missing_columns() {
    for (std::size_t i = 0; i < m_file.columns.size(); ++i) {
        if (m_file.columns[i].required == Required::No || m_position[i] != absent) continue;
        error_at(m_reader.row_place(),
                 "the column " + name_of(i) + " is missing; the columns are " + expected_header());
    }
}

std::size_t Table::row_limit() const {
    auto const lines =
        static_cast<std::size_t>(std::count(m_file.bytes.begin(), m_file.bytes.end(), '\n'));
    std::size_t least_row = 1;
    for (ColumnSpec const& column : m_file.columns) {
        least_row += column.required == Required::Cell ? 2 : 0;
    }
    std::size_t const row = std::max<std::size_t>(1, m_file.row_bytes);
    return std::min({lines, m_file.bytes.size() / least_row, m_file.budget->left / row}) + 1;
}

bool Table::charge(std::size_t bytes) {
    if (m_file.budget->left >= bytes) {
        m_file.budget->left -= bytes;
        return true;
    }
    if (m_usable) {
        error_at(
            m_reader.row_place(),
            "the pack holds more than fits in memory from here on; split it or leave out old rows");
    }
    m_usable = false;
    m_incomplete = true;
    return false;
}

bool Table::next() {
    while (m_usable && m_reader.next()) {
        if (!charge(m_file.row_bytes)) return false;
        if (row_has_form()) return true;
        m_incomplete = true;
    }
    return false;
}

bool Table::row_has_form() {
    if (!m_reader.faults().empty()) {
        for (Fault const& fault : m_reader.faults())
            error_at(fault.place, fault.text);
        return false;
    }
    std::size_t const wanted = m_header.size();
    std::vector<CsvCell> const& cells = m_reader.cells();
    if (cells.size() != wanted) {
        bool const short_row = cells.size() < wanted;
        error_at(short_row ? m_reader.row_place() : cells[wanted].place,
                 std::to_string(cells.size()) + " cells where the header has " +
                     std::to_string(wanted) +
                     (short_row ? "; add the missing delimiters"
                                : "; put a cell that holds a delimiter in quotes"));
        return false;
    }
    for (std::size_t i = 0; i < m_file.columns.size(); ++i) {
        if (m_file.columns[i].required == Required::Cell && empty(i)) {
            error(i, name_of(i) + " is empty; it must be given");
        }
    }
    return true;
}

std::string_view Table::raw(std::size_t column) const {
    std::size_t const position = m_position[column];
    return position == absent ? std::string_view{} : m_reader.cells()[position].text;
}

Place Table::place(std::size_t column) const {
    std::size_t const position = m_position[column];
    return position == absent ? m_reader.row_place() : m_reader.cells()[position].place;
}

void Table::error_at(Place place, std::string text) {
    m_file.problems->error(m_file.file, place, std::move(text));
}

void Table::error(std::size_t column, std::string text) {
    error_at(place(column), std::move(text));
}

void Table::warning(std::size_t column, std::string text) {
    m_file.problems->warning(m_file.file, place(column), std::move(text));
}

std::string Table::text(std::size_t column) {
    std::string_view const cell = without_formula_guard(raw(column));
    charge(heap_bytes(cell));
    return std::string(cell);
}

std::vector<std::string> Table::list(std::size_t column) {
    std::vector<std::string> items;
    std::string_view rest = without_formula_guard(raw(column));
    if (rest.empty()) return items;
    for (bool more = true; more;) {
        std::size_t const bar = rest.find('|');
        std::string_view const item = rest.substr(0, bar);
        more = bar != std::string_view::npos;
        rest.remove_prefix(more ? bar + 1 : rest.size());
        if (item.empty()) {
            error(column, "an item of the list " + name_of(column) +
                              " is empty; items are separated by one |");
            return {};
        }
        if (items.size() == max_list_items || !charge(sizeof(std::string) + heap_bytes(item))) {
            error(column, name_of(column) + " lists more than 256 items; shorten it");
            return {};
        }
        items.emplace_back(item);
    }
    return items;
}

std::string Table::key(std::size_t column) {
    std::string_view const cell = raw(column);
    if (cell.empty()) return {};
    if (!is_key(cell)) {
        error(column, in_quotes(cell) +
                          " is not a key; a key has 1 to 64 of the characters A-Z a-z 0-9 _ . - "
                          "and no spaces around it");
        return {};
    }
    charge(96);  // the index entry
    return std::string(cell);
}

void Table::add_key(std::size_t column, KeyIndex& keys, std::size_t position) {
    std::string_view const cell = raw(column);
    if (!is_key(cell)) return;
    if (auto const line_before = keys.add(cell, position, line())) {
        error(column, std::string(cell) + " is there already in line " +
                          std::to_string(*line_before) + "; each " + name_of(column) +
                          " may stand once");
    }
}

std::optional<double> Table::number(std::size_t column, Range range) {
    std::string_view const cell = raw(column);
    if (cell.empty()) return std::nullopt;
    auto const value = parse_number(cell);
    if (!value) {
        error(column, name_of(column) + " is " + in_quotes(cell) + ", not a number" +
                          number_advice(cell, Numbers::Any));
        return std::nullopt;
    }
    if (*value < range.lowest || *value > range.highest) {
        error(column, name_of(column) + " is " + std::string(cell) + "; it must be " +
                          span_text(range, *value));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> Table::integer(std::size_t column, Range range) {
    std::string_view const cell = raw(column);
    if (cell.empty()) return std::nullopt;
    auto const value = parse_integer(cell);
    if (value && static_cast<double>(*value) >= range.lowest &&
        static_cast<double>(*value) <= range.highest) {
        return value;
    }
    auto const as_number = parse_number(cell);
    if (!as_number) {
        error(column, name_of(column) + " is " + in_quotes(cell) + ", not a whole number" +
                          number_advice(cell, Numbers::Whole));
        return std::nullopt;
    }
    bool const inside = *as_number >= range.lowest && *as_number <= range.highest;
    if (inside && !value) {
        error(column, name_of(column) + " is " + std::string(cell) + "; it must be a whole number");
        return std::nullopt;
    }
    if (!inside) {
        error(column, name_of(column) + " is " + std::string(cell) + "; it must be " +
                          span_text(range, *as_number));
        return std::nullopt;
    }
    return value;
}

std::optional<bool> Table::yes_no(std::size_t column) {
    std::string_view const cell = raw(column);
    if (cell.empty()) return std::nullopt;
    if (cell == "yes") return true;
    if (cell == "no") return false;
    report_word(column, "yes, no");
    return std::nullopt;
}

void Table::report_word(std::size_t column, std::string const& allowed) {
    error(column,
          name_of(column) + " is " + in_quotes(raw(column)) + "; it must be one of: " + allowed);
}

std::optional<base::Date> Table::date(std::size_t column) {
    std::string_view const cell = raw(column);
    if (cell.empty()) return std::nullopt;
    auto const value = base::parse_date(cell);
    if (!value) {
        error(column, name_of(column) + " is " + in_quotes(cell) +
                          ", not a date; write year-month-day, as in 2026-09-30");
    }
    return value;
}

std::optional<base::Period> Table::period(std::size_t column) {
    std::string_view const cell = raw(column);
    if (cell.empty()) return std::nullopt;
    auto const value = base::parse_period(cell);
    if (!value) {
        error(column, name_of(column) + " is " + in_quotes(cell) +
                          ", not a period; write 2026-09, 2026-Q3 or 2026-07-01/2026-09-30");
    }
    return value;
}

std::optional<std::size_t> Table::look_up(std::size_t column, std::string_view key,
                                          KeyIndex const& keys) {
    if (key.empty()) return std::nullopt;
    auto const position = keys.find(key);
    if (!position && !keys.incomplete) error(column, keys.unknown_key_text(key));
    return position;
}

}  // namespace exchange
