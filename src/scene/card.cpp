#include <algorithm>
#include <cmath>

#include "scene/card_plan.hpp"
#include "scene/old_figures.hpp"
#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Paints what the plan gave a place; what the card's end holds follows as it fits (card_tail.cpp).
class CardWriter {
public:
    CardWriter(PaintContext const& c, OpenCard const& card)
        : m_c(c),
          m_p(c.painter),
          m_id(card.touchpoint),
          m_f(c.figures(card.touchpoint)),
          m_plan(plan_card(chrome_input(c.input), card, block_height(c.input.text))),
          m_left(m_plan.left),
          m_width(m_plan.width) {}

    void write() {
        paint_paper(m_c, tag(Role::Panel), m_plan.paper);
        close_cross();
        for (CardText const& text : m_plan.texts)
            planned(text);
        if (!m_plan.figure.empty()) figure();
        if (!m_plan.interval.empty()) interval();
        if (!m_plan.series.empty()) series();
        if (!m_plan.accept.empty()) accept();
        if (!m_plan.splits.empty()) splits();
        if (!m_plan.scores.empty()) scores();
        if (!m_plan.source.empty()) source();
        paint_card_tail(m_c, m_id, m_plan);
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type;
    }
    double gap(double design_mm) const { return design_mm * m_c.unit; }
    Tag tag(Role role) const { return {ItemKind::Card, m_id.value, role}; }
    Theme const& theme() const { return m_c.input.theme; }
    base::Catalogue const& words() const { return m_c.input.catalogue; }

    void planned(CardText const& text) {
        m_p.paragraph(tag(text.role), text.text,
                      {text.rect, text.size, text.ink ? theme().ink : theme().second_ink,
                       text.weight, text.lines, text.share});
    }

    void close_cross() {
        for (Control const& control : m_c.chrome.controls) {
            if (control.kind != ControlKind::CardClose) continue;
            if (m_c.input.view.cards[control.card].touchpoint != m_id) continue;
            ScreenPoint const centre = control.rect.centre();
            m_p.box(tag(Role::Control), base::inset(control.rect, gap(4)), theme().panel_pressed,
                    control.rect.w / 2);
            m_p.mark(tag(Role::Control), Shape::Cross, centre, control.rect.w * 0.3, theme().ink);
        }
    }

    void accept() {
        for (Control const& control : m_c.chrome.controls) {
            bool const here = control.kind == ControlKind::Edit &&
                              control.edit == EditAction::AcceptLevel && control.touchpoint == m_id;
            if (here) paint_edit_button(m_c, control);
        }
    }

    void figure() {
        double const big = size(card_figure_cap);
        double const baseline = m_plan.figure.y + big * layout::ascent_em;
        double const mark = big * 0.95;
        Color const color = color_of(m_f.state, theme());
        paint_state_mark(m_c, tag(Role::Mark), {{shape_of(m_f.state), color, {}}, m_f.stale},
                         {{m_left + mark / 2, baseline - big * layout::cap_height_em / 2}, mark});
        double x = m_left + mark * 1.25;
        std::string const counts = m_f.due && *m_f.due > 0 ? k_of_n(words(), m_f) : std::string();
        std::string const word = state_word(words(), m_f.state);
        double const wide = m_p.width(word, big, Weight::SemiBold) + big * 0.35 +
                            m_p.width(counts, big, Weight::SemiBold);
        double const fit = std::min(1.0, (m_left + m_width - x) / wide);
        x += m_p.text(tag(Role::State), word,
                      {x, baseline, big * fit, as_text(color, theme()), Weight::SemiBold}) +
             big * 0.35 * fit;
        x += m_p.text(tag(Role::Figure), counts,
                      {x, baseline, big * fit, theme().ink, Weight::SemiBold});
        auto const arrow = signal_arrow(m_f);
        if (arrow && x + big <= m_left + m_width) {
            m_p.mark(tag(Role::State), *arrow, {x + big * 0.6, baseline - big * 0.36}, big * 0.7,
                     theme().ink);
        }
    }

    void interval() {
        double const small = size(card_body_cap);
        paint_interval(m_c, tag(Role::Interval), m_plan.interval, m_f);
        double const baseline = m_plan.interval.y + gap(10) + small * layout::ascent_em;
        m_p.text(tag(Role::Interval), m_plan.rate,
                 {m_left, baseline, small, theme().ink, Weight::Medium});
        if (m_plan.target.empty()) return;
        if (m_plan.target_below) {
            m_p.text(
                tag(Role::Target), m_plan.target,
                {m_left, baseline + small * layout::line_height_em, small, theme().second_ink});
        } else {
            m_p.text(tag(Role::Target), m_plan.target,
                     {m_left + m_width, baseline, small, theme().second_ink, Weight::Regular,
                      Align::Right});
        }
    }

