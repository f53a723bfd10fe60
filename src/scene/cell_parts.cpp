#include <algorithm>

#include "scene/cell_pen.hpp"
#include "scene/old_figures.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// What a bare sign takes with its distance, em; of which it is 0.8 wide.
constexpr double bare_sign = 1.7;

bool depends(Cell const& cell) {
    return cell.figures.it_depends && cell.overlay == Overlay::Reliability;
}

// What the control chart found, wherever the state is what is looked at.
std::optional<Shape> arrow_of(Cell const& cell) {
    return cell.overlay == Overlay::Reliability ? signal_arrow(cell.figures) : std::nullopt;
}

// Small signs that belong to the title: moment of truth, "it depends", a signal. From `x` to the
// right; sizes in px.
void paint_signs(Pen const& pen, double x, double centre_y, double size) {
    if (pen.cell.data.moment_of_truth.value_or(false)) {
        pen.painter().mark(pen.tag(Role::Mark), Shape::Diamond, {x + size / 2, centre_y}, size,
                           pen.theme().ink);
        x += size * 1.5;
    }
    if (depends(pen.cell)) {
        pen.painter().mark(pen.tag(Role::State), Shape::SplitDisc, {x + size / 2, centre_y},
                           size * 1.15, pen.theme().broken);
        x += size * 1.5;
    }
    if (auto const arrow = arrow_of(pen.cell))
        pen.painter().mark(pen.tag(Role::State), *arrow, {x + size / 2, centre_y}, size * 1.25,
                           pen.theme().ink);
}

struct MeasurePlace {
    ScreenPoint baseline;
    double size = 1;  // px; smaller where the room is too narrow
    double room = 0;  // px
};

// "broken 5,150 of 7,220": the word in the mark's colour, the value in ink. Returns the width.
double paint_measure(Pen const& pen, Wording const& wording, MeasurePlace const& place) {
    Painter& p = pen.painter();
    ScreenPoint const baseline = place.baseline;
    double const wide =
        p.width(wording.word, place.size, Weight::SemiBold) +
        (wording.value.empty()
             ? 0
             : place.size * 0.35 + p.width(wording.value, place.size, Weight::Medium));
    double const size = place.size * std::min(1.0, place.room / std::max(wide, 1.0));
    double x = baseline.x;
    x += p.text(pen.tag(Role::State), wording.word,
                {x, baseline.y, size, as_text(mark_color(pen), pen.theme()), Weight::SemiBold});
    if (wording.value.empty()) return x - baseline.x;
    x += size * 0.35;
    x += p.text(pen.tag(Role::Measure), wording.value,
                {x, baseline.y, size, pen.theme().ink, Weight::Medium});
    return x - baseline.x;
}

// The other of the two measures, right-aligned: position beside reliability, state beside
// everything else.
void paint_second_measure(Pen const& pen, ScreenPoint end, double size, double room) {
    Painter& p = pen.painter();
    auto const& f = pen.cell.figures;
    bool const position = pen.cell.overlay != Overlay::Differentiation;
    if (position && !f.position) return;
    Overlay const other = position ? Overlay::Differentiation : Overlay::Reliability;
    StateMark mark;
    mark.mark.shape = position ? shape_of(*f.position) : shape_of(f.state);
    Color const color =
        position ? color_of(*f.position, pen.theme()) : color_of(f.state, pen.theme());
    mark.mark.color = color;
    mark.striped = striped(other, pen.c.input.figures, pen.cell.touchpoint);
    std::string const word = position ? position_word(pen.c.input.catalogue, *f.position)
                                      : state_word(pen.c.input.catalogue, f.state);
    double const wide = p.width(word, size, Weight::Medium);
    if (wide + size * 1.2 > room) {
        if (size * 0.8 < room)
            paint_state_mark(pen.c, pen.tag(Role::Position), mark,
                             {{end.x - size * 0.4, end.y - size * 0.36}, size * 0.8});
        return;
    }
    p.text(pen.tag(Role::Position), word,
           {end.x, end.y, size, as_text(color, pen.theme()), Weight::Medium, Align::Right});
    paint_state_mark(pen.c, pen.tag(Role::Position), mark,
                     {{end.x - wide - size * 0.65, end.y - size * 0.36}, size * 0.72});
}

}  // namespace

double signs_width(Cell const& cell, double size) {
    double width = 0;
    if (cell.data.moment_of_truth.value_or(false)) width += size * 1.5;
    if (depends(cell)) width += size * 1.5;
    if (arrow_of(cell)) width += size * 1.5;
    return width;
}

Color mark_color(Pen const& pen) {
    return pen.cell.mark ? pen.cell.mark->color : pen.theme().line;
}

