#include "exchange/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/fit_text.hpp"
#include "base/utf8.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_faults_a_row = 8;

// Characters that mean nothing to CSV: printing ASCII except the quote. The delimiter is asked
// apart.
constexpr std::array<bool, 256> ordinary = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x7F; ++c)
        table[c] = c != '"';
    return table;
}();

// Lead bytes of all that is unfit beyond ASCII: U+0080, U+2028, U+FEFF, U+E0000 and their like.
constexpr std::array<bool, 256> begins_unfit = [] {
    std::array<bool, 256> table{};
    for (std::size_t const lead : {0xC2U, 0xE2U, 0xEFU, 0xF3U})
        table[lead] = true;
    return table;
}();

// The one that the first line has most of; of equals the first.
char find_delimiter(std::string_view bytes, std::string_view delimiters) {
    std::array<std::size_t, 256> counts{};
    std::size_t found = 0;
    bool inside_quotes = false;
    for (char const c : bytes.substr(0, max_csv_row_bytes)) {
        if (c == '"') inside_quotes = !inside_quotes;
        if (inside_quotes) continue;
        if (c == '\n' && found > 0) break;
        if (delimiters.find(c) == std::string_view::npos) continue;
        ++counts[static_cast<unsigned char>(c)];
        ++found;
    }
    return *std::max_element(delimiters.begin(), delimiters.end(), [&](char a, char b) {
        return counts[static_cast<unsigned char>(a)] < counts[static_cast<unsigned char>(b)];
    });
}

}  // namespace

CsvReader::CsvReader(std::string_view bytes) : m_bytes(without_byte_order_mark(bytes)) {
    m_delimiter = find_delimiter(m_bytes, ",;");
}

CsvReader::CsvReader(std::string_view bytes, CsvLimits limits, char delimiter, InnerQuotes quotes)
    : m_limits(limits),
      m_bytes(without_byte_order_mark(bytes)),
      m_delimiter(delimiter),
      m_inner_quotes(quotes) {}

CsvReader::CsvReader(TextWindow& window, CsvLimits limits, std::string_view delimiters)
    : m_window(&window), m_limits(limits), m_bytes(window.text()) {
    m_delimiter = find_delimiter(m_bytes, delimiters);
}

bool CsvReader::next() {
    skip_blank_lines();
    m_row_place = m_here;
    bool const fault_to_tell = m_window != nullptr && !m_window->fault().empty();
    if (m_stopped || (at_end() && !fault_to_tell)) {
        clear_row();
        return false;
    }
    std::size_t row_start = m_offset;
    read_row();
    // What ends with the window may go on after it.
    while (m_window != nullptr && at_end() && show_more(row_start)) {
        m_here = m_row_place;
        row_start = m_offset;
        read_row();
    }
    finish_row(row_start);
    return true;
}

void CsvReader::clear_row() {
    m_cells.clear();
    m_faults.clear();
    m_scratch.clear();
}

void CsvReader::read_row() {
    clear_row();
    read_cell();
    while (at_delimiter()) {
        ++m_offset;
        ++m_here.column;
        read_cell();
    }
}

// Afterwards the reader stands where `keep_from` was.
bool CsvReader::show_more(std::size_t keep_from) {
    if (m_window == nullptr || m_window->ended() || !m_window->advance(keep_from)) return false;
    m_bytes = m_window->text();
    m_offset = 0;
    return true;
}

void CsvReader::finish_row(std::size_t row_start) {
    if (m_offset - row_start > m_limits.row_bytes) {
        fault(m_row_place, "the row is longer than " + std::to_string(m_limits.row_bytes / 1024) +
                               " kB; is a quote missing at the end of a cell?");
        m_stopped = m_window != nullptr;
    }
    if (!at_end()) {
        take_line_break();
    } else if (m_window != nullptr && !m_window->fault().empty()) {
        fault(m_here, m_window->fault());
        m_stopped = true;
    }
}

bool CsvReader::at_line_break() const {
    if (at_end()) return true;
    return m_bytes[m_offset] == '\n' || m_bytes.substr(m_offset, 2) == "\r\n";
}

void CsvReader::take_line_break() {
    m_offset += m_bytes[m_offset] == '\r' ? 2U : 1U;
    ++m_here.line;
    m_here.column = 1;
}

void CsvReader::skip_blank_lines() {
    do {
        while (!at_end() && at_line_break())
            take_line_break();
    } while (at_end() && show_more(m_offset));
}

void CsvReader::fault(Place place, std::string text) {
    if (m_faults.size() < max_faults_a_row) m_faults.push_back({place, std::move(text)});
}