    void series() {
        paint_series(m_c, tag(Role::Series), m_id,
                     {m_plan.series, gap(1.2), gap(3), SeriesDetail::Chart, m_plan.axis_text});
        months_line(size(card_source_cap));
        if (!m_plan.signal_mark) return;
        m_p.mark(tag(Role::State), m_f.signal->worse ? Shape::ArrowDown : Shape::ArrowUp,
                 *m_plan.signal_mark, size(card_source_cap) * 0.85, theme().ink);
    }

    void months_line(double small) {
        base::Period const months = m_plan.months;
        double const baseline = m_plan.months_top + small * layout::ascent_em;
        m_p.text(tag(Role::Axis), short_period(words(), base::month_of(months.first)),
                 {m_left, baseline, small, theme().second_ink});
        m_p.text(tag(Role::Axis), short_period(words(), base::month_of(months.last)),
                 {m_plan.series.right(), baseline, small, theme().second_ink, Weight::Regular,
                  Align::Right});
        period_dots(baseline, small);
    }

    // What the coloured dots on the line are.
    void period_dots(double baseline, double small) {
        if (m_f.due.value_or(0) == 0) return;
        std::string const words_of_dots =
            words().format(m_plan.one_dot ? "card.period-dot" : "card.period-dots",
                           {short_period(words(), m_c.input.view.period)});
        double const wide = m_p.width(words_of_dots, small, Weight::Regular);
        double const x = m_left + (m_plan.series.w - wide) / 2;
        double const radius = gap(3);
        Quad dot;
        dot.rect = {x - radius * 3.4, baseline - small * layout::cap_height_em / 2 - radius,
                    radius * 2, radius * 2};
        dot.radius = static_cast<float>(radius);
        dot.border = color_of(m_f.state, theme());
        dot.fill = m_plan.hollow_dots ? theme().card : dot.border;
        dot.border_width = static_cast<float>(std::max(1.0, radius * 0.35));
        m_p.quad(tag(Role::Axis), dot);
        m_p.text(tag(Role::Axis), words_of_dots, {x, baseline, small, theme().second_ink});
    }

    std::span<metrics::SplitRate const> splits_here() const {
        return metrics::splits_of(m_c.input.figures, m_f);
    }

    void splits() {
        double const small = size(card_body_cap);
        double const line = small * layout::line_height_em;
        std::string const kind = split_word(words(), m_f.split_kind);
        double x = m_left;
        double y = m_plan.splits.y;
        double const baseline = y + small * layout::ascent_em;
        if (m_f.it_depends) {
            m_p.mark(tag(Role::State), Shape::SplitDisc, {x + small * 0.5, baseline - small * 0.36},
                     small, theme().broken);
            x += small * 1.4;
        }
        std::string const head = split_head(kind);
        double const room = m_left + m_width - x;
        double const fit =
            std::min(1.0, room / std::max(1.0, m_p.width(head, small, Weight::SemiBold)));
        m_p.text(tag(Role::Label), head, {x, baseline, small * fit, theme().ink, Weight::SemiBold});
        for (std::size_t i = 0; i < m_plan.splits_shown; ++i) {
            y += line;
            split_line(splits_here()[i], y);
        }
    }

    // Names the best and the worst of those that are large enough to be compared.
    std::string split_head(std::string const& kind) const {
        if (!m_f.it_depends) return words().format("card.split", {kind});
        metrics::SplitRate const* best = nullptr;
        metrics::SplitRate const* worst = nullptr;
        auto const rate = [](metrics::SplitRate const& split) {
            return static_cast<double>(split.kept) / static_cast<double>(split.due);
        };
        for (metrics::SplitRate const& split : splits_here()) {
            if (split.due < 30) continue;
            if (best == nullptr || rate(split) > rate(*best)) best = &split;
            if (worst == nullptr || rate(split) < rate(*worst)) worst = &split;
        }
        if (best == nullptr) return words().format("card.it-depends", {kind});
        return words().format("card.it-depends-named", {kind, best->name, worst->name});
    }

