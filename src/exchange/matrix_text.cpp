#include "exchange/matrix_text.hpp"

#include <array>
#include <charconv>

#include "base/utf8.hpp"
#include "exchange/matrix_blanks.hpp"

namespace exchange {
namespace {

// Base letters of U+00C0..U+017F; a blank where there is none.
constexpr std::string_view latin_1 =
    "aaaaaa*ceeeeiiiidnooooo ouuuuyt*aaaaaa*ceeeeiiiidnooooo ouuuuyty";
constexpr std::string_view latin_extended_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
    "lnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 64 && latin_extended_a.size() == 128);

void append_folded(std::string& out, char32_t c) {
    auto const blank = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    if (c < 0x80) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c + 32);
        } else if (letter) {
            out += static_cast<char>(c);
        } else {
            blank();
        }
        return;
    }
    bool const accent = c >= 0x300 && c <= 0x36F;
    bool const variant = c >= 0xFE00 && c <= 0xFE0F;  // behind an emoji: in colour or not
    if (accent || variant) return;
    if (c == 0xDF || c == 0x1E9E) {
        out += "ss";
    } else if (c == 0xC6 || c == 0xE6) {
        out += "ae";
    } else if (c == 0x152 || c == 0x153) {
        out += "oe";
    } else if (c == 0xDE || c == 0xFE) {
        out += "th";
    } else if (c >= 0xC0 && c <= 0xFF && latin_1[c - 0xC0] != ' ') {
        out += latin_1[c - 0xC0];
    } else if (c >= 0x100 && c <= 0x17F) {
        out += latin_extended_a[c - 0x100];
    } else if (c < 0x100 || (c >= 0x2000 && c <= 0x2BFF) || c == 0xFEFF || c == 0x3000 ||
               (c >= 0x1F000 && c <= 0x1FAFF)) {
        blank();  // punctuation, arrows, marks, emoji
    } else {
        base::append_utf8(out, c);
    }
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a: the same on every machine
    for (char const c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Signs that may mean something else, but for a blank behind them.
constexpr std::array<std::string_view, 5> spaced_bullets = {"- ", "* ", "– ", "— ", "· "};
// Signs that are nothing but bullets.
constexpr std::array<std::string_view, 11> bullets = {"•", "▪", "‣", "●", "◦", "○",
                                                      "■", "□", "➢", "➤", "►"};

std::string_view sign_of_bullet(std::string_view text) {
    for (std::string_view const bullet : bullets) {
        if (text.starts_with(bullet)) return bullet;
    }
    return {};
}

std::size_t bullet_length(std::string_view text) {
    for (std::string_view const bullet : spaced_bullets) {
        if (text.starts_with(bullet)) return bullet.size();
    }
    std::size_t const length = sign_of_bullet(text).size();
    return length < text.size() ? length : 0;  // alone it is the text
}

// "1. ", "2) ", "a) ": the length of the number with what follows; 0 where the text begins
// otherwise.
std::size_t list_number_length(std::string_view text) {
    constexpr std::size_t lettered = 3;
    bool const letter = text.size() > lettered && text[0] >= 'a' && text[0] <= 'z';
    if (letter && text.substr(1).starts_with(") ")) return lettered;
    std::size_t const end = text.find_first_not_of("0123456789");
    bool const number = end != 0 && end <= 2 && end + 1 < text.size();
    if (!number || (text[end] != '.' && text[end] != ')') || text[end + 1] != ' ') return 0;
    return end + 2;
}

// "2) " is a place in a list wherever it stands, "1. " may be a first floor.
std::size_t lone_number_length(std::string_view text) {
    std::size_t const length = list_number_length(text);
    bool const counted = length > 0 && text[0] >= '0' && text[0] <= '9';
    return counted && text[length - 2] == ')' ? length : 0;
}

// The parts of a cell, when they are a list: "1. this", "2. that".
std::vector<std::string_view> listed_parts(std::string_view cell, char parted_by) {
    std::vector<std::string_view> parts;
    while (!cell.empty()) {
        std::size_t const end = std::min(cell.find(parted_by), cell.size());
        std::string_view const part = trimmed(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
        if (part.empty()) continue;
        std::size_t const length = list_number_length(part);
        std::string const number = std::to_string(parts.size() + 1);
        std::string const letter(1, static_cast<char>('a' + parts.size() % 26));
        bool const numbered = part.starts_with(number) && length == number.size() + 2;
        bool const lettered = part.starts_with(letter + ")") && length == letter.size() + 2;
        if (!numbered && !lettered) return {};
        parts.push_back(trimmed(part.substr(length)));
    }
    return parts.size() < 2 ? std::vector<std::string_view>{} : parts;
}

// "1) this 2) that": where the next number of a list on one line stands; npos for none.
std::size_t next_in_list(std::string_view line) {
    std::size_t const length = lone_number_length(line);
    if (length == 0) return std::string_view::npos;
    int const number = std::stoi(std::string(line.substr(0, length - 2)));
    std::size_t const next = line.find(" " + std::to_string(number + 1) + ") ", length);
    return next == std::string_view::npos ? next : next + 1;
}

// "• this • that": where the next bullet of a list on one line stands; npos for none.
std::size_t next_bullet(std::string_view line) {
    std::string_view const sign = sign_of_bullet(line);
    return sign.empty() ? std::string_view::npos : line.find(sign, sign.size());
}

std::size_t next_item(std::string_view line) {
    return std::min(next_bullet(line), next_in_list(line));
}

std::string_view without_marks(std::string_view text) {
    text = trimmed(text);
    for (;;) {
        std::size_t const mark = std::max(bullet_length(text), lone_number_length(text));
        if (mark == 0) return text;
        text = trimmed(text.substr(mark));
    }
}

// Of a text that begins with a quote: where the quote that closes it stands; npos when none does.
std::size_t closing_quote(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        if (i + 1 == text.size() || text[i + 1] != '"') return i;
        ++i;
    }
    return std::string_view::npos;
}

std::string undoubled(std::string_view inner) {
    std::string text;
    for (std::size_t i = 0; i < inner.size(); ++i) {
        text += inner[i];
        if (inner[i] == '"') ++i;
    }
    return text;
}

// The card would not come back as it is if it stood in a cell without quotes.
bool needs_quotes(std::string_view text) {
    if (text.empty() || text.find_first_of(";\n\r") != std::string_view::npos) return true;
    if (trimmed(text).size() != text.size() || bullet_length(text) > 0) return true;
    if (list_number_length(text) > 0) return true;
    if (is_blank_word(text) || is_sheet_error(text)) return true;
    if (text.front() != '"') return false;
    if (closing_quote(text) != text.size() - 1) return true;
    return needs_quotes(undoubled(text.substr(1, text.size() - 2)));
}

// Takes the card that begins the text when it stands in quotes that it needs.
bool take_quoted(std::string_view& rest, std::vector<std::string>& cards) {
    if (!rest.starts_with('"')) return false;
    std::size_t const end = closing_quote(rest);
    if (end == std::string_view::npos) return false;
    std::string_view const after = rest.substr(end + 1);
    std::size_t const next = after.find_first_not_of(" \t\r");
    bool const parted = next == std::string_view::npos || after[next] == ';' || after[next] == '\n';
    std::string inner = undoubled(rest.substr(1, end - 1));
    if (!parted || !needs_quotes(inner)) return false;
    if (!inner.empty()) cards.push_back(std::move(inner));
    rest = next == std::string_view::npos ? std::string_view{} : after.substr(next + 1);
    return true;
}

}  // namespace

