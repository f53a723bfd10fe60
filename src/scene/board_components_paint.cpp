// The components under broken promises: who, how many, which.
#include <algorithm>

#include "scene/board_components.hpp"
#include "scene/boards.hpp"
#include "scene/component_sign.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

constexpr double count_cap = 10.5;
constexpr double small_cap = 7.6;
constexpr double promise_cap = 8.6;
// A line shrinks to this share before promises lose their titles.
constexpr double smallest_titled = 0.72;

class ComponentPainter {
public:
    ComponentPainter(PaintContext const& c, ComponentRows const& board)
        : m_c(c), m_p(c.painter), m_board(board) {}

    void paint() {
        if (m_board.rows.empty() && m_board.more == 0) return empty();
        for (ComponentRow const& one : m_board.rows)
            row(one);
        if (m_board.more == 0) return;
        auto const& catalogue = m_c.input.catalogue;
        std::string const rest =
            catalogue.format(m_board.rows.empty() ? "component.all" : "component.more",
                             {std::to_string(m_board.more)});
        line({ItemKind::Room, 0, Role::Label}, rest,
             {m_board.area.x, m_board.rest_line, m_board.rest_size, m_c.input.theme.second_ink},
             m_board.area.w);
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type *
               m_board.growth;
    }

    // Smaller where it would be wider than its place.
    void line(Tag tag, std::string_view words, TextAt at, double wide) {
        at.size *= std::min(1.0, wide / std::max(1.0, m_p.width(words, at.size, at.weight)));
        m_p.text(tag, words, at);
    }

    void empty() { paint_empty_board(m_c, m_c.input.catalogue.text("board:components.empty")); }

    Tag tag(ComponentRow const& row, Role role) const {
        return {ItemKind::Component, row.rank.component.value, role};
    }

    void row(ComponentRow const& one) {
        Theme const& theme = m_c.input.theme;
        m_p.rule(tag(one, Role::Rule), {one.rect.x, one.rect.y, one.rect.w, m_p.mm(0.3)},
                 theme.quiet_line);
        who(one);
        how_many(one);
        if (!one.promises.empty()) which(one);
    }

    void who(ComponentRow const& one) {
        Theme const& theme = m_c.input.theme;
        model::Component const& component = m_c.input.room.components[one.rank.component.index()];
        double const side = one.sign;
        double const middle = one.name.centre().y;
        paint_component_sign(m_p, tag(one, Role::Mark), component.kind,
                             {one.name.x + side * 0.15, middle - side / 2, side, side},
                             theme.second_ink);
        double const left = one.name.x + side * component_after_sign;
        double const wide = one.name.right() - left;
        line(tag(one, Role::Title), component.name,
             {left, middle - size(component_name_cap) * 0.08, size(component_name_cap), theme.ink,
              Weight::SemiBold},
             wide);
        std::string under = kind_word(m_c.input.catalogue, component.kind);
        if (!component.owner.empty()) under += " \u00B7 " + component.owner;
        line(tag(one, Role::Label), under,
             {left, middle + size(small_cap) * 1.25, size(small_cap), theme.second_ink}, wide);
    }

    void how_many(ComponentRow const& one) {
        Theme const& theme = m_c.input.theme;
        auto const& catalogue = m_c.input.catalogue;
        double const middle = one.count.centre().y;
        bool const broken = one.rank.broken > 0;
        line(tag(one, Role::Figure),
             touches_text(catalogue, one.rank.touched.size(), metrics::known_broken(one.rank)),
             {one.count.x, middle - size(component_name_cap) * 0.08, size(count_cap),
              broken ? as_text(theme.broken, theme) : theme.ink, Weight::SemiBold},
             one.count.w);
        if (one.rank.measured == 0) return;
        line(tag(one, Role::Value),
             catalogue.format("component.not-kept", {base::grouped(one.rank.broken_promises)}),
             {one.count.x, middle + size(small_cap) * 1.25, size(small_cap), theme.second_ink},
             one.count.w);
    }

