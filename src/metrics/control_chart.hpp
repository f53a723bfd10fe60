// Statistical process control: is a month's result a signal, or the noise this process always has?
// p-chart on the broken share with Nelson's rules 1, 2, 3 and 5 (Nelson 1984), Laney's p' for
// overdispersed counts (Laney 2002), XmR for single values. Counts a month in, limits and signals
// out; knows no dates.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/interval.hpp"

namespace metrics {

// One month; due 0 is a gap.
struct ChartCount {
    std::int64_t kept = 0;
    std::int64_t due = 0;
};

// How much the limits rest on: 12 usable months are frozen, 8-11 give provisional limits, 4-7 a
// centre line, fewer nothing. A month is usable from 10 promises on.
enum class ChartBasis { None, CentreLine, Provisional, Frozen };

struct ChartPoint {
    std::optional<double> broken_share;
    std::optional<double> centre;    // broken share of the baseline that it stands against
    std::optional<Interval> limits;  // within 0..1; they vary with the month's count
    std::optional<double> z;         // distance from the centre in sigmas, Laney's where it applies
    bool hollow = false;             // under 10 promises: shown, never judged
    int rule = 0;                    // Nelson's number, the lowest that fired at this point; 0 none
};

// What months stand against, with the counts that it rests on.
struct ChartLevel {
    ChartBasis basis = ChartBasis::None;
    std::optional<double> centre;   // broken share of the baseline
    std::optional<double> sigma_z;  // spread between months over what counting alone would give
    bool laney = false;             // sigma_z > 1.3: the limits are widened by it
    std::size_t from = 0;           // the first month that stands against it
    // Of the baseline: its first usable month, one past its last, and what they add up to.
    std::size_t baseline_first = 0, baseline_end = 0;
    int baseline_months = 0;  // usable ones
    std::int64_t kept = 0, due = 0;
};

struct ControlChart {
    ChartLevel level;                   // the last one where a new one was accepted
    std::optional<ChartLevel> earlier;  // of the months before it
    std::vector<ChartPoint> points;
};

// The level that the month at `month` stands against.
ChartLevel const& level_at(ControlChart const& chart, std::size_t month);

inline constexpr int full_baseline = 12;

// `months` in order of time without holes (a hole is a count of 0). The baseline is the first
// `baseline` usable months. A gap or a hollow point breaks every run.
ControlChart p_chart(std::span<ChartCount const> months, int baseline = full_baseline);

// Somebody accepted a new level at the month `accepted`: those before stand against their own
// baseline, those from there on against theirs, and no run reaches across.
ControlChart p_chart_accepted(std::span<ChartCount const> months, std::size_t accepted);

// Where the level began that the signal at the month `signal` is about: the run of months on its
// side of the centre, without a gap, up to it; never among the first months, on which the limits
// rest.
std::size_t begin_of_level(ControlChart const& chart, std::size_t signal);

// Individuals and moving range; empty under two values.
struct XmrChart {
    double mean = 0;
    double mean_range = 0;
    Interval limits;
    double range_limit = 0;
};
std::optional<XmrChart> xmr_chart(std::span<double const> values);

// Times, efforts and costs month by month: limits of the first `baseline` values, frozen, and the
// same rules. A missing month is a gap: it breaks runs, and no range spans it.
struct XmrPoint {
    std::optional<double> z;    // distance from the mean in sigmas (mean range / 1.128)
    bool range_beyond = false;  // the step from the month before is over the range's limit
    int rule = 0;
};
struct XmrSeries {
    ChartBasis basis = ChartBasis::None;
    std::optional<XmrChart> chart;  // from four values on; limits mean something from eight on
    std::vector<XmrPoint> points;
};
XmrSeries xmr_series(std::span<std::optional<double> const> months, int baseline = full_baseline);

}  // namespace metrics
