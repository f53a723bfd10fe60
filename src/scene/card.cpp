#include <algorithm>
#include <cmath>

#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double padding = 26;
constexpr double title_cap = 16;
constexpr double figure_cap = 15;
constexpr double promise_cap = 11;
constexpr double body_cap = 8.4;
constexpr double source_cap = 6.6;
constexpr double media_least = 50;
constexpr double media_most = 92;

// Writes the card from top to bottom; each section is left out when the card has no room for it.
class CardWriter {
public:
    CardWriter(PaintContext const& c, OpenCard const& card)
        : m_c(c),
          m_p(c.painter),
          m_id(card.touchpoint),
          m_f(c.figures(card.touchpoint)),
          m_touchpoint(c.input.room.at(card.touchpoint)) {
        ScreenSize const size = card_size(c.input.view.size, c.input.physical);
        m_rect = {card.at.x, card.at.y, size.w, size.h};
        m_left = m_rect.x + padding * c.unit;
        m_width = m_rect.w - 2 * padding * c.unit;
        m_y = m_rect.y + padding * c.unit;
        m_bottom = m_rect.bottom() - (padding - 6) * c.unit;
    }

    void write() {
        paper();
        close_cross();
        head();
        promise();
        figure();
        series();
        splits();
        scores();
        source();
        media();
        why();
        verbatims();
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type;
    }
    double gap(double design_mm) const { return design_mm * m_c.unit; }
    Tag tag(Role role) const { return {ItemKind::Card, m_id.value, role}; }
    Theme const& theme() const { return m_c.input.theme; }
    base::Catalogue const& words() const { return m_c.input.catalogue; }

    struct Text {
        Role role;
        double cap;
        Color color;
        Weight weight = Weight::Regular;
        int lines = 1;
        double share = 0.8;
        double indent = 0;  // px
        double right = 0;   // px kept free at the right
    };

    double text_height(std::string const& text, Text const& look) {
        double const s = size(look.cap);
        return m_c.input.text
                   .block(text, {(m_width - look.indent - look.right) / s, look.lines, look.share,
                                 look.weight})
                   .height *
               s;
    }

    void text(std::string const& text, Text const& look) {
        m_y += m_p.paragraph(
            tag(look.role), text,
            {{m_left + look.indent, m_y, m_width - look.indent - look.right, m_rect.h},
             size(look.cap),
             look.color,
             look.weight,
             look.lines,
             look.share});
    }

    bool room_for(double height_px) const { return m_y + height_px <= m_bottom; }

