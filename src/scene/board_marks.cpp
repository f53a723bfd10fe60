#include "scene/board_marks.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

using layout::Weight;

constexpr double pi = 3.14159265358979;
// Marks may touch; a triangle and a disc side by side still read apart.
constexpr double least_apart = 0.92;
constexpr std::size_t most_at_all = 400;

// Looks for places that are free, over buckets as wide as marks are apart.
class Parting {
public:
    explicit Parting(GridPlaces const& places)
        : m_field(places.field),
          m_cross{places.x_of(places.x.cross), places.y_of(places.y.cross)},
          m_apart(std::max(0.1, places.points.front().diameter * least_apart)),
          m_columns(static_cast<std::size_t>(m_field.w / m_apart) + 1),
          m_rows(static_cast<std::size_t>(m_field.h / m_apart) + 1),
          m_buckets(m_columns * m_rows) {}

    ScreenPoint take(GridPoint const& point) {
        ScreenPoint at = point.place;
        if (!free(at)) {
            auto const found = point.on_line == OnLine::No ? nearby(at) : along(point);
            at = found ? *found : nearby(at).value_or(at);
        }
        m_buckets[bucket(column(at.x), row(at.y))].push_back(at);
        return at;
    }

private:
    std::optional<ScreenPoint> along(GridPoint const& point) const {
        bool const upright = point.on_line == OnLine::Upright;
        double const step = m_apart / 4;
        double const reach = upright ? m_field.h : m_field.w;
        for (double off = step; off <= reach; off += step) {
            for (double const by : {off, -off}) {
                ScreenPoint const at =
                    point.place + (upright ? ScreenPoint{0, by} : ScreenPoint{by, 0});
                if (allowed(point.place, at) && free(at)) return at;
            }
        }
        return std::nullopt;
    }

    std::optional<ScreenPoint> nearby(ScreenPoint place) const {
        double const step = m_apart / 4;
        double const reach = std::hypot(m_field.w, m_field.h);
        for (double off = step; off <= reach; off += step) {
            int const turns = std::max(12, static_cast<int>(4 * pi * off / m_apart));
            for (int i = 0; i < turns; ++i) {
                double const angle = 2 * pi * i / turns;
                ScreenPoint const at =
                    place + ScreenPoint{std::sin(angle) * off, std::cos(angle) * off};
                if (allowed(place, at) && free(at)) return at;
            }
        }
        return std::nullopt;
    }

    static bool same_side(double value, double cross, double now) {
        constexpr double on_it = 1e-6;
        return std::abs(value - cross) < on_it || (value < cross) == (now < cross);
    }

    bool allowed(ScreenPoint place, ScreenPoint at) const {
        bool const inside = at.x >= m_field.x && at.x <= m_field.right() && at.y >= m_field.y &&
                            at.y <= m_field.bottom();
        return inside && same_side(place.x, m_cross.x, at.x) && same_side(place.y, m_cross.y, at.y);
    }

    std::size_t column(double x) const {
        return static_cast<std::size_t>(
            std::clamp((x - m_field.x) / m_apart, 0.0, static_cast<double>(m_columns - 1)));
    }
    std::size_t row(double y) const {
        return static_cast<std::size_t>(
            std::clamp((y - m_field.y) / m_apart, 0.0, static_cast<double>(m_rows - 1)));
    }
    std::size_t bucket(std::size_t column, std::size_t row) const {
        return row * m_columns + column;
    }

    bool free(ScreenPoint at) const {
        std::size_t const c = column(at.x);
        std::size_t const r = row(at.y);
        for (std::size_t y = r > 0 ? r - 1 : 0; y <= std::min(r + 1, m_rows - 1); ++y) {
            for (std::size_t x = c > 0 ? c - 1 : 0; x <= std::min(c + 1, m_columns - 1); ++x) {
                for (ScreenPoint const& other : m_buckets[bucket(x, y)]) {
                    if (std::hypot(other.x - at.x, other.y - at.y) < m_apart - 1e-9) return false;
                }
            }
        }
        return true;
    }

    ScreenRect m_field;
    ScreenPoint m_cross;
    double m_apart;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<std::vector<ScreenPoint>> m_buckets;
};

