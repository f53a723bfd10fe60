#include <algorithm>
#include <cmath>

#include "metrics/room_chart.hpp"
#include "scene/paint.hpp"
#include "scene/period_steps.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

constexpr int series_months = 24;
// Months with fewer promises than this are hollow: shown, never judged.
constexpr std::int64_t thin = 10;

struct Range {
    double low = 0;
    double high = 1;
    double place(double share) const { return (share - low) / (high - low); }
};

// What a process gives by itself in a month, as shares kept.
struct Band {
    std::optional<metrics::Interval> limits;  // none in a month that nobody counted, or too few
    std::optional<double> centre;
};

// A band a month of the series; none of another persona's, or without a baseline.
std::vector<Band> bands_of(PaintContext const& c, model::TouchpointId touchpoint,
                           std::vector<metrics::MonthCounts> const& series) {
    std::vector<Band> bands(series.size());
    if (c.figures(touchpoint).basis != metrics::Basis::All) return bands;
    auto const all = metrics::monthly_chart(c.input.room, c.input.index, touchpoint);
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto const at = std::find(all.months.begin(), all.months.end(), series[i].month);
        if (at == all.months.end()) {
            // A hole of several months is one month of nothing.
            if (i > 0) bands[i].centre = bands[i - 1].centre;
            continue;
        }
        auto const& point = all.chart.points[static_cast<std::size_t>(at - all.months.begin())];
        if (point.centre) bands[i].centre = 1 - *point.centre;
        if (point.limits)
            bands[i].limits = metrics::Interval{1 - point.limits->upper, 1 - point.limits->lower};
    }
    return bands;
}

// The part of 0..1 that a chart shows: the values with a little air, never a sliver that makes
// noise look like news.
Range range_of(std::vector<metrics::MonthCounts> const& months, std::vector<Band> const& bands,
               double target) {
    double low = target;
    double high = target;
    for (Band const& band : bands) {
        if (!band.limits) continue;
        low = std::min(low, band.limits->lower);
        high = std::max(high, band.limits->upper);
    }
    for (auto const& month : months) {
        if (month.counts.due == 0) continue;
        double const rate =
            static_cast<double>(month.counts.kept) / static_cast<double>(month.counts.due);
        low = std::min(low, rate);
        high = std::max(high, rate);
    }
    double const middle = (low + high) / 2;
    double const half = std::max((high - low) * 0.65, 0.08);
    return {std::max(0.0, std::min(low, middle - half) - 0.01),
            std::min(1.0, std::max(high, middle + half) + 0.01)};
}

}  // namespace

void paint_interval(PaintContext const& c, Tag tag, ScreenRect rect,
                    metrics::TouchpointFigures const& f) {
    if (!f.reliability || !f.interval) return;
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    double const low =
        std::max(0.0, std::min({f.interval->lower, f.target.value_or(1), 0.9}) - 0.08);
    auto const place = [&](double share) {
        return rect.x + rect.w * std::clamp((share - low) / (1 - low), 0.0, 1.0);
    };
    double const thick = rect.h;
    p.box({tag.kind, tag.item, Role::Scale}, {rect.x, rect.y, rect.w, thick}, theme.quiet_line,
          thick / 2);
    double const left = place(f.interval->lower);
    double const wide = std::max(thick, place(f.interval->upper) - left);
    p.box({tag.kind, tag.item, Role::Interval}, {left, rect.y - thick * 0.3, wide, thick * 1.6},
          color_of(f.state, theme), thick * 0.8);
    if (!f.target) return;
    p.box({tag.kind, tag.item, Role::Target},
          {place(*f.target) - thick * 0.2, rect.y - thick * 1.4, thick * 0.4, thick * 3.8},
          theme.ink, 0);
}

