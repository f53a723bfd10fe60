#include <algorithm>
#include <cmath>

#include "scene/cells.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

struct Pen {
    PaintContext const& c;
    Cell const& cell;
    double h;  // the cell's height, the unit of every size here

    Painter& painter() const { return c.painter; }
    Theme const& theme() const { return c.input.theme; }
    double x(double share) const { return cell.rect.x + share * h; }
    double y(double share) const { return cell.rect.y + share * h; }
    double right(double share) const { return cell.rect.right() - share * h; }
    Tag tag(Role role) const { return {ItemKind::Touchpoint, cell.touchpoint.value, role}; }
    ScreenRect box(double left, double top, double right_inset, double height) const {
        return {x(left), y(top), right(right_inset) - x(left), height * h};
    }
};

Color mark_color(Pen const& pen) {
    return pen.cell.mark ? pen.cell.mark->color : pen.theme().line;
}

void paint_mark(Pen const& pen, ScreenPoint centre, double diameter) {
    if (!pen.cell.mark) return;
    pen.painter().mark(pen.tag(Role::Mark), pen.cell.mark->shape, centre,
                       diameter * pen.cell.mark->size, pen.cell.mark->color);
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

// How much of the width the star takes (in heights).
double star_width(Pen const& pen, double diameter) {
    auto const& f = pen.cell.figures;
    return f.memory || f.locked ? diameter + 0.32 : 0;
}

// Star of what makes us remembered, at the cell's top right. Returns its width.
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

// Small signs that belong to the title: moment of truth, "it depends". From `x` to the right; sizes
// in px.
void paint_signs(Pen const& pen, double x, double centre_y, double size) {
    if (pen.cell.data.moment_of_truth.value_or(false)) {
        pen.painter().mark(pen.tag(Role::Mark), Shape::Diamond, {x + size / 2, centre_y}, size,
                           pen.theme().ink);
        x += size * 1.5;
    }
    if (pen.cell.figures.it_depends && pen.cell.overlay == Overlay::Reliability) {
        pen.painter().mark(pen.tag(Role::State), Shape::SplitDisc, {x + size / 2, centre_y},
                           size * 1.15, pen.theme().broken);
    }
}

double signs_width(Cell const& cell, double size) {
    double width = 0;
    if (cell.data.moment_of_truth.value_or(false)) width += size * 1.5;
    if (cell.figures.it_depends && cell.overlay == Overlay::Reliability) width += size * 1.5;
    return width;
}

struct TitleLook {
    ScreenRect rect;
    double size = 10;
    int lines = 1;
    double share = 0.8;
    Weight weight = Weight::SemiBold;
};

// The title, centred vertically in its box, with its small signs behind the last line.
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

Weight title_weight(Cell const& cell) {
    bool const broken =
        cell.overlay == Overlay::Reliability && cell.figures.state == metrics::PromiseState::Broken;
    return broken ? Weight::SemiBold : Weight::Regular;
}

struct TitleSize {
    double size;   // share of the cell's height
    double share;  // it may shrink to
};

// On one line where it fits, else smaller on two.
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

// The count of an overlay that counts people, at the row's right end. Returns how much of the width
// it takes (in heights).
double paint_row_count(Pen const& pen) {
    auto const& f = pen.cell.figures;
    if (pen.cell.overlay != Overlay::Volume || !f.broken_promises) return 0.1;
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

// "broken 5,150 of 7,220": the word in the mark's colour, the value in ink. Returns the width.
double paint_measure(Pen const& pen, Wording const& wording, ScreenPoint baseline, double size) {
    Painter& p = pen.painter();
    double x = baseline.x;
    x += p.text(pen.tag(Role::State), wording.word,
                {x, baseline.y, size, as_text(mark_color(pen), pen.theme()), Weight::SemiBold});
    if (wording.value.empty()) return x - baseline.x;
    x += size * 0.35;
    x += p.text(pen.tag(Role::Measure), wording.value,
                {x, baseline.y, size, pen.theme().ink, Weight::Medium});
    auto const arrow = signal_arrow(pen.cell.figures);
    if (arrow && pen.cell.overlay == Overlay::Reliability) {
        p.mark(pen.tag(Role::State), *arrow, {x + size * 0.65, baseline.y - size * 0.36},
               size * 0.8, pen.theme().ink);
        x += size * 1.05;
    }
    return x - baseline.x;
}

// The other of the two measures, right-aligned: position beside reliability, state beside
// everything else.
void paint_second_measure(Pen const& pen, ScreenPoint end, double size, double room) {
    Painter& p = pen.painter();
    auto const& f = pen.cell.figures;
    bool const position = pen.cell.overlay != Overlay::Differentiation;
    if (position && !f.position) return;
    Shape const shape = position ? shape_of(*f.position) : shape_of(f.state);
    Color const color =
        position ? color_of(*f.position, pen.theme()) : color_of(f.state, pen.theme());
    std::string const word = position ? position_word(pen.c.input.catalogue, *f.position)
                                      : state_word(pen.c.input.catalogue, f.state);
    double const wide = p.width(word, size, Weight::Medium);
    if (wide + size * 1.2 > room) {
        if (size < room)
            p.mark(pen.tag(Role::Position), shape, {end.x - size * 0.4, end.y - size * 0.36},
                   size * 0.8, color);
        return;
    }
    p.text(pen.tag(Role::Position), word,
           {end.x, end.y, size, as_text(color, pen.theme()), Weight::Medium, Align::Right});
    p.mark(pen.tag(Role::Position), shape, {end.x - wide - size * 0.65, end.y - size * 0.36},
           size * 0.72, color);
}

void paint_measures_line(Pen const& pen, double left, double baseline, double size) {
    if (pen.cell.overlay == Overlay::None) return;  // the plain wall shows no measure
    double const end = pen.right(0.12);
    double const used =
        paint_measure(pen, wording_of(pen.cell.overlay, pen.cell.figures, pen.c.input.catalogue),
                      {left, baseline}, size);
    paint_second_measure(pen, {end, baseline}, size, end - left - used - size * 0.8);
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
    std::string const channels =
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

struct FullLook {
    double title, small, promise, figure, quote;  // font sizes, shares of the height
    int title_lines;
};

// The left part of a full cell: title, channel, promise, figure and interval. `width` in px.
void paint_full_left(Pen const& pen, double width, FullLook const& look) {
    Painter& p = pen.painter();
    double const left = pen.x(0.1);
    double const indent = look.title * 1.25;
    paint_mark(pen, {left + look.title * pen.h * 0.5, pen.y(0.09) + look.title * pen.h * 0.5},
               look.title * pen.h);
    double const title_x = pen.cell.mark ? left + indent * pen.h : left;
    double const title_height = look.title * 1.3 * look.title_lines;
    paint_cell_title(pen, {{title_x, pen.y(0.06), width - (title_x - left), title_height * pen.h},
                           look.title * pen.h,
                           look.title_lines,
                           0.8});
    double y = pen.y(0.06 + title_height + 0.02);
    std::string const channel = channels_text(pen.c.input.catalogue, pen.cell.data);
    std::string const line = pen.cell.data.department.empty()
                                 ? channel
                                 : channel + " \u00B7 " + pen.cell.data.department;
    y += p.paragraph(pen.tag(Role::Subtitle), line,
                     {{left, y, width, pen.h},
                      look.small * pen.h,
                      pen.theme().second_ink,
                      Weight::Regular,
                      1,
                      1});
    model::Promise const* const promise = pen.c.promise(pen.cell.touchpoint);
    if (promise != nullptr) {
        y += 0.02 * pen.h;
        p.paragraph(pen.tag(Role::Promise), promise->wording,
                    {{left, y, width, pen.h},
                     look.promise * pen.h,
                     pen.theme().ink,
                     Weight::Medium,
                     2,
                     0.9});
    }
    paint_measures_line(pen, left, pen.y(0.93), look.figure * pen.h);
}

// The first verbatim that fits the box whole: a voice is not cut short.
void paint_whole_quote(Pen const& pen, TextBox const& box) {
    auto const& index = pen.c.input.index;
    std::size_t const touchpoint = pen.cell.touchpoint.index();
    for (std::uint32_t i = index.verbatim_starts[touchpoint];
         i < index.verbatim_starts[touchpoint + 1]; ++i) {
        std::string const quote = pen.c.input.catalogue.format(
            "quote", {pen.c.input.room.verbatims[index.verbatims[i]].text});
        auto const& block = pen.c.input.text.block(
            quote, {box.rect.w / box.size, box.max_lines, box.smallest_share, box.weight});
        if (block.cut || block.word_cut) continue;
        pen.painter().block(pen.tag(Role::Quote), block, box.rect, box.size, box.color);
        return;
    }
}

void paint_full_right(Pen const& pen, ScreenRect rect, FullLook const& look) {
    double const text = look.small * pen.h;
    bool const plain = pen.cell.overlay == Overlay::None;
    double const chart = plain ? 0 : rect.h * 0.4;
    if (!plain) {
        paint_series(
            pen.c, pen.tag(Role::Series), pen.cell.touchpoint,
            {{rect.x, rect.y, rect.w, chart}, std::max(1.0, 0.008 * pen.h), 0.022 * pen.h});
    }
    double const below = rect.h - chart - text * 0.8;
    int const lines = static_cast<int>(below / (look.quote * pen.h * layout::line_height_em));
    if (lines < 1) return;
    paint_whole_quote(pen, {{rect.x, rect.y + chart + text * 0.8, rect.w, below},
                            look.quote * pen.h,
                            pen.theme().ink,
                            Weight::Regular,
                            lines,
                            0.999});
}

// Pictures at the right end of a wide cell's left part; what they leave of its width.
double paint_row_media(Pen const& pen, double width) {
    double const height = 0.72 * pen.h;
    double const wide = std::min(media_width(pen.c, pen.cell.touchpoint, height), width * 0.4);
    if (wide <= 0) return width;
    double const x = pen.x(0.1) + width - wide;
    paint_media(pen.c, pen.tag(Role::Picture), {x, pen.y(0.14), wide, height});
    return width - wide - 0.12 * pen.h;
}

void paint_full(Pen const& pen) {
    paint_card_box(pen, pen.theme().card);
    bool const row = is_row(pen.cell.rect.w, pen.cell.rect.h);
    double const star = stars_shown(pen.cell) ? paint_star(pen, 0.14, row ? 0.15 : 0.09) : 0.0;
    FullLook const look = row ? FullLook{0.16, 0.085, 0.11, 0.115, 0.085, 1}
                              : FullLook{0.088, 0.05, 0.062, 0.062, 0.05, 2};
    double left_width = pen.cell.rect.w * 0.56 - 0.1 * pen.h;
    if (row) left_width = paint_row_media(pen, left_width);
    paint_full_left(pen, left_width, look);
    double const x = pen.cell.rect.x + pen.cell.rect.w * 0.6;
    // A row is wide enough for the star beside its chart; a card has it above.
    double const right_inset = row ? std::max(0.12, star + 0.04) : 0.12;
    double const top = row || star <= 0 ? 0.1 : 0.26;
    double const bottom = row ? 0.08 : 0.22;
    paint_full_right(pen, {x, pen.y(top), pen.right(right_inset) - x, (1 - top - bottom) * pen.h},
                     look);
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
