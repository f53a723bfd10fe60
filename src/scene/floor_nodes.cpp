// The boxes of a floor. Far away a box with a mark; nearer its text; nearer still the team, the
// wait and the word of a fail point.
#include <algorithm>
#include <cmath>

#include "layout/whole_words.hpp"
#include "scene/detail.hpp"
#include "scene/evidence_at.hpp"
#include "scene/floor_parts.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

constexpr double box_radius = 4;  // natural mm
constexpr double dimmed_ink = 0.22;
constexpr double title_size = 15;  // natural mm, em
// em.
constexpr double narrowest_title = 4;
constexpr double title_padding = 0.4;
constexpr double sign_step = 1.4;
constexpr double lowest_line = 1.1;  // one line by itself
constexpr int most_title_lines = 4;
constexpr double quickly = 6;       // of one form of the words giving way to the other
constexpr double sign_room = 0.85;  // of a folded box's width
constexpr double largest_sign_mm = 9;
constexpr double said_at_common_size = 0.9;  // of the boxes
constexpr double said_at_least = 0.7;        // of them

class NodePainter {
public:
    explicit NodePainter(FloorContext const& f)
        : m_f(f), m_c(f.c), m_p(f.c.painter), m_theme(f.c.input.theme) {
        bool const any = std::any_of(f.floor.nodes.begin(), f.floor.nodes.end(),
                                     [](auto const& node) { return !node.meta.empty(); });
        m_meta_share = any ? text_share_of(m_c, f.floor.meta_em * m_c.scale()) : 1;
        m_title_px = title_px();
        m_quiet = may_be_quiet() && is_quiet();
    }

    void paint(layout::FloorNode const& node) {
        ScreenRect const rect = m_c.on_screen(node.rect);
        if (!base::intersects(rect, m_f.shown)) return;
        model::BlueprintNode const& source = m_c.input.room.blueprint_nodes[node.node.index()];
        NodeLook const look = m_f.looks.of(node.node);
        bool const dimmed = look.emphasis == Emphasis::Dimmed;
        // Of a box that the hem has hardly passed there is nothing to see yet.
        double const out = (m_f.shown.bottom() - rect.y) / std::max(1.0, rect.h);
        m_p.push_alpha(std::clamp((out - 0.1) * 5, 0.0, 1.0));
        box(node, source, rect, look);
        m_p.pop_alpha();
        m_p.push_alpha(m_f.revealed(rect) * (dimmed ? 1 - (1 - dimmed_ink) * look.share : 1));
        // What stands out is said larger, if its box lets it.
        double const lit = look.emphasis == Emphasis::Lit ? look.share : 0;
        if (lit > 0) {
            m_p.push_alpha(lit);
            bool const said = paint_large_words(m_f, node, look, {});
            m_p.pop_alpha();
            if (!said) quiet(node, source, rect);
        }
        if (lit < 1) {
            m_p.push_alpha(1 - lit);
            quiet(node, source, rect);
            m_p.pop_alpha();
        }
        m_p.pop_alpha();
    }

private:
    Tag tag(layout::FloorNode const& node, Role role) const {
        return {ItemKind::Node, node.node.value, role};
    }

    void quiet(layout::FloorNode const& node, model::BlueprintNode const& source,
               ScreenRect const& rect) {
        double const read =
            std::min(m_meta_share, text_share_of(m_c, node.text.block.style.size * m_c.scale()));
        // One goes before the other comes, and soon: a picture may come to rest between them.
        bool const laid = !node.text.block.lines.empty();
        if (read > 0.5 && laid) {
            m_p.push_alpha(std::min(1.0, quickly * (2 * read - 1)));
            text(node, source, rect);
            m_p.pop_alpha();
        } else {
            m_p.push_alpha(laid ? std::min(1.0, quickly * (1 - 2 * read)) : 1);
            bool const said = !m_quiet && source.wait_minutes &&
                              paint_large_words(m_f, node, {}, {LargeWords::Plain, m_title_px});
            if (!said && !title(node, source, rect)) folded(node, source, rect);
            m_p.pop_alpha();
        }
    }

    // Words that stand as they were laid out need not be asked.
    bool may_be_quiet() const {
        return m_meta_share < 1 || text_share_of(m_c, m_f.floor.text_em * m_c.scale()) < 1;
    }

    static bool fails(model::BlueprintNode const& source) {
        return source.fail_point.value_or(false);
    }

