// The service blueprint of one journey under its own columns: lanes, boxes, routed links, in the
// natural millimetres of the frame. Must not know where the frame will stand or how far the curtain
// is open. Called by frame_draft.
#pragma once

#include <array>
#include <optional>

#include "layout/map_layout.hpp"
#include "layout/stage_texts.hpp"

namespace layout {

// True for a journey that has steps, or nodes of a blueprint.
bool has_floor(LayoutInput const& input, model::JourneyId journey);

// Hangs below the frame's touchpoints. Nothing for a journey without a floor.
std::optional<Floor> draft_floor(LayoutInput const& input, Frame const& frame);

// The lanes of every floor from top to bottom, and the line below a lane, if there is one.
inline constexpr std::array floor_lanes{
    model::BlueprintLane::Evidence,   model::BlueprintLane::Customer,
    model::BlueprintLane::Frontstage, model::BlueprintLane::Technology,
    model::BlueprintLane::Backstage,  model::BlueprintLane::Support,
    model::BlueprintLane::Policy,     model::BlueprintLane::Employee};
std::optional<FloorLine> line_below(model::BlueprintLane lane);

}  // namespace layout
