#include <algorithm>

#include "scene/detail.hpp"
#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Shares of the cell's height.
constexpr double figure_size = 0.5;
constexpr double words_size = 0.15;
constexpr double bar_height = 0.075;

double eased(YieldFigures const& figures, double share) {
    return base::lerp(figures.previous.value_or(*figures.rty), *figures.rty, share);
}

struct YieldWords {
    double size = 10;  // px
    std::string_view what;
    std::string measured;
};

// What the figure counts, and how much of it is measured: the second stays where there is no room
// for both.
void paint_words(PaintContext const& c, Tag tag, ScreenRect const& rect, YieldWords const& words) {
    if (rect.w <= words.size) return;
    Color const color = c.input.theme.second_ink;
    auto const block_of = [&](std::string_view text, int lines) {
        return c.input.text.block(text, {rect.w / words.size, lines, 0.8});
    };
    double y = rect.y + 0.05 * rect.h;
    auto const what = block_of(words.what, 2);
    if (!what.cut && !what.word_cut) {
        c.painter.block({tag.kind, tag.item, Role::Label}, what, {rect.x, y, rect.w, rect.h},
                        words.size, color);
        y += what.height * words.size;
    }
    auto const measured = block_of(words.measured, what.cut ? 2 : 1);
    if (measured.cut || measured.word_cut) return;
    c.painter.block({tag.kind, tag.item, Role::Source}, measured, {rect.x, y, rect.w, rect.h},
                    words.size, color);
}

}  // namespace

void paint_yield(PaintContext const& c, Tag tag, ScreenRect rect, YieldFigures const& figures) {
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    double const h = rect.h;
    double const cap = figure_size * h * layout::cap_height_em;
    double const share = text_share(c.to_mm(cap)) * proportion_share(cap, c.chrome.map.h);
    if (share <= 0) return;
    p.push_alpha(share);
    std::string const measured =
        measured_text(c.input.catalogue, figures.measured, figures.of, figures.overdue);
    bool const words = c.to_mm(words_size * h * layout::cap_height_em) >= smallest_cap_mm * 0.97;
    double const size = words_size * h;
    if (!figures.rty) {
        double const line = size * layout::line_height_em;
        double const middle = rect.y + 0.05 * h + line / 2;
        double const dash = figure_size * h * 0.5;
        p.box(tag, {rect.x, middle - size * 0.1, dash, size * 0.2}, theme.second_ink);
        if (words) {
            double const x = rect.x + dash + size * 0.9;
            p.paragraph(
                tag,
                std::string(c.input.catalogue.text(figures.of == 0 ? "yield.empty" : "yield.none")),
                {{x, rect.y + 0.05 * h, rect.right() - x, h},
                 size,
                 theme.second_ink,
                 Weight::Regular,
                 3,
                 0.85});
        }
        p.pop_alpha();
        return;
    }
    double const value = eased(figures, c.input.view.figures_share);
    std::string const number = std::to_string(metrics::shown_of_hundred(value));
    double const wide = p.text(
        tag, number, {rect.x, rect.y + 0.56 * h, figure_size * h, theme.ink, Weight::SemiBold});
    if (words)
        paint_words(c, tag, {rect.x + wide + size * 0.9, rect.y, rect.w - wide - size * 0.9, h},
                    {size,
                     c.input.catalogue.text(figures.measured < figures.of ? "yield.words-at-best"
                                                                          : "yield.words"),
                     measured});
    ScreenRect const track{rect.x, rect.y + 0.8 * h, rect.w, bar_height * h};
    p.box({tag.kind, tag.item, Role::Scale}, track, theme.quiet_line, track.h / 2);
    ScreenRect filled = track;
    filled.w = std::max(track.h, track.w * value);
    StateMark value_bar;
    value_bar.mark.color = theme.ink;
    value_bar.striped = figures.overdue > 0;
    paint_state_mark(c, {tag.kind, tag.item, Role::Value}, value_bar, filled, track.h / 2);
    p.pop_alpha();
}

}  // namespace scene
