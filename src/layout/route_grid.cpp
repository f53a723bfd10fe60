#include "layout/route_grid.hpp"

#include <algorithm>
#include <cmath>

namespace layout {
namespace {

// Lines nearer to each other than this are one.
constexpr double same_line = 0.25;
// Shares of the clearance.
constexpr double wall_share = 0.8;     // nothing runs along a wall nearer than this
constexpr double merged_share = 0.25;  // a line beside a box gives way to one as near as this
constexpr double kept_share = 0.7;     // of the clearance that every grid line keeps from a box

struct Span {
    double low = 0;
    double high = 0;
};

// The middles of the gaps that the spans leave free from end to end.
std::vector<double> gap_middles(std::vector<Span> spans, Span bounds) {
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.low < b.low; });
    std::vector<double> middles;
    double reached = bounds.low;
    for (Span const& span : spans) {
        if (span.low > reached) middles.push_back((reached + span.low) / 2);
        reached = std::max(reached, span.high);
    }
    if (bounds.high > reached) middles.push_back((reached + bounds.high) / 2);
    return middles;
}

bool near_any(std::vector<double> const& lines, double v, double within) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](double line) { return std::abs(line - v) <= within; });
}

// The middles of boxes (their ports) and of the gaps between all boxes; beside a box only where no
// such line passes already.
std::vector<double> lines_of(std::vector<Span> const& spans, Span bounds, double clearance,
                             std::vector<double> const& walls) {
    std::vector<double> middles, lines;
    for (double const middle : gap_middles(spans, bounds)) {
        if (!near_any(walls, middle, clearance * wall_share)) middles.push_back(middle);
    }
    for (Span const& span : spans)
        lines.push_back((span.low + span.high) / 2);
    for (Span const& span : spans) {
        for (double const beside : {span.low - clearance, span.high + clearance}) {
            bool const inside = beside >= bounds.low && beside <= bounds.high;
            if (inside && !near_any(middles, beside, clearance * merged_share))
                lines.push_back(beside);
        }
    }
    lines.insert(lines.end(), middles.begin(), middles.end());
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end(),
                            [](double a, double b) { return b - a < same_line; }),
                lines.end());
    return lines;
}

std::size_t nearest(std::vector<double> const& lines, double v) {
    auto const after = std::lower_bound(lines.begin(), lines.end(), v);
    if (after == lines.end()) return lines.size() - 1;
    auto const place = static_cast<std::size_t>(after - lines.begin());
    return place > 0 && v - lines[place - 1] < *after - v ? place - 1 : place;
}

}  // namespace

RouteGrid::RouteGrid(RouteInput const& input) : m_clearance(input.spacing.clearance) {
    std::vector<Span> across, down;
    for (WorldRect const& box : input.boxes) {
        across.push_back({box.x, box.right()});
        down.push_back({box.y, box.bottom()});
    }
    WorldRect const& bounds = input.bounds;
    m_xs = lines_of(across, {bounds.x, bounds.right()}, m_clearance, {});
    m_ys = lines_of(down, {bounds.y, bounds.bottom()}, m_clearance, input.walls);
    m_right.assign(size(), 1);
    m_down.assign(size(), 1);
    for (std::size_t row = 0; row < rows(); ++row) {
        if (columns() > 0) m_right[at(columns() - 1, row)] = 0;
    }
    for (std::size_t column = 0; column < columns(); ++column) {
        if (rows() > 0) m_down[at(column, rows() - 1)] = 0;
    }
    for (WorldRect const& box : input.boxes)
        block(box);
}

// Nothing runs nearer to a box than most of the clearance; the grid's own lines beside it do not.
void RouteGrid::block(WorldRect const& box) {
    double const keep = m_clearance * kept_share;
    auto const first = [](std::vector<double> const& lines, double v) {
        return static_cast<std::size_t>(std::upper_bound(lines.begin(), lines.end(), v) -
                                        lines.begin());
    };
    auto const end = [](std::vector<double> const& lines, double v) {
        return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), v) -
                                        lines.begin());
    };
    std::size_t const left = first(m_xs, box.x - keep);
    std::size_t const right = end(m_xs, box.right() + keep);
    std::size_t const top = first(m_ys, box.y - keep);
    std::size_t const bottom = end(m_ys, box.bottom() + keep);
    for (std::size_t row = top; row < bottom; ++row) {
        for (std::size_t column = left > 0 ? left - 1 : 0; column < right; ++column)
            m_right[at(column, row)] = 0;
    }
    for (std::size_t column = left; column < right; ++column) {
        for (std::size_t row = top > 0 ? top - 1 : 0; row < bottom; ++row)
            m_down[at(column, row)] = 0;
    }
}

std::uint32_t RouteGrid::port(WorldRect const& box, Side side) const {
    WorldPoint const middle = box.centre();
    switch (side) {
        case Side::Left:
            return at(nearest(m_xs, box.x - m_clearance), nearest(m_ys, middle.y));
        case Side::Top:
            return at(nearest(m_xs, middle.x), nearest(m_ys, box.y - m_clearance));
        case Side::Right:
            return at(nearest(m_xs, box.right() + m_clearance), nearest(m_ys, middle.y));
        case Side::Bottom:
            break;
    }
    return at(nearest(m_xs, middle.x), nearest(m_ys, box.bottom() + m_clearance));
}

}  // namespace layout
