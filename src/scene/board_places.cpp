#include "scene/board_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/board_callout.hpp"
#include "scene/board_marks.hpp"
#include "scene/board_values.hpp"

namespace scene {
namespace {

using layout::Weight;
using metrics::TouchpointFigures;

// Design millimetres.
constexpr double mark_size = 13;
constexpr double label_cap = 7.2;
constexpr double scale_cap = 6.6;
constexpr double axis_room = 40;  // below and at the left of the plot, for scale and words
constexpr double head_room = 24;  // above it, for words
constexpr double quarter_cap = 12;
// Higher than this share of its width, a board is said larger.
constexpr double upright = 1.15;
constexpr double upright_growth = 1.4;

double text_unit(ChromeInput const& input, double unit) {
    return unit * input.physical.hand_type;
}

// What a scale measures: from nothing upwards, or gaps to both sides of its cross.
enum class Scale { Amount, Gap };

// A scale from and to round numbers, a little wider than the values, with 0 in it and room on both
// sides of its cross; at most `most` steps.
GridAxis axis_over(double low, double high, double cross, double most, Scale scale) {
    low = std::min({low, cross, 0.0});
    high = std::max({high, cross, 0.0});
    if (scale == Scale::Gap) {
        constexpr double narrowest = 4;  // points: less is no gap that a wall should magnify
        double const least = std::max(narrowest, high - low);
        double const beside = least * (high > low ? 0.1 : 0.5);
        low = std::min(low, cross - beside);
        high = std::max(high, cross + beside);
    } else {
        // Where all weigh the same, the cross stands at two thirds.
        high = std::max(high, cross * 1.5);
    }
    double const span = std::max(1.0, high - low);
    double const wish = span / std::clamp(most, 1.0, 6.0);
    double const power = std::pow(10, std::floor(std::log10(wish)));
    double const lead = wish / power;
    double const step = (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
    GridAxis axis{low - span * 0.05, high + span * 0.05, cross, {}, step < 1 ? 1 : 0};
    if (low >= 0) axis.low = 0;
    for (double at = std::ceil(axis.low / step) * step; at <= axis.high + 1e-9; at += step)
        axis.ticks.push_back(std::abs(at) < step / 1000 ? 0 : at);
    // No weight is more than all of it.
    if (scale == Scale::Amount) std::erase_if(axis.ticks, [](double at) { return at > 100; });
    return axis;
}

void scale_axes(ChromeInput const& input, Board board, double unit,
                std::vector<GridValue> const& values, GridPlaces& places) {
    double x0 = 0;
    double x1 = 0;
    double y0 = 0;
    double y1 = 0;
    for (GridValue const& value : values) {
        x0 = std::min(x0, value.x);
        x1 = std::max(x1, value.x);
        y0 = std::min(y0, value.y);
        y1 = std::max(y1, value.y);
    }
    auto const& all = input.figures.touchpoints;
    auto const weighed = std::count_if(all.begin(), all.end(),
                                       [](TouchpointFigures const& f) { return f.importance; });
    double const even = weighed > 0 ? 100.0 / static_cast<double>(weighed) : 0;
    double const tick = layout::font_size_for_cap(scale_cap) * text_unit(input, unit);
    places.x = axis_over(x0, x1, 0, places.field.w / (tick * 4), Scale::Gap);
    bool const weights = board == Board::Importance;
    places.y = axis_over(y0, y1, weights ? even : 0, places.field.h / (tick * 2.5),
                         weights ? Scale::Amount : Scale::Gap);
    places.scale_size = tick;
}

}  // namespace

std::string quarter_name(base::Catalogue const& catalogue, Board board, Quarter quarter,
                         GridPlaces const& places) {
    // Far ahead where it counts for little is overkill, but not where it delights (metrics 2.8).
    bool const low_lead = board == Board::Importance && quarter == Quarter::BottomRight;
    if (low_lead && places.signatures > 0) {
        return std::string(catalogue.text(places.overkill > 0 ? "board:importance.signature-or"
                                                              : "board:importance.signature-only"));
    }
    constexpr std::array<std::string_view, 4> parts{"top-left", "top-right", "bottom-left",
                                                    "bottom-right"};
    std::string key(key_of(board));
    key.append(".").append(parts[static_cast<std::size_t>(quarter)]);
    return std::string(catalogue.text(key));
}

ScreenRect quarter_box(ChromeInput const& input, Board board, Quarter quarter,
                       GridPlaces const& places) {
    double const s = places.quarter_size;
    double const inset = s * 0.5;
    double const wide =
        s * input.measure.width_em(quarter_name(input.catalogue, board, quarter, places),
                                   Weight::SemiBold);
    bool const left = quarter == Quarter::TopLeft || quarter == Quarter::BottomLeft;
    bool const top = quarter == Quarter::TopLeft || quarter == Quarter::TopRight;
    ScreenRect const& plot = places.plot;
    return {left ? plot.x + inset : plot.right() - inset - wide,
            top ? plot.y + s * 0.2 : plot.bottom() - s * 1.3, wide, s * 1.1};
}

namespace {

ScreenRect plot_of(ChromeInput const& input, ScreenRect const& area, double unit) {
    double const k = text_unit(input, unit);
    return {area.x + axis_room * k, area.y + head_room * k, std::max(1.0, area.w - axis_room * k),
            std::max(1.0, area.h - (axis_room + head_room) * k)};
}

// A dragged mark lies where it was put, with all that it says inside the plot.
void pull(ChromeInput const& input, ScreenRect const& area, double unit, Pull const& pull,
          GridPlaces& places) {
    auto& points = places.points;
    auto const point = std::find_if(points.begin(), points.end(), [&](GridPoint const& p) {
        return p.touchpoint == pull.touchpoint;
    });
    if (point == points.end()) return;
    point->pulled = true;
    point->stacked = false;
    ScreenRect const& plot = places.plot;
    Callout const callout = callout_of(input, pull.touchpoint, unit, plot.w);
    point->diameter = callout.mark;
    point->label = {};
    point->tie.reset();
    ScreenPoint const into{callout.pad + point->diameter / 2, callout.size.h / 2};
    ScreenPoint const wish{area.x + pull.at.x * area.w, area.y + pull.at.y * area.h};
    ScreenPoint const corner = place_card(wish - into, callout.size, plot);
    point->card = {corner.x, corner.y, callout.size.w, callout.size.h};
    point->at = corner + into;
    // The last one that was dragged lies on top.
    std::rotate(point, point + 1, points.end());
}

// What a dragged one lies on says nothing; all others stay where they are.
void hide_covered(GridPlaces& places) {
    for (GridPoint& point : places.points) {
        bool const covered =
            std::any_of(places.points.begin(), places.points.end(), [&](GridPoint const& other) {
                return other.pulled && base::intersects(point.label, other.card);
            });
        if (!covered) continue;
        point.label = {};
        if (point.at == point.place) point.tie.reset();
    }
}

}  // namespace

namespace {

// Names give way together where the plot is narrow or low.
double quarter_size(ChromeInput const& input, Board board, double unit, GridPlaces places) {
    places.quarter_size = layout::font_size_for_cap(quarter_cap) * text_unit(input, unit);
    auto const wide = [&](Quarter a, Quarter b) {
        return quarter_box(input, board, a, places).w + quarter_box(input, board, b, places).w;
    };
    double const widest = std::max(wide(Quarter::TopLeft, Quarter::TopRight),
                                   wide(Quarter::BottomLeft, Quarter::BottomRight));
    return places.quarter_size *
           std::min({1.0, 0.8 * places.plot.w / std::max(1.0, widest),
                     0.12 * places.plot.h / std::max(1.0, places.quarter_size)});
}

std::vector<GridPoint> points_of(std::vector<GridValue> const& values, GridPlaces const& places,
                                 double diameter) {
    std::vector<GridPoint> points;
    points.reserve(values.size());
    for (GridValue const& value : values) {
        GridPoint point;
        point.touchpoint = value.touchpoint;
        point.place = {places.x_of(value.x), places.y_of(value.y)};
        point.at = point.place;
        point.diameter = diameter;
        point.signature = value.signature;
        point.on_line = value.on_line;
        points.push_back(point);
    }
    return points;
}

}  // namespace

GridPlaces grid_places(ChromeInput const& input, Board board, ScreenRect area, double unit) {
    GridPlaces places;
    // Type that hands already read large has no room to grow.
    if (area.h > upright * area.w) unit *= std::max(1.0, upright_growth / input.physical.hand_type);
    places.unit = unit;
    places.plot = plot_of(input, area, unit);
    places.label_size = layout::font_size_for_cap(label_cap) * text_unit(input, unit);
    std::vector<GridValue> values = grid_values(input, board, places);
    places.quarter_size = quarter_size(input, board, unit, places);
    double const clear = places.quarter_size * 1.5 + mark_size * unit / 2;
    places.field = {places.plot.x, places.plot.y + clear, places.plot.w,
                    std::max(1.0, places.plot.h - 2 * clear)};
    std::size_t const most = most_marks(places.field, mark_size * unit);
    if (values.size() > most) {
        places.no_room = static_cast<int>(values.size() - most);
        values.resize(most);
    }
    scale_axes(input, board, unit, values, places);
    places.points = points_of(values, places, mark_size * unit);
    std::vector<ScreenRect> names;
    for (Quarter const quarter :
         {Quarter::TopLeft, Quarter::TopRight, Quarter::BottomLeft, Quarter::BottomRight})
        names.push_back(quarter_box(input, board, quarter, places));
    stand_apart(places, input, names);
    for (Pull const& one : input.view.pulls)
        pull(input, area, unit, one, places);
    hide_covered(places);
    return places;
}

}  // namespace scene
