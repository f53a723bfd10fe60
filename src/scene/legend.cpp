// The legend below the map: what the marks mean that stand there now.
#include <algorithm>

#include "scene/beliefs.hpp"
#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

constexpr double legend_cap = 7.8;  // design mm

// Width of a legend's sign: links need a length of line.
double sign_em(LegendEntry const& entry) {
    return entry.sign >= LegendSign::Triggers ? 3.2 : 1.05;
}

// `at`: the left end of the sign, on its middle.
void paint_sign(PaintContext const& c, LegendEntry const& entry, ScreenPoint at, double size) {
    Tag const tag{ItemKind::Legend, 0, Role::Mark};
    ScreenPoint const middle{at.x + size * 0.5, at.y};
    switch (entry.sign) {
        case LegendSign::Shape:
            return c.painter.mark(tag, entry.shape, middle, size * 1.02, entry.color);
        case LegendSign::Old:
            c.painter.mark(tag, entry.shape, middle, size * 1.02, entry.color);
            return paint_stripes(c, tag, middle, size * 1.02);
        case LegendSign::FailPoint:
            return paint_fail_mark(c, tag, middle, size * 1.2);
        case LegendSign::Wait:
            return paint_clock(c, tag, middle, size * 1.02, c.input.theme.ink);
        default:
            break;
    }
    auto const kind = static_cast<model::LinkKind>(static_cast<int>(entry.sign) -
                                                   static_cast<int>(LegendSign::Triggers) +
                                                   static_cast<int>(model::LinkKind::Triggers));
    // As drawn where a box's text is this large.
    LinkStyle const style = style_of(c, kind, size / layout::font_size_for_cap(7.4));
    ScreenPoint const tip{at.x + 3 * size, at.y};
    c.painter.polyline(tag, {at, tip}, style.width, style.color, style.dash);
    paint_link_end(c, tag, kind, style, at, tip);
}

// At the right; answers the width that it takes. Staff are told beside the undo button.
double paint_status(PaintContext const& c, double size) {
    std::string const& status = c.input.view.status;
    if (status.empty() || c.input.view.editing.staff) return 0;
    ScreenRect const area = c.chrome.legend;
    c.painter.text({ItemKind::Chrome, 0, Role::Source}, status,
                   {area.right(), area.centre().y + size * layout::cap_height_em / 2, size,
                    c.input.theme.second_ink, Weight::Medium, Align::Right});
    return c.painter.width(status, size, Weight::Medium) + 2 * size;
}

// What the discs of effort measure; without any nothing is larger than anything.
void name_effort(PaintContext const& c, std::vector<LegendEntry>& entries) {
    bool const effort =
        c.input.view.board == Board::None && c.input.view.overlay == Overlay::Effort;
    if (!effort) return;
    auto const& shown = c.input.figures.shown_efforts;
    if (shown.empty()) {
        entries = {{Shape::Ring, c.input.theme.second_ink,
                    std::string(c.input.catalogue.text("legend.effort-nowhere"))}};
        return;
    }
    entries.front().text = c.input.catalogue.format(
        "legend.effort", {effort_name(c.input.catalogue, shown.front().measure)});
}

// The disc of the legend as marks of old figures look.
void add_old_figures(PaintContext const& c, std::vector<LegendEntry>& entries) {
    Overlay const overlay = c.input.view.overlay;
    bool const promises = overlay == Overlay::Reliability || overlay == Overlay::Volume;
    Board const board = c.input.view.board;
    bool const striped = board == Board::None
                             ? promises
                             : board == Board::Importance || board == Board::Measures ||
                                   board == Board::Contradictions || board == Board::Components;
    auto const& all = c.input.figures.touchpoints;
    bool const seen = std::any_of(all.begin(), all.end(), [](auto const& f) { return f.stale; });
    if (!striped || !seen) return;
    // After the states, which it goes with.
    auto const state = std::find_if(entries.rbegin(), entries.rend(), [](LegendEntry const& entry) {
        return entry.shape <= Shape::Ring;
    });
    entries.insert(state.base(),
                   {Shape::Disc, c.input.theme.second_ink,
                    std::string(c.input.catalogue.text("legend.old")), LegendSign::Old});
}

}  // namespace

void paint_legend(PaintContext const& c) {
    ScreenRect const area = c.chrome.legend;
    c.painter.box({ItemKind::Chrome, 0, Role::Ground},
                  {0, c.chrome.map.bottom() + 2 * c.unit, c.input.view.size.w, c.input.view.size.h},
                  c.input.theme.ground);
    if (!c.input.view.legend || area.empty()) return;
    auto entries = c.input.view.board == Board::None
                       ? legend_of(c.input.view.overlay, c.input.theme, c.input.catalogue)
                       : legend_of(c.input.view.board, c.input.theme, c.input.catalogue);
    if (c.input.view.board == Board::None && c.input.view.overlay == Overlay::PerceptionGap)
        entries = belief_legend(c);
    name_effort(c, entries);
    add_old_figures(c, entries);
    bool const floor =
        c.input.view.board == Board::None && open_floor(c.input.layout, c.input.view);
    if (floor) {
        auto const below = floor_legend(c.input.catalogue);
        entries.insert(entries.begin(), below.begin(), below.end());
    }
    double size = layout::font_size_for_cap(legend_cap) * c.unit * c.input.physical.hand_type;
    double const room = area.w - paint_status(c, size);
    auto const total = [&] {
        double wide = 0;
        for (auto const& e : entries)
            wide += c.painter.width(e.text, size, Weight::Regular) + sign_em(e) * size + size * 2;
        return wide;
    };
    // What cannot be read is left out: the last entries first.
    double const least = c.painter.mm(layout::font_size_for_cap(smallest_cap_mm));
    if (total() > room) size = std::max(std::min(size, least), size * room / total());
    while (!entries.empty() && total() > room)
        entries.pop_back();
    double x = area.x;
    double const y = area.centre().y;
    for (auto const& entry : entries) {
        paint_sign(c, entry, {x, y}, size);
        x += (sign_em(entry) + 0.4) * size;
        x += c.painter.text(
            {ItemKind::Legend, 0, Role::Label}, entry.text,
            {x, y + size * layout::cap_height_em / 2, size, c.input.theme.second_ink});
        x += size * 1.6;
    }
}

}  // namespace scene