void paint_series(PaintContext const& c, Tag tag, model::TouchpointId touchpoint,
                  SeriesLook const& look) {
    View const& view = c.input.view;
    auto const months = strip_months(c.input.index.observed, view.period);
    if (!months) return;
    auto const series =
        metrics::monthly_series(c.input.room, c.input.index, touchpoint, view.persona,
                                base::month_of(months->first), series_months);
    auto const& f = c.figures(touchpoint);
    Theme const& theme = c.input.theme;
    Painter& p = c.painter;
    bool const chart = look.detail == SeriesDetail::Chart;
    std::vector<Band> const bands = chart ? bands_of(c, touchpoint, series) : std::vector<Band>();
    Range const range = range_of(series, bands, f.target.value_or(1));
    auto const at = [&](std::size_t i, double share) {
        return ScreenPoint{
            look.rect.x + look.rect.w * (static_cast<double>(i) + 0.5) / series_months,
            look.rect.bottom() - look.rect.h * range.place(share)};
    };
    double const month = look.rect.w / series_months;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (!bands[i].limits) continue;
        double const top = at(i, bands[i].limits->upper).y;
        p.box({tag.kind, tag.item, Role::Scale},
              {at(i, 0).x - month / 2, top, month, at(i, bands[i].limits->lower).y - top},
              base::with_alpha(theme.quiet_line, 0.55));
    }
    // From the first counted month to the last one: where nobody counted there is no middle.
    auto const counted = [](metrics::MonthCounts const& m) { return m.counts.due > 0; };
    auto const first = std::find_if(series.begin(), series.end(), counted);
    if (!bands.empty() && first != series.end()) {
        auto const last = std::find_if(series.rbegin(), series.rend(), counted).base();
        auto const end = static_cast<std::size_t>(last - series.begin());
        // One rule a level: a step where a new one was accepted.
        for (auto i = static_cast<std::size_t>(first - series.begin()); i < end;) {
            std::size_t next = i + 1;
            while (next < end && bands[next].centre == bands[i].centre)
                ++next;
            if (bands[i].centre) {
                ScreenPoint const from = at(i, *bands[i].centre);
                double const wide = static_cast<double>(next - i) * month;
                p.rule({tag.kind, tag.item, Role::Axis},
                       {from.x - month / 2, from.y, wide, look.line_width * 0.5}, theme.line);
            }
            i = next;
        }
    }
    if (f.target) {
        double const y = at(0, *f.target).y;
        p.polyline({tag.kind, tag.item, Role::Target}, {{look.rect.x, y}, {look.rect.right(), y}},
                   look.line_width * 0.7, theme.second_ink, look.line_width * 2);
    }
    // Dots of neighbouring months touch at most.
    double const radius = std::min(look.dot, look.rect.w / series_months / 2);
    std::vector<ScreenPoint> piece;
    auto const flush = [&] {
        p.polyline({tag.kind, tag.item, Role::Series}, piece, look.line_width, theme.ink);
        piece.clear();
    };
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto const& counts = series[i].counts;
        if (counts.due == 0) {
            flush();
            continue;
        }
        piece.push_back(at(i, static_cast<double>(counts.kept) / static_cast<double>(counts.due)));
    }
    flush();
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto const& counts = series[i].counts;
        bool const asked = base::lies_within(series[i].month, view.period);
        if (counts.due == 0 || (!asked && counts.due >= thin)) continue;
        ScreenPoint const centre =
            at(i, static_cast<double>(counts.kept) / static_cast<double>(counts.due));
        Quad dot;
        dot.rect = {centre.x - radius, centre.y - radius, radius * 2, radius * 2};
        dot.radius = static_cast<float>(radius);
        dot.fill = counts.due < thin ? theme.card : color_of(f.state, theme);
        dot.border = asked ? color_of(f.state, theme) : theme.second_ink;
        dot.border_width = static_cast<float>(std::max(1.0, radius * 0.35));
        p.quad({tag.kind, tag.item, Role::Point}, dot);
    }
    if (!chart || !signal_arrow(f)) return;
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto const& counts = series[i].counts;
        if (series[i].month != f.signal->period || counts.due == 0) continue;
        ScreenPoint const centre =
            at(i, static_cast<double>(counts.kept) / static_cast<double>(counts.due));
        Quad ring;
        ring.rect = {centre.x - radius * 2, centre.y - radius * 2, radius * 4, radius * 4};
        ring.radius = static_cast<float>(radius * 2);
        ring.border = theme.ink;
        ring.border_width = static_cast<float>(std::max(1.0, radius * 0.5));
        p.quad({tag.kind, tag.item, Role::State}, ring);
    }
}

void paint_scores(PaintContext const& c, Tag tag, metrics::TouchpointFigures const& f,
                  ScreenRect rect, double text_size) {
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    double const axis = rect.y + rect.h / 2;
    double const thick = text_size * 0.3;
    p.box({tag.kind, tag.item, Role::Scale}, {rect.x, axis - thick / 2, rect.w, thick},
          theme.quiet_line, thick / 2);
    struct Tick {
        std::optional<double> value;
        Color color;
        std::string label;
        bool above;
    };
    auto const& words = c.input.catalogue;
    std::string_view const rival = metrics::rival_name(c.input.room, f);
    std::array<Tick, 3> const ticks{
        Tick{f.rival, f.position ? color_of(*f.position, theme) : theme.line,
             f.rival ? words.format("score.rival",
                                    {rival.empty() ? words.text("score.best-rival") : rival,
                                     number(*f.rival, 1)})
                     : std::string(),
             false},
        Tick{f.expected, theme.second_ink,
             f.expected ? words.format("score.expected", {number(*f.expected, 1)}) : std::string(),
             true},
        Tick{f.own, theme.ink,
             f.own ? words.format("score.own", {number(*f.own, 1)}) : std::string(), true}};
    double const radius = text_size * 0.42;
    // Labels above the axis keep clear of each other: own goes left of expected when they are near.
    double const own_x = rect.x + rect.w * f.own.value_or(0) / 10;
    double const expected_x = rect.x + rect.w * f.expected.value_or(0) / 10;
    for (Tick const& tick : ticks) {
        if (!tick.value) continue;
        double const x = rect.x + rect.w * std::clamp(*tick.value, 0.0, 10.0) / 10;
        p.mark({tag.kind, tag.item, Role::Value}, Shape::Disc, {x, axis}, radius * 2, tick.color);
        double const wide = p.width(tick.label, text_size, Weight::Medium);
        double left = x - wide / 2;
        if (tick.above && f.own && f.expected) {
            bool const own = &tick == &ticks[2];
            bool const lower = own ? own_x <= expected_x : expected_x < own_x;
            left = lower ? x - wide + radius : x - radius;
        }
        left = std::clamp(left, rect.x, std::max(rect.x, rect.right() - wide));
        double const baseline =
            tick.above ? axis - radius - text_size * 0.45 : axis + radius + text_size * 1.05;
        p.text({tag.kind, tag.item, Role::Label}, tick.label,
               {left, baseline, text_size, tick.color, Weight::Medium});
    }
}

}  // namespace scene
