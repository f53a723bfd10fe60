#include "scene/board_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "scene/board_names.hpp"
#include "scene/board_stacks.hpp"
#include "scene/occupied.hpp"

namespace scene {
namespace {

using layout::Weight;

using std::numbers::pi;

// Marks may touch; a triangle and a disc side by side still read apart.
constexpr double least_apart = 0.92;
constexpr std::size_t most_at_all = 400;
// Leaders to more points than this are a thicket.
constexpr std::size_t most_led = 150;

// Shares of a mark's diameter: how far aside what a leader leads to begins.
constexpr std::array<double, 9> asides{0.6, 1, 1.8, 2.6, 4, 6, 9, 13, 18};
constexpr double least_aside = 1.8;  // of a mark: it is seen not to stand at its values
constexpr int most_rises = 28;       // half lines of text up or down
// Of the type: a name keeps this from its own mark, and more from all others.
constexpr double name_gap = 0.28;
constexpr double anchor_share = 0.34;
// Farther aside than this, in eighths of a mark, two stand as well by leaders of their own.
constexpr double pair_within = 44;

ScreenRect square(ScreenPoint at, double side) {
    return {at.x - side / 2, at.y - side / 2, side, side};
}

ScreenRect grown(ScreenRect const& rect, double by_x, double by_y) {
    return {rect.x - by_x, rect.y - by_y, rect.w + 2 * by_x, rect.h + 2 * by_y};
}

// What gets its room first: names beside marks that stand at their values, or marks that cannot.
enum class Order { AsideFirst, BesideFirst };

class Standing {
public:
    Standing(GridPlaces& places, ChromeInput const& input, std::vector<ScreenRect> const& taken)
        : m_places(places),
          m_size(places.label_size),
          m_diameter(places.points.front().diameter),
          m_cross{places.x_of(places.x.cross), places.y_of(places.y.cross)},
          m_occupied(places.plot, 2 * m_diameter) {
        ScreenRect const& plot = places.plot;
        double const thick = m_diameter / 8;
        m_occupied.add(LineStands, {m_cross.x - thick / 2, plot.y, thick, plot.h},
                       Occupied::nobody);
        m_occupied.add(LineStands, {plot.x, m_cross.y - thick / 2, plot.w, thick},
                       Occupied::nobody);
        for (ScreenRect const& rect : taken)
            add_name(rect, Occupied::nobody);
        for (GridPoint const& point : places.points)
            m_names.push_back(name_size(input, point, m_size));
        make_offsets();
    }

    void stand(Order order) {
        keep_places();
        auto& points = m_places.points;
        auto const beside = [&] {
            for (std::size_t i = 0; i < points.size(); ++i) {
                if (m_in_place[i]) name_beside(i);
            }
        };
        if (order == Order::BesideFirst) beside();
        if (points.size() <= most_led) {
            for (Crowd const& crowd : crowds_of(points, m_in_place))
                stack(crowd);
        }
        auto const placed = [&](std::size_t i) { return m_in_place[i] || points[i].stacked; };
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!placed(i)) lead(i, Crossing::No);
        }
        if (order == Order::AsideFirst) beside();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!points[i].label.empty() || lead(i, Crossing::Marks)) continue;
            ++m_places.unnamed;
            if (!m_in_place[i]) step_aside(i);
        }
    }

