// What the writers of definitions share: words of the catalogue, facts, columns, sources. Internal
// to the definition*.cpp files.
#pragma once

#include <set>

#include "scene/definition.hpp"
#include "scene/old_figures.hpp"
#include "scene/words.hpp"

namespace scene {

class DefinitionPen {
public:
    DefinitionPen(ChromeInput const& input, FigureName const& figure)
        : m_in(input), m_figure(figure) {}

protected:
    base::Catalogue const& words() const { return m_in.catalogue; }
    std::string word(char const* key) const { return std::string(words().text(key)); }
    std::string say(char const* key, std::initializer_list<std::string_view> values) const {
        return words().format(key, values);
    }
    metrics::TouchpointFigures const& figures() const { return figures(m_figure.touchpoint); }
    metrics::TouchpointFigures const& figures(model::TouchpointId id) const {
        return m_in.figures.touchpoints[id.index()];
    }
    void fact(char const* label, std::string value) {
        if (!value.empty()) m_out.facts.push_back({word(label), std::move(value)});
    }
    void name(char const* title, std::string subject, char const* formula) {
        m_out.title = word(title);
        m_out.subject = std::move(subject);
        m_out.formula = word(formula);
    }
    void columns(std::initializer_list<char const*> keys) {
        for (char const* key : keys)
            m_out.columns.push_back(word(key));
    }
    std::string rate_of(std::int64_t kept, std::int64_t due) const {
        if (due < least_for_rate) return {};
        return percent(static_cast<double>(kept) / static_cast<double>(due));
    }
    std::string count_of(std::int64_t kept, std::int64_t due) const {
        return say("figure.k-of-n", {base::grouped(kept), base::grouped(due)});
    }

    // Whose rows the rate comes from, which need not be who was asked about.
    void whose_rows();
    // The observation rows of the touchpoint that lie in the period, and whether one of them is
    // part of its figure.
    std::vector<model::Observation const*> rows_in(base::Period period) const;
    bool adds_up(model::Observation const& row) const;
    static int splits_of(model::Observation const& row) {
        return (row.persona ? 1 : 0) + (row.region ? 1 : 0) + (row.channel ? 1 : 0);
    }

    void when() { fact("define.period", long_period(words(), m_in.view.period)); }

    struct Sources {
        std::set<std::uint32_t> ids;
        void add(model::SourceId id) {
            if (id) ids.insert(id.value);
        }
    };
    // Every source that a row names, the age of the oldest, and whether one is overdue. `why`: of a
    // figure of one touchpoint, where its rows may end too early.
    void sources(Sources const& named, std::optional<metrics::Overdue> const& why = {});

    ChromeInput const& m_in;
    FigureName m_figure;
    Definition m_out;

private:
    std::string overdue_text(Sources const& named,
                             std::optional<metrics::Overdue> const& why) const;
    // From here on a group's rate is said, below it only its counts.
    static constexpr std::int64_t least_for_rate = 30;
};

Definition define_yield(ChromeInput const& input, FigureName const& figure);
Definition define_net(ChromeInput const& input);
Definition define_months(ChromeInput const& input, FigureName const& figure);
Definition define_touches(ChromeInput const& input, FigureName const& figure);

}  // namespace scene