    void box(layout::FloorNode const& node, model::BlueprintNode const& source,
             ScreenRect const& rect, NodeLook const& look) {
        Quad q;
        q.rect = rect;
        q.radius = static_cast<float>(std::min(box_radius * m_f.k, m_p.mm(3)));
        q.fill = m_theme.card;
        q.border = fails(source) ? m_theme.ink : m_theme.quiet_line;
        double const hairline = std::max(1.0, m_p.mm(0.3));
        q.border_width = static_cast<float>(fails(source) ? hairline * 1.6 : hairline);
        if (look.emphasis == Emphasis::Lit) {
            q.border = base::mix(q.border, m_theme.ink, look.share);
            q.border_width =
                static_cast<float>(std::max(hairline, base::lerp(1, 3, look.share) * m_f.k));
        }
        if (look.emphasis == Emphasis::Dimmed) {
            q.fill = base::mix(m_theme.card, m_theme.ground, 0.8 * look.share);
            q.border = base::mix(q.border, m_theme.ground, 0.7 * look.share);
        }
        m_p.quad(tag(node, look.emphasis == Emphasis::Lit ? Role::Lit : Role::Cell), q);
    }

    // Under an overlay without states no place is kept for one.
    bool has_state(model::BlueprintNode const& source) const {
        Overlay const overlay = m_c.input.view.overlay;
        return source.touchpoint && overlay != Overlay::None && overlay != Overlay::PerceptionGap;
    }
    ScreenRect beside_mark(layout::WorldRect rect, model::BlueprintNode const& source) const {
        double const free = source.touchpoint && !has_state(source) ? m_f.floor.mark_indent : 0;
        rect.x -= free;
        rect.w += free;
        return m_c.on_screen(rect);
    }

    // The state of a touchpoint, as everywhere on the map.
    void state(layout::FloorNode const& node, model::BlueprintNode const& source,
               ScreenPoint centre, double diameter) {
        auto const mark = state_mark(m_c, source.touchpoint);
        if (mark) paint_state_mark(m_c, tag(node, Role::State), *mark, {centre, diameter});
    }

    void text(layout::FloorNode const& node, model::BlueprintNode const& source,
              ScreenRect const& rect) {
        double const size = node.text.block.style.size * m_c.scale();
        ScreenRect const words = beside_mark(node.text.rect, source);
        m_p.block(tag(node, Role::Action), node.text.block, words, m_c.scale(), m_theme.ink);
        double const line = words.y + node.text.block.baseline(0) * m_c.scale() -
                            size * 0.5 * layout::cap_height_em;
        double const mark = size * 0.98;
        if (source.touchpoint) state(node, source, {words.x - mark * 0.95, line}, mark);
        if (fails(source)) {
            // Read from across the room, beside all of the words.
            double const room = rect.right() - words.right();
            paint_fail_mark(m_c, tag(node, Role::Mark), {words.right() + room / 2, rect.centre().y},
                            std::min(room - 8 * m_f.k, rect.h * 0.76));
        } else if (has_evidence(m_c.input.room, m_c.input.index, node.node)) {
            double const from = words.x + node.text.block.width * m_c.scale() + size;
            ScreenRect const room{from, rect.y, std::max(0.0, rect.right() - from), rect.h};
            if (!paint_thumbnails(m_f, tag(node, Role::Picture), node.node, room)) {
                double const x = words.right() + (rect.right() - words.right()) / 2;
                paint_evidence_sign(m_c, tag(node, Role::Mark), {x, line}, size);
            }
        }
        if (!node.meta.empty()) meta(node, source);
    }

    // From the left how long one waits, then who.
    void meta(layout::FloorNode const& node, model::BlueprintNode const& source) {
        ScreenRect const area = beside_mark(node.meta, source);
        double const size = m_f.floor.meta_em * m_c.scale();
        double const share = text_share_of(m_c, size);
        if (share <= 0) return;
        m_p.push_alpha(share);
        double const baseline = area.y + area.h / layout::line_height_em * layout::ascent_em;
        double left = area.x;
        if (source.wait_minutes)
            left = wait(node, *source.wait_minutes, {left, baseline},
                        {m_f.floor.wait_em * m_c.scale(), area.right()});
        double const room = area.right() - left;
        if (!source.team.empty() && room > size * 3) {
            auto const& block = m_c.input.text.block(source.team, {room / size, 1, 0.8});
            double const top = baseline - block.baseline(0) * size;
            if (!block.cut) {
                m_p.block(tag(node, Role::Leader), block, {left, top, room, area.h}, size,
                          m_theme.second_ink);
            }
        }
        m_p.pop_alpha();
    }

    struct Room {
        double size = 1;
        double right = 0;
    };
    double wait(layout::FloorNode const& node, double minutes, ScreenPoint at, Room room) {
        double const size = room.size;
        std::string const words = wait_words(m_c.input.catalogue, minutes);
        double const wide = size * 1.3 + m_p.width(words, size, Weight::SemiBold);
        if (at.x + wide > room.right) return at.x;
        paint_clock(m_c, tag(node, Role::Mark),
                    {at.x + size * 0.5, at.y - size * layout::cap_height_em / 2}, size,
                    m_theme.ink);
        m_p.text(tag(node, Role::Measure), words,
                 {at.x + size * 1.3, at.y, size, m_theme.ink, Weight::SemiBold});
        return at.x + wide + size * 0.7;
    }

