// The inside of a box whose words are as large as it lets them: its place in the chain, its words,
// its wait. What is being told is read from across the room; team and small print wait for the
// hand.
#include <algorithm>
#include <cmath>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"

namespace scene {
namespace {

constexpr double largest_words = 18;           // natural mm, em
constexpr double across_the_room_cap_mm = 13;  // also where a natural mm is small
constexpr double largest_order_mm = 26;
constexpr double order_share = 0.5;   // of the box's height
constexpr double order_width = 0.15;  // of its width
constexpr double padding_width = 0.04;
constexpr double narrowest_order = 5;  // of which the box is as wide at least
constexpr double state_share = 0.32;
constexpr double padding_share = 0.1;
constexpr double low_padding_share = 0.05;
constexpr double one_line = 1.1;  // em, of a line by itself
constexpr int most_lines = 4;
constexpr double shrink_step = 0.97;
constexpr double after_clock = 1.3;  // em: where the words of a wait begin
constexpr double before_wait = 0.7;  // em

class LitPainter {
public:
    LitPainter(FloorContext const& f, layout::FloorNode const& node, LargeWords const& words)
        : m_lit(words.kind == LargeWords::Lit),
          m_plain_px(words.plain_px),
          m_f(f),
          m_c(f.c),
          m_p(f.c.painter),
          m_theme(f.c.input.theme),
          m_node(node),
          m_source(f.c.input.room.blueprint_nodes[node.node.index()]),
          m_rect(f.c.on_screen(node.rect)) {}

    bool paint(NodeLook const& look) {
        double const low = m_rect.h * low_padding_share;
        m_rest = base::inset(m_rect, padding());
        m_rest.y = m_rect.y + low;
        m_rest.h = m_rect.h - 2 * low;
        bool const numbered = look.order > 0 && m_rect.w > narrowest_order * order_size();
        if (numbered) m_rest = right_of(order_size());
        m_rest.x += padding();
        m_rest.w -= 1.6 * padding();
        auto const mark = m_source.touchpoint ? state_mark(m_c, m_source.touchpoint) : std::nullopt;
        double const state = std::min(m_rect.h * state_share, m_p.mm(12));
        if (mark) m_rest = right_of(state);
        double const sign = std::min(m_rect.h * order_share, 24 * m_f.k);
        if (fails()) m_rest.w -= sign + padding();
        bool const said = words();
        double const middle = m_rect.x + padding() + order_size() / 2;
        if (look.order > 0) {
            bool const inside = numbered && said;
            order(look.order,
                  inside ? ScreenPoint{middle, m_rect.centre().y}
                         : ScreenPoint{m_rect.right(), m_rect.y},
                  order_size());
        }
        if (!said) return false;
        if (mark) {
            double const left = m_rest.x - padding() - state / 2;
            paint_state_mark(m_c, tag(Role::State), *mark, {{left, m_words.centre().y}, state});
        }
        if (fails()) {
            double const x = m_rect.right() - padding() - sign / 2;
            paint_fail_mark(m_c, tag(Role::Mark), {x, m_rect.centre().y}, sign);
        }
        return true;
    }

private:
    Tag tag(Role role) const { return {ItemKind::Node, m_node.node.value, role}; }
    bool fails() const { return m_source.fail_point.value_or(false); }
    double order_size() const {
        return std::min({m_rect.h * order_share, m_p.mm(largest_order_mm), m_rect.w * order_width});
    }
    double padding() const { return std::min(m_rect.h * padding_share, m_rect.w * padding_width); }
    ScreenRect right_of(double width) const {
        double const by = width + padding();
        return {m_rest.x + by, m_rest.y, m_rest.w - by, m_rest.h};
    }
    double least() const { return layout::font_size_for_cap(m_p.mm(smallest_cap_mm)); }

    double largest_px() const {
        double const across = layout::font_size_for_cap(m_p.mm(across_the_room_cap_mm));
        return m_lit ? std::max(largest_words * m_f.k, across) : m_plain_px;
    }

    // Lit words are not smaller than what is not lit, where there is room, but become small before
    // their wait is left out: it may be what the cause is.
    bool words() {
        double const wait_px = std::max(m_f.floor.wait_em * m_c.scale(), least());
        if (!m_lit) return words_above_wait(least(), wait_px) || words_above_wait(least(), least());
        if (m_source.wait_minutes && words_with_wait(wait_px)) return true;
        double const quiet = std::max(m_node.text.block.style.size * m_c.scale(), least());
        return write(m_rest, quiet) || write(m_rest, least());
    }

