// Two measures against each other, every touchpoint a mark that can be dragged to where it is read.
#include <algorithm>
#include <array>
#include <cmath>

#include "metrics/score_samples.hpp"
#include "scene/board_callout.hpp"
#include "scene/board_names.hpp"
#include "scene/board_places.hpp"
#include "scene/boards.hpp"
#include "scene/old_figures.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres and capitals.
constexpr double axis_cap = 7.6;
constexpr double quiet_leader = 0.35;  // from a line to a quiet one

// Marks go from where the period before had them; one that a hand has put somewhere stays there.
void ease(GridPlaces& places, GridPlaces const& before, double share) {
    for (GridPoint& point : places.points) {
        auto const same = std::find_if(
            before.points.begin(), before.points.end(),
            [&](GridPoint const& other) { return other.touchpoint == point.touchpoint; });
        if (same == before.points.end() || point.pulled) continue;
        ScreenPoint const way = (same->at - point.at) * (1 - share);
        point.place = point.place + (same->place - point.place) * (1 - share);
        point.at = point.at + way;
        if (point.tie) point.tie = *point.tie + way;
        point.label.x += way.x;
        point.label.y += way.y;
    }
}

GridPlaces places_now(PaintContext const& c, Board board) {
    ChromeInput const now = chrome_input(c.input);
    GridPlaces places = grid_places(now, board, c.chrome.map, c.unit);
    double const share = c.input.view.figures_share;
    if (share >= 1 || c.input.previous_figures == nullptr) return places;
    ChromeInput const then{now.room,   now.layout, now.index,    *c.input.previous_figures,
                           now.view,   now.theme,  now.physical, now.catalogue,
                           now.measure};
    ease(places, grid_places(then, board, c.chrome.map, c.unit), share);
    return places;
}

// How many answers the scores rest on: "400", or "120 to 400".
std::string answers_text(ChromeInput const& input, GridPlaces const& places) {
    std::optional<std::int64_t> least;
    std::int64_t most = 0;
    for (GridPoint const& point : places.points) {
        auto const samples =
            metrics::score_samples(input.room, input.index, point.touchpoint, input.view.period);
        for (auto const& n : {samples.own_n, samples.rival_n}) {
            if (!n) continue;
            least = std::min(least.value_or(*n), *n);
            most = std::max(most, *n);
        }
    }
    if (!least) return {};
    std::string text = base::grouped(*least);
    if (most > *least) text += std::string(input.catalogue.text("period.to")) + base::grouped(most);
    return input.catalogue.format("board.answers", {text});
}

// What stands here, what it rests on, and what does not stand here, and why.
std::string grid_foot(ChromeInput const& input, GridPlaces const& places) {
    base::Catalogue const& catalogue = input.catalogue;
    std::size_t const count = places.points.size();
    std::string foot = count == 1 ? std::string(catalogue.text("board.stand-one"))
                                  : catalogue.format("board.stand", {std::to_string(count)});
    auto const add = [&](std::string const& more) {
        if (!more.empty()) foot += " \u00B7 " + more;
    };
    add(answers_text(input, places));
    if (places.left_out > 0) {
        add(catalogue.format("board.left-out",
                             {std::to_string(places.left_out), places.why_left_out}));
    }
    if (places.no_room > 0)
        add(catalogue.format("board.no-room", {std::to_string(places.no_room)}));
    bool const aside = std::any_of(places.points.begin(), places.points.end(),
                                   [](GridPoint const& p) { return !p.pulled && p.at != p.place; });
    if (aside) add(std::string(catalogue.text("board.aside")));
    if (places.unnamed > 0)
        add(catalogue.format("board.unnamed", {std::to_string(places.unnamed)}));
    return foot;
}

class GridPainter {
public:
    GridPainter(PaintContext const& c, Board board)
        : m_c(c),
          m_p(c.painter),
          m_board(board),
          m_in(chrome_input(c.input)),
          m_places(places_now(c, board)) {}

