#include "base/fit_text.hpp"

#include "base/utf8.hpp"

namespace base {
namespace {

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
}

// Overrides, embeddings and isolates: a text with them reads differently from what it says.
bool turns_writing(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Separators that no line break shows, operators without a sign, marks of old protocols, tags.
// Joiners, marks of direction and places where a word may break are needed by some scripts.
bool is_hidden(char32_t c) {
    return c == 0x2028 || c == 0x2029 || (c >= 0x2061 && c <= 0x2064) ||
           (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

std::string code_of(char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string code;
    for (; c > 0 || code.size() < 4; c >>= 4U)
        code.insert(code.begin(), digits[c & 15U]);
    return "U+" + code;
}

}  // namespace

bool is_unfit(char32_t c) {
    return is_control(c) || turns_writing(c) || is_hidden(c);
}

std::string unfit_problem(char32_t c) {
    if (turns_writing(c)) {
        return "a character that turns the direction of writing (" + code_of(c) + "); take it out";
    }
    if (c >= 0x80 && c <= 0x9F) {
        return "a control character (" + code_of(c) +
               "), as there are where Windows-1252 was read as Latin-1; write the sign anew, or "
               "save the file as UTF-8 again";
    }
    if (is_hidden(c)) {
        return "a character that nobody sees (" + code_of(c) + "); type the text anew without it";
    }
    return "a control character (" + code_of(c) + "); take it out";
}

std::optional<std::size_t> first_unfit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const start = at;
        char32_t const c = next_code_point(text, at);
        bool const line_break = c == '\r' && at < text.size() && text[at] == '\n';
        if (is_unfit(c) && !line_break) return start;
    }
    return std::nullopt;
}

}  // namespace base
