// The control chart of one touchpoint's months: what this process gives by itself, and what is a
// signal. Always of the monthly totals, whoever was asked about. Called by scene.
#pragma once

#include <optional>
#include <vector>

#include "metrics/control_chart.hpp"
#include "metrics/room_figures.hpp"

namespace metrics {

struct MonthlyChart {
    std::vector<base::Period> months;  // in order; a hole of any length is one month of nothing
    std::vector<ChartCount> counts;    // a count a month
    ControlChart chart;                // a point a month; of the accepted level where there is one
    std::optional<std::size_t> accepted;  // the month from which on a new level is accepted
};
// The first month of the level that a signal of the chart is about; what staff accept begins there.
std::optional<base::Period> level_of_signal(MonthlyChart const& chart, base::Period signal);

MonthlyChart monthly_chart(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint);

}  // namespace metrics
