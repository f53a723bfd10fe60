// Where the survey is content while the promise breaks, and the other way round.
#include <algorithm>

#include "metrics/score_samples.hpp"
#include "scene/board_lists.hpp"
#include "scene/boards.hpp"
#include "scene/old_figures.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using metrics::TouchpointFigures;

constexpr double title_cap = 10.5;
constexpr double figure_cap = 8.8;
constexpr double narrowest_with_scores = 18;  // of the title's size
constexpr double smallest_line = 0.62;        // a long title's share of its size on one line
constexpr double smallest_title = 0.54;       // and on two

class ListPainter {
public:
    ListPainter(PaintContext const& c, ContradictionList const& list)
        : m_c(c), m_p(c.painter), m_list(list) {}

    void paint() {
        bool const good = m_list.side == Contradiction::GoodScoreBrokenPromise;
        auto const& catalogue = m_c.input.catalogue;
        Theme const& theme = m_c.input.theme;
        double const x = m_list.area.x;
        line(Role::Name, catalogue.text(good ? "contradiction.good-score" : "contradiction.kept"),
             {x, m_list.head_line, m_list.head_size, theme.ink, Weight::SemiBold});
        if (m_list.below_line > 0) {
            line(Role::Label,
                 catalogue.text(good ? "contradiction.good-score-means"
                                     : "contradiction.kept-means"),
                 {x, m_list.below_line, m_list.below_size, theme.second_ink});
        }
        for (ContradictionRow const& one : m_list.rows)
            faded_row(one, {m_list.growth, theme.ink});
        if (m_list.close_head > 0) {
            line(Role::Label, catalogue.text("contradiction.too-close-head"),
                 {x, m_list.close_head, m_list.below_size, theme.second_ink, Weight::Medium});
        }
        for (ContradictionRow const& one : m_list.close_rows)
            faded_row(one, {m_list.plain, theme.second_ink});
        if (m_list.more > 0 || m_list.rows.empty()) {
            std::string const rest =
                m_list.more == 0
                    ? std::string(catalogue.text(!m_list.found.asked ? "contradiction.unasked"
                                                 : measured()        ? "contradiction.nobody"
                                                 : thin()            ? "contradiction.too-few"
                                                                     : "contradiction.unmeasured"))
                : m_list.rows.empty()
                    ? catalogue.format("contradiction.all", {std::to_string(m_list.more)})
                    : catalogue.format("contradiction.more", {std::to_string(m_list.more)});
            line(Role::Label, rest,
                 {x, m_list.rest_line, size(title_cap, m_list.plain), theme.second_ink});
        }
        if (m_list.close_line > 0) not_listed();
    }

private:
    // What is not listed because the difference may be chance: by name where there is room.
    void not_listed() {
        auto const& catalogue = m_c.input.catalogue;
        std::string counts, names;
        if (!m_list.found.too_close.empty() && m_list.close_rows.empty()) {
            counts = catalogue.format("contradiction.too-close",
                                      {std::to_string(m_list.found.too_close.size())});
            for (model::TouchpointId const id : m_list.found.too_close)
                names += (names.empty() ? ": " : ", ") + m_c.input.room.at(id).title;
        }
        std::string unjudged;
        if (m_list.found.unjudged > 0) {
            unjudged =
                catalogue.format("contradiction.unjudged", {std::to_string(m_list.found.unjudged)});
        }
        auto const joined = [&](std::string const& first) {
            return first + (first.empty() || unjudged.empty() ? "" : " \u00B7 ") + unjudged;
        };
        double const s = m_list.below_size;
        double const two_lines = 1.8 * m_list.area.w;
        bool const all = m_p.width(joined(counts + names), s, Weight::Regular) < two_lines;
        m_p.paragraph(
            {ItemKind::Room, 0, Role::Label}, joined(all ? counts + names : counts),
            {{m_list.area.x, m_list.close_line - s * layout::ascent_em, m_list.area.w, s * 2.7},
             s,
             m_c.input.theme.second_ink,
             Weight::Regular,
             2,
             0.7});
    }

