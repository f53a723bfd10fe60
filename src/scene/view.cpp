#include "scene/view.hpp"

#include <array>

namespace scene {
namespace {

constexpr std::array<std::string_view, 7> keys{
    "none", "reliability", "differentiation", "emotion", "importance", "volume", "perception-gap"};

constexpr std::array<std::string_view, 5> boards{"", "board:importance", "board:measures",
                                                 "board:asset", "board:contradictions"};

}  // namespace

std::optional<Board> parse_board(std::string_view view) {
    for (std::size_t i = 1; i < boards.size(); ++i) {
        if (boards[i] == view) return static_cast<Board>(i);
    }
    return std::nullopt;
}

std::string_view key_of(Board board) {
    return boards[static_cast<std::size_t>(board)];
}

std::optional<Overlay> parse_overlay(std::string_view key) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key) return static_cast<Overlay>(i);
    }
    return std::nullopt;
}

std::string_view key_of(Overlay overlay) {
    return keys[static_cast<std::size_t>(overlay)];
}

}  // namespace scene
