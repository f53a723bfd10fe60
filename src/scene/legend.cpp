// The legend below the map: what the marks mean that stand there now.
#include <algorithm>
#include <iterator>

#include "scene/beliefs.hpp"
#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/legend_entries.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

constexpr double legend_cap = 7.8;  // design mm

// em.
constexpr double link_sign = 3.2;  // a length of line
constexpr double chip_sign = 1.75;
constexpr double plain_sign = 1.05;
constexpr double after_sign = 0.4;
constexpr double between_entries = 1.6;
constexpr double row_pitch = 1.45;
constexpr double widest_pitch = 1.7;
constexpr double raised = 2;  // design mm: nearer to the map than to the dock
constexpr double shrink_step = 0.96;

double sign_em(LegendEntry const& entry) {
    if (entry.sign == Sign::Shared || entry.sign == Sign::Crosses) return chip_sign;
    return entry.sign >= Sign::Triggers ? link_sign : plain_sign;
}

// A link's ring on a length of one of the dashed lines.
void paint_crossing(PaintContext const& c, Tag tag, ScreenPoint middle, double size) {
    Theme const& theme = c.input.theme;
    double const width = std::max(1.0, c.painter.mm(0.4));
    ScreenPoint const across{size * chip_sign / 2, 0};
    ScreenPoint const along{0, size * 0.6};
    Color const link = style_of(c, model::LinkKind::Triggers, size / 10).color;
    c.painter.polyline(tag, {middle - across, middle + across}, width, theme.line, size * 0.3);
    c.painter.polyline(tag, {middle - along, middle + along}, width, link);
    c.painter.mark(tag, Shape::Disc, middle, size * 0.55, theme.ground);
    c.painter.mark(tag, Shape::Ring, middle, size * 0.55, link);
}

