#include "scene/board_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/board_marks.hpp"
#include "scene/overlay.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using layout::Weight;
using metrics::PromiseState;
using metrics::TouchpointFigures;

// Design millimetres.
constexpr double mark_size = 13;
constexpr double pulled_size = 22;
constexpr double label_cap = 7.2;
constexpr double scale_cap = 6.6;
constexpr double axis_room = 40;  // below and at the left of the plot, for scale and words
constexpr double head_room = 24;  // above it, for words
constexpr double quarter_cap = 12;
constexpr double callout_title_cap = 12;
constexpr double callout_small_cap = 8.6;
constexpr double callout_pad = 9;
constexpr double tightest = 0.55;  // a long line of a callout shrinks to this share

struct Value {
    model::TouchpointId touchpoint;
    double x = 0;
    double y = 0;
    double rank = 0;  // the higher, the nearer to its values and the sooner it gets its label
    OnLine on_line = OnLine::No;
};

double text_unit(ChromeInput const& input, double unit) {
    return unit * input.physical.hand_type;
}

bool on_the_line(TouchpointFigures const& f) {
    return f.position == metrics::Position::Parity;
}

std::optional<Value> importance_value(model::TouchpointId id, TouchpointFigures const& f) {
    if (!f.importance || !f.relative_gap || !f.position) return std::nullopt;
    double const weight = *f.importance * 100;
    return Value{id, on_the_line(f) ? 0 : *f.relative_gap, weight,
                 weight * (f.position == metrics::Position::Lag ? 2 : 1),
                 on_the_line(f) ? OnLine::Upright : OnLine::No};
}

std::optional<Value> measures_value(model::TouchpointId id, TouchpointFigures const& f) {
    bool const judged = f.state == PromiseState::Kept || f.state == PromiseState::OnTheLine ||
                        f.state == PromiseState::Broken || f.state == PromiseState::Unproven;
    if (!judged || !f.reliability || !f.target || !f.relative_gap || !f.position)
        return std::nullopt;
    bool const parted = f.state == PromiseState::Kept || f.state == PromiseState::Broken;
    return Value{id, parted ? (*f.reliability - *f.target) * 100 : 0,
                 on_the_line(f) ? 0 : *f.relative_gap,
                 static_cast<double>(f.broken_promises.value_or(0)),
                 !parted          ? OnLine::Upright
                 : on_the_line(f) ? OnLine::Level
                                  : OnLine::No};
}

bool asked_about(TouchpointFigures const& f) {
    return f.has_promise || f.own || f.importance;
}

// A scale from and to round numbers, a little wider than the values, with 0 in it; at most `most`
// steps.
GridAxis axis_over(double low, double high, double cross, double most) {
    low = std::min({low, cross, 0.0});
    high = std::max({high, cross, 0.0});
    double const span = std::max(1.0, high - low);
    double const wish = span / std::clamp(most, 1.0, 6.0);
    double const power = std::pow(10, std::floor(std::log10(wish)));
    double const lead = wish / power;
    double const step = (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
    GridAxis axis{low - span * 0.05, high + span * 0.05, cross, {}, step < 1 ? 1 : 0};
    if (low >= 0) axis.low = 0;
    for (double at = std::ceil(axis.low / step) * step; at <= axis.high + 1e-9; at += step)
        axis.ticks.push_back(std::abs(at) < step / 1000 ? 0 : at);
    return axis;
}

std::vector<Value> values_of(ChromeInput const& input, Board board, double unit,
                             GridPlaces& places) {
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
    // By key: the order of a pack's rows changes nothing.
    std::sort(values.begin(), values.end(), [&](Value const& a, Value const& b) {
        return a.rank != b.rank ? a.rank > b.rank
                                : input.room.at(a.touchpoint).key < input.room.at(b.touchpoint).key;
    });
    std::size_t const most = most_marks(places.field, mark_size * unit);
    if (values.size() > most) {
        places.no_room = static_cast<int>(values.size() - most);
        values.resize(most);
    }
    return values;
}

void scale_axes(ChromeInput const& input, Board board, double unit,
                std::vector<Value> const& values, GridPlaces& places) {
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
    double const tick = layout::font_size_for_cap(scale_cap) * text_unit(input, unit);
    places.x = axis_over(x0, x1, 0, places.field.w / (tick * 4));
    places.y =
        axis_over(y0, y1, board == Board::Importance ? even : 0, places.field.h / (tick * 2.5));
    places.scale_size = tick;
}

}  // namespace

std::string quarter_name(base::Catalogue const& catalogue, Board board, Quarter quarter) {
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
        s * input.measure.width_em(quarter_name(input.catalogue, board, quarter), Weight::SemiBold);
    bool const left = quarter == Quarter::TopLeft || quarter == Quarter::BottomLeft;
    bool const top = quarter == Quarter::TopLeft || quarter == Quarter::TopRight;
    ScreenRect const& plot = places.plot;
    return {left ? plot.x + inset : plot.right() - inset - wide,
            top ? plot.y + s * 0.2 : plot.bottom() - s * 1.3, wide, s * 1.1};
}

