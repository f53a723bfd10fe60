#include "exchange/text_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/fit_text.hpp"
#include "base/utf8.hpp"

namespace exchange {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string hex_byte(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const value = static_cast<unsigned char>(byte);
    return std::string("0x") + digits[value >> 4] + digits[value & 15];
}

bool is_formula_start(std::string_view text) {
    constexpr std::array<std::string_view, 11> starts = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

// The text begins with any number of ' and then as a formula does.
bool is_formula_behind_marks(std::string_view text) {
    std::size_t const marks = text.find_first_not_of('\'');
    return marks != std::string_view::npos && is_formula_start(text.substr(marks));
}

}  // namespace

Place place_of(std::string_view bytes, std::size_t offset) {
    std::string_view const before = bytes.substr(0, offset);
    std::size_t const line_start = before.rfind('\n') + 1;  // npos + 1 = 0
    std::string_view on_line = before.substr(line_start);
    if (line_start == 0 && on_line.starts_with(byte_order_mark)) on_line.remove_prefix(3);
    auto const lines = std::count(before.begin(), before.end(), '\n');
    return {static_cast<int>(lines) + 1, static_cast<int>(base::count_code_points(on_line)) + 1};
}

bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    // Without a mark: every second byte of plain text is zero.
    if (bytes.size() < 4) return false;
    bool const big = bytes[0] == '\0' && bytes[2] == '\0' && bytes[1] != '\0';
    bool const little = bytes[1] == '\0' && bytes[3] == '\0' && bytes[0] != '\0';
    return big || little;
}

std::string bad_byte_problem(char byte) {
    if (byte == '\0') return "a NUL character; the file is damaged or is not a text file";
    return "the byte " + hex_byte(byte) +
           " is not UTF-8 here; save the file as UTF-8 (from Windows-1252 or Latin-1: iconv -f "
           "windows-1252 -t utf-8), or save as CSV UTF-8 in the spreadsheet";
}

std::optional<Fault> text_file_fault(std::string_view bytes) {
    if (is_utf16(bytes)) return Fault{{1, 1}, std::string(utf16_problem)};
    if (auto const nul = bytes.find('\0'); nul != std::string_view::npos) {
        return Fault{place_of(bytes, nul), bad_byte_problem('\0')};
    }
    if (auto const bad = base::first_invalid_utf8(bytes)) {
        return Fault{place_of(bytes, *bad), bad_byte_problem(bytes[*bad])};
    }
    return std::nullopt;
}

std::string_view without_byte_order_mark(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return bytes;
}

std::string character_problem(std::string_view text) {
    auto at = base::first_unfit(text);
    return at ? base::unfit_problem(base::next_code_point(text, *at)) : std::string();
}

std::string with_plain_line_breaks(std::string text) {
    for (std::size_t i = text.find("\r\n"); i != std::string::npos; i = text.find("\r\n", i)) {
        text.erase(i, 1);
    }
    return text;
}

std::string in_quotes(std::string_view text) {
    std::string_view const start = base::first_code_points(text, 40);
    std::string out = "\"";
    for (std::size_t at = 0; at < start.size();) {
        char32_t const c = base::next_code_point(start, at);
        base::append_utf8(out, c == '\n' || base::is_unfit(c) ? U' ' : c);
    }
    return out + (start.size() < text.size() ? "…\"" : "\"");
}

bool is_key(std::string_view text) {
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value == 0 ? 0.0 : value;  // no -0: it would be written as "-0"
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string guarded_from_formula(std::string_view text) {
    return is_formula_behind_marks(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view without_formula_guard(std::string_view text) {
    if (text.starts_with('\'') && is_formula_behind_marks(text)) text.remove_prefix(1);
    return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    std::size_t const difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit) return limit + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

bool is_slip_of(std::string_view name, std::string_view known) {
    constexpr std::size_t least_shared = 3;
    if (known.size() < least_shared) return false;  // "x" is no slip of "y"
    std::size_t const slips = known.size() == least_shared ? 1 : 2;
    if (edit_distance(name, known, slips) <= slips) return true;
    return std::min(name.size(), known.size()) >= least_shared &&
           (known.starts_with(name) || name.starts_with(known));
}

}  // namespace exchange