void paint_mark(Pen const& pen, ScreenPoint centre, double diameter) {
    if (!pen.cell.mark) return;
    // The card says how old the figures are.
    paint_state_mark(
        pen.c, pen.tag(Role::Mark),
        {*pen.cell.mark, striped(pen.cell.overlay, pen.c.input.figures, pen.cell.touchpoint)},
        {centre, diameter});
}

void paint_card_box(Pen const& pen, Color fill) {
    Quad q;
    q.rect = pen.cell.rect;
    q.radius = static_cast<float>(std::min(0.06 * pen.h, pen.painter().mm(3)));
    q.fill = fill;
    q.border = pen.theme().quiet_line;
    q.border_width = static_cast<float>(std::max(1.0, pen.painter().mm(0.3)));
    if (pen.cell.mark && pen.cell.overlay != Overlay::Importance &&
        pen.cell.overlay != Overlay::Emotion) {
        q.accents[0] = pen.cell.mark->color;
        q.accent_width = static_cast<float>(0.045 * pen.h);
    }
    pen.painter().quad(pen.tag(Role::Cell), q);
}

double star_width(Pen const& pen, double diameter) {
    auto const& f = pen.cell.figures;
    return f.memory || f.locked ? diameter + 0.32 : 0;
}

double paint_star(Pen const& pen, double centre_y, double diameter) {
    auto const& f = pen.cell.figures;
    if (!f.memory && !f.locked) return 0;
    bool const memory = f.memory;
    pen.painter().mark(pen.tag(Role::Star), memory ? Shape::Star : Shape::LockedStar,
                       {pen.right(0.12 + diameter / 2), pen.y(centre_y)}, diameter * pen.h,
                       memory ? pen.theme().remembered_fill : pen.theme().remembered_text);
    return star_width(pen, diameter);
}

bool stars_shown(Cell const& cell) {
    return cell.overlay == Overlay::Reliability || cell.overlay == Overlay::Differentiation;
}

void paint_cell_title(Pen const& pen, TitleLook const& look) {
    double const sign = look.size * 0.62;
    double const signs = signs_width(pen.cell, sign);
    double const wide = look.rect.w - signs;
    if (wide <= look.size) return;
    auto const& block = pen.c.input.text.block(
        pen.cell.data.title, {wide / look.size, look.lines, look.share, look.weight});
    double const top = look.rect.y + (look.rect.h - block.height * look.size) / 2;
    // The signs stand behind the last line: left of it where it is read from the right.
    bool const to_left = !block.lines.empty() && block.lines.back().right_to_left;
    double const left = to_left ? look.rect.right() - wide : look.rect.x;
    pen.painter().block(pen.tag(Role::Title), block, {left, top, wide, look.rect.h}, look.size,
                        pen.theme().ink);
    if (signs <= 0 || block.lines.empty()) return;
    std::size_t const last = block.lines.size() - 1;
    double const text_size = block.style.size * look.size;
    double const line = block.lines[last].width * look.size;
    double const baseline = top + block.baseline(last) * look.size;
    double const x = to_left ? left + wide - line - signs : left + line + text_size * 0.4;
    paint_signs(pen, x, baseline - text_size * layout::cap_height_em / 2, sign);
}

void paint_title_in_one_or_two(Pen const& pen, ScreenRect const& rect, TitleSize one, TitleSize two,
                               Weight weight) {
    double const size = one.size * pen.h;
    double const wide = rect.w - signs_width(pen.cell, size * 0.62);
    auto const& block =
        pen.c.input.text.block(pen.cell.data.title, {wide / size, 1, one.share, weight});
    if (block.cut) {
        paint_cell_title(pen, {rect, two.size * pen.h, 2, two.share, weight});
    } else {
        paint_cell_title(pen, {rect, size, 1, one.share, weight});
    }
}

void paint_measures_line(Pen const& pen, double left, double baseline, double size) {
    if (pen.cell.overlay == Overlay::None) return;  // the plain wall shows no measure
    double const end = pen.right(0.12);
    // On a narrow card the other measure is its sign alone, and the words of the first make room.
    bool const second = pen.cell.overlay == Overlay::Differentiation || pen.cell.figures.position;
    double const kept = second ? size * bare_sign : 0;
    double const used = paint_measure(pen,
                                      wording_of(pen.cell.overlay, pen.c.input.figures,
                                                 pen.cell.touchpoint, pen.c.input.catalogue),
                                      {{left, baseline}, size, end - left - kept});
    paint_second_measure(pen, {end, baseline}, size, end - left - used - size * 0.8);
}

}  // namespace scene
