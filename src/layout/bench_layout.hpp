// A layout whose places are given instead of computed: `bench` plays scenes that say where every
// card stands. Must not know files or figures. Used by shell (bench).
#pragma once

#include <vector>

#include "layout/map_layout.hpp"
#include "layout/text_measure.hpp"
#include "model/room.hpp"

namespace layout {

struct GivenStage {
    model::StageId stage;
    WorldRect rect;        // from its name to its last cell
    WorldRect name;        // the box of its name
    double name_size = 1;  // font size
};

struct GivenLink {
    std::uint32_t from = 0;  // placements
    std::uint32_t to = 0;
};

struct GivenCurve {
    double middle = 0;
    double unit = 0;
    std::vector<CurvePoint> points;
};

struct GivenPlaces {
    WorldRect bounds;
    std::vector<GivenStage> stages;
    std::vector<WorldRect> cells;  // by placement
    std::vector<GivenLink> links;  // from the right side of one cell to the left side of another
    std::vector<GivenCurve> curves;
};

// One frame, the room's level 0 journey, with a column a stage.
MapLayout layout_given(model::Room const& room, GivenPlaces const& places, TextMeasure& measure);

}  // namespace layout
