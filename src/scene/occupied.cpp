#include "scene/occupied.hpp"

#include <algorithm>

namespace scene {
namespace {

constexpr double most_cells = 200;  // along a side, however small things are

// Panels of another density answer alike: touching by a rounding error is no touching.
constexpr double rounding = 1e-4;

std::size_t cell_at(double at, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(count - 1)));
}

}  // namespace

Occupied::Occupied(ScreenRect const& area, double cell)
    : m_area(area),
      m_cell(std::max({cell, 0.1, area.w / most_cells, area.h / most_cells})),
      m_columns(static_cast<std::size_t>(std::max(0.0, area.w) / m_cell) + 1),
      m_rows(static_cast<std::size_t>(std::max(0.0, area.h) / m_cell) + 1),
      m_buckets(m_columns * m_rows) {}

Occupied::Cells Occupied::cells_of(ScreenRect const& rect) const {
    return {cell_at((rect.x - m_area.x) / m_cell, m_columns),
            cell_at((rect.right() - m_area.x) / m_cell, m_columns),
            cell_at((rect.y - m_area.y) / m_cell, m_rows),
            cell_at((rect.bottom() - m_area.y) / m_cell, m_rows)};
}

void Occupied::add(Stands what, ScreenRect const& rect, std::uint32_t owner) {
    Cells const cells = cells_of(rect);
    auto const index = static_cast<std::uint32_t>(m_things.size());
    m_things.push_back({rect, what, owner});
    for (std::size_t y = cells.top; y <= cells.bottom; ++y) {
        for (std::size_t x = cells.left; x <= cells.right; ++x)
            m_buckets[y * m_columns + x].push_back(index);
    }
}

bool Occupied::free(ScreenRect const& rect, unsigned kinds, std::uint32_t owner) const {
    double const slack = rounding * m_cell;
    ScreenRect const inner{rect.x + slack, rect.y + slack, rect.w - 2 * slack, rect.h - 2 * slack};
    Cells const cells = cells_of(inner);
    for (std::size_t y = cells.top; y <= cells.bottom; ++y) {
        for (std::size_t x = cells.left; x <= cells.right; ++x) {
            for (std::uint32_t const index : m_buckets[y * m_columns + x]) {
                Thing const& thing = m_things[index];
                bool const asked = (kinds & thing.what) != 0;
                bool const other = thing.owner == nobody || thing.owner != owner;
                if (asked && other && base::intersects(inner, thing.rect)) return false;
            }
        }
    }
    return true;
}

}  // namespace scene
