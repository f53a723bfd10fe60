#include <algorithm>

#include "layout/stage_texts.hpp"
#include "scene/cell_pen.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

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
        std::string const quote = layout::quote_text(
            pen.c.input.catalogue, pen.c.input.room.verbatims[index.verbatims[i]]);
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

}  // namespace

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

}  // namespace scene
