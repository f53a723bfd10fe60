#include <algorithm>
#include <cmath>

#include "scene/cell_pen.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

Weight title_weight(Cell const& cell) {
    bool const broken =
        cell.overlay == Overlay::Reliability && cell.figures.state == metrics::PromiseState::Broken;
    return broken ? Weight::SemiBold : Weight::Regular;
}

// The count of an overlay that counts people, at the row's right end. Returns how much of the width
// it takes (in heights).
double paint_row_count(Pen const& pen) {
    auto const& f = pen.cell.figures;
    if (pen.cell.overlay != Overlay::Volume || !f.broken_promises || f.due.value_or(0) == 0)
        return 0.1;
    double const size = 0.42 * pen.h;
    double const wide =
        pen.painter().text(pen.tag(Role::Measure), base::grouped(*f.broken_promises),
                           {pen.right(0.12), pen.y(0.5) + size * layout::cap_height_em / 2, size,
                            pen.theme().ink, Weight::Medium, Align::Right});
    return 0.25 + wide / pen.h;
}

void paint_row_title(Pen const& pen) {
    double const indent = pen.cell.mark ? 0.9 : 0.2;
    paint_mark(pen, {pen.x(0.42), pen.y(0.5)}, 0.52 * pen.h);
    double const star = stars_shown(pen.cell) ? paint_star(pen, 0.5, 0.5) : paint_row_count(pen);
    ScreenRect const rect = pen.box(indent, 0, star, 1);
    paint_title_in_one_or_two(pen, rect, {0.44, 0.76}, {0.36, 0.8}, title_weight(pen.cell));
}

void paint_row_measures(Pen const& pen) {
    paint_mark(pen, {pen.x(0.5), pen.y(0.5)}, 0.46 * pen.h);
    double const star = stars_shown(pen.cell) ? paint_star(pen, 0.27, 0.34) : 0.1;
    double const indent = pen.cell.mark ? 0.95 : 0.28;
    ScreenRect const title = pen.box(indent, 0.04, star, 0.52);
    paint_title_in_one_or_two(pen, title, {0.33, 0.7}, {0.21, 0.8}, Weight::SemiBold);
    paint_measures_line(pen, pen.x(indent), pen.y(0.82), 0.225 * pen.h);
}

std::string subtitle(PaintContext const& c, Cell const& cell) {
    model::Promise const* const promise = c.promise(cell.touchpoint);
    std::string channels =
        cell.data.channels.empty() ? std::string() : channels_text(c.input.catalogue, cell.data);
    if (promise == nullptr) return channels;
    std::string const& wording = promise->wording;
    if (channels.empty()) return wording;
    return channels + " \u00B7 " + wording;
}

// Two lines where they hold it, else three smaller ones, so that it never reaches the line below.
void paint_subtitle(Pen const& pen) {
    std::string const text = subtitle(pen.c, pen.cell);
    ScreenRect const box = pen.box(0.16, 0.365, 0.1, 0.37);
    auto const& two = pen.c.input.text.block(text, {box.w / (0.1135 * pen.h), 2, 0.9});
    TextBox look{box, 0.1135 * pen.h, pen.theme().second_ink, Weight::Regular, 2, 0.9};
    if (two.cut) {
        look.size = 0.096 * pen.h;
        look.max_lines = 3;
    }
    pen.painter().paragraph(pen.tag(Role::Promise), text, look);
}

void paint_card_measures(Pen const& pen) {
    paint_card_box(pen, pen.theme().card);
    double const star = stars_shown(pen.cell) ? paint_star(pen, 0.19, 0.2) : 0.1;
    double const indent = pen.cell.mark ? 0.35 : 0.16;
    paint_mark(pen, {pen.x(0.22), pen.y(0.19)}, 0.18 * pen.h);
    ScreenRect const title = pen.box(indent, 0.05, std::max(0.1, star), 0.29);
    paint_title_in_one_or_two(pen, title, {0.142, 0.8}, {0.115, 0.8}, Weight::SemiBold);
    paint_subtitle(pen);
    paint_measures_line(pen, pen.x(0.16), pen.y(0.87), 0.1135 * pen.h);
}

