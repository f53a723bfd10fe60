#include "scene/signs_seen.hpp"

#include <algorithm>

namespace scene {

void SignsSeen::add(Quad const& quad) {
    Color const color = quad.shape == Shape::FarCard ? quad.accents[0] : quad.border;
    if (has(quad.shape, color)) return;
    Colors& colors = m_shapes[static_cast<std::size_t>(quad.shape)];
    if (colors.count < most_colors) colors.all[colors.count++] = color;
}

bool SignsSeen::has(Shape shape, Color color) const {
    Colors const& colors = m_shapes[static_cast<std::size_t>(shape)];
    auto const end = colors.all.begin() + static_cast<std::ptrdiff_t>(colors.count);
    return std::any_of(colors.all.begin(), end, [&](Color one) {
        return one.r == color.r && one.g == color.g && one.b == color.b;
    });
}

}  // namespace scene