ScreenRect mark_box(ScreenPoint at, double diameter) {
    return {at.x - diameter / 2, at.y - diameter / 2, diameter, diameter};
}

// True where the straight line from a to b passes through the box.
bool crosses(ScreenRect const& box, ScreenPoint a, ScreenPoint b) {
    double from = 0;
    double to = 1;
    auto const cut = [&](double start, double way, double low, double high) {
        if (std::abs(way) < 1e-9) return start >= low && start <= high;
        double const t0 = (low - start) / way;
        double const t1 = (high - start) / way;
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
        return from <= to;
    };
    return cut(a.x, b.x - a.x, box.x, box.right()) && cut(a.y, b.y - a.y, box.y, box.bottom());
}

class Labeller {
public:
    Labeller(GridPlaces& places, ChromeInput const& input, std::vector<ScreenRect> taken)
        : m_places(places), m_input(input), m_taken(std::move(taken)) {
        for (GridPoint const& point : places.points) {
            m_taken.push_back(mark_box(point.pulled ? point.place : point.at, point.diameter));
            if (point.pulled) m_taken.push_back(point.card);
        }
        ScreenRect const& plot = places.plot;
        m_taken.push_back({places.x_of(places.x.cross) - 1, plot.y, 2, plot.h});
        m_taken.push_back({plot.x, places.y_of(places.y.cross) - 1, plot.w, 2});
    }

    void place_all() {
        for (GridPoint& point : m_places.points) {
            if (!point.pulled) place(point);
        }
    }

private:
    void place(GridPoint& point) {
        std::string const& title = m_input.room.at(point.touchpoint).title;
        double const size = m_places.label_size;
        double const wide = m_input.measure.width_em(title, Weight::Medium) * size;
        double const high = size * 1.15;
        double const gap = point.diameter / 2 + size * 0.35;
        double const top = point.at.y - high / 2;
        double const left = point.at.x - wide / 2;
        for (ScreenPoint const spot :
             {ScreenPoint{point.at.x + gap, top}, ScreenPoint{point.at.x - gap - wide, top},
              ScreenPoint{left, point.at.y + gap}, ScreenPoint{left, point.at.y - gap - high},
              ScreenPoint{point.at.x + gap / 2, point.at.y + size * 0.2},
              ScreenPoint{point.at.x + gap / 2, point.at.y - size * 0.2 - high},
              ScreenPoint{point.at.x - gap / 2 - wide, point.at.y + size * 0.2},
              ScreenPoint{point.at.x - gap / 2 - wide, point.at.y - size * 0.2 - high}}) {
            ScreenRect const box{spot.x, spot.y, wide, high};
            if (!free(box)) continue;
            point.label = box;
            m_taken.push_back(box);
            return;
        }
    }

    bool free(ScreenRect const& box) const {
        ScreenRect const& plot = m_places.plot;
        bool const inside = box.x >= plot.x && box.right() <= plot.right() && box.y >= plot.y &&
                            box.bottom() <= plot.bottom();
        auto const touches = [&](ScreenRect const& other) { return base::intersects(box, other); };
        auto const linked = [&](GridPoint const& point) {
            return point.pulled && crosses(box, point.place, point.at);
        };
        return inside && std::none_of(m_taken.begin(), m_taken.end(), touches) &&
               std::none_of(m_places.points.begin(), m_places.points.end(), linked);
    }

    GridPlaces& m_places;
    ChromeInput const& m_input;
    std::vector<ScreenRect> m_taken;
};

}  // namespace

std::size_t most_marks(ScreenRect const& field, double diameter) {
    double const side = std::max(0.1, diameter);
    double const fit = std::max(1.0, 0.25 * field.w * field.h / (side * side));
    return fit < static_cast<double>(most_at_all) ? static_cast<std::size_t>(fit) : most_at_all;
}

void part_marks(GridPlaces& places) {
    if (places.points.empty()) return;
    Parting parting(places);
    for (GridPoint& point : places.points)
        point.at = parting.take(point);
}

void place_labels(GridPlaces& places, ChromeInput const& input, std::vector<ScreenRect> taken) {
    Labeller(places, input, std::move(taken)).place_all();
}

}  // namespace scene
