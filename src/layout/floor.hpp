// The service blueprint under one journey, in world units: lanes by role under the journey's own
// columns, the three lines, a box a node, routed links. Knows no camera, colour or curtain. Part of
// MapLayout; made by blueprint_layout, read by scene and app.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "layout/text_block.hpp"
#include "model/blueprint.hpp"

namespace layout {

using base::WorldPoint;
using base::WorldRect;

// A text already broken into lines, standing at `rect` (its own box). Sizes in world units.
struct PlacedText {
    WorldRect rect;
    TextBlock block;
};

// Every floor has all eight lanes, top to bottom in this order of roles.
struct FloorLane {
    model::BlueprintLane role = model::BlueprintLane::Backstage;
    WorldRect rect;  // the band over all columns, rail not included
    std::uint32_t nodes = 0;
    std::uint32_t told = 0;  // steps that say there what the blueprint leaves out
    bool described() const { return nodes + told > 0; }  // else: "not described yet"
};

enum class FloorLine { Interaction, Visibility, InternalInteraction };

struct FloorRule {
    FloorLine line = FloorLine::Visibility;
    double y = 0;
};

// One step's share of its stage's column, from the first lane to the last.
struct FloorStep {
    model::StepId step;
    std::uint32_t column = 0;  // of the frame
    WorldRect rect;
    PlacedText name;  // the action; no lines where no stage has more than one step
    // The action in the lane of customers, where the blueprint has no box of theirs under the step.
    WorldRect told;  // empty: it has one
    PlacedText telling;
};

inline constexpr std::uint32_t no_floor_step = 0xffffffffU;

struct FloorNode {
    model::BlueprintNodeId node;
    model::BlueprintLane lane = model::BlueprintLane::Backstage;
    std::uint32_t step = no_floor_step;  // of Floor::steps; none: it stands in Floor::unplaced
    WorldRect rect;
    PlacedText text;
    WorldRect meta;  // where team, wait and the word of a fail point stand; empty where there is
                     // nothing to say
};

// Where a link crosses one of the three lines.
struct FloorCrossing {
    FloorLine line = FloorLine::Visibility;
    WorldPoint at;
};

struct FloorLink {
    std::uint32_t link = 0;  // index into Room::blueprint_links
    std::uint32_t from = 0;  // of Floor::nodes
    std::uint32_t to = 0;
    model::LinkKind kind = model::LinkKind::None;
    std::vector<WorldPoint> points;  // corners, from the border of `from` to that of `to`
    // Links between the same two boxes run as one line: that of the first of them.
    std::uint32_t line = 0;    // of Floor::links; itself: its own
    std::uint32_t place = 0;   // among the links of that line, from 0
    std::uint32_t shared = 1;  // how many links that line stands for
    std::vector<FloorCrossing> crossings;
    WorldRect bounds;  // of the points
};

struct Floor {
    std::uint32_t frame = 0;  // the journey's
    double scale = 1;         // world units a natural millimetre, as the frame's
    // From the line at which the curtain hangs (below the frame's touchpoints) to the hem of the
    // fully open curtain; as wide as the frame, and never less deep than what it covers of it.
    WorldRect rect;
    WorldRect rail;
    WorldRect step_names;  // empty where no stage has more than one step
    std::vector<FloorLane> lanes;
    std::vector<FloorRule> rules;
    std::vector<FloorStep> steps;  // left to right
    double text_em = 0;            // of the words in the boxes
    double meta_em = 0;            // of a team, of a wait
    double wait_em = 0;
    double mark_indent = 0;        // of the words of a touchpoint's box, beside its mark
    WorldRect unplaced;            // nodes without a step; empty where there are none
    std::vector<FloorNode> nodes;  // by step, lane, file order; those without a step last
    std::vector<FloorLink> links;  // file order
};

// Text dump for tests: one line a thing, numbers with one decimal.
std::string dump(Floor const& floor);

}  // namespace layout
