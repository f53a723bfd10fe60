// The months (or quarters) of a touchpoint as its line shows them: what was counted, what the
// process gives by itself, the part of 0..1 that has room, and what may be said below. Pure; must
// not draw. Used by the card, by cells and by definitions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/room_chart.hpp"
#include "scene/chrome.hpp"

namespace scene {

// What a process gives by itself in a month, as shares kept.
struct MonthBand {
    std::optional<metrics::Interval> limits;  // none in a month that nobody counted, or too few
    std::optional<double> centre;
};

// Months with fewer promises than this are hollow: shown, never judged.
inline constexpr std::int64_t least_judged = 10;

// The part of 0..1 that is drawn.
struct ShareRange {
    double low = 0;
    double high = 1;
    double place(double share) const { return (share - low) / (high - low); }
};

enum class SeriesDetail { Line, Chart };  // Chart: with what the process gives by itself

struct Series {
    std::vector<metrics::MonthCounts> months;
    std::vector<MonthBand> bands;  // of a chart: one a month
    ShareRange range;
    bool persona = false;  // rows of the asked persona alone: no band is known for them
    metrics::ChartGrain grain = metrics::ChartGrain::Month;  // Quarter: each "month" is one
};

// Nothing where the room has no observations.
std::optional<Series> series_of(ChromeInput const& input, model::TouchpointId touchpoint,
                                SeriesDetail detail);

// In some month something fell due.
bool any_counted(Series const& series);

// Too few promises to be judged, where most months can be: such months do not stretch the scale,
// and what lies beyond it stands at its edge.
bool beyond_scale(Series const& series, std::size_t month);

// Two or three round percents within the range, as shares, lowest first.
std::vector<double> round_shares(ShareRange range);

// The level that the asked period stands against: of its last month that was counted.
metrics::ChartLevel const& level_of_period(metrics::MonthlyChart const& chart, base::Period period);
// "months" or "quarters".
std::string_view grain_word(base::Catalogue const& catalogue, metrics::ChartGrain grain);
// What to say of a level of which nothing was broken, or nothing kept: its band has no width, and a
// single promise is a signal. Null for all others.
char const* widthless_key(metrics::ChartLevel const& level);
// "Oct 2023–Sep 2024": from the first to the last month of a level's baseline; empty without one.
std::string baseline_months_text(base::Catalogue const& catalogue,
                                 metrics::MonthlyChart const& chart,
                                 metrics::ChartLevel const& level);
// What the band or the line of the months that are shown is; what is missing where there is none.
std::string chart_caption(base::Catalogue const& catalogue, Series const& series,
                          metrics::MonthlyChart const& chart, base::Period period);

}  // namespace scene
