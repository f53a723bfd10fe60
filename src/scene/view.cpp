#include "scene/view.hpp"

#include <array>

namespace scene {
namespace {

constexpr std::array<std::string_view, 5> keys{"none", "reliability", "differentiation", "emotion",
                                               "importance"};

}  // namespace

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
