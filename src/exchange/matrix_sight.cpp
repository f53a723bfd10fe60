#include "exchange/matrix_sight.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

// Beginnings of words without accents: "sichtbare", "visibles".
constexpr std::array<std::string_view, 15> hiding = {
    "invisib",  "unsichtbar", "hidden",    "unseen", "backstage", "backoffi", "behind",    "hinter",
    "verdeckt", "verborgen",  "versteckt", "cache",  "coulisse",  "offstage", "background"};
constexpr std::array<std::string_view, 6> seeing = {"visib",   "sichtbar",      "sight",
                                                    "gesehen", "kundenkontakt", "seen"};
constexpr std::array<std::string_view, 10> seeing_words = {
    "see", "sees", "vu", "vue", "vus", "vues", "voit", "sieht", "sehen", "voient"};
constexpr std::array<std::string_view, 17> refusing_words = {
    "not",  "non",     "no",   "nicht", "pas",    "never", "nie",  "kein", "keine",
    "ohne", "without", "sans", "out",   "cannot", "t",     "hors", "isnt"};

template <std::size_t count>
bool begins_with_any(std::string_view word, std::array<std::string_view, count> const& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view each) { return word.starts_with(each); });
}

template <std::size_t count>
bool is_any(std::string_view word, std::array<std::string_view, count> const& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool tells_sight(std::string_view word) {
    return begins_with_any(word, hiding) || begins_with_any(word, seeing) ||
           is_any(word, seeing_words) || is_any(word, refusing_words);
}

Sight sight_in(std::string_view text) {
    std::string const folded = ascii_folded(text);
    std::string_view rest = folded;
    bool refused = false;
    bool refused_later = false;
    bool seen = false;
    bool hidden = false;
    while (!rest.empty()) {
        std::size_t const end = std::min(rest.find(' '), rest.size());
        std::string_view const word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (begins_with_any(word, hiding)) {
            hidden = true;
        } else if (is_any(word, refusing_words)) {
            refused = true;
            refused_later = refused_later || seen;
        } else if (begins_with_any(word, seeing) || is_any(word, seeing_words)) {
            (refused ? hidden : seen) = true;
        }
    }
    if (seen && (hidden || refused_later)) return Sight::Both;
    return hidden ? Sight::Hidden : seen ? Sight::Seen : Sight::Unsaid;
}

}  // namespace exchange
