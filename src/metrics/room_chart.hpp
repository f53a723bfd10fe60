// The control chart of one touchpoint's months: what this process gives by itself, and what is a
// signal. Always of the monthly totals, whoever was asked about. Called by scene.
#pragma once

#include <vector>

#include "metrics/control_chart.hpp"
#include "metrics/room_figures.hpp"

namespace metrics {

struct MonthlyChart {
    std::vector<base::Period> months;  // in order; a hole of any length is one month of nothing
    ControlChart chart;                // a point a month
};
MonthlyChart monthly_chart(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint);

}  // namespace metrics