    // As large as the words or as any other wait of the floor: below the words or, where that lets
    // both be larger, beside them.
    bool words_with_wait(double wait_px) {
        double const most = std::min(largest_px(), m_rest.h / one_line);
        for (double size = most; size >= least(); size *= shrink_step) {
            double const own = std::min(size, wait_px);
            ScreenRect above = m_rest;
            above.h -= own * layout::line_height_em;
            double const wide = wait_width(own);
            if (wide <= m_rest.w && write_at(above, size)) {
                wait({m_rest.x, above.bottom(), m_rest.w, own * layout::line_height_em}, own);
                return true;
            }
            ScreenRect beside = m_rest;
            beside.w -= wide + own * before_wait;
            if (!write_at(beside, size)) continue;
            double const top =
                m_rest.centre().y + own * (layout::cap_height_em / 2 - layout::ascent_em);
            wait({m_rest.right() - wide, top, wide, own * layout::line_height_em}, own);
            return true;
        }
        return false;
    }
    bool words_above_wait(double smallest, double wait_px) {
        double const row = wait_px * layout::line_height_em;
        ScreenRect above = m_rest;
        above.h -= row;
        bool const room = m_source.wait_minutes && above.h >= least() * one_line;
        if (!room || !write(above, smallest)) return false;
        wait({m_rest.x, above.bottom(), m_rest.w, row}, wait_px);
        return true;
    }

    bool write(ScreenRect const& room, double smallest) {
        double const most = std::min(largest_px(), room.h / one_line);
        for (double size = most; size >= smallest; size *= shrink_step) {
            if (write_at(room, size)) return true;
        }
        return false;
    }

    // Whole or not at all.
    bool write_at(ScreenRect const& room, double size) {
        if (room.w <= 0 || room.h < size * one_line) return false;
        int const lines =
            std::clamp(static_cast<int>(room.h / (size * layout::line_height_em)), 1, most_lines);
        auto const& block =
            m_c.input.text.block(m_source.text, {std::floor(4 * room.w / size) / 4, lines, 1,
                                                 m_lit ? Weight::SemiBold : Weight::Regular});
        if (block.cut || block.word_cut || block.lines.empty()) return false;
        double const high = block.height * size;
        m_words = {room.x, room.centre().y - high / 2, room.w, high};
        m_p.block(tag(Role::Action), block, m_words, size, m_theme.ink);
        return true;
    }

    // With its clock.
    double wait_width(double size) const {
        std::string const words = wait_words(m_c.input.catalogue, *m_source.wait_minutes);
        return size * after_clock + m_p.width(words, size, Weight::SemiBold);
    }

    void wait(ScreenRect const& row, double size) {
        std::string const words = wait_words(m_c.input.catalogue, *m_source.wait_minutes);
        if (wait_width(size) > row.w + 0.5) return;
        double const baseline = row.y + size * layout::ascent_em;
        paint_clock(m_c, tag(Role::Mark),
                    {row.x + size * 0.5, baseline - size * layout::cap_height_em / 2}, size,
                    m_theme.ink);
        m_p.text(tag(Role::Measure), words,
                 {row.x + size * after_clock, baseline, size, m_theme.ink, Weight::SemiBold});
    }

    // Inside the box, at whose border links begin and end; of a small one on its upper right
    // corner, where few do.
    void order(int number, ScreenPoint at, double size) {
        m_p.mark(tag(Role::Mark), Shape::Disc, at, size, m_theme.ink);
        double const font = size * 0.66;
        m_p.text(tag(Role::Lit), std::to_string(number),
                 {at.x, at.y + font * layout::cap_height_em / 2, font, m_theme.card,
                  Weight::SemiBold, Align::Centre});
    }

    bool m_lit;
    double m_plain_px;
    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
    Theme const& m_theme;
    layout::FloorNode const& m_node;
    model::BlueprintNode const& m_source;
    ScreenRect m_rect;
    ScreenRect m_rest;   // what is left of the box for words
    ScreenRect m_words;  // where they came to stand
};

}  // namespace

bool paint_large_words(FloorContext const& f, layout::FloorNode const& node, NodeLook const& look,
                       LargeWords const& words) {
    return LitPainter(f, node, words).paint(look);
}

}  // namespace scene
