#include "layout/link_router.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "layout/route_grid.hpp"
#include "layout/route_nudge.hpp"

namespace layout {
namespace {

// Directions of travel; the side of a box by which a route leaves has the same number.
constexpr std::array sides{Side::Left, Side::Top, Side::Right, Side::Bottom};
constexpr std::uint32_t no_state = 0xffffffffU;
// Way along a line of the same bundle costs this share: bundles find together.
constexpr double bundled = 0.55;

Side opposite(Side side) {
    return sides[(static_cast<std::size_t>(side) + 2) % 4];
}

WorldPoint middle_of(WorldRect const& box, Side side) {
    switch (side) {
        case Side::Left:
            return {box.x, box.centre().y};
        case Side::Top:
            return {box.centre().x, box.y};
        case Side::Right:
            return {box.right(), box.centre().y};
        case Side::Bottom:
            break;
    }
    return {box.centre().x, box.bottom()};
}

// Who runs along each edge and through each vertex of the grid so far.
struct Traffic {
    std::vector<std::uint16_t> across, down;               // lines through a vertex
    std::vector<std::uint32_t> right_bundle, down_bundle;  // 1 + bundle of the last on an edge
};

// Best-first search over (vertex, direction of travel).
class Search {
public:
    Search(RouteInput const& input, RouteGrid const& grid)
        : m_input(input),
          m_grid(grid),
          m_cost(grid.size() * 4),
          m_before(grid.size() * 4),
          m_seen(grid.size() * 4, 0) {
        m_traffic.across.resize(grid.size());
        m_traffic.down.resize(grid.size());
        m_traffic.right_bundle.resize(grid.size());
        m_traffic.down_bundle.resize(grid.size());
    }

    Route find(RouteLink const& link) {
        start(link);
        std::uint32_t const found = run(link);
        return found == no_state ? Route{} : take(link, found);
    }

private:
    struct Open {
        double total = 0;
        std::uint32_t state = 0;
        // The smallest total first; of equal ones the smallest state, so that every run is the
        // same.
        friend bool operator<(Open const& a, Open const& b) {
            return a.total != b.total ? a.total > b.total : a.state > b.state;
        }
    };

    static std::uint32_t vertex_of(std::uint32_t state) { return state / 4; }
    static Side side_of(std::uint32_t state) { return sides[state % 4]; }
    static std::uint32_t state_of(std::uint32_t vertex, Side side) {
        return vertex * 4 + static_cast<std::uint32_t>(side);
    }

    // Never more than what is left to go.
    double least(std::uint32_t vertex) const {
        double nearest = std::numeric_limits<double>::infinity();
        WorldPoint const at = m_grid.point(vertex);
        for (std::uint32_t const goal : m_goals) {
            WorldPoint const to = m_grid.point(vertex_of(goal));
            nearest = std::min(nearest, std::abs(to.x - at.x) + std::abs(to.y - at.y));
        }
        return nearest * bundled;
    }

    void push(std::uint32_t state, double cost, std::uint32_t before) {
        if (m_seen[state] == m_round && m_cost[state] <= cost) return;
        m_seen[state] = m_round;
        m_cost[state] = cost;
        m_before[state] = before;
        m_open.push_back({cost + least(vertex_of(state)), state});
        std::push_heap(m_open.begin(), m_open.end());
    }

    void start(RouteLink const& link) {
        WorldRect const& from = m_input.boxes[link.from];
        WorldRect const& to = m_input.boxes[link.to];
        ++m_round;
        m_open.clear();
        m_goals.clear();
        for (Side const side : sides) {
            if (faces(to, side, from))
                m_goals.push_back(state_of(m_grid.port(to, side), opposite(side)));
        }
        for (Side const side : sides) {
            if (faces(from, side, to))
                push(state_of(m_grid.port(from, side), side), side_cost(side), no_state);
        }
    }

    // Cause rises: top and bottom come before left and right.
    double side_cost(Side side) const {
        bool const level = side == Side::Left || side == Side::Right;
        return level ? m_input.spacing.bend * 0.4 : 0;
    }

    std::uint32_t run(RouteLink const& link) {
        std::uint32_t best = no_state;
        double best_cost = std::numeric_limits<double>::infinity();
        while (!m_open.empty()) {
            std::pop_heap(m_open.begin(), m_open.end());
            Open const next = m_open.back();
            m_open.pop_back();
            if (next.total >= best_cost) break;
            double const cost = m_cost[next.state];
            if (next.total > cost + least(vertex_of(next.state)) + 1e-9) continue;
            // Arrived at a port's vertex: turning into the port may still cost a bend.
            for (std::uint32_t const goal : m_goals) {
                if (vertex_of(goal) != vertex_of(next.state)) continue;
                int const turn = turns(side_of(next.state), side_of(goal));
                if (turn > 1) continue;
                double const total = cost + turn * m_input.spacing.bend + side_cost(side_of(goal));
                if (total >= best_cost) continue;
                best_cost = total;
                best = next.state;
                m_goal = goal;
            }
            spread(link, next.state, cost);
        }
        return best;
    }

    static int turns(Side a, Side b) {
        int const apart = std::abs(static_cast<int>(a) - static_cast<int>(b));
        return apart == 0 ? 0 : apart == 2 ? 2 : 1;
    }

