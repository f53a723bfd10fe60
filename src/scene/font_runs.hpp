// Remembers shaped runs and widths by text, and forgets the oldest of them. Must not know how text
// is shaped. Used by font (FontBook) only.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scene/font.hpp"

namespace scene {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

inline constexpr std::size_t weight_count = 3;
inline constexpr std::size_t most_runs = 60'000;

// An id is a place and how often that place was given away, so that the id of a forgotten run finds
// nothing. Id 0 is the empty run.
class RunStore {
public:
    RunStore();
    std::optional<std::uint32_t> find(std::string_view text, Weight weight);
    std::uint32_t add(ShapedRun run);
    ShapedRun const& run(std::uint32_t id) const;

    // Starts a frame: above most_runs, forgets what was not used for longest, but nothing of the
    // last frame.
    void begin_frame();

private:
    struct Record {
        ShapedRun run;
        std::uint64_t last_used = 0;
        std::uint32_t round = 0;
        bool live = false;
    };
    using Index = std::unordered_map<std::string_view, std::uint32_t>;

    void forget(std::uint32_t place);

    std::vector<std::unique_ptr<Record>> m_records;
    std::vector<std::uint32_t> m_free;
    std::array<Index, weight_count> m_index;  // keys are views of the records' texts
    std::uint64_t m_frame = 2;
};

// Widths of words and lines that layout asked for.
class WidthStore {
public:
    std::optional<double> find(std::string_view text, Weight weight);
    void add(std::string_view text, Weight weight, double width_em);

private:
    using Widths = std::unordered_map<std::string, double, TextHash, std::equal_to<>>;
    std::array<Widths, weight_count> m_young;
    std::array<Widths, weight_count>
        m_old;  // dropped when m_young is full; what is asked again moves over
};

}  // namespace scene