Callout callout_of(ChromeInput const& input, model::TouchpointId id, double unit, double widest) {
    auto const& f = input.figures.touchpoints[id.index()];
    Wording const promise = wording_of(Overlay::Reliability, input.figures, id, input.catalogue);
    Wording const rival = wording_of(Overlay::Differentiation, input.figures, id, input.catalogue);
    Callout callout;
    callout.title = input.room.at(id).title;
    callout.promise = promise.word + " " + promise.value;
    callout.rival = rival.word + " " + rival.value;
    if (f.importance) {
        callout.rival += " \u00B7 ";
        callout.rival +=
            input.catalogue.format("importance.share", {number(*f.importance * 100, 1)});
    }
    // Low weight and far ahead is overkill, but not where it delights (metrics 2.8).
    if (f.quadrant == metrics::Quadrant::Signature) {
        callout.rival += " \u00B7 ";
        callout.rival += input.catalogue.text("quadrant.signature");
    }
    double const k = text_unit(input, unit);
    callout.title_size = layout::font_size_for_cap(callout_title_cap) * k;
    callout.small_size = layout::font_size_for_cap(callout_small_cap) * k;
    callout.pad = callout_pad * unit;
    double const around = pulled_size * unit + 3 * callout.pad;
    double const room = std::max(1.0, widest - around);
    auto const width = [&](std::string const& text, double size, Weight weight) {
        return input.measure.width_em(text, weight) * size;
    };
    double const title = width(callout.title, callout.title_size, Weight::SemiBold);
    callout.title_size *= std::clamp(room / std::max(1.0, title), tightest, 1.0);
    double const below = std::max(width(callout.promise, callout.small_size, Weight::Medium),
                                  width(callout.rival, callout.small_size, Weight::Regular));
    callout.small_size *= std::min(1.0, room / std::max(1.0, below));
    callout.size = {around + std::min(room, std::max(title, below)),
                    callout.title_size * 1.25 + callout.small_size * 2.7 + 2 * callout.pad};
    return callout;
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
    point->diameter = pulled_size * unit;
    ScreenRect const& plot = places.plot;
    Callout const callout = callout_of(input, pull.touchpoint, unit, plot.w);
    ScreenPoint const into{callout.pad + point->diameter / 2, callout.size.h / 2};
    ScreenPoint const wish{area.x + pull.at.x * area.w, area.y + pull.at.y * area.h};
    ScreenPoint const corner = place_card(wish - into, callout.size, plot);
    point->card = {corner.x, corner.y, callout.size.w, callout.size.h};
    point->at = corner + into;
    // The last one that was dragged lies on top.
    std::rotate(point, point + 1, points.end());
}

}  // namespace

GridPlaces grid_places(ChromeInput const& input, Board board, ScreenRect area, double unit) {
    GridPlaces places;
    double const k = text_unit(input, unit);
    places.plot = plot_of(input, area, unit);
    places.label_size = layout::font_size_for_cap(label_cap) * k;
    places.quarter_size = layout::font_size_for_cap(quarter_cap) * k;
    // Names give way together where the plot is narrow or low.
    auto const wide = [&](Quarter a, Quarter b) {
        return quarter_box(input, board, a, places).w + quarter_box(input, board, b, places).w;
    };
    double const widest = std::max(wide(Quarter::TopLeft, Quarter::TopRight),
                                   wide(Quarter::BottomLeft, Quarter::BottomRight));
    places.quarter_size *= std::min({1.0, 0.8 * places.plot.w / std::max(1.0, widest),
                                     0.12 * places.plot.h / std::max(1.0, places.quarter_size)});
    double const clear = places.quarter_size * 1.5 + mark_size * unit / 2;
    places.field = {places.plot.x, places.plot.y + clear, places.plot.w,
                    std::max(1.0, places.plot.h - 2 * clear)};
    std::vector<Value> const values = values_of(input, board, unit, places);
    scale_axes(input, board, unit, values, places);
    for (Value const& value : values) {
        GridPoint point;
        point.touchpoint = value.touchpoint;
        point.place = {places.x_of(value.x), places.y_of(value.y)};
        point.diameter = mark_size * unit;
        point.on_line = value.on_line;
        places.points.push_back(point);
    }
    part_marks(places);
    for (Pull const& one : input.view.pulls)
        pull(input, area, unit, one, places);
    std::vector<ScreenRect> names;
    for (Quarter const quarter :
         {Quarter::TopLeft, Quarter::TopRight, Quarter::BottomLeft, Quarter::BottomRight})
        names.push_back(quarter_box(input, board, quarter, places));
    place_labels(places, input, std::move(names));
    return places;
}

}  // namespace scene
