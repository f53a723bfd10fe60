#include "scene/scene_text.hpp"

#include <cmath>

namespace scene {
namespace {

// Enough for several screens of a large room; beyond it the memory starts anew.
constexpr std::size_t most_blocks = 60'000;

// Widths are told apart to 1/32 em, shares to 1/64: finer differences do not move a line break.
std::uint64_t pack(BlockWish const& wish) {
    auto const width = static_cast<std::uint64_t>(std::floor(wish.width_em * 32 + 1e-6));
    auto const share = static_cast<std::uint64_t>(std::lround(wish.smallest_share * 64));
    return width << 24 | share << 12 | static_cast<std::uint64_t>(wish.max_lines) << 4 |
           static_cast<std::uint64_t>(wish.weight);
}

}  // namespace

layout::TextBlock const& SceneText::block(std::string_view text, BlockWish const& wish) {
    std::uint64_t const packed = pack(wish);
    if (auto const found = m_blocks.find(KeyView{text, packed}); found != m_blocks.end()) {
        return found->second;
    }
    if (m_blocks.size() >= most_blocks) m_blocks.clear();
    layout::TextStyle const style{.size = 1, .weight = wish.weight};
    double const width = std::floor(wish.width_em * 32 + 1e-6) / 32;
    layout::TextLimits const limits{
        .width = width, .max_lines = wish.max_lines, .smallest_share = wish.smallest_share};
    auto block = layout::break_text(m_measure, text, style, limits);
    return m_blocks.emplace(Key{std::string(text), packed}, std::move(block)).first->second;
}

}  // namespace scene
