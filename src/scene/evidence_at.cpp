#include "scene/evidence_at.hpp"

#include <algorithm>

namespace scene {

std::vector<model::TouchpointId> evidence_touchpoints(model::Room const& room,
                                                      metrics::FigureIndex const& index,
                                                      model::BlueprintNodeId node) {
    model::BlueprintNode const& source = room.blueprint_nodes[node.index()];
    std::vector<model::TouchpointId> touchpoints;
    if (source.lane != model::BlueprintLane::Evidence) return touchpoints;
    if (source.touchpoint) touchpoints.push_back(source.touchpoint);
    if (!source.step) return touchpoints;
    std::size_t const stage = room.at(source.step).stage.index();
    for (std::uint32_t i = index.placement_starts[stage]; i < index.placement_starts[stage + 1];
         ++i) {
        model::Placement const& placement = room.placements[index.placements[i]];
        bool const known = std::find(touchpoints.begin(), touchpoints.end(),
                                     placement.touchpoint) != touchpoints.end();
        if (placement.step == source.step && !known) touchpoints.push_back(placement.touchpoint);
    }
    return touchpoints;
}

bool has_evidence(model::Room const& room, metrics::FigureIndex const& index,
                  model::BlueprintNodeId node) {
    auto const touchpoints = evidence_touchpoints(room, index, node);
    model::StepId const step = room.blueprint_nodes[node.index()].step;
    if (step && !touchpoints.empty() && !room.at(step).thought.empty()) return true;
    return std::any_of(touchpoints.begin(), touchpoints.end(), [&](model::TouchpointId id) {
        return !room.at(id).media.empty() ||
               index.verbatim_starts[id.index()] < index.verbatim_starts[id.index() + 1];
    });
}

std::vector<model::StepId> thinking_steps(model::Room const& room, model::TouchpointId touchpoint) {
    std::vector<model::StepId> steps;
    for (model::Placement const& placement : room.placements) {
        bool const thinks = placement.touchpoint == touchpoint && placement.step &&
                            !room.at(placement.step).thought.empty();
        bool const known = std::find(steps.begin(), steps.end(), placement.step) != steps.end();
        if (thinks && !known) steps.push_back(placement.step);
    }
    return steps;
}

std::vector<EvidenceName> evidence_at(model::Room const& room, metrics::FigureIndex const& index,
                                      model::BlueprintNodeId node) {
    std::vector<EvidenceName> pieces;
    for (model::TouchpointId const touchpoint : evidence_touchpoints(room, index, node)) {
        auto const all = evidence_of(room, touchpoint);
        pieces.insert(pieces.end(), all.begin(), all.end());
    }
    std::stable_partition(pieces.begin(), pieces.end(),
                          [](EvidenceName const& piece) { return !piece.picture.empty(); });
    return pieces;
}

}  // namespace scene
