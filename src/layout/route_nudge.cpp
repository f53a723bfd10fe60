#include "layout/route_nudge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace layout {
namespace {

constexpr double same_place = 1e-6;
// A nudged line keeps this share of the clearance from boxes and walls: most of it beside them,
// where the ends of other lines stand, less above and below.
constexpr double kept_beside = 0.85;
constexpr double kept_above = 0.5;
// Lines side by side come nearer, step by step, where a channel is too narrow for all of them.
constexpr std::array separations{1.0, 0.75, 0.5, 0.35, 0.2, 0.1, 0.0};

enum class Axis { Upright, Level };

// Across: the coordinate that a segment of this axis keeps; along: the one on which it runs.
struct Coordinates {
    Axis axis = Axis::Upright;
    double across(WorldPoint p) const { return axis == Axis::Upright ? p.x : p.y; }
    double along(WorldPoint p) const { return axis == Axis::Upright ? p.y : p.x; }
    WorldPoint moved(WorldPoint p, double to) const {
        return axis == Axis::Upright ? WorldPoint{to, p.y} : WorldPoint{p.x, to};
    }
    double across_low(WorldRect const& r) const { return axis == Axis::Upright ? r.x : r.y; }
    double across_high(WorldRect const& r) const {
        return axis == Axis::Upright ? r.right() : r.bottom();
    }
    double along_low(WorldRect const& r) const { return axis == Axis::Upright ? r.y : r.x; }
    double along_high(WorldRect const& r) const {
        return axis == Axis::Upright ? r.bottom() : r.right();
    }
};

struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

bool overlap(Range a, Range b, double by) {
    return a.low < b.high + by && b.low < a.high + by;
}

struct Piece {
    std::size_t route = 0;
    std::size_t first = 0;  // point
};

// Segments of one bundle on one line that touch; they move together.
struct Track {
    std::uint32_t bundle = 0;
    double at = 0;  // across
    double wish = 0;
    Range run;                           // along
    Range limit;                         // across
    double turn_low = 0, turn_high = 0;  // where it goes at its ends: below 0 back, above 0 on
    double separation = 0;
    std::vector<Piece> pieces;
};

class Nudge {
public:
    Nudge(RouteInput const& input, std::vector<Route>& routes, Axis axis)
        : m_input(input), m_routes(routes), m_c{axis} {}

    void run() {
        collect();
        merge();
        find_conflicts();
        put_in_order();
        wish_places();
        solve();
        for (std::size_t t = 0; t < m_tracks.size(); ++t)
            apply(m_tracks[t]);
    }

private:
    void collect() {
        for (std::size_t r = 0; r < m_routes.size(); ++r) {
            auto const& points = m_routes[r].points;
            for (std::size_t i = 0; i + 1 < points.size(); ++i) {
                bool const mine =
                    std::abs(m_c.across(points[i]) - m_c.across(points[i + 1])) < same_place;
                if (mine) m_tracks.push_back(track_of({r, i}));
            }
        }
    }

    Track track_of(Piece piece) const {
        auto const& points = m_routes[piece.route].points;
        WorldPoint const a = points[piece.first];
        WorldPoint const b = points[piece.first + 1];
        Track track;
        track.bundle = m_input.links[piece.route].bundle;
        track.at = m_c.across(a);
        track.run = {std::min(m_c.along(a), m_c.along(b)), std::max(m_c.along(a), m_c.along(b))};
        track.limit = limit_of(piece, track);
        bool const up = m_c.along(a) < m_c.along(b);
        double const before = piece.first > 0 ? turn(points[piece.first - 1], a) : 0;
        double const after = piece.first + 2 < points.size() ? turn(points[piece.first + 2], b) : 0;
        track.turn_low = up ? before : after;
        track.turn_high = up ? after : before;
        track.pieces.push_back(piece);
        return track;
    }

    double turn(WorldPoint to, WorldPoint from) const {
        double const way = m_c.across(to) - m_c.across(from);
        return way < 0 ? -1 : way > 0 ? 1 : 0;
    }

    Range limit_of(Piece piece, Track const& track) const {
        RouteSpacing const& spacing = m_input.spacing;
        RouteLink const& link = m_input.links[piece.route];
        bool const upright = m_c.axis == Axis::Upright;
        double const keep = spacing.clearance * (upright ? kept_beside : kept_above);
        Range limit{m_c.across_low(m_input.bounds) + 1, m_c.across_high(m_input.bounds) - 1};
        bool const leaves = piece.first == 0;
        bool const enters = piece.first + 2 == m_routes[piece.route].points.size();
        if (leaves) narrow_to_side(limit, m_input.boxes[link.from]);
        if (enters) narrow_to_side(limit, m_input.boxes[link.to]);
        for (std::size_t i = 0; i < m_input.boxes.size(); ++i) {
            bool const own = (leaves && i == link.from) || (enters && i == link.to);
            WorldRect const& box = m_input.boxes[i];
            Range const side{m_c.along_low(box), m_c.along_high(box)};
            if (own || !overlap(track.run, side, keep)) continue;
            if (m_c.across_high(box) <= track.at) {
                limit.low = std::max(limit.low, m_c.across_high(box) + keep);
            } else if (m_c.across_low(box) >= track.at) {
                limit.high = std::min(limit.high, m_c.across_low(box) - keep);
            }
        }
        if (m_c.axis == Axis::Level) narrow_to_walls(limit, track.at, keep);
        // Never farther off than it stands.
        return {std::min(limit.low, track.at), std::max(limit.high, track.at)};
    }

