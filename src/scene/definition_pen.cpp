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

// "overdue since 2 Jun 2026, promised every month", of the source that has been so for longest; its
// name where there are several.
std::string DefinitionPen::overdue_text(Sources const& named,
                                        std::optional<metrics::Overdue> const& why) const {
    model::Source const* latest = nullptr;
    base::Date since = m_in.figures.now;
    for (std::uint32_t const id : named.ids) {
        model::Source const& source = m_in.room.at(model::SourceId(id));
        base::Date const end = metrics::expiry_of(m_in.room, model::SourceId(id), {}).load;
        if (end >= since) continue;
        latest = &source;
        since = end;
    }
    if (latest != nullptr) {
        std::string const cadence = cadence_text(words(), *latest->cadence_days);
        std::string const day = day_text(words(), {since.days + 1});
        return named.ids.size() == 1 ? say("define.overdue", {day, cadence})
                                     : say("define.overdue-named", {latest->name, day, cadence});
    }
    if (!why || !why->rows_until) return {};
    return say("define.overdue-rows", {day_text(words(), *why->rows_until)});
}

void DefinitionPen::sources(Sources const& named, std::optional<metrics::Overdue> const& why) {
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
    std::string age = word("define.age-unknown");
    if (oldest && m_in.view.now) {
        age = age_text(words(), std::max(0, m_in.view.now->days - oldest->days));
        if (named.ids.size() > 1) age = say("define.oldest", {age});
    }
    std::string const overdue = overdue_text(named, why);
    if (!overdue.empty()) age += "; " + overdue;
    fact("define.age", age);
    m_out.facts.back().old = !overdue.empty();
}

}  // namespace scene
