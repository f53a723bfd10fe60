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

namespace {

// Of equal values the ring of what is expected still shows around our own disc.
struct Tick {
    std::optional<double> value;
    Shape shape;
    Color color;
    std::string label;
    bool above;
    double left = 0;  // of the label
    double wide = 0;
};

struct Along {
    double from, to;  // px
    double text_size;
};

// Two labels of one line, the lower value's on the left, with air between them inside `line`.
void part_labels(Tick& own, Tick& expected, Along const& line) {
    bool const own_first = *own.value <= *expected.value;
    Tick& first = own_first ? own : expected;
    Tick& second = own_first ? expected : own;
    double const air = line.text_size * 0.9;
    double const overlap = first.left + first.wide + air - second.left;
    if (overlap <= 0) return;
    first.left -= overlap / 2;
    double const most = line.to - second.wide - air - first.wide;
    first.left = std::max(line.from, std::min(first.left, most));
    second.left = first.left + first.wide + air;
}

}  // namespace

void paint_scores(PaintContext const& c, Tag tag, metrics::TouchpointFigures const& f,
                  ScreenRect rect, double text_size) {
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    double const axis = rect.y + rect.h / 2;
    double const thick = text_size * 0.3;
    p.box({tag.kind, tag.item, Role::Scale}, {rect.x, axis - thick / 2, rect.w, thick},
          theme.quiet_line, thick / 2);
    auto const& words = c.input.catalogue;
    std::string_view const rival = metrics::rival_name(c.input.room, f);
    std::array<Tick, 3> ticks{
        Tick{f.rival, Shape::Disc, f.position ? color_of(*f.position, theme) : theme.line,
             f.rival ? words.format("score.rival",
                                    {rival.empty() ? words.text("score.best-rival") : rival,
                                     number(*f.rival, 1)})
                     : std::string(),
             false},
        Tick{f.expected, Shape::Ring, theme.second_ink,
             f.expected ? words.format("score.expected", {number(*f.expected, 1)}) : std::string(),
             true},
        Tick{f.own, Shape::Disc, theme.ink,
             f.own ? words.format("score.own", {number(*f.own, 1)}) : std::string(), true}};
    double const radius = text_size * 0.42;
    auto const x_of = [&](Tick const& tick) {
        return rect.x + rect.w * std::clamp(*tick.value, 0.0, 10.0) / 10;
    };
    for (Tick& tick : ticks) {
        if (!tick.value) continue;
        tick.wide = p.width(tick.label, text_size, Weight::Medium);
        tick.left = x_of(tick) - tick.wide / 2;
    }
    if (f.own && f.expected) part_labels(ticks[2], ticks[1], {rect.x, rect.right(), text_size});
    for (Tick const& tick : ticks) {
        if (!tick.value) continue;
        double const size = radius * (tick.shape == Shape::Ring ? 2.8 : 2);
        p.mark({tag.kind, tag.item, Role::Value}, tick.shape, {x_of(tick), axis}, size, tick.color);
        double const left =
            std::clamp(tick.left, rect.x, std::max(rect.x, rect.right() - tick.wide));
        double const baseline =
            tick.above ? axis - radius - text_size * 0.45 : axis + radius + text_size * 1.05;
        p.text({tag.kind, tag.item, Role::Label}, tick.label,
               {left, baseline, text_size, tick.color, Weight::Medium});
    }
}

}  // namespace scene