    // A state mark for each promise, with its title where all titles have room.
    void which(ComponentRow const& one) {
        double s = size(promise_cap);
        auto const& touched = one.rank.touched;
        double all = 0;
        for (auto const& promise : touched)
            all += s * 1.6 + title_width(promise.touchpoint, s) + s * 1.4;
        double const fit = one.promises.w / std::max(1.0, all);
        bool const titled = fit >= smallest_titled;
        if (titled) s *= std::min(1.0, fit);
        double x = one.promises.x;
        double const pitch = s * 1.7;
        std::size_t shown = touched.size();
        if (!titled && pitch * static_cast<double>(shown) > one.promises.w) {
            auto const room = static_cast<std::size_t>((one.promises.w - s * 3) / pitch);
            shown = std::min(shown, room);
        }
        for (std::size_t i = 0; i < shown; ++i)
            x = titled ? titled_mark(one, touched[i].touchpoint, x, s)
                       : bare_mark(one, touched[i].touchpoint, x, s, pitch);
        if (shown < touched.size()) {
            m_p.text(tag(one, Role::Label), "+" + std::to_string(touched.size() - shown),
                     {x, one.promises.centre().y + s * layout::cap_height_em / 2, s,
                      m_c.input.theme.second_ink});
        }
    }

    std::string counted(model::TouchpointId id) const {
        return k_of_n(m_c.input.catalogue, m_c.figures(id));
    }
    // Of title and counts, in px at a title's size of `s`.
    double title_width(model::TouchpointId id, double s) const {
        double const small = s * small_cap / promise_cap;
        return std::max(m_p.width(m_c.input.room.at(id).title, s, Weight::Medium),
                        m_p.width(counted(id), small, Weight::Regular));
    }

    double bare_mark(ComponentRow const& one, model::TouchpointId id, double x, double s,
                     double pitch) {
        auto const look = mark_of(Overlay::Reliability, m_c.input.figures, id, m_c.input.theme);
        paint_state_mark(m_c, {ItemKind::Touchpoint, id.value, Role::Mark},
                         {*look, m_c.figures(id).stale},
                         {{x + s * 0.6, one.promises.centre().y}, s * 1.15});
        return x + pitch;
    }

    double titled_mark(ComponentRow const& one, model::TouchpointId id, double x, double s) {
        x = bare_mark(one, id, x, s, s * 1.6);
        double const middle = one.promises.centre().y;
        m_p.text({ItemKind::Touchpoint, id.value, Role::Title}, m_c.input.room.at(id).title,
                 {x, middle - s * 0.08, s, m_c.input.theme.ink, Weight::Medium});
        double const small = s * small_cap / promise_cap;
        std::string const kept = counted(id);
        if (!kept.empty()) {
            m_p.text({ItemKind::Touchpoint, id.value, Role::Measure}, kept,
                     {x, middle + size(small_cap) * 1.25, small, m_c.input.theme.second_ink});
        }
        return x + title_width(id, s) + s * 1.4;
    }

    PaintContext const& m_c;
    Painter& m_p;
    ComponentRows const& m_board;
};

}  // namespace

void paint_components_board(PaintContext const& c) {
    ComponentPainter(c, component_rows(chrome_input(c.input), c.chrome.map, c.unit)).paint();
}

std::string components_sentence(PaintContext const& c) {
    auto const& in = c.input;
    auto const ranking =
        metrics::component_ranking(in.room, metrics::blueprint_graph(in.room), in.figures);
    if (ranking.empty() || ranking.front().broken == 0)
        return std::string(in.catalogue.text("board:components.sentence"));
    metrics::ComponentRank const& first = ranking.front();
    auto const name = [&](metrics::ComponentRank const& rank) {
        return std::string_view(in.room.components[rank.component.index()].name);
    };
    std::string const touches = touches_text(in.catalogue, first.touched.size(), first.broken);
    auto const level = std::count_if(ranking.begin(), ranking.end(), [&](auto const& rank) {
        return rank.broken == first.broken && rank.broken_promises == first.broken_promises;
    });
    if (level == 2) {
        return in.catalogue.format("board:components.worst-two",
                                   {name(first), name(ranking[1]), touches});
    }
    if (level > 2) return std::string(in.catalogue.text("board:components.sentence"));
    return in.catalogue.format("board:components.worst", {name(first), touches});
}

}  // namespace scene
