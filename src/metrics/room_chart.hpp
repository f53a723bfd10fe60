// The control chart of one touchpoint's months, or quarters where it is counted by those: what this
// process gives by itself, and what is a signal. Always of the totals, whoever was asked about.
// Called by scene.
#pragma once

#include <optional>
#include <vector>

#include "metrics/control_chart.hpp"
#include "metrics/room_figures.hpp"

namespace metrics {

// What a touchpoint is counted by: quarters only where no month of its own was ever counted.
enum class ChartGrain { Month, Quarter };

struct MonthlyChart {
    std::vector<base::Period> months;      // in order; a hole of any length is one month of nothing
    ChartGrain grain = ChartGrain::Month;  // Quarter: each "month" is one
    std::vector<ChartCount> counts;        // a count a month
    ControlChart chart;  // a point a month; of the accepted level where there is one
    std::optional<std::size_t> accepted;  // the month from which on a new level is accepted
};
// The first month of the level that a signal of the chart is about; what staff accept begins there.
std::optional<base::Period> level_of_signal(MonthlyChart const& chart, base::Period signal);

ChartGrain chart_grain(model::Room const& room, FigureIndex const& index,
                       model::TouchpointId touchpoint);
// As monthly_series, from the quarter that holds `first`.
std::vector<MonthCounts> quarterly_series(model::Room const& room, FigureIndex const& index,
                                          model::TouchpointId touchpoint, model::PersonaId persona,
                                          base::Period first, int quarters);
// What everybody's rows that lie wholly in the period add up to.
Counts counts_in(model::Room const& room, FigureIndex const& index, model::TouchpointId touchpoint,
                 base::Period period);

MonthlyChart monthly_chart(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint);

}  // namespace metrics