    void paper() {
        Quad shadow;
        shadow.rect = m_rect;
        shadow.rect.y += gap(4);
        shadow.radius = static_cast<float>(gap(6));
        shadow.softness = static_cast<float>(gap(14));
        shadow.fill = {0, 0, 0, 46};
        m_p.quad(tag(Role::Shadow), shadow);
        Quad paper;
        paper.rect = m_rect;
        paper.radius = static_cast<float>(gap(6));
        paper.fill = theme().card;
        paper.border = theme().quiet_line;
        paper.border_width = static_cast<float>(std::max(1.0, m_p.mm(0.3)));
        m_p.quad(tag(Role::Panel), paper);
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

    void head() {
        text(m_touchpoint.title,
             {Role::Title, title_cap, theme().ink, Weight::SemiBold, 2, 0.72, 0, gap(44)});
        std::string line = channels_text(words(), m_touchpoint);
        if (!m_touchpoint.department.empty()) line += " \u00B7 " + m_touchpoint.department;
        if (m_touchpoint.moment_of_truth.value_or(false))
            line += " \u00B7 " + std::string(words().text("card.moment-of-truth"));
        m_y += gap(3);
        text(line,
             {Role::Subtitle, body_cap, theme().second_ink, Weight::Regular, 2, 0.8, 0, gap(10)});
    }

    void promise() {
        m_y += gap(12);
        model::Promise const* const promise = m_c.promise(m_id);
        if (promise == nullptr) {
            text(std::string(words().text("card.no-promise")),
                 {Role::Promise, promise_cap, theme().second_ink, Weight::Medium, 3, 0.8});
            return;
        }
        text(words().format("card.promise", {promise->wording}),
             {Role::Promise, promise_cap, theme().ink, Weight::Medium, 3, 0.8});
    }

    void figure() {
        if (!m_f.has_promise) return;
        m_y += gap(10);
        double const big = size(figure_cap);
        double const baseline = m_y + big * layout::ascent_em;
        double const mark = big * 0.95;
        Color const color = color_of(m_f.state, theme());
        m_p.mark(tag(Role::Mark), shape_of(m_f.state),
                 {m_left + mark / 2, baseline - big * layout::cap_height_em / 2}, mark, color);
        double x = m_left + mark * 1.25;
        std::string const counts = m_f.due && *m_f.due > 0 ? k_of_n(words(), m_f) : std::string();
        std::string const word = state_word(words(), m_f.state);
        double const wide = m_p.width(word, big, Weight::SemiBold) + big * 0.35 +
                            m_p.width(counts, big, Weight::SemiBold);
        double const fit = std::min(1.0, (m_left + m_width - x) / wide);
        x += m_p.text(tag(Role::State), word,
                      {x, baseline, big * fit, as_text(color, theme()), Weight::SemiBold}) +
             big * 0.35 * fit;
        m_p.text(tag(Role::Figure), counts,
                 {x, baseline, big * fit, theme().ink, Weight::SemiBold});
        m_y = baseline + big * 0.35;
        plain_sentence();
        interval();
    }

    // What the figure means in people, or why there is none.
    void plain_sentence() {
        std::string line;
        if (m_f.state == metrics::PromiseState::NoData) {
            line = words().text(m_f.due     ? "card.none-due"
                                : m_f.stale ? "card.feed-dead"
                                            : "card.no-rows");
        } else if (m_f.state == metrics::PromiseState::Thin) {
            line = words().text("card.thin");
        } else if (m_f.broken_promises) {
            line = words().format("card.let-down", {base::grouped(*m_f.broken_promises),
                                                    short_period(words(), m_c.input.view.period)});
        }
        if (line.empty()) return;
        text(line, {Role::Label, body_cap, theme().second_ink, Weight::Regular, 2, 0.85});
        if (m_f.basis == metrics::Basis::All && m_c.input.view.persona) {
            text(words().format("card.basis-all", {customers_word(words(), m_c.input.room)}),
                 {Role::Label, body_cap, theme().second_ink, Weight::Regular, 2, 0.85});
        }
    }

    void interval() {
        if (!m_f.reliability || !m_f.interval || m_f.state == metrics::PromiseState::Thin) return;
        double const small = size(body_cap);
        if (!room_for(gap(24) + small * layout::line_height_em)) return;
        m_y += gap(14);
        paint_interval(m_c, tag(Role::Interval), {m_left, m_y, m_width, gap(4.5)}, m_f);
        m_y += gap(10);
        double const baseline = m_y + small * layout::ascent_em;
        std::string const rate = words().format(
            "card.rate", {percent(*m_f.reliability), number(m_f.interval->lower * 100, 1),
                          number(m_f.interval->upper * 100, 1)});
        double const used = m_p.text(tag(Role::Interval), rate,
                                     {m_left, baseline, small, theme().ink, Weight::Medium});
        if (m_f.target) {
            std::string const target = words().format(
                "card.target",
                {number(*m_f.target * 100, *m_f.target * 1000 == std::floor(*m_f.target * 1000) &&
                                                   std::fmod(*m_f.target * 100, 1.0) > 1e-9
                                               ? 1
                                               : 0)});
            double const wide = m_p.width(target, small, Weight::Regular);
            if (used + wide + small > m_width) {
                m_y += small * layout::line_height_em;
                m_p.text(tag(Role::Target), target,
                         {m_left, m_y + small * layout::ascent_em, small, theme().second_ink});
            } else {
                m_p.text(tag(Role::Target), target,
                         {m_left + m_width, baseline, small, theme().second_ink, Weight::Regular,
                          Align::Right});
            }
        }
        m_y += small * layout::line_height_em;
    }

    void series() {
        if (!m_f.has_promise || !m_c.input.index.observed) return;
        double const small = size(source_cap);
        double const height = gap(84);
        if (!room_for(height + gap(17) + small * layout::line_height_em)) return;
        m_y += gap(14);
        paint_series(m_c, tag(Role::Series), m_id,
                     {{m_left, m_y, m_width, height}, gap(1.2), gap(3)});
        m_y += height + gap(3);
        months_line(small);
    }

    void months_line(double small) {
        auto const months = m_c.chrome.periods.empty() ? std::optional<base::Period>() : strip();
        if (!months) return;
        double const baseline = m_y + small * layout::ascent_em;
        m_p.text(tag(Role::Axis), short_period(words(), base::month_of(months->first)),
                 {m_left, baseline, small, theme().second_ink});
        m_p.text(
            tag(Role::Axis), short_period(words(), base::month_of(months->last)),
            {m_left + m_width, baseline, small, theme().second_ink, Weight::Regular, Align::Right});
        period_dots(baseline, small);
        m_y += small * layout::line_height_em;
    }

    // What the coloured dots on the line are.
    void period_dots(double baseline, double small) {
        if (m_f.due.value_or(0) == 0) return;
        std::string const words_of_dots =
            words().format("card.period-dots", {short_period(words(), m_c.input.view.period)});
        double const wide = m_p.width(words_of_dots, small, Weight::Regular);
        double const x = m_left + (m_width - wide) / 2;
        double const radius = gap(3);
        m_p.mark(tag(Role::Axis), Shape::Disc,
                 {x - radius * 2.4, baseline - small * layout::cap_height_em / 2}, radius * 2,
                 color_of(m_f.state, theme()));
        m_p.text(tag(Role::Axis), words_of_dots, {x, baseline, small, theme().second_ink});
    }

    std::optional<base::Period> strip() const {
        std::optional<base::Period> span;
        for (Control const& control : m_c.chrome.controls) {
            if (control.kind != ControlKind::PeriodChoice) continue;
            if (!span) span = control.period;
            span->last = control.period.last;
        }
        return span;
    }

    void splits() {
        if (m_f.splits.size() < 2) return;
        double const small = size(body_cap);
        if (!room_for(gap(12) + small * layout::line_height_em * 2)) return;
        m_y += gap(10);
        std::string const kind(
            words().text(m_f.split_kind == metrics::SplitKind::Channel   ? "split.channel"
                         : m_f.split_kind == metrics::SplitKind::Persona ? "split.persona"
                                                                         : "split.region"));
        double x = m_left;
        double const baseline = m_y + small * layout::ascent_em;
        if (m_f.it_depends) {
            m_p.mark(tag(Role::State), Shape::SplitDisc, {x + small * 0.5, baseline - small * 0.36},
                     small, theme().broken);
            x += small * 1.4;
        }
        m_p.text(tag(Role::Label),
                 words().format(m_f.it_depends ? "card.it-depends" : "card.split", {kind}),
                 {x, baseline, small, theme().ink, Weight::SemiBold});
        m_y += small * layout::line_height_em;
        for (metrics::SplitRate const& split : m_f.splits) {
            if (!room_for(small * layout::line_height_em)) break;
            split_line(split, small);
        }
    }

    void split_line(metrics::SplitRate const& split, double small) {
        double const baseline = m_y + small * layout::ascent_em;
        std::string rate =
            words().format("figure.k-of-n", {base::grouped(split.kept), base::grouped(split.due)});
        if (split.due >= 30)
            rate = percent(static_cast<double>(split.kept) / static_cast<double>(split.due)) +
                   " \u00B7 " + rate;
        double const wide = m_p.text(
            tag(Role::Measure), rate,
            {m_left + m_width, baseline, small, theme().ink, Weight::Regular, Align::Right});
        m_p.paragraph(tag(Role::Label), split.name,
                      {{m_left, m_y, m_width - wide - small, small * 2},
                       small,
                       theme().second_ink,
                       Weight::Regular,
                       1,
                       0.8});
        m_y += small * layout::line_height_em;
    }

    void scores() {
        if (!m_f.own && !m_f.rival && !m_f.expected) return;
        double const small = size(body_cap);
        if (!room_for(gap(14) + small * 5.2)) return;
        m_y += gap(12);
        double const baseline = m_y + small * layout::ascent_em;
        double used = m_p.text(tag(Role::Label), words().text("card.scores"),
                               {m_left, baseline, small, theme().second_ink});
        position_word_at(baseline, small, used);
        m_y += small * 1.45;
        paint_scores(m_c, tag(Role::Scale), m_f, {m_left, m_y, m_width, small * 3.4}, small);
        m_y += small * 3.6;
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
        m_p.mark(tag(Role::Position), shape,
                 {m_left + m_width - wide - small * 0.7, baseline - small * 0.36}, small * 0.75,
                 color);
    }

    std::string age_text(int days) const {
        if (days <= 1)
            return std::string(words().text(days < 1 ? "card.age-today" : "card.age-one"));
        return words().format("card.age", {std::to_string(days)});
    }

    // The foot stands at the bottom, whatever the rest needs.
    void source() {
        double const small = size(source_cap);
        if (!room_for(small * layout::line_height_em)) return;
        std::string line;
        if (m_f.source) {
            auto const& source = m_c.input.room.at(m_f.source);
            line = source.name;
            if (!source.method.empty()) line += " \u00B7 " + source.method;
            if (m_f.age_days) line += " \u00B7 " + age_text(*m_f.age_days);
        } else {
            line = words().text("card.no-source");
        }
        if (m_f.stale) line = std::string(words().text("card.stale")) + " \u00B7 " + line;
        double const top = m_bottom - small * layout::line_height_em;
        if (m_f.stale) {
            Quad q;
            q.rect = {m_left, top - gap(12), m_width, gap(7)};
            q.pattern = Pattern::Hatched;
            q.fill = base::with_alpha(theme().line, 0.35);
            m_p.quad(tag(Role::State), q);
        }
        m_p.paragraph(tag(Role::Source), line,
                      {{m_left, top, m_width, small * 2},
                       small,
                       theme().second_ink,
                       Weight::Regular,
                       1,
                       0.8});
        m_bottom = top - gap(m_f.stale ? 18 : 8);
    }

    void media() {
        std::string const unshown = unshown_media(m_c, m_id);
        if (!unshown.empty()) {
            m_y += gap(8);
            text(words().format("card.picture-missing", {unshown}),
                 {Role::Label, source_cap, theme().second_ink, Weight::Regular, 2, 0.85});
        }
        double const wide = media_width(m_c, m_id, 1);
        if (wide <= 0) return;
        double const height = std::clamp(m_width / wide, gap(media_least), gap(media_most));
        if (!room_for(gap(12) + height)) return;
        m_y += gap(12);
        paint_media(m_c, tag(Role::Picture), {m_left, m_y, m_width, height});
        m_y += height;
    }

    void why() {
        if (m_touchpoint.why.empty()) return;
        Text const look{Role::Why, body_cap, theme().ink, Weight::Medium, 2, 0.85};
        double const height = text_height(m_touchpoint.why, look);
        if (!room_for(gap(10) + height)) return;
        m_y += gap(10);
        text(m_touchpoint.why, look);
    }

    void verbatims() {
        auto const& index = m_c.input.index;
        bool first = true;
        for (std::uint32_t i = index.verbatim_starts[m_id.index()];
             i < index.verbatim_starts[m_id.index() + 1]; ++i) {
            auto const& verbatim = m_c.input.room.verbatims[index.verbatims[i]];
            std::string quote = words().format("quote", {verbatim.text});
            if (verbatim.invented.value_or(false))
                quote += " " + std::string(words().text("quote.invented"));
            Text const look{Role::Quote, body_cap, theme().second_ink, Weight::Regular, 4, 0.999};
            double const height = text_height(quote, look);
            if (!room_for(gap(first ? 10 : 5) + height)) return;
            m_y += gap(first ? 10 : 5);
            text(quote, look);
            first = false;
        }
    }

    PaintContext const& m_c;
    Painter& m_p;
    model::TouchpointId m_id;
    metrics::TouchpointFigures const& m_f;
    model::Touchpoint const& m_touchpoint;
    ScreenRect m_rect;
    double m_left = 0;
    double m_width = 0;
    double m_y = 0;
    double m_bottom = 0;
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