private:
    // The nearest first; the order of equal ones is that of the loops, at any size.
    void make_offsets() {
        double const rise = m_size * 1.15 / 2;
        std::vector<std::pair<double, ScreenPoint>> offsets;
        for (double const aside : asides) {
            for (int k = -most_rises; k <= most_rises; ++k) {
                ScreenPoint const offset{aside * m_diameter, k * rise};
                double const eighths = std::hypot(offset.x, offset.y) / m_diameter * 8;
                offsets.emplace_back(std::floor(eighths + 1e-6), offset);
            }
        }
        std::stable_sort(offsets.begin(), offsets.end(),
                         [](auto const& a, auto const& b) { return a.first < b.first; });
        for (auto const& [eighths, offset] : offsets)
            m_offsets.push_back(offset);
    }

    // What a leader may run across.
    enum class Crossing { No, Leaders, Marks };

    void keep_places() {
        auto const& points = m_places.points;
        m_in_place.assign(points.size(), false);
        double const apart = least_apart * m_diameter * (1 - 1e-6);
        for (std::size_t i = 0; i < points.size(); ++i) {
            bool near = false;
            for (std::size_t k = 0; k < i && !near; ++k) {
                ScreenPoint const way = points[k].place - points[i].place;
                near = m_in_place[k] && way.x * way.x + way.y * way.y < apart * apart;
            }
            m_in_place[i] = !near;
            add_mark(square(points[i].place, m_diameter * (near ? anchor_share : 1)), owner(i));
        }
    }

    static std::uint32_t owner(std::size_t i) { return static_cast<std::uint32_t>(i); }

    void add_mark(ScreenRect const& rect, std::uint32_t owner) {
        m_occupied.add(MarkStands, rect, owner);
        m_occupied.add(HaloStands, grown(rect, m_size * 0.5, m_size * 0.32), owner);
    }

    void add_name(ScreenRect const& rect, std::uint32_t owner) {
        m_occupied.add(NameStands, rect, owner);
        m_occupied.add(HaloStands, grown(rect, m_size * 0.3, 0), owner);
    }

    // Names keep farther from the marks of others than from their own.
    bool name_fits(ScreenRect const& box, std::size_t i) const {
        ScreenRect const& plot = m_places.plot;
        bool const inside = box.x >= plot.x && box.right() <= plot.right() && box.y >= plot.y &&
                            box.bottom() <= plot.bottom();
        return inside && m_occupied.free(box, HaloStands | LeaderStands | LineStands, owner(i));
    }

    // A mark aside keeps as far from the names of others.
    bool mark_fits(ScreenPoint at, std::size_t i) const {
        ScreenRect const box = square(at, m_diameter);
        return m_occupied.free(square(at, m_diameter * least_apart), MarkStands | LineStands,
                               owner(i)) &&
               m_occupied.free(box, LeaderStands, owner(i)) &&
               m_occupied.free(grown(box, m_size * 0.5, m_size * 0.32), NameStands, owner(i));
    }

    bool name_beside(std::size_t i) {
        GridPoint& point = m_places.points[i];
        auto const [wide, high] = m_names[i];
        double const gap = point.diameter / 2 + name_gap * m_size;
        double const below = point.diameter / 2 + m_size * 0.1;
        double const top = point.at.y - high / 2;
        double const left = point.at.x - wide / 2;
        for (ScreenPoint const spot :
             {ScreenPoint{point.at.x + gap, top}, ScreenPoint{point.at.x - gap - wide, top},
              ScreenPoint{left, point.at.y + below},
              ScreenPoint{left, point.at.y - below - high}}) {
            ScreenRect const box{spot.x, spot.y, wide, high};
            if (!name_fits(box, i)) continue;
            point.label = box;
            add_name(box, owner(i));
            return true;
        }
        return false;
    }

    static bool same_side(double value, double cross, double now, double on_it) {
        return std::abs(value - cross) < on_it || (value < cross) == (now < cross);
    }

    bool allowed(ScreenPoint place, ScreenPoint at) const {
        ScreenRect const& field = m_places.field;
        bool const inside =
            at.x >= field.x && at.x <= field.right() && at.y >= field.y && at.y <= field.bottom();
        double const on_it = 1e-4 * m_diameter;
        return inside && same_side(place.x, m_cross.x, at.x, on_it) &&
               same_side(place.y, m_cross.y, at.y, on_it);
    }

    // Along a leader, from where it leaves its mark to where what it leads to begins, while `visit`
    // says so.
    template <class Visit>
    void along(ScreenPoint from, ScreenPoint to, Visit const& visit) const {
        ScreenPoint const way = to - from;
        double const length = std::hypot(way.x, way.y);
        double const step = m_size * 0.4;
        for (double at = 0.7 * m_diameter; at < length - 0.3 * m_size; at += step) {
            if (!visit(square(from + way * (at / length), m_size * 0.3))) return;
        }
    }

    // The worst that a leader runs across; nothing where that is a name.
    std::optional<Crossing> crossing_of(ScreenPoint from, ScreenPoint to, std::size_t i) const {
        std::optional<Crossing> worst = Crossing::No;
        along(from, to, [&](ScreenRect const& piece) {
            unsigned const kinds = MarkStands | NameStands | LeaderStands;
            if (m_occupied.free(piece, kinds, owner(i))) return true;
            if (!m_occupied.free(piece, NameStands, owner(i))) {
                worst.reset();
                return false;
            }
            bool const mark = !m_occupied.free(piece, MarkStands, owner(i));
            worst = std::max(*worst, mark ? Crossing::Marks : Crossing::Leaders);
            return true;
        });
        return worst;
    }

    // A name aside, with its mark where that has no place of its own.
    struct Aside {
        ScreenPoint at;
        ScreenRect name;
        ScreenPoint end;  // of its leader
        Crossing crossing = Crossing::No;
    };

    // The nearest that crosses nothing, else, up to `worst`, the nearest that crosses least.
    bool lead(std::size_t i, Crossing worst) {
        if (m_places.points.size() > most_led) return false;
        std::optional<Aside> best;
        double farthest = std::numeric_limits<double>::max();
        for (ScreenPoint const& offset : m_offsets) {
            if (best && std::hypot(offset.x, offset.y) > farthest) break;
            for (double const side : {1.0, -1.0}) {
                auto const found = aside_at(i, {offset.x * side, offset.y});
                if (!found || found->crossing > worst) continue;
                if (!best || found->crossing < best->crossing) best = found;
                // Near by across something is calmer than far away across nothing.
                farthest = std::min(farthest, 2 * std::hypot(offset.x, offset.y) + m_diameter);
                if (best->crossing == Crossing::No) return stand_aside(i, *best);
            }
        }
        return best && stand_aside(i, *best);
    }

    std::optional<Aside> aside_at(std::size_t i, ScreenPoint offset) const {
        ScreenPoint const place = m_places.points[i].place;
        ScreenPoint const at = place + offset;
        bool const mark = !m_in_place[i];
        bool const own_side = allowed(place, at);
        if (mark && (!own_side || std::abs(offset.x) < least_aside * m_diameter)) return {};
        double const side = offset.x > 0 ? 1 : -1;
        auto const [wide, high] = m_names[i];
        double const start = at.x + side * (mark ? m_diameter / 2 + name_gap * m_size : 0.0);
        ScreenRect const name{side > 0 ? start : start - wide, at.y - high / 2, wide, high};
        if (!name_fits(name, i) || (mark && !mark_fits(at, i))) return {};
        ScreenPoint const end =
            mark ? at - offset * (m_diameter / 2 / std::hypot(offset.x, offset.y))
                 : at - ScreenPoint{side * m_size * 0.2, 0};
        auto const crossing = crossing_of(place, end, i);
        if (!crossing) return {};
        return Aside{at, name, end, own_side ? *crossing : std::max(*crossing, Crossing::Leaders)};
    }

    bool stand_aside(std::size_t i, Aside const& aside) {
        GridPoint& point = m_places.points[i];
        add_name(aside.name, owner(i));
        along(point.place, aside.end, [&](ScreenRect const& piece) {
            m_occupied.add(LeaderStands, piece, owner(i));
            return true;
        });
        point.label = aside.name;
        point.tie = aside.end;
        if (!m_in_place[i]) move(i, aside.at);
        return true;
    }

    void move(std::size_t i, ScreenPoint at) {
        m_places.points[i].at = at;
        add_mark(square(at, m_diameter), owner(i));
    }

    double pitch() const { return std::max(1.1 * m_diameter, 1.5 * m_size); }

    // The whole crowd beside its place, by one leader, as near and as clear of others as can be.
    void stack(Crowd const& crowd) {
        auto const& points = m_places.points;
        double widest = 0;
        for (std::size_t const i : crowd.members)
            widest = std::max(widest, m_names[i].w);
        StackShape const shape =
            stack_shape(crowd.members.size(), pitch(), name_gap * m_size + widest, m_diameter);
        ScreenPoint const place = points[crowd.middle].place;
        std::optional<StackSpot> best;
        double least = 0;
        for (StackSpot const& spot : stack_spots(place, shape)) {
            bool const too_far = crowd.members.size() < 3 && spot.length > pair_within;
            if (too_far || (best && spot.length >= least)) break;
            if (!stack_fits(spot, shape, crowd)) continue;
            auto const crossing = crossing_of(place, spot.end, crowd.middle);
            if (!crossing) continue;
            constexpr double detour = 24;  // eighths of a mark that crossing nothing is worth
            double const cost = spot.length + static_cast<double>(*crossing) * detour;
            if (best && cost >= least) continue;
            best = spot;
            least = cost;
        }
        if (best) stack_at(*best, shape, crowd);
    }

    bool stack_fits(StackSpot const& spot, StackShape const& shape, Crowd const& crowd) const {
        double const air = 0.4 * m_size;
        ScreenRect const box = grown(spot.box, air, air);
        ScreenRect const& plot = m_places.plot;
        bool const inside = box.x >= plot.x && box.right() <= plot.right() && box.y >= plot.y &&
                            box.bottom() <= plot.bottom();
        if (!inside || !m_occupied.free(box, HaloStands | LeaderStands | LineStands | NameStands,
                                        Occupied::nobody))
            return false;
        for (std::size_t row = 0; row < crowd.members.size(); ++row) {
            if (!allowed(m_places.points[crowd.members[row]].place, spot.mark_at(row, shape)))
                return false;
        }
        return true;
    }

    void stack_at(StackSpot const& spot, StackShape const& shape, Crowd const& crowd) {
        ScreenPoint const place = m_places.points[crowd.middle].place;
        double const aside = m_diameter / 2 + name_gap * m_size;
        bool const right = spot.side == StackSide::Right;
        for (std::size_t row = 0; row < crowd.members.size(); ++row) {
            std::size_t const i = crowd.members[row];
            GridPoint& point = m_places.points[i];
            ScreenPoint const at = spot.mark_at(row, shape);
            auto const [wide, high] = m_names[i];
            point.label = {right ? at.x + aside : at.x - aside - wide, at.y - high / 2, wide, high};
            point.tie = spot.end;
            point.stacked = true;
            add_name(point.label, owner(i));
            move(i, at);
        }
        along(place, spot.end, [&](ScreenRect const& piece) {
            m_occupied.add(LeaderStands, piece, owner(crowd.middle));
            return true;
        });
        double const clear = 0.35 * m_size;
        double const x = right ? spot.box.x - clear : spot.box.right() + clear;
        m_places.stacks.push_back({{x, spot.box.y, 0, spot.box.h}, place, {x, spot.end.y}});
    }

    // A mark without a name, as near to its values as is free.
    void step_aside(std::size_t i) {
        GridPoint& point = m_places.points[i];
        double const step = m_diameter / 4;
        double const reach = std::hypot(m_places.field.w, m_places.field.h);
        for (double off = m_diameter; off <= reach; off += step) {
            int const turns = std::max(12, static_cast<int>(4 * pi * off / m_diameter));
            for (int k = 0; k < turns; ++k) {
                double const angle = 2 * pi * k / turns;
                ScreenPoint const way{std::sin(angle) * off, std::cos(angle) * off};
                ScreenPoint const at = point.place + way;
                bool const free = allowed(point.place, at) && mark_fits(at, i);
                if (!free) continue;
                point.tie = at - way * (m_diameter / 2 / off);
                return move(i, at);
            }
        }
    }

    GridPlaces& m_places;
    double m_size;
    double m_diameter;
    ScreenPoint m_cross;
    Occupied m_occupied;
    std::vector<ScreenSize> m_names;
    std::vector<bool> m_in_place;
    std::vector<ScreenPoint> m_offsets;
};

}  // namespace

std::size_t most_marks(ScreenRect const& field, double diameter) {
    double const side = std::max(0.1, diameter);
    double const fit = std::max(1.0, 0.25 * field.w * field.h / (side * side));
    return fit < static_cast<double>(most_at_all) ? static_cast<std::size_t>(fit) : most_at_all;
}

void stand_apart(GridPlaces& places, ChromeInput const& input,
                 std::vector<ScreenRect> const& taken) {
    if (places.points.empty()) return;
    GridPlaces other = places;
    Standing(places, input, taken).stand(Order::AsideFirst);
    Standing(other, input, taken).stand(Order::BesideFirst);
    bool const fewer = other.unnamed < places.unnamed;
    bool const calmer =
        other.unnamed == places.unnamed && length_of_leaders(other) < length_of_leaders(places);
    if (fewer || calmer) places = std::move(other);
}

}  // namespace scene