std::string ascii_folded(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();)
        append_folded(out, base::next_code_point(text, offset));
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string folded_name(std::string_view text) {
    std::string folded = ascii_folded(text);
    return folded.empty() ? std::string(text) : folded;
}

std::string key_from_text(std::string_view text, std::size_t most) {
    std::string key;
    bool lost = false;
    for (char const c : ascii_folded(text)) {
        bool const plain = static_cast<unsigned char>(c) < 0x80;
        lost = lost || !plain;
        if (plain) key += c == ' ' ? '-' : c;
    }
    if (lost || key.empty()) {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string mark;
        for (std::uint64_t rest = hash_of(text), i = 0; i < 6; ++i, rest >>= 4U)
            mark += digits[rest & 15U];
        key = key.substr(0, most - 7);
        key += (key.empty() || key.ends_with('-') ? "" : "-") + mark;
    }
    key = key.substr(0, most);
    while (key.ends_with('-'))
        key.pop_back();
    while (key.starts_with('-'))
        key.erase(0, 1);
    return key.empty() ? "card" : key;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view no_break = "\xC2\xA0";
    for (bool more = true; more && !text.empty();) {
        more = true;
        if (is_blank(text.front())) {
            text.remove_prefix(1);
        } else if (text.starts_with(no_break)) {
            text.remove_prefix(2);
        } else if (is_blank(text.back())) {
            text.remove_suffix(1);
        } else if (text.ends_with(no_break)) {
            text.remove_suffix(2);
        } else {
            more = false;
        }
    }
    return text;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (char const c : trimmed(text)) {
        if (!is_blank(c)) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

std::vector<std::string> cards_in(std::string_view cell) {
    std::vector<std::string> cards;
    for (char const parted_by : {'\n', ';'}) {
        for (std::string_view const part : listed_parts(cell, parted_by)) {
            for (std::string& card : cards_in(part))
                cards.push_back(std::move(card));
        }
        if (!cards.empty()) return cards;
    }
    for (std::string_view rest = trimmed(cell); !rest.empty(); rest = trimmed(rest)) {
        if (take_quoted(rest, cards)) continue;
        std::string_view const line = rest.substr(0, rest.find_first_of(";\n"));
        std::string_view const item = line.substr(0, next_item(line));
        std::string_view const card = without_marks(item);
        std::size_t const mark = static_cast<std::size_t>(card.data() - item.data());
        std::string_view behind = rest.substr(mark);
        if (mark > 0 && take_quoted(behind, cards)) {
            rest = behind;
            continue;
        }
        if (!card.empty() && !is_blank_word(card)) cards.emplace_back(card);
        bool const last_of_line = item.size() == line.size();
        rest.remove_prefix(std::min(item.size() + (last_of_line ? 1 : 0), rest.size()));
    }
    return cards;
}

std::string card_in_cell(std::string_view text) {
    if (!needs_quotes(text)) return std::string(text);
    std::string quoted = "\"";
    for (char const c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string number_text(double value) {
    std::array<char, 32> digits{};
    char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

}  // namespace exchange