    void paint() {
        if (m_places.points.empty()) return empty();
        quarters();
        axes();
        for (GridPoint const& point : m_places.points)
            leader(point);
        for (GridStack const& stack : m_places.stacks)
            bracket(stack);
        for (GridPoint const& point : m_places.points)
            mark(point);
        for (GridPoint const& point : m_places.points)
            anchor(point);
        for (GridPoint const& point : m_places.points) {
            if (point.pulled) callout(point);
        }
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_places.unit * m_c.input.physical.hand_type;
    }
    std::string_view words(std::string_view part) const {
        return m_c.input.catalogue.text(std::string(key_of(m_board)) + "." + std::string(part));
    }

    // The two lines that would part it, and what would fill it.
    void empty() {
        ScreenRect const& map = m_c.chrome.map;
        Tag const axis{ItemKind::Room, 0, Role::Axis};
        double const thick = std::max(1.0, m_p.mm(0.4));
        ScreenPoint const middle = map.centre();
        Color const color = leader_color();
        // Around the words.
        double const half = size(empty_board_cap) * 3;
        m_p.polyline(axis, {{middle.x, map.y}, {middle.x, middle.y - half}}, thick, color,
                     m_p.mm(4));
        m_p.polyline(axis, {{middle.x, middle.y + half}, {middle.x, map.bottom()}}, thick, color,
                     m_p.mm(4));
        double const side = map.w * 0.16;
        m_p.polyline(axis, {{map.x, middle.y}, {map.x + side, middle.y}}, thick, color, m_p.mm(4));
        m_p.polyline(axis, {{map.right() - side, middle.y}, {map.right(), middle.y}}, thick, color,
                     m_p.mm(4));
        std::string why;
        if (m_places.left_out > 0)
            why = m_c.input.catalogue.format(
                "board.left-out", {std::to_string(m_places.left_out), m_places.why_left_out});
        paint_empty_board(m_c, words("empty"), why);
    }

    // The four quarters by name; where the wall looks first is said in ink. A dragged mark lies on
    // top of them.
    void quarters() {
        bool const importance = m_board == Board::Importance;
        for (Quarter const quarter :
             {Quarter::TopLeft, Quarter::TopRight, Quarter::BottomLeft, Quarter::BottomRight}) {
            ScreenRect const box = quarter_box(m_in, m_board, quarter, m_places);
            if (covered(box)) continue;
            bool const first =
                quarter == Quarter::TopLeft || (quarter == Quarter::BottomLeft && !importance);
            double const s = m_places.quarter_size;
            m_p.text({ItemKind::Room, 0, Role::Name},
                     quarter_name(m_c.input.catalogue, m_board, quarter, m_places),
                     {box.x, box.y + s * 0.9, s,
                      first ? m_c.input.theme.ink : m_c.input.theme.second_ink, Weight::SemiBold});
        }
    }

    bool covered(ScreenRect const& box) const {
        return std::any_of(m_places.points.begin(), m_places.points.end(), [&](GridPoint const& p) {
            return p.pulled && base::intersects(p.card, box);
        });
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
        double const s = m_places.scale_size;
        double const x_line = plot.bottom() + s * 1.5;
        for (double const at : m_places.x.ticks) {
            m_p.text(
                {ItemKind::Room, 0, Role::Scale}, signed_tick(at, m_places.x.decimals),
                {m_places.x_of(at), x_line, s, theme.second_ink, Weight::Regular, Align::Centre});
        }
        for (double const at : m_places.y.ticks) {
            std::string const tick = m_board == Board::Importance
                                         ? number(at, m_places.y.decimals)
                                         : signed_tick(at, m_places.y.decimals);
            m_p.text({ItemKind::Room, 0, Role::Scale}, tick,
                     {plot.x - s * 0.6, m_places.y_of(at) + s * layout::cap_height_em / 2, s,
                      theme.second_ink, Weight::Regular, Align::Right});
        }
        captions(x_line);
    }

