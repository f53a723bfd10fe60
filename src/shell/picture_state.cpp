#include "shell/picture_state.hpp"

#include "app/update.hpp"
#include "metrics/cause_chain.hpp"
#include "shell/verbs.hpp"

namespace shell {
namespace {

[[noreturn]] void refuse(std::string const& what, PictureOptions const& options) {
    throw Refused(exit_refused, what + " in " + options.database.string() + ".");
}

model::PersonaId persona_of(model::Room const& room, PictureOptions const& options) {
    if (options.persona.empty()) return {};
    model::PersonaId const persona = model::find_persona(room, options.persona);
    if (!persona) refuse("no persona \"" + options.persona + "\"", options);
    return persona;
}

scene::Overlay overlay_of(PictureOptions const& options, scene::Overlay otherwise) {
    if (options.overlay.empty()) return otherwise;
    auto const overlay = scene::parse_overlay(options.overlay);
    if (!overlay) {
        refuse("no overlay \"" + options.overlay +
                   "\" (it has none, reliability, differentiation, emotion, importance, volume, "
                   "perception-gap, effort)",
               options);
    }
    return *overlay;
}

// What is told on the open floor, and what lies open beside it.
void show_causes(Wall& wall, PictureOptions const& options, app::AppState& state) {
    app::World const world = wall.world();
    if (!options.light.empty()) {
        auto nodes = metrics::failure_named(wall.room(), options.light);
        if (nodes.empty())
            refuse("no blueprint node \"" + options.light + "\", nor one of such a touchpoint,",
                   options);
        app::update(world, state, app::Light{std::move(nodes), true});
    }
    if (!options.lens.empty()) {
        auto const lens = scene::parse_lens(options.lens);
        if (!lens) {
            refuse("no lens \"" + options.lens +
                       "\" (it has role:TEAM, function:NAME, hand-offs, employee, policy, none)",
                   options);
        }
        app::update(world, state, app::SetLens{*lens});
    }
    for (std::string const& name : options.evidence) {
        auto const evidence = scene::parse_evidence(wall.room(), name);
        if (!evidence) refuse("no evidence \"" + name + "\"", options);
        app::update(world, state, app::ShowEvidence{*evidence});
    }
}

}  // namespace

app::AppState picture_state(Wall& wall, PictureOptions const& options) {
    if (!app::view_exists(wall.room(), options.view)) {
        refuse("no view \"" + options.view + "\"", options);
    }
    app::StartOptions start;
    start.size = {static_cast<double>(options.size.width),
                  static_cast<double>(options.size.height)};
    start.diagonal_in = options.diagonal_in;
    start.distance_m = options.distance_m;
    start.overlay = overlay_of(options, start.overlay);
    start.persona = persona_of(wall.room(), options);
    start.period = options.period;
    start.now = options.at;
    // What is told on the floor needs it open, and fitted.
    start.backstage = options.backstage || !options.light.empty() || !options.lens.empty();
    start.curtain = options.curtain;
    app::World const world = wall.world();
    app::AppState state = app::start(world, start);
    app::update(world, state, app::Show{options.view});
    show_causes(wall, options, state);
    app::settle(world, state);
    return state;
}

}  // namespace shell