// `at`: the left end of the sign, on its middle.
void paint_sign(PaintContext const& c, LegendEntry const& entry, ScreenPoint at, double size) {
    Tag const tag{ItemKind::Legend, 0, Role::Mark};
    ScreenPoint const middle{at.x + size * 0.5, at.y};
    switch (entry.sign) {
        case Sign::Shape:
            return c.painter.mark(tag, entry.shape, middle, size * 1.02, entry.color);
        case Sign::Old:
            return paint_state_mark(c, tag, {{entry.shape, entry.color, {}}, true},
                                    {middle, size * 1.02});
        case Sign::FailPoint:
            return paint_fail_mark(c, tag, middle, size * 1.2);
        case Sign::Wait:
            return paint_clock(c, tag, middle, size * 1.02, c.input.theme.ink);
        case Sign::Evidence:
            return paint_evidence_sign(c, tag, middle, size);
        case Sign::Crosses:
            return paint_crossing(c, tag, {at.x + size * chip_sign / 2, at.y}, size);
        case Sign::Shared:
            return paint_link_count(c, {tag, tag}, {{at.x + size * chip_sign / 2, at.y}, size, 2},
                                    style_of(c, model::LinkKind::Triggers, size / 10).color);
        default:
            break;
    }
    auto const kind = static_cast<model::LinkKind>(static_cast<int>(entry.sign) -
                                                   static_cast<int>(Sign::Triggers) +
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

// What is explained now: first what stands on the open floor, then the marks of the map.
struct Entries {
    std::vector<LegendEntry> all;
    std::size_t of_floor = 0;  // the first of them
};

// Which of the entries are explained, because what they explain was painted.
class Shown {
public:
    Shown(SignsSeen const& seen, Theme const& theme) : m_seen(seen), m_theme(theme) {}

    bool main(LegendEntry const& entry) const {
        // Of two kinds of not knowing, which are one ring.
        bool const ring =
            entry.shape == Shape::Ring &&
            (m_seen.has(Shape::Ring, m_theme.line) || m_seen.has(Shape::Ring, m_theme.second_ink));
        return ring || second(entry);
    }
    bool far(LegendEntry const& entry) const { return m_seen.has_far(entry.color); }
    bool second(LegendEntry const& entry) const { return m_seen.has(entry.shape, entry.color); }
    bool sign(LegendEntry const& entry) const { return m_seen.has(entry.sign); }

private:
    SignsSeen const& m_seen;
    Theme const& m_theme;
};

void add_shown(std::vector<LegendEntry>& to, std::vector<LegendEntry> const& from,
               Shown const& shown, bool (Shown::*is_shown)(LegendEntry const&) const) {
    std::copy_if(from.begin(), from.end(), std::back_inserter(to),
                 [&](LegendEntry const& entry) { return (shown.*is_shown)(entry); });
}

// The disc of the legend as marks of old figures look.
void add_old_figures(PaintContext const& c, std::vector<LegendEntry>& entries) {
    if (!c.painter.seen().has(Sign::Old)) return;
    // After the states, which it goes with.
    auto const state = std::find_if(entries.rbegin(), entries.rend(), [](LegendEntry const& entry) {
        return entry.shape <= Shape::Ring;
    });
    entries.insert(state.base(), {Shape::Disc, c.input.theme.second_ink,
                                  std::string(c.input.catalogue.text("legend.old")), Sign::Old});
}

std::vector<LegendEntry> entries_of_map(PaintContext const& c, Shown const& shown) {
    Theme const& theme = c.input.theme;
    auto const& catalogue = c.input.catalogue;
    Overlay const overlay = c.input.view.overlay;
    if (overlay == Overlay::PerceptionGap) return belief_legend(c);
    auto all = legend_of(overlay, theme, catalogue);
    name_effort(c, all);
    // That nobody counted any is no mark.
    bool const told = overlay == Overlay::Effort && all.size() == 1;
    std::vector<LegendEntry> entries;
    if (told) entries = all;
    if (!told) add_shown(entries, all, shown, &Shown::main);
    // Far cards are read by their colour where there is nothing nearer.
    if (entries.empty()) add_shown(entries, all, shown, &Shown::far);
    add_shown(entries, second_legend_of(overlay, theme, catalogue), shown, &Shown::second);
    return entries;
}

std::vector<LegendEntry> entries_of_board(PaintContext const& c, Shown const& shown) {
    auto const all = legend_of(c.input.view.board, c.input.theme, c.input.catalogue);
    std::vector<LegendEntry> entries;
    add_shown(entries, all, shown, &Shown::second);
    return entries;
}

Entries entries_of(PaintContext const& c) {
    Shown const shown(c.painter.seen(), c.input.theme);
    bool const board = c.input.view.board != Board::None;
    auto entries = board ? entries_of_board(c, shown) : entries_of_map(c, shown);
    add_old_figures(c, entries);
    if (board) return {std::move(entries)};
    std::vector<LegendEntry> below;
    add_shown(below, floor_legend(c.input.catalogue), shown, &Shown::sign);
    entries.insert(entries.begin(), below.begin(), below.end());
    return {std::move(entries), below.size()};
}

// As many rows as the legend's strip holds at a size that can be read. What the floor shows and
// what the map shows stand in rows of their own where that takes no more of them.
class LegendRows {
public:
    LegendRows(PaintContext const& c, Entries entries)
        : m_c(c), m_entries(std::move(entries.all)), m_of_floor(entries.of_floor) {
        m_size = layout::font_size_for_cap(legend_cap) * c.unit * c.input.physical.hand_type;
        m_room = c.chrome.legend.w - paint_status(c, m_size);
        double const least = c.painter.mm(layout::font_size_for_cap(smallest_cap_mm));
        while (!fits() && m_size > least)
            m_size = std::max(least, m_size * shrink_step);
        // What cannot be read is left out: the last entries first.
        while (!m_entries.empty() && !fits())
            m_entries.pop_back();
    }

    void paint() const {
        std::vector<std::size_t> const starts = rows();
        ScreenRect const area = m_c.chrome.legend;
        auto const count = static_cast<double>(starts.size());
        double const pitch = std::clamp(area.h / count, m_size * row_pitch, m_size * widest_pitch);
        double y = area.centre().y - pitch * (count - 1) / 2;
        if (starts.size() > 1) y -= raised * m_c.unit;
        for (std::size_t row = 0; row < starts.size(); ++row) {
            std::size_t const end = row + 1 < starts.size() ? starts[row + 1] : m_entries.size();
            double x = area.x;
            for (std::size_t i = starts[row]; i < end; ++i)
                x += paint_entry(m_entries[i], {x, y});
            y += pitch;
        }
    }

private:
    double width_of(LegendEntry const& entry) const {
        return m_c.painter.width(entry.text, m_size, Weight::Regular) +
               (sign_em(entry) + after_sign) * m_size;
    }

    // Where each row begins, if none may be wider than the room.
    std::vector<std::size_t> broken(std::size_t group) const {
        std::vector<std::size_t> starts{0};
        double wide = 0;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            double const own = width_of(m_entries[i]);
            bool const full = wide > 0 && wide + own > m_room;
            if (full || (group > 0 && i == group)) {
                starts.push_back(i);
                wide = 0;
            }
            wide += own + between_entries * m_size;
        }
        return starts;
    }

    std::vector<std::size_t> rows() const {
        std::vector<std::size_t> starts = broken(0);
        if (starts.size() < 2 || m_of_floor == 0 || m_of_floor >= m_entries.size()) return starts;
        std::vector<std::size_t> apart = broken(m_of_floor);
        return apart.size() <= starts.size() ? apart : starts;
    }

    bool fits() const {
        double const most = std::max(1.0, m_c.chrome.legend.h / (m_size * row_pitch));
        std::vector<std::size_t> const starts = broken(0);
        bool const one = starts.size() == 1 && !m_entries.empty();
        return static_cast<double>(starts.size()) <= most &&
               (!one || m_entries.size() > 1 || width_of(m_entries.front()) <= m_room);
    }

    double paint_entry(LegendEntry const& entry, ScreenPoint at) const {
        paint_sign(m_c, entry, at, m_size);
        double const sign = (sign_em(entry) + after_sign) * m_size;
        double const text =
            m_c.painter.text({ItemKind::Legend, 0, Role::Label}, entry.text,
                             {at.x + sign, at.y + m_size * layout::cap_height_em / 2, m_size,
                              m_c.input.theme.second_ink});
        return sign + text + between_entries * m_size;
    }

    PaintContext const& m_c;
    std::vector<LegendEntry> m_entries;
    std::size_t m_of_floor = 0;
    double m_size = 1;  // px
    double m_room = 0;
};

}  // namespace

void paint_legend(PaintContext const& c) {
    c.painter.box({ItemKind::Chrome, 0, Role::Ground},
                  {0, c.chrome.map.bottom() + 2 * c.unit, c.input.view.size.w, c.input.view.size.h},
                  c.input.theme.ground);
    if (!c.input.view.legend || c.chrome.legend.empty()) return;
    LegendRows(c, entries_of(c)).paint();
}

}  // namespace scene
