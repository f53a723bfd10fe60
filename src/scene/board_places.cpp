#include "scene/board_places.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

using layout::Weight;
using metrics::PromiseState;
using metrics::TouchpointFigures;

// Design millimetres.
constexpr double mark_size = 13;
constexpr double pulled_size = 22;
constexpr double touch_size = 22;
constexpr double label_cap = 7.2;
constexpr double axis_room = 40;  // below and at the left of the plot, for scale and words
constexpr double head_room = 30;  // above it, for words

struct Value {
    model::TouchpointId touchpoint;
    double x = 0;
    double y = 0;
    double rank = 0;  // the higher, the sooner it gets its label
};

bool on_the_line(TouchpointFigures const& f) {
    return f.position == metrics::Position::Parity;
}

std::optional<Value> importance_value(model::TouchpointId id, TouchpointFigures const& f) {
    if (!f.importance || !f.relative_gap || !f.position) return std::nullopt;
    double const weight = *f.importance * 100;
    return Value{id, on_the_line(f) ? 0 : *f.relative_gap, weight,
                 weight * (f.position == metrics::Position::Lag ? 2 : 1)};
}

std::optional<Value> measures_value(model::TouchpointId id, TouchpointFigures const& f) {
    bool const judged = f.state == PromiseState::Kept || f.state == PromiseState::OnTheLine ||
                        f.state == PromiseState::Broken || f.state == PromiseState::Unproven;
    if (!judged || !f.reliability || !f.target || !f.relative_gap || !f.position)
        return std::nullopt;
    bool const parted = f.state == PromiseState::Kept || f.state == PromiseState::Broken;
    return Value{id, parted ? (*f.reliability - *f.target) * 100 : 0,
                 on_the_line(f) ? 0 : *f.relative_gap,
                 static_cast<double>(f.broken_promises.value_or(0))};
}

bool asked_about(TouchpointFigures const& f) {
    return f.has_promise || f.own || f.importance;
}

// A scale from and to round numbers, a little wider than the values, with 0 in it.
GridAxis axis_over(double low, double high, double cross) {
    low = std::min({low, cross, 0.0});
    high = std::max({high, cross, 0.0});
    double const span = std::max(1.0, high - low);
    double const wish = span / 6;
    double const power = std::pow(10, std::floor(std::log10(wish)));
    double const lead = wish / power;
    double const step = (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
    GridAxis axis{low - span * 0.05, high + span * 0.05, cross, {}};
    if (low >= 0) axis.low = 0;
    for (double at = std::ceil(axis.low / step) * step; at <= axis.high + 1e-9; at += step)
        axis.ticks.push_back(std::abs(at) < step / 1000 ? 0 : at);
    return axis;
}

// Marks that would hide each other move apart, least those that rank highest.
void part_marks(std::vector<GridPoint>& points, ScreenRect const& plot) {
    for (int round = 0; round < 60; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t k = i + 1; k < points.size(); ++k) {
                GridPoint& a = points[i];
                GridPoint& b = points[k];
                if (a.pulled || b.pulled) continue;
                double const wanted = 0.92 * (a.diameter + b.diameter) / 2;
                ScreenPoint d = b.at - a.at;
                double const apart = std::hypot(d.x, d.y);
                if (apart >= wanted) continue;
                d = apart < 1e-6 ? ScreenPoint{0, 1} : d * (1 / apart);
                double const by = (wanted - apart) / 2 + 0.05;
                a.at = a.at - d * by;
                b.at = b.at + d * by;
                moved = true;
            }
        }
        if (!moved) break;
    }
    for (GridPoint& point : points) {
        if (point.pulled) continue;
        point.at.x = std::clamp(point.at.x, plot.x, plot.right());
        point.at.y = std::clamp(point.at.y, plot.y, plot.bottom());
    }
}

// Titles stand beside their marks where they touch nothing; those that rank highest choose first.
class Labeller {
public:
    Labeller(GridPlaces& places, ChromeInput const& input) : m_places(places), m_input(input) {
        for (GridPoint const& point : places.points)
            m_taken.push_back(mark_box(point));
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
    static ScreenRect mark_box(GridPoint const& point) {
        double const half = point.diameter / 2;
        return {point.at.x - half, point.at.y - half, point.diameter, point.diameter};
    }

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
        return inside && std::none_of(m_taken.begin(), m_taken.end(), [&](ScreenRect const& other) {
                   return base::intersects(box, other);
               });
    }