void paint_far(Pen const& pen) {
    Quad q;
    q.rect = pen.cell.rect;
    q.shape = Shape::FarCard;
    q.radius = static_cast<float>(0.1 * pen.h);
    q.fill = pen.cell.mark ? pen.cell.mark->tint : pen.theme().card;
    q.border = pen.theme().quiet_line;
    q.accents[0] = mark_color(pen);
    if (pen.cell.overlay != Overlay::None) {
        auto const& f = pen.cell.figures;
        q.accents[1] = color_of(f.state, pen.theme());
        q.accents[2] = f.position ? color_of(*f.position, pen.theme()) : pen.theme().line;
    }
    pen.painter().quad(pen.tag(Role::Cell), q);
}

void paint_small_cell(Pen const& pen) {
    Quad q;
    q.rect = pen.cell.rect;
    q.radius = static_cast<float>(0.14 * pen.h);
    q.fill = pen.cell.mark ? pen.cell.mark->tint : pen.theme().card;
    q.border = pen.cell.mark && pen.cell.mark->tint != pen.theme().card
                   ? base::with_alpha(pen.cell.mark->color, 0.55)
                   : pen.theme().quiet_line;
    q.border_width = 1;
    pen.painter().quad(pen.tag(Role::Cell), q);
    if (pen.cell.mark) {
        paint_mark(pen, pen.cell.rect.centre(), 0.56 * pen.h);
    } else {
        pen.painter().box(pen.tag(Role::Label),
                          {pen.x(0.3), pen.y(0.42), pen.cell.rect.w - 0.6 * pen.h, 0.16 * pen.h},
                          pen.theme().quiet_line, 0.08 * pen.h);
    }
}

// A title that finds no room is left to the simpler form.
void paint_card_title(Pen const& pen) {
    double const indent = pen.cell.mark ? 0.5 : 0.16;
    double const star = stars_shown(pen.cell) ? star_width(pen, 0.2) : 0.08;
    TitleLook const look{pen.box(indent, 0.06, std::max(0.1, star), 0.88), 0.19 * pen.h, 3, 0.999};
    double const wide = look.rect.w - signs_width(pen.cell, look.size * 0.62);
    auto const& block = pen.c.input.text.block(
        pen.cell.data.title, {wide / look.size, look.lines, look.share, look.weight});
    if (block.cut || block.word_cut) return paint_small_cell(pen);
    paint_card_box(pen, pen.theme().card);
    paint_mark(pen, {pen.x(0.27), pen.y(0.5)}, 0.26 * pen.h);
    if (stars_shown(pen.cell)) paint_star(pen, 0.2, 0.2);
    paint_cell_title(pen, look);
}

// A row whose mark has slid under the rail goes: no title is read from its middle.
void paint_row(Pen const& pen, void (*paint)(Pen const&)) {
    Frozen const& frozen = pen.c.chrome.frozen;
    double const hidden = frozen.left > 0 ? frozen.map.x - pen.x(0.16) : 0;
    double const share = std::clamp(1 - hidden / (0.8 * pen.h), 0.0, 1.0);
    if (share <= 0) return;
    pen.painter().push_alpha(share);
    paint(pen);
    pen.painter().pop_alpha();
}

}  // namespace

void paint_form(PaintContext const& c, Cell const& cell, Form form) {
    Pen const pen{c, cell, cell.rect.h};
    bool const row = is_row(cell.rect.w, cell.rect.h);
    switch (form) {
        case Form::Far:
            paint_far(pen);
            break;
        case Form::Cell:
            paint_small_cell(pen);
            break;
        case Form::Title:
            row ? paint_row(pen, paint_row_title) : paint_card_title(pen);
            break;
        case Form::Measures:
            row ? paint_row(pen, paint_row_measures) : paint_card_measures(pen);
            break;
        case Form::Full:
            paint_full(pen);
            break;
    }
}

}  // namespace scene