    // Where no promise fell due nothing can disagree, which is no good news.
    bool measured() const {
        auto const& states = m_c.input.figures.totals.states;
        int known = 0;
        for (auto const state : {metrics::PromiseState::Kept, metrics::PromiseState::OnTheLine,
                                 metrics::PromiseState::Broken, metrics::PromiseState::Unproven})
            known += states[static_cast<std::size_t>(state)];
        return known > 0;
    }
    // Something was counted, but nowhere enough to judge a promise by.
    bool thin() const {
        return m_c.input.figures.totals
                   .states[static_cast<std::size_t>(metrics::PromiseState::Thin)] > 0;
    }
    double size(double cap, double growth) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type * growth;
    }

    // How a row is said: what holds stands out.
    struct RowLook {
        double growth = 1;
        Color color;
    };

    // Smaller where it would leave the list.
    void line(Role role, std::string_view words, TextAt at) {
        double const wide = m_p.width(words, at.size, at.weight);
        at.size *= std::min(1.0, m_list.area.w / std::max(1.0, wide));
        m_p.text({ItemKind::Room, 0, role}, words, at);
    }

    void faded_row(ContradictionRow const& one, RowLook const& look) {
        m_p.push_alpha(one.share);
        row(one, look);
        m_p.pop_alpha();
    }

    void row(ContradictionRow const& one, RowLook const& look) {
        Theme const& theme = m_c.input.theme;
        ScreenRect const& rect = one.rect;
        TouchpointFigures const& f = m_c.figures(one.touchpoint);
        Tag const tag{ItemKind::Touchpoint, one.touchpoint.value, Role::Title};
        m_p.rule({tag.kind, tag.item, Role::Rule}, {rect.x, rect.y, rect.w, m_p.mm(0.3)},
                 theme.quiet_line);
        double const s = size(title_cap, look.growth);
        double small = size(figure_cap, look.growth);
        double const mark_line =
            m_list.form == RowForm::Below ? rect.y + rect.h * 0.3 : rect.centre().y;
        bool const below = m_list.form == RowForm::Below;
        bool const narrow = !below && rect.w < narrowest_with_scores * s;
        // What is old is said beside it; a row without scores answers for them, too.
        bool const old = narrow ? striped_on_board(f) : f.stale;
        auto const mark = mark_of(Overlay::Reliability, m_c.input.figures, one.touchpoint, theme);
        paint_state_mark(m_c, {tag.kind, tag.item, Role::Mark}, {*mark, old},
                         {{rect.x + s * 0.6, mark_line}, s * 1.1});
        double const left = rect.x + s * 1.8;
        double const right = rect.x + rect.w * (narrow || below ? 1 : 0.54);
        double const middle = below ? rect.y + rect.h * 0.3 : rect.centre().y;
        double const wide = right - left - s;
        std::string const& title = m_c.input.room.at(one.touchpoint).title;
        double const fit = wide / std::max(1.0, m_p.width(title, s, Weight::SemiBold));
        // One line down to this share, then two of less: a long word stays whole.
        bool const one_line = fit >= smallest_line;
        double const name = s * (one_line ? std::min(1.0, fit * 0.98) : smallest_title);
        m_p.paragraph(tag, title,
                      {{left, middle - s * 1.22, wide, s * 1.36},
                       name,
                       look.color,
                       Weight::SemiBold,
                       one_line ? 1 : 2,
                       0.7});
        Wording const promise = wording_of(Overlay::Reliability, m_c.input.figures, one.touchpoint,
                                           m_c.input.catalogue);
        std::string measure = promise.word + " " + promise.value;
        if (old) measure += " \u00B7 " + std::string(m_c.input.catalogue.text("card.stale"));
        small *= std::min(1.0, wide / std::max(1.0, m_p.width(measure, small, Weight::Medium)));
        m_p.text({tag.kind, tag.item, Role::Measure}, measure,
                 {left, middle + size(figure_cap, look.growth) * 1.15, small,
                  as_text(mark->color, theme), Weight::Medium});
        if (narrow) return;
        if (below) {
            double const top = rect.y + rect.h * 0.54;
            return scores(tag, {left, top, right - left, rect.h * 0.42}, look);
        }
        scores(tag, {right, rect.y, rect.right() - right, rect.h}, look);
    }

    // Own and expected on 0 to 10: the gap between them is what the survey says.
    void scores(Tag tag, ScreenRect const& rect, RowLook const& look) {
        model::TouchpointId const id(tag.item);
        TouchpointFigures const& f = m_c.figures(id);
        Theme const& theme = m_c.input.theme;
        double const small = size(figure_cap, look.growth);
        double const y = rect.centre().y - small * 0.35;
        double const wide = rect.w * 0.96;
        m_p.box({tag.kind, tag.item, Role::Scale}, {rect.x, y - m_p.mm(0.8), wide, m_p.mm(1.6)},
                theme.quiet_line, m_p.mm(0.8));
        auto const at = [&](double score) {
            return rect.x + std::clamp(score / 10, 0.0, 1.0) * wide;
        };
        double const dot = small * 0.8;
        m_p.box({tag.kind, tag.item, Role::Point},
                {at(*f.expected) - m_p.mm(0.9), y - dot * 0.75, m_p.mm(1.8), dot * 1.2},
                theme.second_ink);
        Quad own;
        own.rect = {at(*f.own) - dot / 2, y - dot / 2, dot, dot};
        own.radius = static_cast<float>(dot / 2);
        own.fill = look.color;
        m_p.quad({tag.kind, tag.item, Role::Point}, own);
        auto const samples =
            metrics::score_samples(m_c.input.room, m_c.input.index, id, m_c.input.figures.period);
        auto const counted = [&](double score, std::optional<std::int64_t> n) {
            std::string const text = number(score, 1);
            return n ? m_c.input.catalogue.format("figure.with-n", {text, base::grouped(*n)})
                     : text;
        };
        std::string said = m_c.input.catalogue.format(
            "contradiction.scores",
            {counted(*f.own, samples.own_n), counted(*f.expected, samples.expected_n)});
        if (f.scores_stale)
            said += " \u00B7 " + std::string(m_c.input.catalogue.text("card.stale"));
        double const fit =
            std::min(1.0, wide / std::max(1.0, m_p.width(said, small, Weight::Regular)));
        m_p.text({tag.kind, tag.item, Role::Value}, said,
                 {rect.x, rect.centre().y + small * 1.15, small * fit, theme.second_ink});
    }

    PaintContext const& m_c;
    Painter& m_p;
    ContradictionList const& m_list;
};

}  // namespace

