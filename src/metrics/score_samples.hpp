// How many answers stand behind a touchpoint's scores, and whether its own score differs from what
// customers expect by more than chance. Made when asked for, of one touchpoint; the figures of a
// room hold the scores alone. Called by the boards.
#pragma once

#include "metrics/differentiation.hpp"
#include "metrics/room_figures.hpp"

namespace metrics {

struct ScoreSamples {
    std::optional<std::int64_t> own_n, rival_n, expected_n;
    // Own less expected, points of 100; its position is Lead above what is expected, Lag below, and
    // none where spread or number of answers is not known or under 30.
    std::optional<RelativeGap> over_expected;
};

// The scores that hold at the end of the period.
ScoreSamples score_samples(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint, base::Period period);

}  // namespace metrics
