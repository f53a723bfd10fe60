// Why customers left, as marbles in the stages where it arose. Internal to the asset board.
#pragma once

#include "scene/paint.hpp"

namespace scene {

// What left in a stage: the count, and the reason named most.
struct StageLoss {
    model::StageId stage;  // none: nobody knows, or several stages
    std::int64_t count = 0;
    std::string top_reason;
    std::int64_t top_count = 0;
    int stages = 1;  // that this stands for
};

// The stages of level 0 in their order, then what lies in no stage of theirs.
std::vector<StageLoss> stage_losses(model::Room const& room, layout::MapLayout const& layout,
                                    base::Period period);
// At most so many: first stages that lost nobody go, then those that lost least become one.
std::vector<StageLoss> folded(std::vector<StageLoss> losses, std::size_t most);

struct LossesLook {
    ScreenRect area;
    base::Period period;
    std::int64_t marble = 1;
    std::optional<std::int64_t> lost;  // all who left
    double radius = 0;                 // of a marble in the bowls; 0: as large as fits
    double growth = 1;                 // of all type
    int rows = 1;                      // of stages
};
void paint_losses(PaintContext const& c, LossesLook const& look);

}  // namespace scene