    // Without who and how long, the words take the whole box, as large as it lets them. False where
    // they find no room even at the smallest size that is read, not even up to a whole word.
    bool title(layout::FloorNode const& node, model::BlueprintNode const& source,
               ScreenRect const& rect) {
        if (m_quiet) return false;
        TitleFound found = find_title(source, rect, m_title_px);
        if (!found.whole) found = find_title(source, rect, least_px());
        if (!found.room) return false;
        layout::TextBlock const& block = title_block(source, *found.room);
        if (!block.cut) {
            write_title(node, source, *found.room, block);
            return true;
        }
        layout::TextBlock const words = layout::with_whole_words(
            m_c.input.text.measure(), block, source.text, found.room->words.w / found.room->size);
        if (words.lines.empty()) return false;
        write_title(node, source, *found.room, words);
        return true;
    }

    // Where few boxes have room for their words none says any: a floor speaks as a whole.
    bool is_quiet() {
        std::size_t asked = 0;
        std::size_t said = 0;
        for (layout::FloorNode const& node : m_f.floor.nodes) {
            model::BlueprintNode const& source = m_c.input.room.blueprint_nodes[node.node.index()];
            if (source.text.empty()) continue;
            ++asked;
            ScreenRect const rect = m_c.on_screen(node.rect);
            TitleFound const found = find_title(source, rect, least_px());
            if (found.room && !title_block(source, *found.room).cut) ++said;
        }
        return static_cast<double>(said) < said_at_least * static_cast<double>(asked);
    }

    double least_px() const { return m_p.mm(smallest_cap_mm) / layout::cap_height_em; }

    // One size for all boxes: the largest of some at which nearly all of them are said whole.
    double title_px() {
        double const least = least_px();
        double const most = std::max(least, title_size * m_f.k);
        if (m_meta_share >= 1 || most <= least) return least;
        for (double const share : {1.0, 0.86, 0.72, 0.6}) {
            double const size = most * share;
            if (size <= least) break;
            std::size_t whole = 0;
            for (layout::FloorNode const& node : m_f.floor.nodes) {
                model::BlueprintNode const& source =
                    m_c.input.room.blueprint_nodes[node.node.index()];
                if (find_title(source, m_c.on_screen(node.rect), size).whole) ++whole;
            }
            if (static_cast<double>(whole) >=
                said_at_common_size * static_cast<double>(m_f.floor.nodes.size()))
                return size;
        }
        return least;
    }

    // Beside the words, with how long one waits; without that; or in a row of their own where the
    // box is narrow.
    enum class Signs { Told, Beside, Below };
    struct TitleWish {
        double size = 1;  // px
        Signs signs = Signs::Beside;
    };
    struct TitleRoom {
        ScreenRect words;
        ScreenPoint signs;  // the middle of the first
        double size = 1;    // px
        int lines = 0;
        bool says_wait = false;
    };
    struct TitleFound {
        std::optional<TitleRoom> room;  // the last that was tried
        bool whole = false;
    };
    // With the wait where that costs the words nothing of their size.
    TitleFound find_title(model::BlueprintNode const& source, ScreenRect const& rect, double size) {
        TitleFound found;
        for (Signs const signs : {Signs::Told, Signs::Beside, Signs::Below}) {
            if (signs == Signs::Told && !source.wait_minutes) continue;
            TitleRoom const room = title_room(source, rect, {size, signs});
            if (room.lines == 0 || room.words.w < narrowest_title * size) continue;
            auto const& block = title_block(source, room);
            found.room = room;
            found.whole = !block.cut && !block.word_cut;
            if (found.whole) break;
        }
        return found;
    }
    int signs_of(model::BlueprintNode const& source) const {
        return (has_state(source) ? 1 : 0) + (fails(source) ? 1 : 0) +
               (source.wait_minutes ? 1 : 0);
    }
    TitleRoom title_room(model::BlueprintNode const& source, ScreenRect const& rect,
                         TitleWish wish) const {
        double const size = wish.size;
        double const pad = size * title_padding;
        bool const told = wish.signs == Signs::Told;
        double const signs =
            signs_of(source) * size * sign_step +
            (told ? m_p.width(wait_words(m_c.input.catalogue, *source.wait_minutes), size,
                              Weight::SemiBold)
                  : 0);
        bool const beside = wish.signs != Signs::Below;
        TitleRoom room{rect, {}, size, 0, told};
        room.words.x += pad;
        room.words.w = std::max(0.0, rect.w - 2 * pad - (beside ? signs : 0));
        if (!beside && signs > 0) room.words.h = std::max(0.0, rect.h - size * sign_step);
        room.signs = beside
                         ? ScreenPoint{room.words.right() + size * sign_step / 2, rect.centre().y}
                         : ScreenPoint{rect.centre().x - (signs - size * sign_step) / 2,
                                       rect.bottom() - size * sign_step / 2};
        double const lines = (room.words.h - size * 0.2) / (size * layout::line_height_em);
        bool const one = beside && room.words.h >= size * lowest_line;
        room.lines = std::clamp(static_cast<int>(lines), one ? 1 : 0, most_title_lines);
        return room;
    }

