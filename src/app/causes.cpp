#include "app/causes.hpp"

#include <algorithm>

#include "app/boards.hpp"
#include "app/travel.hpp"
#include "app/update.hpp"
#include "metrics/cause_chain.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

void open_floor(World const& world, AppState& state) {
    show_board(state, scene::Board::None);
    if (!state.view.backstage) update(world, state, SetBackstage{true});
}

// Flies to the journey unless the person stands in it already.
void go_to_journey(AppState& state, model::JourneyId journey) {
    auto const frame = scene::frame_at(state.layout, state.view, destination(state).centre);
    if (frame && state.layout.frames[*frame].journey == journey) return;
    if (auto const stop = stop_of(state.layout, journey)) visit(state, *stop);
}

}  // namespace

void light(World const& world, AppState& state, std::vector<model::BlueprintNodeId> failed,
           Told told) {
    std::erase_if(failed, [&](model::BlueprintNodeId node) {
        return !node || node.index() >= world.room.blueprint_nodes.size();
    });
    if (failed.empty()) return;
    open_floor(world, state);
    go_to_journey(state, world.room.blueprint_nodes[failed.front().index()].journey);
    state.view.lens = {};
    state.view.lit = {std::move(failed), 1};
    if (told == Told::First) return;
    auto const graph = metrics::blueprint_graph(world.room);
    state.view.lit.told =
        metrics::cause_chain(world.room, graph, state.view.lit.failed).order().size();
}

void light_component(World const& world, AppState& state, model::ComponentId component) {
    std::vector<model::BlueprintNodeId> nodes;
    for (std::size_t i = 0; component && i < world.room.blueprint_nodes.size(); ++i) {
        if (world.room.blueprint_nodes[i].component == component) nodes.emplace_back(i);
    }
    light(world, state, std::move(nodes), Told::All);
}

void unlight(AppState& state) {
    state.view.lit = {};
}

std::vector<model::BlueprintNodeId> lit_nodes(World const& world, AppState const& state) {
    scene::Lit const& lit = state.view.lit;
    if (lit.failed.empty()) return {};
    auto const graph = metrics::blueprint_graph(world.room);
    auto order = metrics::cause_chain(world.room, graph, lit.failed).order();
    order.resize(std::min(order.size(), lit.told));
    return order;
}

bool light_step(World const& world, AppState& state, Direction direction) {
    scene::Lit& lit = state.view.lit;
    if (lit.failed.empty()) return false;
    if (direction == Direction::Backwards) {
        if (lit.told <= 1) return false;
        --lit.told;
        return true;
    }
    auto const graph = metrics::blueprint_graph(world.room);
    std::size_t const all = metrics::cause_chain(world.room, graph, lit.failed).order().size();
    if (lit.told >= all) return false;
    ++lit.told;
    return true;
}

void tell_from(AppState& state, scene::Lit const& lit, scene::Lens const& lens) {
    state.view.lit_from = lit;
    state.view.lens_from = lens;
    bool const calm = state.theme.calm_motion;
    state.view.told_share = calm ? 1 : 0;
    state.told_since_ms = calm ? std::nullopt : std::optional(state.t_ms);
}

void look_through(World const& world, AppState& state, scene::Lens const& lens) {
    state.view.lenses_open = false;
    if (state.view.lens == lens) {
        state.view.lens = {};
        return;
    }
    unlight(state);
    if (lens.kind != scene::LensKind::None) open_floor(world, state);
    state.view.lens = lens;
}

}  // namespace app
