#include <algorithm>
#include <array>
#include <cmath>

#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {

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
