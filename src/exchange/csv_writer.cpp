#include "exchange/csv_writer.hpp"

#include <cassert>
#include <charconv>

#include "exchange/text_rules.hpp"

namespace exchange {

CsvWriter::CsvWriter(std::span<ColumnSpec const> columns) : m_columns(columns.size()) {
    for (ColumnSpec const& column : columns)
        key(column.name);
    end_row();
}

void CsvWriter::cell(std::string_view content) {
    if (m_cells++ > 0) m_out += ',';
    if (content.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_out += content;
        return;
    }
    m_out += '"';
    for (char const c : content) {
        if (c == '"') m_out += '"';
        m_out += c;
    }
    m_out += '"';
}

void CsvWriter::end_row() {
    assert(m_cells == m_columns);
    m_out += '\n';
    m_cells = 0;
}

CsvWriter& CsvWriter::key(std::string_view key) {
    cell(key);
    return *this;
}

CsvWriter& CsvWriter::text(std::string_view text) {
    cell(guarded_from_formula(text));
    return *this;
}

CsvWriter& CsvWriter::list(std::vector<std::string> const& items) {
    std::string joined;
    for (std::string const& item : items)
        joined += (joined.empty() ? "" : "|") + item;
    return text(joined);
}

CsvWriter& CsvWriter::number(std::optional<double> value) {
    std::array<char, 32> digits{};
    char* end = digits.data();
    if (value) end = std::to_chars(digits.data(), digits.data() + digits.size(), *value).ptr;
    cell({digits.data(), static_cast<std::size_t>(end - digits.data())});
    return *this;
}

CsvWriter& CsvWriter::integer(std::optional<std::int64_t> value) {
    cell(value ? std::to_string(*value) : std::string());
    return *this;
}

CsvWriter& CsvWriter::yes_no(std::optional<bool> value) {
    cell(!value ? "" : *value ? "yes" : "no");
    return *this;
}

CsvWriter& CsvWriter::date(std::optional<base::Date> date) {
    cell(date ? base::format_date(*date) : std::string());
    return *this;
}

CsvWriter& CsvWriter::period(std::optional<base::Period> period) {
    cell(period ? base::format_period(*period) : std::string());
    return *this;
}

}  // namespace exchange