    void split_line(metrics::SplitRate const& split, double y) {
        double const small = size(card_body_cap);
        double const baseline = y + small * layout::ascent_em;
        std::string rate =
            words().format("figure.k-of-n", {base::grouped(split.kept), base::grouped(split.due)});
        if (split.due >= 30)
            rate = percent(static_cast<double>(split.kept) / static_cast<double>(split.due)) +
                   " \u00B7 " + rate;
        double const wide = m_p.text(
            tag(Role::Measure), rate,
            {m_left + m_width, baseline, small, theme().ink, Weight::Regular, Align::Right});
        m_p.paragraph(tag(Role::Label), split.name,
                      {{m_left, y, m_width - wide - small, small * 2},
                       small,
                       theme().second_ink,
                       Weight::Regular,
                       1,
                       0.8});
    }

    void scores() {
        double const small = size(card_body_cap);
        double const baseline = m_plan.scores.y + small * layout::ascent_em;
        double const used = m_p.text(tag(Role::Label), scores_label(),
                                     {m_left, baseline, small, theme().second_ink});
        position_word_at(baseline, small, used);
        paint_scores(m_c, tag(Role::Scale), m_f,
                     {m_left, m_plan.scores.y + small * 1.45, m_width, small * 3.4}, small);
    }

    std::string scores_label() const {
        std::string label(words().text("card.scores"));
        if (!m_f.scores_stale) return label;
        return label + " \u00B7 " +
               old_words(chrome_input(m_c.input), Overlay::Differentiation, m_id);
    }

    void position_word_at(double baseline, double small, double used) {
        std::string word;
        Color color = theme().second_ink;
        Shape shape = Shape::Ring;
        if (m_f.position) {
            word = position_word(words(), *m_f.position);
            color = color_of(*m_f.position, theme());
            shape = shape_of(*m_f.position);
        } else {
            word = words().text(m_f.rival      ? "position.unproven"
                                : m_f.expected ? "position.expectation-only"
                                               : "position.no-rival");
        }
        if (m_f.memory) word += " \u00B7 " + std::string(words().text("card.memory"));
        if (m_f.locked) word += " \u00B7 " + std::string(words().text("card.locked"));
        double const room = m_width - used - small * 2.2;
        double const fit =
            std::min(1.0, room / std::max(1.0, m_p.width(word, small, Weight::SemiBold)));
        double const wide = m_p.text(
            tag(Role::Position), word,
            {m_left + m_width, baseline, small * fit, color, Weight::SemiBold, Align::Right});
        paint_state_mark(
            m_c, tag(Role::Position), {{shape, color, {}}, m_f.scores_stale},
            {{m_left + m_width - wide - small * 0.7, baseline - small * 0.36}, small * 0.75});
    }

    void source() {
        double const small = size(card_source_cap);
        double const top = m_plan.source.y;
        std::string line;
        if (m_f.source) {
            auto const& source = m_c.input.room.at(m_f.source);
            line = source.name;
            if (!source.method.empty()) line += " \u00B7 " + source.method;
            if (m_f.age_days) line += " \u00B7 " + age_text(words(), *m_f.age_days);
        } else {
            line = words().text("card.no-source");
        }
        if (m_f.stale) {
            // The age stands behind the source's name.
            auto const why = why_overdue(chrome_input(m_c.input), Overlay::Reliability, m_id);
            std::string const old =
                why && why->rows_until
                    ? old_words(chrome_input(m_c.input), Overlay::Reliability, m_id)
                    : std::string(words().text("card.stale"));
            line = old + " \u00B7 " + line;
        }
        if (m_f.stale) {
            Quad q;
            q.rect = {m_left, top - gap(12), m_width, gap(7)};
            q.pattern = Pattern::Hatched;
            q.fill = base::with_alpha(theme().line, 0.35);
            m_p.quad(tag(Role::State), q);
        }
        m_p.paragraph(tag(Role::Source), line,
                      {m_plan.source, small, theme().second_ink, Weight::Regular, 1, 0.8});
    }

    PaintContext const& m_c;
    Painter& m_p;
    model::TouchpointId m_id;
    metrics::TouchpointFigures const& m_f;
    CardPlan m_plan;
    double m_left = 0;
    double m_width = 0;
};

}  // namespace

void paint_cards(PaintContext const& c) {
    for (OpenCard const& card : c.input.view.cards) {
        c.painter.push_alpha(card.appeared);
        CardWriter(c, card).write();
        c.painter.pop_alpha();
    }
}

}  // namespace scene