    static std::string signed_tick(double at, int decimals) {
        std::string const sign = at > 0 ? "+" : at < 0 ? "\u2212" : "";
        return sign + number(std::abs(at), decimals);
    }

    // Both words of an axis at its ends, and between them what there is to say of the whole board;
    // smaller where they would meet.
    void captions_line(std::array<std::string_view, 3> const& words, double baseline) {
        ScreenRect const& plot = m_places.plot;
        double s = size(axis_cap);
        double wide = 0;
        for (std::string_view const word : words)
            wide += m_p.width(word, s, Weight::Medium) + 2 * s;
        s *= std::min(1.0, plot.w / std::max(1.0, wide));
        Tag const tag{ItemKind::Room, 0, Role::Label};
        Color const color = m_c.input.theme.second_ink;
        double const left = m_p.text(tag, words[0], {plot.x, baseline, s, color, Weight::Medium});
        double const right =
            words[2].empty()
                ? 0
                : m_p.text(tag, words[2],
                           {plot.right(), baseline, s, color, Weight::Medium, Align::Right});
        if (words[1].empty()) return;
        double const half = m_p.width(words[1], s, Weight::Medium) / 2;
        double const low = plot.x + left + 2 * s + half;
        double const high = plot.right() - right - 2 * s - half;
        m_p.text(tag, words[1],
                 {std::clamp(plot.centre().x, std::min(low, high), std::max(low, high)), baseline,
                  s, color, Weight::Medium, Align::Centre});
    }

    void captions(double x_line) {
        double const s = size(axis_cap);
        std::string const foot = grid_foot(m_in, m_places);
        captions_line({words("x-low"), foot, words("x-high")}, x_line + s * 1.5);
        captions_line({words("y"), {}, {}}, m_places.plot.y - s * 0.5);
    }

    Mark mark_for(model::TouchpointId id) const {
        return *mark_of(Overlay::Reliability, m_c.input.figures, id, m_c.input.theme);
    }

    static Tag tag_of(GridPoint const& point, Role role) {
        return {ItemKind::Touchpoint, point.touchpoint.value, role};
    }

    // From where its values are to what stands aside.
    void leader(GridPoint const& point) {
        if (point.pulled) {
            m_p.polyline(tag_of(point, Role::Link), {point.place, point.at},
                         std::max(1.0, m_p.mm(0.5)), m_c.input.theme.line, m_p.mm(3));
        } else if (point.tie && !point.stacked) {
            // Of many without a name the leaders would be a thicket.
            Color const color = point.label.empty() ? m_c.input.theme.quiet_line : leader_color();
            m_p.polyline(tag_of(point, Role::Link), {point.place, *point.tie},
                         std::max(1.0, m_p.mm(0.45)), color);
        }
    }

    // Read from near; from the room only the marks count.
    Color leader_color() const {
        Theme const& theme = m_c.input.theme;
        return base::mix(theme.line, theme.quiet_line, quiet_leader);
    }

    // One leader for all that stand in a list; it comes in while the marks are on their way there.
    void bracket(GridStack const& stack) {
        Color const color = leader_color();
        double const thick = std::max(1.0, m_p.mm(0.45));
        Tag const tag{ItemKind::Room, 0, Role::Link};
        m_p.push_alpha(m_c.input.view.figures_share);
        m_p.polyline(tag, {stack.from, stack.to}, thick, color);
        m_p.polyline(tag, {{stack.rule.x, stack.rule.y}, {stack.rule.x, stack.rule.bottom()}},
                     thick, color);
        m_p.pop_alpha();
    }