    void narrow_to_side(Range& limit, WorldRect const& box) const {
        double const length = m_c.across_high(box) - m_c.across_low(box);
        double const inset = std::min(m_input.spacing.port_inset, length * 0.3);
        limit.low = std::max(limit.low, m_c.across_low(box) + inset);
        limit.high = std::min(limit.high, m_c.across_high(box) - inset);
    }

    void narrow_to_walls(Range& limit, double at, double keep) const {
        for (double const wall : m_input.walls) {
            if (wall < at) limit.low = std::max(limit.low, wall + keep);
            if (wall > at) limit.high = std::min(limit.high, wall - keep);
        }
    }

    void merge() {
        auto const before = [](Track const& a, Track const& b) {
            if (a.bundle != b.bundle) return a.bundle < b.bundle;
            return a.at != b.at ? a.at < b.at : a.run.low < b.run.low;
        };
        std::stable_sort(m_tracks.begin(), m_tracks.end(), before);
        std::vector<Track> merged;
        for (Track& track : m_tracks) {
            bool const joins = !merged.empty() && merged.back().bundle == track.bundle &&
                               std::abs(merged.back().at - track.at) < same_place &&
                               track.run.low <= merged.back().run.high + same_place;
            if (joins) {
                join(merged.back(), track);
            } else {
                merged.push_back(std::move(track));
            }
        }
        m_tracks = std::move(merged);
    }

    static void join(Track& whole, Track const& part) {
        if (std::abs(part.run.low - whole.run.low) < same_place) whole.turn_low += part.turn_low;
        if (part.run.high > whole.run.high + same_place) {
            whole.turn_high = part.turn_high;
        } else if (part.run.high > whole.run.high - same_place) {
            whole.turn_high += part.turn_high;
        }
        whole.run.high = std::max(whole.run.high, part.run.high);
        whole.limit = {std::max(whole.limit.low, part.limit.low),
                       std::min(whole.limit.high, part.limit.high)};
        whole.pieces.insert(whole.pieces.end(), part.pieces.begin(), part.pieces.end());
    }

    bool meet(Track const& a, Track const& b) const {
        double const reach = m_input.spacing.separation;
        return overlap(a.run, b.run, reach * 0.5) && overlap(a.limit, b.limit, reach);
    }

    void find_conflicts() {
        std::stable_sort(m_tracks.begin(), m_tracks.end(),
                         [](Track const& a, Track const& b) { return a.at < b.at; });
        m_conflicts.assign(m_tracks.size(), {});
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            for (std::size_t j = i + 1; j < m_tracks.size(); ++j) {
                if (meet(m_tracks[i], m_tracks[j])) {
                    m_conflicts[i].push_back(j);
                    m_conflicts[j].push_back(i);
                }
            }
        }
    }

    // How much better `a` stands before `b`: where one ends beside the other, it turns away.
    static double vote(Track const& a, Track const& b) {
        double votes = 0;
        if (a.run.low > b.run.low + same_place) votes -= a.turn_low;
        if (b.run.low > a.run.low + same_place) votes += b.turn_low;
        if (a.run.high < b.run.high - same_place) votes -= a.turn_high;
        if (b.run.high < a.run.high - same_place) votes += b.turn_high;
        bool const same_low = std::abs(a.run.low - b.run.low) <= same_place;
        bool const same_high = std::abs(a.run.high - b.run.high) <= same_place;
        if (same_low) votes += (b.turn_low - a.turn_low) / 2;
        if (same_high) votes += (b.turn_high - a.turn_high) / 2;
        return votes;
    }

