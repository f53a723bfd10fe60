#include "exchange/key_index.hpp"

#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

// Nearest keys are a help, not a duty: a file full of wrong keys, or a huge one, goes without.
constexpr int max_searches = 300;
constexpr std::size_t max_keys_searched = 5000;
constexpr std::size_t max_edits = 3;

}  // namespace

std::optional<int> KeyIndex::add(std::string_view key, std::size_t position, int line) {
    Entry const entry{static_cast<std::uint32_t>(position), line};
    auto const [at, added] = m_positions.try_emplace(std::string(key), entry);
    if (added) return std::nullopt;
    return at->second.line;
}

std::optional<std::size_t> KeyIndex::find(std::string_view key) const {
    auto const at = m_positions.find(key);
    if (at == m_positions.end()) return std::nullopt;
    return at->second.position;
}

std::optional<std::string> KeyIndex::nearest(std::string_view key) const {
    if (key.size() > 64 || m_positions.size() > max_keys_searched) return std::nullopt;
    if (++m_searches > max_searches) return std::nullopt;
    std::size_t best_distance = max_edits + 1;
    std::uint32_t best_position = 0;
    std::string const* best = nullptr;
    for (auto const& [known, entry] : m_positions) {
        std::size_t const distance = edit_distance(key, known, max_edits);
        // Equal distances: the first in the file, whatever the order of the table.
        bool const nearer =
            distance < best_distance ||
            (best != nullptr && distance == best_distance && entry.position < best_position);
        if (!nearer) continue;
        best = &known;
        best_distance = distance;
        best_position = entry.position;
    }
    // All letters changed is no likeness.
    if (best == nullptr || best_distance >= key.size()) return std::nullopt;
    return *best;
}

std::string KeyIndex::unknown_key_text(std::string_view key) const {
    std::string const text = in_quotes(key) + " is not a key in " + m_file;
    if (auto const like = nearest(key)) return text + "; the nearest is " + *like;
    if (m_positions.empty())
        return text + ", which holds none; add it there or leave the cell empty";
    return text + "; add it there or correct it here";
}

}  // namespace exchange
