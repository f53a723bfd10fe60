// Which pieces of evidence stand at a box of the open floor. Must not draw. Used by floor_nodes
// (the sign that says there is something) and app (a tap opens it).
#pragma once

#include <vector>

#include "metrics/room_figures.hpp"
#include "scene/floor_view.hpp"

namespace scene {

// The touchpoints whose evidence a box of the evidence lane stands for: its own, then those placed
// at its step, each once. Empty for boxes of other lanes.
std::vector<model::TouchpointId> evidence_touchpoints(model::Room const& room,
                                                      metrics::FigureIndex const& index,
                                                      model::BlueprintNodeId node);

// True when one of them has a picture, or words of customers.
bool has_evidence(model::Room const& room, metrics::FigureIndex const& index,
                  model::BlueprintNodeId node);

// The steps where a touchpoint stands of which is known what customers think there: part of their
// words.
std::vector<model::StepId> thinking_steps(model::Room const& room, model::TouchpointId touchpoint);

// All their pictures, then all their words.
std::vector<EvidenceName> evidence_at(model::Room const& room, metrics::FigureIndex const& index,
                                      model::BlueprintNodeId node);

}  // namespace scene
