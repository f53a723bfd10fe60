// One journey laid out by itself: natural millimetres, its own origin, its child journeys as drafts
// beside it. Must not know where the frame will stand. Used by layout_room only.
#pragma once

#include <optional>
#include <vector>

#include "layout/map_layout.hpp"
#include "layout/stage_texts.hpp"

namespace layout {

struct ChildDraft;

struct FrameDraft {
    Frame frame;              // rectangles from the frame's own top left
    std::vector<Item> items;  // column by column, in placement order
    CurveBand curve;
    std::optional<Floor> floor;
    std::vector<ChildDraft> children;  // column by column, in file order
};

struct ChildDraft {
    FrameDraft draft;
    std::size_t column = 0;
    WorldPoint at;     // in the parent's natural millimetres
    double scale = 1;  // of the child's natural millimetres in the parent's
};

// A strip of `height` (the frame's natural mm) above the frame for its title.
void place_caption(Frame& frame, double height);

FrameDraft draft_frame(LayoutInput const& input, model::JourneyId journey);

}  // namespace layout
