#include "layout/text_pieces.hpp"

#include <algorithm>
#include <array>
#include <linebreak.h>
#include <wordbreak.h>

#include "base/utf8.hpp"

namespace layout {
namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr char32_t zero_width_joiner = 0x200D;

bool is_line_end(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF;
}

// Spaces at which a line may end; they are not shown there.
bool is_space(char32_t c) {
    return c == ' ' || c == 0x1680 || (c >= 0x2000 && c <= 0x2006) ||
           (c >= 0x2008 && c <= 0x200B) || c == 0x205F || c == 0x3000;
}

bool is_regional_indicator(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

// Signs that bind the consonant after them into a conjunct.
bool is_virama(char32_t c) {
    bool const indic = c >= 0x94D && c <= 0xD4D && (c & 0x7F) == 0x4D;
    return indic || c == 0xDCA || c == 0x1039 || c == 0x17D2;
}

std::u32string cleaned(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        bool const first_half = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        char32_t const c = base::next_code_point(text, i);
        if (first_half) continue;
        if (is_line_end(c)) {
            out += U'\n';
        } else if (c == '\t') {
            out += U' ';
        } else if (!is_control(c)) {
            // Noncharacters are the library's own end marks: it aborts on U+FFFF.
            out += (c & 0xFFFE) == 0xFFFE ? char32_t{0xFFFD} : c;
        }
    }
    return out;
}

enum class Joins : char { No, ToTheOneBefore };

// libunibreak 1.1 has no grapheme table, but its word rules never break before what extends a
// character (WB4), and always between an ideograph and anything else: so each character is asked
// behind an ideograph.
std::vector<Joins> extending(std::u32string const& text) {
    static bool const ready = (init_wordbreak(), true);
    std::vector<utf32_t> pairs;
    for (char32_t const c : text)
        pairs.insert(pairs.end(), {0x4E00, static_cast<utf32_t>(c)});
    std::vector<char> breaks(pairs.size());
    if (ready) set_wordbreaks_utf32(pairs.data(), pairs.size(), nullptr, breaks.data());
    std::vector<Joins> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out.push_back(breaks[2 * i] == WORDBREAK_NOBREAK ? Joins::ToTheOneBefore : Joins::No);
    }
    return out;
}

bool joins_hangul(char32_t before, char32_t c) {
    bool const vowel_or_final = c >= 0x1160 && c <= 0x11FF;
    bool const syllable =
        (before >= 0x1100 && before <= 0x11FF) || (before >= 0xAC00 && before <= 0xD7A3);
    return vowel_or_final && syllable;
}

std::vector<bool> cluster_starts(std::u32string const& text) {
    std::vector<bool> starts(text.size() + 1, true);
    bool const simple = std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x300; });
    if (simple) return starts;
    std::vector<Joins> const joins = extending(text);
    std::size_t flags = 0;  // regional indicators in a row: two make a flag
    for (std::size_t i = 1; i < text.size(); ++i) {
        char32_t const before = text[i - 1];
        char32_t const c = text[i];
        flags = is_regional_indicator(before) ? flags + 1 : 0;
        bool const skin_tone = c >= 0x1F3FB && c <= 0x1F3FF;
        bool const tag = c >= 0xE0020 && c <= 0xE007F;
        bool const flag = is_regional_indicator(c) && flags % 2 == 1;
        bool const conjunct = is_virama(before) && c > 0x900 && c < 0x1800;
        bool const joined = joins[i] == Joins::ToTheOneBefore || skin_tone || tag || flag ||
                            conjunct || before == zero_width_joiner || joins_hangul(before, c);
        starts[i] = !(joined && before != '\n' && c != '\n');
    }
    return starts;
}

// libunibreak 1.1 aborts on regional indicators (its assertion forgot their class): flags break
// like ideographs.
utf32_t break_character(char32_t c) {
    return is_regional_indicator(c) ? 0x4E00 : c;
}

