#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/map_layout.hpp"

namespace layout {
namespace {

struct CellRange {
    int left = 0;
    int top = 0;
    int right = 0;   // inclusive
    int bottom = 0;  // inclusive
    std::size_t count() const {
        return static_cast<std::size_t>(right - left + 1) *
               static_cast<std::size_t>(bottom - top + 1);
    }
};

int cell_at(double offset, double cell, int cells) {
    return static_cast<int>(
        std::clamp(std::floor(offset / cell), 0.0, static_cast<double>(cells - 1)));
}

CellRange cells_of(SpatialGrid const& grid, WorldRect const& rect) {
    return {cell_at(rect.x - grid.bounds.x, grid.cell, grid.columns),
            cell_at(rect.y - grid.bounds.y, grid.cell, grid.rows),
            cell_at(rect.right() - grid.bounds.x, grid.cell, grid.columns),
            cell_at(rect.bottom() - grid.bounds.y, grid.cell, grid.rows)};
}

// Unlike base::united, counts rectangles without area: a connector may be a straight line.
WorldRect bounds_of(std::vector<WorldRect> const& rects) {
    double left = rects.front().x;
    double top = rects.front().y;
    double right = rects.front().right();
    double bottom = rects.front().bottom();
    for (WorldRect const& rect : rects) {
        left = std::min(left, rect.x);
        top = std::min(top, rect.y);
        right = std::max(right, rect.right());
        bottom = std::max(bottom, rect.bottom());
    }
    return {left, top, right - left, bottom - top};
}

void set_cell(SpatialGrid& grid, double cell) {
    grid.cell = cell;
    grid.columns = static_cast<int>(grid.bounds.w / cell) + 1;
    grid.rows = static_cast<int>(grid.bounds.h / cell) + 1;
}

// About one rectangle a cell; coarser when large rectangles would lie in very many cells each.
void choose_cell(SpatialGrid& grid, std::vector<WorldRect> const& rects) {
    auto const count = static_cast<double>(rects.size());
    double const longest = std::max(grid.bounds.w, grid.bounds.h);
    double cell = std::max(std::sqrt(grid.bounds.w * grid.bounds.h / count), longest / count);
    if (!(cell > 0)) cell = 1;
    for (;; cell *= 2) {
        set_cell(grid, cell);
        std::size_t entries = 0;
        for (WorldRect const& rect : rects)
            entries += cells_of(grid, rect).count();
        if (entries <= 8 * rects.size() || (grid.columns == 1 && grid.rows == 1)) return;
    }
}

std::size_t cell_index(SpatialGrid const& grid, int column, int row) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
           static_cast<std::size_t>(column);
}

template <typename Visit>
void each_cell(SpatialGrid const& grid, CellRange const& range, Visit visit) {
    for (int row = range.top; row <= range.bottom; ++row) {
        for (int column = range.left; column <= range.right; ++column) {
            visit(cell_index(grid, column, row));
        }
    }
}

// Ascending and each once, by marking: many found items stand for a view over most of the map, in
// every frame.
std::vector<std::uint32_t> sorted_unique_many(std::vector<std::uint32_t> const& found) {
    std::vector<bool> marked(*std::max_element(found.begin(), found.end()) + std::size_t{1});
    for (std::uint32_t const item : found)
        marked[item] = true;
    std::vector<std::uint32_t> sorted;
    sorted.reserve(std::min(found.size(), marked.size()));
    for (std::size_t item = 0; item < marked.size(); ++item) {
        if (marked[item]) sorted.push_back(static_cast<std::uint32_t>(item));
    }
    return sorted;
}

}  // namespace

SpatialGrid make_grid(std::vector<WorldRect> const& rects) {
    SpatialGrid grid;
    if (rects.empty()) return grid;
    grid.bounds = bounds_of(rects);
    choose_cell(grid, rects);
    auto const cells = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
    grid.starts.assign(cells + 1, 0);
    for (WorldRect const& rect : rects) {
        each_cell(grid, cells_of(grid, rect), [&](std::size_t cell) { ++grid.starts[cell + 1]; });
    }
    std::partial_sum(grid.starts.begin(), grid.starts.end(), grid.starts.begin());
    grid.items.resize(grid.starts.back());
    std::vector<std::uint32_t> next(grid.starts.begin(), grid.starts.end() - 1);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        each_cell(grid, cells_of(grid, rects[i]), [&](std::size_t cell) {
            grid.items[next[cell]++] = static_cast<std::uint32_t>(i);
        });
    }
    return grid;
}

std::vector<std::uint32_t> query(SpatialGrid const& grid, WorldRect const& area) {
    bool const outside = area.right() < grid.bounds.x || area.x > grid.bounds.right() ||
                         area.bottom() < grid.bounds.y || area.y > grid.bounds.bottom();
    if (grid.items.empty() || outside) return {};
    std::vector<std::uint32_t> found;
    each_cell(grid, cells_of(grid, area), [&](std::size_t cell) {
        found.insert(found.end(), grid.items.begin() + grid.starts[cell],
                     grid.items.begin() + grid.starts[cell + 1]);
    });
    constexpr std::size_t many = 256;
    if (found.size() > many) return sorted_unique_many(found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace layout
