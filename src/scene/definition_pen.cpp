#include "scene/definition_pen.hpp"

#include <algorithm>

namespace scene {

void DefinitionPen::whose_rows() {
    bool const persona = figures().basis == metrics::Basis::Persona;
    fact("define.who", whose(words(), m_in.room, persona ? m_in.view.persona : model::PersonaId()));
}

std::vector<model::Observation const*> DefinitionPen::rows_in(base::Period period) const {
    std::vector<model::Observation const*> rows;
    std::size_t const t = m_figure.touchpoint.index();
    for (std::uint32_t i = m_in.index.observation_starts[t];
         i < m_in.index.observation_starts[t + 1]; ++i) {
        auto const& row = m_in.room.observations[m_in.index.observations[i]];
        if (base::lies_within(row.period, period)) rows.push_back(&row);
    }
    return rows;
}

bool DefinitionPen::adds_up(model::Observation const& row) const {
    if (figures().basis == metrics::Basis::All) return row.total();
    return row.persona == m_in.view.persona && splits_of(row) == 1;
}

void DefinitionPen::sources(Sources const& named) {
    std::string names;
    std::optional<base::Date> oldest;
    for (std::uint32_t const id : named.ids) {
        model::Source const& source = m_in.room.at(model::SourceId(id));
        names += (names.empty() ? "" : ", ") + source.name;
        if (named.ids.size() == 1 && !source.method.empty()) names += " \u00B7 " + source.method;
        if (source.last_loaded && (!oldest || source.last_loaded->days < oldest->days))
            oldest = source.last_loaded;
    }
    fact("define.source", names.empty() ? word("card.no-source") : names);
    if (!oldest || !m_in.view.now) {
        fact("define.age", word("define.age-unknown"));
        return;
    }
    int const days = std::max(0, m_in.view.now->days - oldest->days);
    std::string age = age_text(words(), days);
    if (named.ids.size() > 1) age = say("define.oldest", {age});
    fact("define.age", age);
}

}  // namespace scene
