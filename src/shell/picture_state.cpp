#include "shell/picture_state.hpp"

#include <algorithm>

#include "app/stops.hpp"
#include "app/update.hpp"
#include "metrics/cause_chain.hpp"
#include "metrics/hand_offs.hpp"
#include "shell/verbs.hpp"
#include "shell/view_names.hpp"

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

// The journey that the view names, if it names one whose own floor can be lit.
model::JourneyId journey_of(model::Room const& room, std::string const& view) {
    auto const name = app::parse_view(room, view);
    if (!name) return {};
    if (name->journey) return name->journey;
    if (!name->stage) return {};
    model::JourneyId const journey = room.at(name->stage).journey;
    return room.at(journey).level > 0 ? journey : model::JourneyId{};
}

// What fails where one looks: of a touchpoint that stands in several journeys, what it is there.
std::vector<model::BlueprintNodeId> failure(model::Room const& room, PictureOptions const& options,
                                            model::JourneyId here) {
    auto const elsewhere = [&](model::BlueprintNodeId node) {
        return room.blueprint_nodes[node.index()].journey != here;
    };
    auto nodes = metrics::failure_named(room, options.light);
    if (nodes.empty())
        refuse("no blueprint node \"" + options.light + "\", nor one of such a touchpoint,",
               options);
    if (!here || !elsewhere(nodes.front())) return nodes;
    std::string const& other = room.at(room.blueprint_nodes[nodes.front().index()].journey).key;
    nodes = metrics::nodes_of(room, model::find_touchpoint(room, options.light));
    std::erase_if(nodes, elsewhere);
    if (nodes.empty())
        refuse("\"" + options.light + "\" is no part of the blueprint of journey \"" +
                   room.at(here).key + "\" but of journey \"" + other + "\"",
               options);
    return metrics::failure_of(room, nodes.front());
}

void look_through(Wall& wall, PictureOptions const& options, app::AppState& state) {
    auto const lens = scene::parse_lens(options.lens);
    if (!lens) {
        refuse("no lens \"" + options.lens +
                   "\" (it has role:TEAM, function:NAME, hand-offs, employee, policy, none)",
               options);
    }
    if (std::string const problem = unknown_team(wall.room(), *lens); !problem.empty())
        refuse(problem, options);
    app::update(wall.world(), state, app::SetLens{*lens});
}

// What is told on the open floor, and what lies open beside it.
void show_causes(Wall& wall, PictureOptions const& options, app::AppState& state) {
    app::World const world = wall.world();
    if (!options.light.empty()) {
        auto nodes = failure(wall.room(), options, journey_of(wall.room(), options.view));
        app::update(world, state, app::Light{std::move(nodes), true});
    }
    if (!options.lens.empty()) look_through(wall, options, state);
    for (std::string const& name : options.evidence) {
        auto const evidence = scene::parse_evidence(wall.room(), name);
        if (!evidence) refuse("no evidence \"" + name + "\"", options);
        app::update(world, state, app::ShowEvidence{*evidence});
    }
}

}  // namespace

std::string unknown_team(model::Room const& room, scene::Lens const& lens) {
    bool const role = lens.kind == scene::LensKind::Role;
    if (!role && lens.kind != scene::LensKind::Function) return {};
    auto const names = metrics::teams(room, role ? metrics::Whose::Role : metrics::Whose::Function);
    if (std::find(names.begin(), names.end(), lens.key) != names.end()) return {};
    std::string known;
    for (std::string const& name : names)
        known += (known.empty() ? "" : ", ") + name;
    return std::string(role ? "no role \"" : "no function \"") + lens.key + "\" (" +
           (known.empty() ? "its blueprint names nobody" : "it has " + known) + ")";
}

// As hands would: first the view, then its curtain, then what is told there.
app::AppState picture_state(Wall& wall, PictureOptions const& options) {
    if (!app::view_exists(wall.room(), options.view))
        refuse(no_view_text(wall.room(), options.view), options);
    app::StartOptions start;
    start.size = {static_cast<double>(options.size.width),
                  static_cast<double>(options.size.height)};
    start.diagonal_in = options.diagonal_in;
    start.distance_m = options.distance_m;
    start.overlay = overlay_of(options, start.overlay);
    start.persona = persona_of(wall.room(), options);
    start.period = options.period;
    start.now = options.at;
    app::World const world = wall.world();
    app::AppState state = app::start(world, start);
    app::update(world, state, app::Show{options.view});
    app::settle(world, state);
    if (options.backstage || !options.light.empty() || !options.lens.empty())
        app::update(world, state, app::SetCurtain{options.curtain});
    show_causes(wall, options, state);
    app::settle(world, state);
    return state;
}

}  // namespace shell
