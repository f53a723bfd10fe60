// The keys of one file of a pack, with the nearest key for a mistyped one.
// Must not know what the keys name. Used by the pack readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace exchange {

class KeyIndex {
public:
    KeyIndex() = default;
    explicit KeyIndex(std::string file) : m_file(std::move(file)) {}

    // The line where the key stood before, when it is there already (the first one stays).
    std::optional<int> add(std::string_view key, std::size_t position, int line);
    std::optional<std::size_t> find(std::string_view key) const;
    // A key that differs by at most three letters, or nothing.
    std::optional<std::string> nearest(std::string_view key) const;
    // "\"T99\" is not a key in touchpoints.csv; the nearest is T09"
    std::string unknown_key_text(std::string_view key) const;

    std::string const& file() const { return m_file; }
    bool empty() const { return m_positions.empty(); }

    // Rows of the file were lost, so that a missing key proves nothing.
    bool incomplete = false;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    struct Entry {
        std::uint32_t position = 0;
        std::int32_t line = 0;
    };
    std::string m_file;
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> m_positions;
    mutable int m_searches = 0;
};

}  // namespace exchange