// Appends the pieces of the paragraph [first, last).
void add_paragraph(TextSource& source, std::size_t first, std::size_t last) {
    static bool const ready = (init_linebreak(), true);
    while (first < last && is_space(source.text[first]))
        ++first;
    std::vector<utf32_t> text;
    for (std::size_t i = first; i < last; ++i)
        text.push_back(break_character(source.text[i]));
    std::vector<char> breaks(text.size());
    if (ready) set_linebreaks_utf32(text.data(), text.size(), nullptr, breaks.data());
    std::size_t start = first;
    for (std::size_t i = first; i + 1 < last; ++i) {
        bool const may_end =
            breaks[i - first] == LINEBREAK_ALLOWBREAK && source.cluster_start[i + 1];
        if (!may_end) continue;
        source.pieces.push_back({start, i + 1, false, source.text[i] == soft_hyphen});
        start = i + 1;
    }
    source.pieces.push_back({start, last, true, false});
}

bool is_vowel(char32_t c) {
    static constexpr std::u32string_view vowels =
        U"aeiouyAEIOUY\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E8\u00E9\u00EA\u00EB\u00EC"
        U"\u00ED\u00EE\u00EF\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u00F9\u00FA\u00FB\u00FC";
    return vowels.find(c) != vowels.npos;
}

bool is_consonant(char32_t c) {
    bool const ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return (ascii && !is_vowel(c)) || c == U'\u00DF' || c == U'\u00E7' || c == U'\u00F1';
}

// Spoken as one sound, or at the start of a syllable.
bool joined(std::u32string_view text) {
    static constexpr std::array<std::u32string_view, 9> together{U"ch", U"ck",  U"ph", U"th", U"sh",
                                                                 U"qu", U"sch", U"gn", U"rh"};
    return std::find(together.begin(), together.end(), text) != together.end();
}

bool begins_syllable(std::u32string_view text, std::size_t first, std::size_t at) {
    if (!is_consonant(text[at])) return false;
    // Not in the middle of a joined sound.
    if (at > first && joined(text.substr(at - 1, 2))) return false;
    if (at > first + 1 && joined(text.substr(at - 2, 3))) return false;
    if (at > first && joined(text.substr(at - 1, 3))) return false;
    std::size_t sound = 1;
    for (std::size_t const length : {std::size_t{3}, std::size_t{2}}) {
        if (joined(text.substr(at, length))) {
            sound = length;
            break;
        }
    }
    return at + sound < text.size() && is_vowel(text[at + sound]);
}

}  // namespace

TextSource read_text(std::string_view text) {
    TextSource source;
    source.text = cleaned(text);
    while (!source.text.empty() && (source.text.back() == '\n' || is_space(source.text.back()))) {
        source.text.pop_back();
    }
    source.cluster_start = cluster_starts(source.text);
    if (source.text.empty()) return source;
    std::size_t first = 0;
    while (true) {
        std::size_t const end = std::min(source.text.find(U'\n', first), source.text.size());
        add_paragraph(source, first, end);
        if (end == source.text.size()) return source;
        first = end + 1;
    }
}

std::string shown_text(TextSource const& source, std::size_t first, std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        if (source.text[i] != soft_hyphen) base::append_utf8(out, source.text[i]);
    }
    return out;
}

std::size_t without_spaces(TextSource const& source, std::size_t first, std::size_t last) {
    while (last > first && is_space(source.text[last - 1]))
        --last;
    return last;
}

bool takes_hyphen(char32_t c) {
    bool const joined_script = c >= 0x590 && c < 0x1E00 && !(c >= 0x10A0 && c < 0x1100);
    return c < 0x2E80 && !joined_script;
}

std::size_t syllable_end(TextSource const& source, TextPiece const& word, std::size_t end) {
    std::size_t const last = without_spaces(source, word.first, word.last);
    for (std::size_t at = end; at > word.first + 2; --at) {
        if (at + 2 > last) continue;
        if (source.cluster_start[at] && begins_syllable(source.text, word.first, at)) return at;
    }
    return end;
}

}  // namespace layout
