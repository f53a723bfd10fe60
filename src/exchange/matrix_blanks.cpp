#include "exchange/matrix_blanks.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

// As ascii_folded leaves them.
constexpr std::array<std::string_view, 45> blank_words = {"n a",
                                                          "na",
                                                          "not applicable",
                                                          "none",
                                                          "nil",
                                                          "null",
                                                          "empty",
                                                          "blank",
                                                          "tbd",
                                                          "t b d",
                                                          "tbc",
                                                          "t b c",
                                                          "tba",
                                                          "tbd tbc",
                                                          "to be defined",
                                                          "to be determined",
                                                          "to be decided",
                                                          "to be confirmed",
                                                          "to be completed",
                                                          "todo",
                                                          "sans objet",
                                                          "non applicable",
                                                          "neant",
                                                          "aucun",
                                                          "aucune",
                                                          "vide",
                                                          "a definir",
                                                          "a completer",
                                                          "a preciser",
                                                          "a determiner",
                                                          "s o",
                                                          "sin dato",
                                                          "sin datos",
                                                          "k a",
                                                          "keine angabe",
                                                          "keine angaben",
                                                          "nicht zutreffend",
                                                          "nicht anwendbar",
                                                          "nicht definiert",
                                                          "entfallt",
                                                          "entfaellt",
                                                          "keine",
                                                          "leer",
                                                          "noch offen",
                                                          "noch zu klaren"};

// In upper case, as Excel, LibreOffice and Google Sheets write them in three languages.
constexpr std::array<std::string_view, 23> sheet_errors = {
    "#REF!",         "#N/A",    "#VALUE!", "#DIV/0!",   "#NAME?",    "#NULL!",
    "#NUM!",         "#SPILL!", "#CALC!",  "#BLOCKED!", "#FIELD!",   "#CONNECT!",
    "#GETTING_DATA", "#ERROR!", "#NOM?",   "#VALEUR!",  "#NOMBRE!",  "#NUL!",
    "#BEZUG!",       "#WERT!",  "#NV",     "#ZAHL!",    "#ÜBERLAUF!"};

constexpr std::array<std::string_view, 8> ticks = {"x", "X", "✓", "✔", "✗", "✘", "☑", "☒"};

// Dashes, dots, strokes and question marks, alone or repeated.
bool is_ruled_out(std::string_view text) {
    constexpr std::u32string_view marks =
        U"-_./\\?~ \u2010\u2011\u2012\u2013\u2014\u2015\u2026\u2212";
    for (std::size_t at = 0; at < text.size();) {
        if (marks.find(base::next_code_point(text, at)) == std::u32string_view::npos) return false;
    }
    return !text.empty();
}

bool is_quoted(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string unquoted(std::string_view text) {
    std::string out;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (text[i] == '"' && text.substr(i + 1).starts_with('"')) ++i;
    }
    return out;
}

// True where the quotes are the guard's own: another text would have come out otherwise.
bool is_guarded(std::string_view text);

bool needs_guard(std::string_view text) {
    std::string_view const core = trimmed(text);
    return core.size() != text.size() || is_blank_word(core) || is_sheet_error(core) ||
           is_guarded(core);
}

bool is_guarded(std::string_view text) {
    if (!is_quoted(text)) return false;
    std::string const inner = unquoted(text);
    return quoted(inner) == text && needs_guard(inner);
}

}  // namespace

bool is_blank_word(std::string_view text) {
    constexpr std::size_t most_word = 32;
    // In quotes it is meant.
    if (text.size() > most_word || text.find('"') != std::string_view::npos) return false;
    if (is_ruled_out(text)) return true;
    std::string const folded = ascii_folded(text);
    return std::find(blank_words.begin(), blank_words.end(), folded) != blank_words.end();
}

bool is_sheet_error(std::string_view text) {
    if (text.starts_with("Err:5")) return text.size() == 7;
    if (!text.starts_with('#')) return false;
    bool const hashes = text.size() > 2 && text.find_first_not_of('#') == std::string_view::npos;
    return hashes ||
           std::find(sheet_errors.begin(), sheet_errors.end(), text) != sheet_errors.end();
}

bool is_tick(std::string_view text) {
    return std::find(ticks.begin(), ticks.end(), text) != ticks.end();
}

std::string with_word_guard(std::string_view text) {
    return !text.empty() && needs_guard(text) ? quoted(text) : std::string(text);
}

std::string without_word_guard(std::string_view text) {
    return is_guarded(text) ? unquoted(text) : std::string(text);
}

}  // namespace exchange
