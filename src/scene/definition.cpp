#include <algorithm>

#include "scene/definition_pen.hpp"
#include "scene/overlay.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Smaller groups are not shown: a person could be told from them.
constexpr std::int64_t least_shown = 5;

class TouchpointWriter : DefinitionPen {
public:
    using DefinitionPen::DefinitionPen;

    Definition write() {
        switch (m_figure.kind) {
            case FigureKind::Kept:
                kept();
                break;
            case FigureKind::Split:
                split();
                break;
            case FigureKind::Scores:
                scores();
                break;
            case FigureKind::Effort:
                efforts();
                break;
            default:
                break;
        }
        return std::move(m_out);
    }

private:
    std::string group_of(model::Observation const& row) const {
        if (row.total()) return whose(words(), m_in.room, {});
        std::string text;
        auto const add = [&](std::string const& part) {
            text += (text.empty() ? "" : " \u00B7 ") + part;
        };
        if (row.persona) add(m_in.room.at(row.persona).name);
        if (row.region) add(m_in.room.regions[row.region.index()]);
        if (row.channel) add(m_in.room.observation_channels[row.channel.index()]);
        return text;
    }
    void observation_row(model::Observation const& row) {
        m_out.rows.push_back({group_of(row), short_period(words(), row.period),
                              count_of(row.kept, row.due), rate_of(row.kept, row.due)});
    }

    // The rows that add up to the figure, then those of its groups.
    void kept_rows() {
        columns({"define.column.whose", "define.column.period", "define.column.kept",
                 "define.column.rate"});
        auto rows = rows_in(m_in.view.period);
        std::erase_if(rows, [&](model::Observation const* row) {
            return !adds_up(*row) && row->due < least_shown;
        });
        std::stable_sort(rows.begin(), rows.end(), [&](auto const* a, auto const* b) {
            if (adds_up(*a) != adds_up(*b)) return adds_up(*a);
            if (splits_of(*a) != splits_of(*b)) return splits_of(*a) < splits_of(*b);
            std::string const group_a = group_of(*a);
            std::string const group_b = group_of(*b);
            return group_a != group_b ? group_a < group_b : a->period < b->period;
        });
        Sources named;
        for (model::Observation const* row : rows) {
            if (adds_up(*row)) named.add(row->source);
            observation_row(*row);
        }
        if (rows.empty()) named.add(figures().source);
        sources(named, why_overdue(m_in, Overlay::Reliability, m_figure.touchpoint));
    }

    char const* judged() const {
        switch (figures().state) {
            case metrics::PromiseState::Kept:
                return "define.judged.kept";
            case metrics::PromiseState::OnTheLine:
                return "define.judged.on-the-line";
            case metrics::PromiseState::Broken:
                return "define.judged.broken";
            case metrics::PromiseState::Unproven:
                return "define.judged.unproven";
            case metrics::PromiseState::Thin:
                return "define.judged.thin";
            case metrics::PromiseState::NoData:
                break;
        }
        return figures().due           ? "define.judged.none-due"
               : figures().has_promise ? "define.judged.no-row"
                                       : "define.judged.no-promise";
    }

    void kept() {
        auto const& f = figures();
        name("define.kept.title", m_in.room.at(m_figure.touchpoint).title, "define.kept.formula");
        if (f.reliability && f.interval && f.state != metrics::PromiseState::Thin) {
            fact("define.value",
                 say("card.rate", {percent(*f.reliability), number(f.interval->lower * 100, 1),
                                   number(f.interval->upper * 100, 1)}));
        } else if (f.due.value_or(0) > 0) {
            fact("define.value", k_of_n(words(), f));
        } else {
            fact("define.value",
                 f.has_promise ? state_word(words(), f.state) : word("state.no-promise"));
        }
        fact("define.n", !f.due ? word(f.has_promise ? "define.n-no-row" : "define.n-no-promise")
                         : *f.due == 0 ? word("define.n-none-due")
                                       : count_text(words(), "define.n-promises", *f.due));
        if (f.unknown.value_or(0) > 0)
            fact("define.unknown", count_text(words(), "define.unknown-count", *f.unknown));
        if (f.target) fact("define.promised", target_number(*f.target) + "\u00A0%");
        fact("define.judged", word(judged()));
        when();
        whose_rows();
        kept_rows();
    }

    void split() {
        auto const& f = figures();
        std::string const kind = split_word(words(), f.split_kind);
        name("define.split.title", m_in.room.at(m_figure.touchpoint).title, "define.split.formula");
        fact("define.value", say(f.it_depends ? "card.it-depends" : "define.split.even", {kind}));
        std::int64_t n = 0;
        auto const groups = metrics::splits_of(m_in.figures, f);
        for (auto const& group : groups)
            n += group.due;
        fact("define.n",
             say("define.n-groups",
                 {base::grouped(n), base::grouped(static_cast<long long>(groups.size()))}));
        when();
        columns({"define.column.whose", "define.column.period", "define.column.kept",
                 "define.column.rate"});
        auto rows = rows_in(m_in.view.period);
        std::erase_if(rows, [&](model::Observation const* row) {
            bool const of_kind = f.split_kind == metrics::SplitKind::Region    ? bool(row->region)
                                 : f.split_kind == metrics::SplitKind::Channel ? bool(row->channel)
                                                                               : bool(row->persona);
            return splits_of(*row) != 1 || !of_kind || row->due < least_shown;
        });
        std::stable_sort(rows.begin(), rows.end(), [&](auto const* a, auto const* b) {
            std::string const group_a = group_of(*a);
            std::string const group_b = group_of(*b);
            return group_a != group_b ? group_a < group_b : a->period < b->period;
        });
        Sources named;
        for (model::Observation const* row : rows) {
            named.add(row->source);
            observation_row(*row);
        }
        sources(named, why_overdue(m_in, Overlay::Reliability, m_figure.touchpoint));
    }