void CsvReader::skip_ordinary() {
    std::size_t const start = m_offset;
    while (m_offset < m_bytes.size() && ordinary[static_cast<unsigned char>(m_bytes[m_offset])] &&
           m_bytes[m_offset] != m_delimiter) {
        ++m_offset;
    }
    m_here.column += static_cast<int>(m_offset - start);
}

void CsvReader::take_character() {
    auto const byte = static_cast<unsigned char>(m_bytes[m_offset]);
    if (byte == '\r') {
        fault(m_here, "a lone carriage return; end lines with LF or CR LF");
    } else if (byte < 0x80 || begins_unfit[byte]) {
        std::size_t next = m_offset;
        char32_t const c = base::next_code_point(m_bytes, next);
        if (base::is_unfit(c)) fault(m_here, base::unfit_problem(c));
    }
    ++m_offset;
    // A code point ends where the next byte does not continue it.
    bool const continued =
        m_offset < m_bytes.size() && (static_cast<unsigned char>(m_bytes[m_offset]) & 0xC0) == 0x80;
    if (!continued) ++m_here.column;
}

void CsvReader::read_cell() {
    Place const place = m_here;
    if (!at_end() && m_bytes[m_offset] == '"') {
        read_quoted_cell(place);
    } else {
        read_plain_cell(place);
    }
}

void CsvReader::read_plain_cell(Place place) {
    std::size_t const start = m_offset;
    for (skip_ordinary(); !at_delimiter() && !at_line_break(); skip_ordinary()) {
        if (m_bytes[m_offset] == '"' && m_inner_quotes == InnerQuotes::Refused) {
            fault(m_here,
                  "a quote inside a cell without quotes; put the whole cell in quotes and double "
                  "the quote");
        }
        take_character();
    }
    add_cell(m_bytes.substr(start, m_offset - start), place);
}

// What is copied of a row: a window never shows more than a row and a block, a whole file is cut at
// the limits of its cells.
std::size_t CsvReader::most_scratch() const {
    return m_window != nullptr ? m_bytes.size() : m_limits.columns * (m_limits.field_bytes + 1);
}

std::string_view CsvReader::scratch_from(std::size_t start) const {
    return std::string_view(m_scratch).substr(start);
}

// Cells without "" and CR LF are shown straight from the file; the first of these moves the cell to
// the scratch.
void CsvReader::read_quoted_cell(Place place) {
    ++m_offset;
    ++m_here.column;
    std::size_t const scratch_start = m_scratch.size();
    std::size_t piece = m_offset;
    std::size_t copied = 0;
    auto const copy_piece = [&](std::size_t end) {
        // Once, before the first view into it; few files need it.
        if (m_scratch.capacity() < most_scratch()) m_scratch.reserve(most_scratch());
        std::size_t const most = m_limits.field_bytes + 1;
        std::size_t const room = most - std::min(copied, most);
        std::size_t const length = std::min(end - piece, room);
        if (m_cells.size() < m_limits.columns) m_scratch.append(m_bytes.substr(piece, length));
        copied += end - piece;
    };
    bool moved = false;
    for (skip_ordinary(); !at_end(); skip_ordinary()) {
        if (m_bytes[m_offset] == '"' && m_bytes.substr(m_offset, 2) != "\"\"") break;
        if (m_bytes[m_offset] == '"') {
            copy_piece(m_offset + 1);
            m_offset += 2;
            m_here.column += 2;
            piece = m_offset;
            moved = true;
        } else if (at_line_break()) {
            bool const two = m_bytes[m_offset] == '\r';
            if (two) {
                copy_piece(m_offset);
                piece = m_offset + 1;
                moved = true;
            }
            take_line_break();
        } else {
            take_character();
        }
    }
    if (moved) copy_piece(m_offset);
    std::string_view const text =
        moved ? scratch_from(scratch_start) : m_bytes.substr(piece, m_offset - piece);
    add_cell(text, place);
    if (at_end()) {
        fault(place,
              "a quote opens here and is never closed; close it, or double a quote that is meant");
        return;
    }
    ++m_offset;
    ++m_here.column;
    skip_after_quote();
}

void CsvReader::skip_after_quote() {
    if (at_delimiter() || at_line_break()) return;
    fault(m_here, "text after a closing quote; double a quote that is meant, or end the cell here");
    while (!at_delimiter() && !at_line_break())
        take_character();
}

void CsvReader::add_cell(std::string_view text, Place place) {
    if (text.size() > m_limits.field_bytes) {
        fault(place, "the cell is longer than " + std::to_string(m_limits.field_bytes / 1024) +
                         " kB; shorten it");
    }
    if (m_cells.size() > m_limits.columns) return;
    if (m_cells.size() == m_limits.columns) {
        fault(place, "more than " + std::to_string(m_limits.columns) +
                         " columns; take out those that are not needed");
    }
    m_cells.push_back({text, place});
}

}  // namespace exchange
