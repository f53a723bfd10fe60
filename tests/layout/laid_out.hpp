// What the tests of layout_room share: a layout with the fake measure, and a lane by its role.
#pragma once

#include "layout/layout_room.hpp"
#include "support/fake_measure.hpp"

namespace test {

// World units; far below a pixel, far above rounding.
inline constexpr double tolerance = 1e-6;

inline base::Catalogue quotes() {
    std::map<std::string, std::string, std::less<>> const texts{{"quote", "\u201C{0}\u201D"}};
    return base::Catalogue(texts);
}

inline layout::MapLayout lay_out(model::Room const& room,
                                 layout::LayoutOptions const& options = {}) {
    test::FakeMeasure measure;
    return layout::layout_room(room, options, quotes(), measure);
}

inline layout::MapLayout lay_out_floor(model::Room const& room,
                                       layout::LayoutOptions const& options,
                                       model::JourneyId journey, layout::MapLayout layout) {
    test::FakeMeasure measure;
    return layout::with_floor_of({room, options, quotes(), measure}, journey, std::move(layout));
}

inline layout::WorldRect lane_of(layout::Frame const& frame, layout::LaneRole role) {
    for (layout::Lane const& lane : frame.lanes) {
        if (lane.role == role) return lane.rect;
    }
    return {};
}

}  // namespace test