    layout::TextBlock const& title_block(model::BlueprintNode const& source,
                                         TitleRoom const& room) {
        return m_c.input.text.block(source.text,
                                    {std::floor(4 * room.words.w / room.size) / 4, room.lines});
    }

    void write_title(layout::FloorNode const& node, model::BlueprintNode const& source,
                     TitleRoom const& room, layout::TextBlock const& block) {
        double const size = room.size;
        double const top = room.words.centre().y - block.height * size / 2;
        m_p.block(tag(node, Role::Action), block,
                  {room.words.x, top, room.words.w, block.height * size}, size, m_theme.ink);
        signs(node, source, room.signs, size);
        if (!room.says_wait) return;
        double const left = room.signs.x + size * (sign_step * (signs_of(source) - 1) + 0.65);
        m_p.text(tag(node, Role::Measure), wait_words(m_c.input.catalogue, *source.wait_minutes),
                 {left, room.signs.y + size * layout::cap_height_em / 2, size, m_theme.ink,
                  Weight::SemiBold});
    }

    // In a row from `at`: the state of its touchpoint, a fail point, a wait.
    void signs(layout::FloorNode const& node, model::BlueprintNode const& source, ScreenPoint at,
               double size) {
        if (has_state(source)) {
            state(node, source, at, size);
            at.x += size * sign_step;
        }
        if (fails(source)) {
            paint_fail_mark(m_c, tag(node, Role::Mark), at, size * 1.2);
            at.x += size * sign_step;
        }
        if (source.wait_minutes) paint_clock(m_c, tag(node, Role::Mark), at, size, m_theme.ink);
    }

    // What a box says when its words can no longer be read.
    void folded(layout::FloorNode const& node, model::BlueprintNode const& source,
                ScreenRect const& rect) {
        double const each = rect.w * sign_room / (std::max(1, signs_of(source)) * sign_step);
        double const size = std::min({rect.h * 0.5, each, m_p.mm(largest_sign_mm)});
        if (size < 3) return;
        double const x = rect.centre().x - (signs_of(source) - 1) * size * sign_step / 2;
        signs(node, source, {x, rect.centre().y}, size);
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
    Theme const& m_theme;
    double m_meta_share = 1;
    double m_title_px = 1;
    bool m_quiet = false;
};

}  // namespace

void paint_fail_mark(PaintContext const& c, Tag tag, ScreenPoint centre, double diameter) {
    c.painter.note(Sign::FailPoint, centre);
    c.painter.mark(tag, Shape::Disc, centre, diameter, c.input.theme.ink);
    double const size = diameter * 0.66;
    if (size < 4) return;
    c.painter.text(tag, "F",
                   {centre.x, centre.y + size * layout::cap_height_em / 2, size, c.input.theme.card,
                    Weight::SemiBold, Align::Centre});
}

void paint_clock(PaintContext const& c, Tag tag, ScreenPoint centre, double diameter, Color color) {
    c.painter.note(Sign::Wait, centre);
    c.painter.mark(tag, Shape::Ring, centre, diameter, color);
    double const hand = diameter * 0.3;
    double const width = std::max(1.0, diameter * 0.11);
    c.painter.polyline(tag,
                       {{centre.x, centre.y - hand}, centre, {centre.x + hand * 0.85, centre.y}},
                       width, color);
}

std::string wait_words(base::Catalogue const& catalogue, double minutes) {
    constexpr double hour = 60;
    constexpr double day = 24 * hour;
    auto const said = [&](char const* key, double value) {
        bool const whole = std::abs(value - std::round(value)) < 0.05;
        return catalogue.format(key, {number(value, whole ? 0 : 1)});
    };
    if (minutes < hour) return said("floor.minutes", minutes);
    if (minutes < 2 * day) return said("floor.hours", minutes / hour);
    return said("floor.days", minutes / day);
}

void paint_floor_nodes(FloorContext const& f) {
    NodePainter painter(f);
    for (layout::FloorNode const& node : f.floor.nodes)
        painter.paint(node);
}

}  // namespace scene