    // Tracks on one line by their votes, all others as they stand.
    void put_in_order() {
        std::vector<double> score(m_tracks.size(), 0);
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            for (std::size_t const j : m_conflicts[i]) {
                if (std::abs(m_tracks[i].at - m_tracks[j].at) > same_place) continue;
                double const votes = vote(m_tracks[i], m_tracks[j]);
                score[i] += votes > 0 ? 1 : votes < 0 ? -1 : 0;
            }
        }
        m_order.resize(m_tracks.size());
        for (std::size_t i = 0; i < m_order.size(); ++i)
            m_order[i] = i;
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
            if (std::abs(m_tracks[a].at - m_tracks[b].at) > same_place)
                return m_tracks[a].at < m_tracks[b].at;
            if (score[a] != score[b]) return score[a] > score[b];
            return m_tracks[a].pieces.front().route < m_tracks[b].pieces.front().route;
        });
        m_place.resize(m_order.size());
        for (std::size_t p = 0; p < m_order.size(); ++p)
            m_place[m_order[p]] = p;
    }

    // Tracks on one line are given places around it, the left-edge way: each the first that those
    // before it leave free.
    void wish_places() {
        std::vector<int> level(m_tracks.size(), 0), levels(m_tracks.size(), 1);
        auto const on_line = [&](std::size_t i, std::size_t j) {
            return std::abs(m_tracks[i].at - m_tracks[j].at) <= same_place;
        };
        for (std::size_t const i : m_order) {
            for (std::size_t const j : m_conflicts[i]) {
                if (on_line(i, j) && m_place[j] < m_place[i])
                    level[i] = std::max(level[i], level[j] + 1);
            }
        }
        for (std::size_t i = 0; i < m_tracks.size(); ++i)
            levels[i] = level[i] + 1;
        // Everyone beside a crowded place knows how crowded it is.
        for (auto i = m_order.rbegin(); i != m_order.rend(); ++i) {
            for (std::size_t const j : m_conflicts[*i]) {
                if (on_line(*i, j)) levels[j] = std::max(levels[j], levels[*i]);
            }
        }
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            Track& track = m_tracks[i];
            double const room = track.limit.high - track.limit.low;
            double const wanted = m_input.spacing.separation;
            track.separation = levels[i] > 1 ? std::min(wanted, room / (levels[i] - 1)) : wanted;
            track.wish = track.at + (level[i] - (levels[i] - 1) / 2.0) * track.separation;
        }
    }

    double between(std::size_t i, std::size_t j, double share) const {
        return std::min(m_tracks[i].separation, m_tracks[j].separation) * share;
    }

    // Every group of tracks that depend on each other by itself: one narrow place must not press
    // all others together.
    void solve() {
        std::vector<int> group(m_tracks.size(), -1);
        int groups = 0;
        for (std::size_t const start : m_order) {
            if (group[start] >= 0) continue;
            std::vector<std::size_t> members{start};
            group[start] = groups;
            for (std::size_t k = 0; k < members.size(); ++k) {
                for (std::size_t const j : m_conflicts[members[k]]) {
                    if (group[j] >= 0) continue;
                    group[j] = groups;
                    members.push_back(j);
                }
            }
            ++groups;
            std::sort(members.begin(), members.end(),
                      [&](std::size_t a, std::size_t b) { return m_place[a] < m_place[b]; });
            for (double const share : separations) {
                if (place(members, share)) break;
            }
        }
    }

    bool place(std::vector<std::size_t> const& members, double share) {
        std::vector<double> highest(m_tracks.size(), 0), at(m_tracks.size(), 0);
        for (auto i = members.rbegin(); i != members.rend(); ++i) {
            highest[*i] = m_tracks[*i].limit.high;
            for (std::size_t const j : m_conflicts[*i]) {
                if (m_place[j] > m_place[*i])
                    highest[*i] = std::min(highest[*i], highest[j] - between(*i, j, share));
            }
        }
        for (std::size_t const i : members) {
            double lowest = m_tracks[i].limit.low;
            for (std::size_t const j : m_conflicts[i]) {
                if (m_place[j] < m_place[i])
                    lowest = std::max(lowest, at[j] + between(i, j, share));
            }
            if (lowest > highest[i] + same_place) return false;
            at[i] = std::clamp(m_tracks[i].wish, lowest, std::max(lowest, highest[i]));
        }
        for (std::size_t const i : members)
            m_tracks[i].at = at[i];
        return true;
    }

    void apply(Track const& track) {
        for (Piece const& piece : track.pieces) {
            auto& points = m_routes[piece.route].points;
            for (std::size_t const i : {piece.first, piece.first + 1})
                points[i] = m_c.moved(points[i], track.at);
        }
    }

    RouteInput const& m_input;
    std::vector<Route>& m_routes;
    Coordinates m_c;
    std::vector<Track> m_tracks;
    std::vector<std::vector<std::size_t>> m_conflicts;
    std::vector<std::size_t> m_order, m_place;
};

bool in_line(WorldPoint a, WorldPoint b, WorldPoint c) {
    bool const upright = std::abs(a.x - b.x) < same_place && std::abs(b.x - c.x) < same_place;
    bool const level = std::abs(a.y - b.y) < same_place && std::abs(b.y - c.y) < same_place;
    return upright || level;
}

}  // namespace

void simplify(std::vector<WorldPoint>& points) {
    std::vector<WorldPoint> kept;
    for (WorldPoint const p : points) {
        bool const same = !kept.empty() && std::abs(kept.back().x - p.x) < same_place &&
                          std::abs(kept.back().y - p.y) < same_place;
        if (same) continue;
        while (kept.size() >= 2 && in_line(kept[kept.size() - 2], kept.back(), p))
            kept.pop_back();
        kept.push_back(p);
    }
    points = std::move(kept);
}

void nudge_apart(RouteInput const& input, std::vector<Route>& routes) {
    Nudge(input, routes, Axis::Upright).run();
    Nudge(input, routes, Axis::Level).run();
    for (Route& route : routes)
        simplify(route.points);
}

}  // namespace layout