    GridPlaces& m_places;
    ChromeInput const& m_input;
    std::vector<ScreenRect> m_taken;
};

std::vector<Value> values_of(ChromeInput const& input, Board board, GridPlaces& places) {
    std::vector<Value> values;
    for (std::size_t i = 0; i < input.figures.touchpoints.size(); ++i) {
        TouchpointFigures const& f = input.figures.touchpoints[i];
        auto const value = board == Board::Importance ? importance_value(model::TouchpointId(i), f)
                                                      : measures_value(model::TouchpointId(i), f);
        if (value) {
            values.push_back(*value);
        } else if (asked_about(f)) {
            ++places.left_out;
        }
    }
    std::sort(values.begin(), values.end(), [](Value const& a, Value const& b) {
        return a.rank != b.rank ? a.rank > b.rank : a.touchpoint < b.touchpoint;
    });
    return values;
}

void scale_axes(ChromeInput const& input, Board board, std::vector<Value> const& values,
                GridPlaces& places) {
    double x0 = 0;
    double x1 = 0;
    double y0 = 0;
    double y1 = 0;
    for (Value const& value : values) {
        x0 = std::min(x0, value.x);
        x1 = std::max(x1, value.x);
        y0 = std::min(y0, value.y);
        y1 = std::max(y1, value.y);
    }
    auto const& all = input.figures.touchpoints;
    auto const weighed = std::count_if(all.begin(), all.end(),
                                       [](TouchpointFigures const& f) { return f.importance; });
    double const even = weighed > 0 ? 100.0 / static_cast<double>(weighed) : 0;
    places.x = axis_over(x0, x1, 0);
    places.y = axis_over(y0, y1, board == Board::Importance ? even : 0);
}

}  // namespace

GridPlaces grid_places(ChromeInput const& input, Board board, ScreenRect area, double unit) {
    GridPlaces places;
    double const room = axis_room * unit;
    places.plot = {area.x + room, area.y + head_room * unit, area.w - room,
                   area.h - room - head_room * unit};
    places.label_size = layout::font_size_for_cap(label_cap) * unit * input.physical.hand_type;
    std::vector<Value> const values = values_of(input, board, places);
    scale_axes(input, board, values, places);
    for (Value const& value : values) {
        GridPoint point;
        point.touchpoint = value.touchpoint;
        point.place = {places.x_of(value.x), places.y_of(value.y)};
        point.at = point.place;
        point.diameter = mark_size * unit;
        places.points.push_back(point);
    }
    part_marks(places.points, places.plot);
    for (Pull const& pull : input.view.pulls) {
        auto const point =
            std::find_if(places.points.begin(), places.points.end(),
                         [&](GridPoint const& p) { return p.touchpoint == pull.touchpoint; });
        if (point == places.points.end()) continue;
        point->pulled = true;
        point->diameter = pulled_size * unit;
        ScreenPoint const wish = point->at + pull.by;
        point->at = {std::clamp(wish.x, area.x, area.right()),
                     std::clamp(wish.y, area.y, area.bottom())};
        // The last one that was dragged lies on top.
        std::rotate(point, point + 1, places.points.end());
    }
    Labeller(places, input).place_all();
    return places;
}

void add_board(ChromeInput const& input, double unit, Chrome& chrome) {
    Board const board = input.view.board;
    if (board != Board::Importance && board != Board::Measures) return;
    for (GridPoint const& point : grid_places(input, board, chrome.map, unit).points) {
        Control mark;
        mark.kind = ControlKind::BoardMark;
        mark.touchpoint = point.touchpoint;
        double const side = std::max(touch_size * unit, point.diameter);
        mark.rect = {point.at.x - side / 2, point.at.y - side / 2, side, side};
        if (!point.label.empty()) mark.rect = base::united(mark.rect, point.label);
        chrome.controls.push_back(mark);
    }
}

}  // namespace scene
