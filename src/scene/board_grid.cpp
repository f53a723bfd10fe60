// Two measures against each other, every touchpoint a mark that can be dragged to where it is read.
#include <algorithm>
#include <cmath>

#include "scene/board_places.hpp"
#include "scene/boards.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres and capitals.
constexpr double corner_cap = 12;
constexpr double scale_cap = 6.6;
constexpr double axis_cap = 7.6;
constexpr double pulled_cap = 12;
constexpr double pulled_small_cap = 8.6;

class GridPainter {
public:
    GridPainter(PaintContext const& c, Board board)
        : m_c(c),
          m_p(c.painter),
          m_board(board),
          m_places(grid_places(
              {c.input.room, c.input.layout, c.input.index, c.input.figures, c.input.view,
               c.input.theme, c.input.physical, c.input.catalogue, c.input.text.measure()},
              board, c.chrome.map, c.unit)) {}

    void paint() {
        if (m_places.points.empty()) return empty();
        corners();
        axes();
        for (GridPoint const& point : m_places.points)
            mark(point);
        for (GridPoint const& point : m_places.points) {
            if (point.pulled) callout(point);
        }
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type;
    }
    std::string_view words(std::string_view part) const {
        return m_c.input.catalogue.text(std::string(key_of(m_board)) + "." + std::string(part));
    }

    void empty() {
        double const s = size(10);
        ScreenRect const& map = m_c.chrome.map;
        m_p.paragraph({ItemKind::Room, 0, Role::Label}, words("empty"),
                      {{map.x, map.centre().y - s, map.w, s * 4},
                       s,
                       m_c.input.theme.second_ink,
                       Weight::Regular,
                       2,
                       1,
                       Align::Centre});
    }

    // The four quarters by name; where the wall looks first is said in ink.
    void corners() {
        double const s = size(corner_cap);
        ScreenRect const& plot = m_places.plot;
        double const inset = s * 0.5;
        struct Corner {
            char const* part;
            double x, y;
            Align align;
            bool first;
        };
        double const top = plot.y + s * 1.1;
        double const foot = plot.bottom() - s * 0.55;
        bool const importance = m_board == Board::Importance;
        for (Corner const& corner :
             {Corner{"top-left", plot.x + inset, top, Align::Left, true},
              Corner{"top-right", plot.right() - inset, top, Align::Right, false},
              Corner{"bottom-left", plot.x + inset, foot, Align::Left, !importance},
              Corner{"bottom-right", plot.right() - inset, foot, Align::Right, false}}) {
            m_p.text({ItemKind::Room, 0, Role::Name}, words(corner.part),
                     {corner.x, corner.y, s,
                      corner.first ? m_c.input.theme.ink : m_c.input.theme.second_ink,
                      Weight::SemiBold, corner.align});
        }
    }

    void axes() {
        Theme const& theme = m_c.input.theme;
        ScreenRect const& plot = m_places.plot;
        double const hair = m_p.mm(0.3);
        Tag const axis{ItemKind::Room, 0, Role::Axis};
        m_p.rule(axis, {plot.x, plot.bottom(), plot.w, hair}, theme.quiet_line);
        m_p.rule(axis, {plot.x, plot.y, hair, plot.h}, theme.quiet_line);
        m_p.rule(axis, {m_places.x_of(m_places.x.cross), plot.y, hair * 2, plot.h}, theme.line);
        m_p.rule(axis, {plot.x, m_places.y_of(m_places.y.cross), plot.w, hair * 2}, theme.line);
        double const s = size(scale_cap);
        double const x_line = plot.bottom() + s * 1.5;
        for (double const at : m_places.x.ticks) {
            m_p.text(
                {ItemKind::Room, 0, Role::Scale}, signed_tick(at),
                {m_places.x_of(at), x_line, s, theme.second_ink, Weight::Regular, Align::Centre});
        }
        for (double const at : m_places.y.ticks) {
            std::string const tick = m_board == Board::Importance ? number(at, 0) : signed_tick(at);
            m_p.text({ItemKind::Room, 0, Role::Scale}, tick,
                     {plot.x - s * 0.6, m_places.y_of(at) + s * layout::cap_height_em / 2, s,
                      theme.second_ink, Weight::Regular, Align::Right});
        }
        captions(x_line);
    }

    static std::string signed_tick(double at) {
        std::string const sign = at > 0 ? "+" : at < 0 ? "\u2212" : "";
        return sign + number(std::abs(at), 0);
    }

