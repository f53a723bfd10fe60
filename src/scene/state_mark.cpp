// A touchpoint's mark, and the stripes over the mark of an old figure: the one place that paints
// them, so that no part of the wall shows old figures as new ones.
#include <algorithm>

#include "scene/old_figures.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Of the mark's size, from stripe to stripe.
constexpr double stripes_share = 0.26;
constexpr double fewest_px = 4;

Quad stripes(ScreenRect const& rect, Color color, double step_px) {
    Quad hatch;
    hatch.rect = rect;
    hatch.pattern = Pattern::Hatched;
    hatch.pattern_px = static_cast<float>(std::max(fewest_px, step_px));
    hatch.fill = color;
    return hatch;
}

// Cut by stripes nobody could tell up from down.
bool made_of_lines(Shape shape) {
    return shape == Shape::ChevronUp || shape == Shape::ChevronDown || shape == Shape::Bar;
}

}  // namespace

std::optional<StateMark> state_mark(PaintContext const& c, model::TouchpointId touchpoint) {
    Overlay const overlay = c.input.view.overlay;
    auto const mark = mark_of(overlay, c.input.figures, touchpoint, c.input.theme);
    if (!mark) return std::nullopt;
    return StateMark{*mark, striped(overlay, c.input.figures, touchpoint)};
}

void paint_state_mark(PaintContext const& c, Tag tag, StateMark const& state, MarkPlace place) {
    double const side = place.side * state.mark.size;
    bool const behind = made_of_lines(state.mark.shape);
    auto const mark = [&] {
        c.painter.mark(tag, state.mark.shape, place.centre, side, state.mark.color);
    };
    if (!state.striped) return mark();
    c.painter.note(Sign::Old, place.centre);
    Theme const& theme = c.input.theme;
    ScreenRect const around{place.centre.x - side / 2, place.centre.y - side / 2, side, side};
    Quad hatch = stripes(around, behind ? base::with_alpha(theme.line, 0.6) : theme.card,
                         stripes_share * side);
    hatch.radius = static_cast<float>(side / 2);
    if (!behind) mark();
    c.painter.quad({tag.kind, tag.item, Role::State}, hatch);
    if (behind) mark();
}

void paint_state_mark(PaintContext const& c, Tag tag, StateMark const& state, ScreenRect box,
                      double radius) {
    c.painter.box(tag, box, state.mark.color, radius);
    if (!state.striped) return;
    c.painter.note(Sign::Old, box.centre());
    Quad hatch = stripes(box, c.input.theme.card, 6 * c.unit);
    hatch.radius = static_cast<float>(radius);
    c.painter.quad({tag.kind, tag.item, Role::State}, hatch);
}

}  // namespace scene
