#include <iostream>

#include "exchange/figures_json.hpp"
#include "shell/figures_table.hpp"
#include "shell/progress.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

model::PersonaId persona_of(model::Room const& room, MetricsOptions const& options) {
    if (options.persona.empty()) return {};
    model::PersonaId const persona = model::find_persona(room, options.persona);
    if (persona) return persona;
    std::string known;
    for (model::Persona const& each : room.personas) {
        known += (known.empty() ? "" : ", ") + each.key;
    }
    throw Refused(exit_refused, "no persona \"" + options.persona + "\" in " +
                                    options.database.string() + " (" +
                                    (known.empty() ? "it has none" : "it has " + known) + ").");
}

// A room without observations has figures all the same: its asset, its scores.
base::Period period_of(model::Room const& room, MetricsOptions const& options) {
    if (options.period) return *options.period;
    return model::default_period(room).value_or(base::any_time);
}

metrics::RoomFigures figures_of(model::Room const& room, MetricsOptions const& options) {
    base::Period const period = period_of(room, options);
    base::Date const after_period{period.last.days + 1};
    base::Date const now =
        options.at.value_or(model::day_after_last_observation(room).value_or(after_period));
    return metrics::room_figures(room, metrics::make_index(room),
                                 {period, persona_of(room, options), now});
}

}  // namespace

int run_metrics(MetricsOptions const& options) {
    std::string text;
    {
        Progress const progress("computing figures");
        model::Room const room = storage::load_room(options.database);
        metrics::RoomFigures const figures = figures_of(room, options);
        text = options.json ? exchange::figures_json(room, figures) : figures_table(room, figures);
    }
    std::cout << text;
    return exit_done;
}

}  // namespace shell
