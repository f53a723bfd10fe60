// Which signs a frame has shown so far, so that the legend explains these and no others. Must not
// know where they stand. Filled by painter, read by legend.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "scene/draw_list.hpp"

namespace scene {

// Signs that are no shape of their own: stripes, and those of the floor.
enum class Sign {
    Shape,
    Old,
    FailPoint,
    Wait,
    Evidence,
    Crosses,
    Shared,
    Triggers,
    Needs,
    Waits,
    FailsInto
};

class SignsSeen {
public:
    void add(Sign sign) { m_signs |= bit(sign); }
    // A mark, or the mark that a far card stands for.
    void add(Quad const& quad);

    bool has(Sign sign) const { return (m_signs & bit(sign)) != 0; }
    bool has(Shape shape, Color color) const;
    // As nothing more than the colour of a far card.
    bool has_far(Color color) const { return has(Shape::FarCard, color); }

private:
    static std::uint32_t bit(Sign sign) { return std::uint32_t{1} << static_cast<int>(sign); }

    static constexpr std::size_t shapes = static_cast<std::size_t>(Shape::FarCard) + 1;
    static constexpr std::size_t most_colors = 12;
    struct Colors {
        std::array<Color, most_colors> all{};
        std::size_t count = 0;
    };
    std::array<Colors, shapes> m_shapes{};
    std::uint32_t m_signs = 0;
};

}  // namespace scene
