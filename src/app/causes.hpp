// What is told on the open floor: the chain of a failure, lit node by node with the facilitator's
// taps, and the lens that is looked through. Must not know how it is painted. Called by app/update
// and its parts.
#pragma once

#include <vector>

#include "app/app_state.hpp"
#include "app/stops.hpp"

namespace app {

enum class Told { First, All };  // what failed alone, or its whole chain

// Opens the floor of the journey and lights the chain of these nodes; nothing without nodes.
void light(World const& world, AppState& state, std::vector<model::BlueprintNodeId> failed,
           Told told);
// What rests on a component, from everywhere it stands.
void light_component(World const& world, AppState& state, model::ComponentId component);
void unlight(AppState& state);
// What is lit now, in the order in which it was lit.
std::vector<model::BlueprintNodeId> lit_nodes(World const& world, AppState const& state);
// The next node of the chain, or the last one off again. False when nothing is lit, or when there
// is no further one.
bool light_step(World const& world, AppState& state, Direction direction);

// What stood out until now steps back while something else comes; calm motion cuts.
void tell_from(AppState& state, scene::Lit const& lit, scene::Lens const& lens);

// Opens the floor of the journey in view; the same lens again is none.
void look_through(World const& world, AppState& state, scene::Lens const& lens);

}  // namespace app
