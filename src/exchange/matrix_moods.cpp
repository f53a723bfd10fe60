#include "exchange/matrix_moods.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

// Faces are told by themselves, with or without the mark that asks for their colours.
std::string folded_mood(std::string_view text) {
    constexpr std::string_view in_colour = "\uFE0F";
    std::string folded = folded_name(trimmed(text));
    for (std::size_t at = folded.find(in_colour); at != std::string::npos;
         at = folded.find(in_colour, at))
        folded.erase(at, in_colour.size());
    return folded;
}

std::unordered_map<std::string, double> const& moods() {
    static std::unordered_map<std::string, double> const values = [] {
        std::unordered_map<std::string, double> map;
        for (MoodWords const& row : mood_table) {
            std::string_view rest = row.words;
            while (!rest.empty()) {
                std::size_t const comma = std::min(rest.find(','), rest.size());
                map.emplace(folded_mood(rest.substr(0, comma)), row.value);
                rest.remove_prefix(std::min(comma + 1, rest.size()));
            }
        }
        return map;
    }();
    return values;
}

}  // namespace

std::optional<double> mood_in(std::string_view text) {
    constexpr std::size_t most_bytes = 64;
    if (text.size() > most_bytes) return std::nullopt;
    auto const found = moods().find(folded_mood(text));
    return found == moods().end() ? std::nullopt : std::optional(found->second);
}

}  // namespace exchange