    void spread(RouteLink const& link, std::uint32_t state, double cost) {
        std::uint32_t const vertex = vertex_of(state);
        for (Side const side : sides) {
            int const turn = turns(side_of(state), side);
            if (turn > 1) continue;
            auto const next = neighbour(vertex, side);
            if (next == no_state) continue;
            double const price = cost + turn * m_input.spacing.bend + way(link, vertex, next, side);
            push(state_of(next, side), price, state);
        }
    }

    std::uint32_t neighbour(std::uint32_t vertex, Side side) const {
        auto const columns = static_cast<std::uint32_t>(m_grid.columns());
        switch (side) {
            case Side::Left:
                return vertex % columns > 0 && m_grid.open_right(vertex - 1) ? vertex - 1
                                                                             : no_state;
            case Side::Top:
                return vertex >= columns && m_grid.open_down(vertex - columns) ? vertex - columns
                                                                               : no_state;
            case Side::Right:
                return m_grid.open_right(vertex) ? vertex + 1 : no_state;
            case Side::Bottom:
                break;
        }
        return m_grid.open_down(vertex) ? vertex + columns : no_state;
    }

    double way(RouteLink const& link, std::uint32_t from, std::uint32_t to, Side side) const {
        bool const level = side == Side::Left || side == Side::Right;
        std::uint32_t const edge = std::min(from, to);
        std::uint32_t const bundle =
            level ? m_traffic.right_bundle[edge] : m_traffic.down_bundle[edge];
        double const length = level ? std::abs(m_grid.x(to) - m_grid.x(from))
                                    : std::abs(m_grid.y(to) - m_grid.y(from));
        if (bundle == link.bundle + 1) return length * bundled;
        double const crossed = level ? m_traffic.down[to] : m_traffic.across[to];
        return length + crossed * m_input.spacing.crossing;
    }

    Route take(RouteLink const& link, std::uint32_t last) {
        std::vector<std::uint32_t> states;
        for (std::uint32_t s = last; s != no_state; s = m_before[s])
            states.push_back(s);
        std::reverse(states.begin(), states.end());
        Route route;
        route.from_side = side_of(states.front());
        route.to_side = opposite(side_of(m_goal));
        route.points.push_back(on_border(link.from, route.from_side, states.front()));
        for (std::uint32_t const state : states)
            route.points.push_back(m_grid.point(vertex_of(state)));
        route.points.push_back(on_border(link.to, route.to_side, states.back()));
        mark(link, states);
        simplify(route.points);
        return route;
    }

    // On the grid's line, which may stand a hair beside the middle of the side.
    WorldPoint on_border(std::uint32_t box, Side side, std::uint32_t state) const {
        WorldPoint at = middle_of(m_input.boxes[box], side);
        WorldPoint const line = m_grid.point(vertex_of(state));
        bool const level = side == Side::Left || side == Side::Right;
        (level ? at.y : at.x) = level ? line.y : line.x;
        return at;
    }

    void mark(RouteLink const& link, std::vector<std::uint32_t> const& states) {
        for (std::size_t i = 1; i < states.size(); ++i) {
            std::uint32_t const a = vertex_of(states[i - 1]);
            std::uint32_t const b = vertex_of(states[i]);
            bool const level = std::max(a, b) - std::min(a, b) == 1;
            auto& bundles = level ? m_traffic.right_bundle : m_traffic.down_bundle;
            bundles[std::min(a, b)] = link.bundle + 1;
            auto& lines = level ? m_traffic.across : m_traffic.down;
            ++lines[a];
            ++lines[b];
        }
    }

    RouteInput const& m_input;
    RouteGrid const& m_grid;
    Traffic m_traffic;
    std::vector<double> m_cost;
    std::vector<std::uint32_t> m_before;
    std::vector<std::uint32_t> m_seen;
    std::uint32_t m_round = 0;
    std::vector<Open> m_open;
    std::vector<std::uint32_t> m_goals;
    std::uint32_t m_goal = no_state;
};

// Short links first: long ones find their way around them.
std::vector<std::size_t> order_of(RouteInput const& input) {
    std::vector<std::size_t> order(input.links.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const length = [&](std::size_t i) {
        WorldPoint const a = input.boxes[input.links[i].from].centre();
        WorldPoint const b = input.boxes[input.links[i].to].centre();
        return std::abs(a.x - b.x) + std::abs(a.y - b.y);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) < length(b); });
    return order;
}

}  // namespace

bool faces(WorldRect const& box, Side side, WorldRect const& other) {
    constexpr double level = 1e-6;
    WorldPoint const way = other.centre() - box.centre();
    switch (side) {
        case Side::Left:
            return way.x <= level;
        case Side::Top:
            return way.y <= level;
        case Side::Right:
            return way.x >= -level;
        case Side::Bottom:
            break;
    }
    return way.y >= -level;
}

std::vector<Route> route_links(RouteInput const& input) {
    std::vector<Route> routes(input.links.size());
    if (input.boxes.empty()) return routes;
    RouteGrid const grid(input);
    Search search(input, grid);
    for (std::size_t const link : order_of(input))
        routes[link] = search.find(input.links[link]);
    nudge_apart(input, routes);
    return routes;
}

}  // namespace layout