namespace {

// Rows go from where the period before had them; those that it had not come in.
void ease(std::vector<ContradictionList>& lists, std::vector<ContradictionList> const& before,
          double share) {
    for (std::size_t i = 0; i < std::min(lists.size(), before.size()); ++i) {
        for (auto* rows : {&lists[i].rows, &lists[i].close_rows}) {
            for (ContradictionRow& row : *rows) {
                row.share = share;
                for (auto const* all : {&before[i].rows, &before[i].close_rows}) {
                    for (ContradictionRow const& then : *all) {
                        if (then.touchpoint != row.touchpoint) continue;
                        row.share = 1;
                        row.rect.y = base::lerp(then.rect.y, row.rect.y, share);
                    }
                }
            }
        }
    }
}

}  // namespace

void paint_contradictions_board(PaintContext const& c) {
    ChromeInput const now = chrome_input(c.input);
    auto lists = contradiction_lists(now, c.chrome.map, c.unit);
    double const share = c.input.view.figures_share;
    if (share < 1 && c.input.previous_figures != nullptr) {
        ChromeInput const then{now.room,   now.layout, now.index,    *c.input.previous_figures,
                               now.view,   now.theme,  now.physical, now.catalogue,
                               now.measure};
        ease(lists, contradiction_lists(then, c.chrome.map, c.unit), share);
    }
    for (ContradictionList const& list : lists)
        ListPainter(c, list).paint();
}

}  // namespace scene