    void captions(double x_line) {
        Theme const& theme = m_c.input.theme;
        ScreenRect const& plot = m_places.plot;
        double const s = size(axis_cap);
        double const line = x_line + s * 1.5;
        Tag const tag{ItemKind::Room, 0, Role::Label};
        double const across = m_places.x_of(m_places.x.cross);
        m_p.text(tag, words("x-low"),
                 {across - s, line, s, theme.second_ink, Weight::Medium, Align::Right});
        m_p.text(tag, words("x-high"), {across + s, line, s, theme.second_ink, Weight::Medium});
        m_p.text(tag, words("y"), {plot.x, plot.y - s * 0.5, s, theme.second_ink, Weight::Medium});
        if (m_places.left_out == 0) return;
        std::string const rest =
            m_c.input.catalogue.format("board.left-out", {std::to_string(m_places.left_out)});
        m_p.text(
            {ItemKind::Room, 0, Role::Source}, rest,
            {plot.right(), plot.y - s * 0.5, s, theme.second_ink, Weight::Regular, Align::Right});
    }

    Mark mark_for(model::TouchpointId id) const {
        return *mark_of(Overlay::Reliability, m_c.figures(id), m_c.input.theme);
    }

    void mark(GridPoint const& point) {
        Tag const tag{ItemKind::Touchpoint, point.touchpoint.value, Role::Mark};
        Mark const look = mark_for(point.touchpoint);
        if (point.pulled) {
            m_p.polyline({tag.kind, tag.item, Role::Link}, {point.place, point.at},
                         std::max(1.0, m_p.mm(0.5)), m_c.input.theme.line, m_p.mm(3));
            m_p.mark(tag, Shape::Ring, point.place, point.diameter * 0.4, m_c.input.theme.line);
            return;
        }
        m_p.mark(tag, look.shape, point.at, point.diameter, look.color);
        if (point.label.empty()) return;
        double const s = m_places.label_size;
        m_p.text({tag.kind, tag.item, Role::Title}, m_c.input.room.at(point.touchpoint).title,
                 {point.label.x, point.label.y + s * 0.9, s, m_c.input.theme.ink, Weight::Medium});
    }

    // A dragged mark says what it is: title, both measures, the weight.
    void callout(GridPoint const& point) {
        Theme const& theme = m_c.input.theme;
        auto const& f = m_c.figures(point.touchpoint);
        auto const& catalogue = m_c.input.catalogue;
        std::string const& title = m_c.input.room.at(point.touchpoint).title;
        Wording const promise = wording_of(Overlay::Reliability, f, catalogue);
        Wording const rival = wording_of(Overlay::Differentiation, f, catalogue);
        std::string const first = promise.word + " " + promise.value;
        std::string second = rival.word + " " + rival.value;
        if (f.importance) {
            second +=
                " \u00B7 " + catalogue.format("importance.share", {number(*f.importance * 100, 1)});
        }
        double const big = size(pulled_cap);
        double const small = size(pulled_small_cap);
        double const wide = std::max({m_p.width(title, big, Weight::SemiBold),
                                      m_p.width(first, small, Weight::Medium),
                                      m_p.width(second, small, Weight::Regular)});
        double const pad = 9 * m_c.unit;
        double const height = big * 1.25 + small * 2.7 + 2 * pad;
        double const full = point.diameter + pad + wide + 2 * pad;
        ScreenRect const& map = m_c.chrome.map;
        double const x = std::clamp(point.at.x - point.diameter / 2 - pad, map.x,
                                    std::max(map.x, map.right() - full));
        double const y =
            std::clamp(point.at.y - height / 2, map.y, std::max(map.y, map.bottom() - height));
        Tag const tag{ItemKind::Touchpoint, point.touchpoint.value, Role::Panel};
        Quad card;
        card.rect = {x, y + 2 * m_c.unit, full, height};
        card.radius = static_cast<float>(6 * m_c.unit);
        card.softness = static_cast<float>(7 * m_c.unit);
        card.fill = {0, 0, 0, 22};
        m_p.quad({tag.kind, tag.item, Role::Shadow}, card);
        card.rect.y = y;
        card.softness = 0;
        card.fill = theme.card;
        card.border = theme.quiet_line;
        card.border_width = static_cast<float>(std::max(1.0, m_p.mm(0.3)));
        m_p.quad(tag, card);
        Mark const look = mark_for(point.touchpoint);
        m_p.mark({tag.kind, tag.item, Role::Mark}, look.shape,
                 {x + pad + point.diameter / 2, y + height / 2}, point.diameter, look.color);
        double const left = x + 2 * pad + point.diameter;
        double line = y + pad + big * 0.95;
        m_p.text({tag.kind, tag.item, Role::Title}, title,
                 {left, line, big, theme.ink, Weight::SemiBold});
        line += small * 1.5;
        m_p.text({tag.kind, tag.item, Role::Measure}, first,
                 {left, line, small, theme.ink, Weight::Medium});
        line += small * 1.3;
        m_p.text({tag.kind, tag.item, Role::Position}, second,
                 {left, line, small, theme.second_ink});
    }

    PaintContext const& m_c;
    Painter& m_p;
    Board m_board;
    GridPlaces m_places;
};

}  // namespace

void paint_grid_board(PaintContext const& c, Board board) {
    GridPainter(c, board).paint();
}

}  // namespace scene