    void mark(GridPoint const& point) {
        Mark const look = mark_for(point.touchpoint);
        if (point.pulled) {
            m_p.mark(tag_of(point, Role::Point), Shape::Ring, point.place, size(3.6),
                     m_c.input.theme.line);
            return;
        }
        paint_mark(point, point.diameter, look);
        if (point.label.empty()) return;
        double const s = m_places.label_size;
        double const baseline = point.label.y + s * 0.9;
        double const wide =
            m_p.text(tag_of(point, Role::Title), m_c.input.room.at(point.touchpoint).title,
                     {point.label.x, baseline, s, m_c.input.theme.ink, Weight::Medium});
        std::string const note = name_note(m_c.input.catalogue, point);
        if (note.empty()) return;
        m_p.text(
            tag_of(point, Role::Label), note,
            {point.label.x + wide, baseline, s, m_c.input.theme.remembered_text, Weight::Medium});
    }

    void paint_mark(GridPoint const& point, double diameter, Mark const& look) {
        StateMark state{look, striped_on_board(m_c.figures(point.touchpoint))};
        state.mark.size = 1;
        paint_state_mark(m_c, tag_of(point, Role::Mark), state, {point.at, diameter});
    }

    // Where its values are, exactly, when its mark stands aside.
    void anchor(GridPoint const& point) {
        if (point.pulled || point.at == point.place) return;
        double const side = point.diameter * 0.34;
        Quad dot;
        dot.rect = {point.place.x - side / 2, point.place.y - side / 2, side, side};
        dot.radius = static_cast<float>(side / 2);
        dot.fill = mark_for(point.touchpoint).color;
        dot.border = m_c.input.theme.ground;
        dot.border_width = static_cast<float>(std::max(1.0, side * 0.18));
        m_p.quad(tag_of(point, Role::Point), dot);
    }

    // A dragged mark says what it is: title, both measures, the weight.
    void callout(GridPoint const& point) {
        Theme const& theme = m_c.input.theme;
        Callout const says = callout_of(m_in, point.touchpoint, m_places.unit, m_places.plot.w);
        Tag const tag{ItemKind::Touchpoint, point.touchpoint.value, Role::Panel};
        Quad card;
        card.rect = point.card;
        card.rect.y += 2 * m_c.unit;
        card.radius = static_cast<float>(6 * m_c.unit);
        card.softness = static_cast<float>(7 * m_c.unit);
        card.fill = {0, 0, 0, 22};
        card.panel = point.card;
        m_p.quad({tag.kind, tag.item, Role::Shadow}, card);
        card.rect = point.card;
        card.softness = 0;
        card.fill = theme.card;
        card.border = theme.quiet_line;
        card.border_width = static_cast<float>(std::max(1.0, m_p.mm(0.3)));
        m_p.quad(tag, card);
        paint_mark(point, point.diameter, mark_for(point.touchpoint));
        double const left = point.card.x + 2 * says.pad + point.diameter;
        double line = point.card.y + says.pad;
        m_p.paragraph({tag.kind, tag.item, Role::Title}, says.title,
                      {{left, line - says.title_size * 0.1,
                        point.card.right() - says.pad * 0.9 - left, says.title_size * 1.3},
                       says.title_size,
                       theme.ink,
                       Weight::SemiBold,
                       1,
                       0.9});
        line += says.title_size * 0.95 + says.small_size * 1.5;
        for (std::string const& said : says.lines) {
            bool const first = &said == &says.lines.front();
            m_p.text({tag.kind, tag.item, first ? Role::Measure : Role::Position}, said,
                     {left, line, says.small_size, first ? theme.ink : theme.second_ink,
                      first ? Weight::Medium : Weight::Regular});
            line += says.small_size * 1.3;
        }
    }

    PaintContext const& m_c;
    Painter& m_p;
    Board m_board;
    ChromeInput m_in;
    GridPlaces m_places;
};

}  // namespace

void paint_grid_board(PaintContext const& c, Board board) {
    GridPainter(c, board).paint();
}

}  // namespace scene
