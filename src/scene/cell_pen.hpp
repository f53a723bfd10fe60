// What the forms of a touchpoint cell are put together from: its box, mark, star, title and
// measures. Internal to the cell_*.cpp files.
#pragma once

#include "scene/cells.hpp"

namespace scene {

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

struct TitleLook {
    ScreenRect rect;
    double size = 10;
    int lines = 1;
    double share = 0.8;
    Weight weight = Weight::SemiBold;
};

// A size of the title and what it may shrink to.
struct TitleSize {
    double size;   // share of the cell's height
    double share;  // it may shrink to
};

Color mark_color(Pen const& pen);
void paint_mark(Pen const& pen, ScreenPoint centre, double diameter);
void paint_card_box(Pen const& pen, Color fill);
// How much of the width the star takes (in heights).
double star_width(Pen const& pen, double diameter);
// Star of what makes us remembered, at the cell's top right. Returns its width.
double paint_star(Pen const& pen, double centre_y, double diameter);
bool stars_shown(Cell const& cell);
// Of the small signs behind a title.
double signs_width(Cell const& cell, double size);
// The title, centred vertically in its box, with its small signs behind the last line.
void paint_cell_title(Pen const& pen, TitleLook const& look);
// On one line where it fits, else smaller on two.
void paint_title_in_one_or_two(Pen const& pen, ScreenRect const& rect, TitleSize one, TitleSize two,
                               Weight weight);
void paint_measures_line(Pen const& pen, double left, double baseline, double size);

// The fullest form (cell_full.cpp).
void paint_full(Pen const& pen);

}  // namespace scene
