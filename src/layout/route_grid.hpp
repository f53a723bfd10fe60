// The orthogonal visibility grid of a set of boxes: the lines on which routes may run, and where
// boxes block them. Must not know links. Used by link_router only.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/link_router.hpp"

namespace layout {

class RouteGrid {
public:
    explicit RouteGrid(RouteInput const& input);

    std::size_t columns() const { return m_xs.size(); }
    std::size_t rows() const { return m_ys.size(); }
    std::size_t size() const { return m_xs.size() * m_ys.size(); }
    std::uint32_t at(std::size_t column, std::size_t row) const {
        return static_cast<std::uint32_t>(row * m_xs.size() + column);
    }
    double x(std::uint32_t vertex) const { return m_xs[vertex % m_xs.size()]; }
    double y(std::uint32_t vertex) const { return m_ys[vertex / m_xs.size()]; }
    WorldPoint point(std::uint32_t vertex) const { return {x(vertex), y(vertex)}; }

    // Whether a route may go from `vertex` to its right or lower neighbour.
    bool open_right(std::uint32_t vertex) const { return m_right[vertex] != 0; }
    bool open_down(std::uint32_t vertex) const { return m_down[vertex] != 0; }

    // The vertex on the grid's line nearest outside the middle of that side.
    std::uint32_t port(WorldRect const& box, Side side) const;

private:
    void block(WorldRect const& box);

    double m_clearance;
    std::vector<double> m_xs, m_ys;
    std::vector<std::uint8_t> m_right, m_down;
};

}  // namespace layout