    void scores() {
        auto const& f = figures();
        name("define.scores.title", m_in.room.at(m_figure.touchpoint).title,
             "define.scores.formula");
        if (f.relative_gap && f.gap_interval) {
            fact("define.value", say("define.scores.gap", {signed_number(*f.relative_gap),
                                                           signed_number(f.gap_interval->lower),
                                                           signed_number(f.gap_interval->upper)}));
        } else if (f.relative_gap) {
            fact("define.value", say("define.scores.gap-only", {signed_number(*f.relative_gap)}));
        }
        fact("define.judged", f.position ? position_word(words(), *f.position)
                                         : word(f.rival      ? "position.unproven"
                                                : f.expected ? "position.expectation-only"
                                                             : "position.no-rival"));
        columns({"define.column.whose", "define.column.score", "define.column.sd",
                 "define.column.n", "define.column.period"});
        Sources named;
        std::vector<model::Score const*> const current = current_scores();
        for (model::Score const* score : current) {
            named.add(score->source);
            score_row(*score);
        }
        fact("define.n", answers(current));
        when();
        sources(named, why_overdue(m_in, Overlay::Differentiation, m_figure.touchpoint));
        m_out.answers = answers_of(m_in, m_figure.touchpoint);
    }

    void efforts() {
        name("define.effort.title", m_in.room.at(m_figure.touchpoint).title,
             "define.effort.formula");
        std::int64_t n = 0;
        int left_out = 0;
        for (metrics::EffortFigure const& effort : m_in.figures.efforts) {
            if (effort.touchpoint != m_figure.touchpoint) continue;
            fact("define.value", effort_text(words(), effort));
            n = std::max(n, effort.n.value_or(0));
            if (effort.n) left_out += effort.rows_without_n;
        }
        fact("define.n",
             n > 0 ? count_text(words(), "define.n-outcomes", n) : word("define.not-given"));
        if (left_out > 0)
            fact("define.left-out", count_text(words(), "define.effort.no-n", left_out));
        when();
        columns({"define.column.measure", "define.column.period", "define.column.n"});
        Sources named;
        for (model::Effort const& row : m_in.room.efforts) {
            bool const counts = row.touchpoint == m_figure.touchpoint &&
                                base::lies_within(row.period, m_in.view.period);
            if (!counts) continue;
            named.add(row.source);
            m_out.rows.push_back(
                {effort_text(words(), {row.touchpoint, row.measure, row.value, row.n}),
                 short_period(words(), row.period),
                 row.n ? base::grouped(*row.n) : std::string("\u2013")});
        }
        sources(named, why_overdue(m_in, Overlay::Effort, m_figure.touchpoint));
    }

    // Of everybody scored the score that counts in the period: the one that ends last.
    std::vector<model::Score const*> current_scores() const {
        std::vector<model::Score const*> current;
        std::size_t const t = m_figure.touchpoint.index();
        for (std::uint32_t i = m_in.index.score_starts[t]; i < m_in.index.score_starts[t + 1];
             ++i) {
            model::Score const& score = m_in.room.scores[m_in.index.scores[i]];
            if (score.period && score.period->last > m_in.view.period.last) continue;
            bool const same =
                !current.empty() && current.back()->subject == score.subject &&
                (score.subject != model::Subject::Rival || current.back()->rival == score.rival);
            if (same) {
                current.back() = &score;
            } else {
                current.push_back(&score);
            }
        }
        return current;
    }

    // Ours and the best rival's, which are the two that are compared.
    std::string answers(std::vector<model::Score const*> const& current) const {
        std::string text;
        for (model::Score const* score : current) {
            bool const rival = score->subject == model::Subject::Rival;
            bool const counts =
                score->subject == model::Subject::Own ||
                (rival && score->rival == metrics::rival_name(m_in.room, figures()));
            if (!counts) continue;
            std::string const n = score->n ? base::grouped(*score->n) : word("define.not-given");
            text += (text.empty() ? "" : ", ") + name_of_score(*score) + " " + n;
        }
        return text.empty() ? word("define.not-given") : text;
    }

    std::string name_of_score(model::Score const& score) const {
        if (score.subject == model::Subject::Own) return word("define.us");
        if (score.subject == model::Subject::Expected) return word("define.expected");
        return score.rival.empty() ? word("score.best-rival") : score.rival;
    }

    void score_row(model::Score const& score) {
        std::string who =
            word(score.subject == model::Subject::Own ? "define.us" : "define.expected");
        if (score.subject == model::Subject::Rival)
            who = score.rival.empty() ? word("score.best-rival") : score.rival;
        m_out.rows.push_back(
            {name_of_score(score), number(score.score, 1),
             score.sd ? number(*score.sd, 1) : std::string("\u2013"),
             score.n ? base::grouped(*score.n) : std::string("\u2013"),
             score.period ? short_period(words(), *score.period) : std::string("\u2013")});
    }
};

}  // namespace

Definition definition_of(ChromeInput const& input, FigureName const& figure) {
    switch (figure.kind) {
        case FigureKind::StageYield:
        case FigureKind::JourneyYield:
            return define_yield(input, figure);
        case FigureKind::Net:
            return define_net(input);
        case FigureKind::Months:
            return define_months(input, figure);
        case FigureKind::Touches:
            return define_touches(input, figure);
        default:
            return TouchpointWriter(input, figure).write();
    }
}

}  // namespace scene
