#include "metrics/control_chart.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "metrics/saturating.hpp"

namespace metrics {
namespace {

constexpr std::int64_t least_usable = 10;
constexpr int least_provisional = 8;
constexpr int least_centre = 4;
constexpr double laney_from = 1.3;
constexpr double d2 = 1.128;        // mean range of two values in sigmas
constexpr double xmr_reach = 2.66;  // 3 / d2
constexpr double xmr_range_reach = 3.267;

bool usable(ChartCount const& month) {
    return month.due >= least_usable;
}

double broken_share(ChartCount const& month) {
    return static_cast<double>(month.due - month.kept) / static_cast<double>(month.due);
}

ChartBasis basis_of(int usable_months, int wanted) {
    if (usable_months >= wanted) return ChartBasis::Frozen;
    if (usable_months >= least_provisional) return ChartBasis::Provisional;
    return usable_months >= least_centre ? ChartBasis::CentreLine : ChartBasis::None;
}

// The level that the first `wanted` usable months are.
ChartLevel baseline_of(std::span<ChartCount const> months, int wanted) {
    ChartLevel level;
    double broken = 0;
    double due = 0;
    for (std::size_t i = 0; i < months.size() && level.baseline_months < wanted; ++i) {
        if (!usable(months[i])) continue;
        broken += static_cast<double>(months[i].due - months[i].kept);
        due += static_cast<double>(months[i].due);
        level.kept = saturating_add(level.kept, months[i].kept);
        level.due = saturating_add(level.due, months[i].due);
        if (level.baseline_months == 0) level.baseline_first = i;
        ++level.baseline_months;
        level.baseline_end = i + 1;
    }
    level.basis = basis_of(level.baseline_months, wanted);
    if (level.basis != ChartBasis::None) level.centre = broken / due;
    return level;
}

double sigma(double centre, std::int64_t due) {
    return std::sqrt(centre * (1 - centre) / static_cast<double>(due));
}

// A baseline without any spread (nothing broken, or everything) makes any other value infinitely
// far.
double z_of(ChartCount const& month, double centre) {
    double const off = broken_share(month) - centre;
    double const unit = sigma(centre, month.due);
    if (unit > 0) return off / unit;
    if (off == 0) return 0;
    return std::copysign(std::numeric_limits<double>::infinity(), off);
}

// Mean moving range of the baseline's z over d2; months on both sides of a gap are no neighbours.
std::optional<double> sigma_z_of(std::span<ChartPoint const> points) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!points[i].z || !points[i - 1].z) continue;
        sum += std::abs(*points[i].z - *points[i - 1].z);
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / count / d2;
}

bool nine_on_one_side(std::span<ChartPoint const> run) {
    if (run.size() < 9) return false;
    auto const last = run.last(9);
    return std::all_of(last.begin(), last.end(), [](ChartPoint const& p) { return *p.z > 0; }) ||
           std::all_of(last.begin(), last.end(), [](ChartPoint const& p) { return *p.z < 0; });
}

bool six_in_one_direction(std::span<ChartPoint const> run) {
    if (run.size() < 6) return false;
    auto const last = run.last(6);
    auto not_rising = [](ChartPoint const& a, ChartPoint const& b) { return *a.z >= *b.z; };
    auto not_falling = [](ChartPoint const& a, ChartPoint const& b) { return *a.z <= *b.z; };
    return std::adjacent_find(last.begin(), last.end(), not_rising) == last.end() ||
           std::adjacent_find(last.begin(), last.end(), not_falling) == last.end();
}

// The point itself must be one of the two, else the signal would belong to an earlier month.
bool two_of_three_beyond(std::span<ChartPoint const> run) {
    if (run.size() < 3) return false;
    auto const last = run.last(3);
    double const side = *last[2].z > 0 ? 1 : -1;
    auto beyond = [&](ChartPoint const& p) { return *p.z * side > 2; };
    return beyond(last[2]) && (beyond(last[0]) || beyond(last[1]));
}

// `run` is the unbroken series that ends in the point judged.
int rule_of(std::span<ChartPoint const> run) {
    if (std::abs(*run.back().z) > 3) return 1;
    if (nine_on_one_side(run)) return 2;
    if (six_in_one_direction(run)) return 3;
    return two_of_three_beyond(run) ? 5 : 0;
}

void judge(std::vector<ChartPoint>& points) {
    std::size_t run_start = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].z) {
            run_start = i + 1;
            continue;
        }
        points[i].rule =
            rule_of(std::span<ChartPoint const>(points).subspan(run_start, i + 1 - run_start));
    }
}

ChartPoint plain_point(ChartCount const& month) {
    ChartPoint point;
    if (month.due <= 0) return point;
    point.broken_share = broken_share(month);
    point.hollow = !usable(month);
    return point;
}

}  // namespace

ControlChart p_chart(std::span<ChartCount const> months, int baseline_months) {
    ControlChart chart;
    chart.points.reserve(months.size());
    for (ChartCount const& month : months)
        chart.points.push_back(plain_point(month));
    ChartLevel& level = chart.level;
    level = baseline_of(months, baseline_months);
    if (!level.centre) return chart;
    double const centre = *level.centre;
    for (ChartPoint& point : chart.points)
        point.centre = centre;
    if (level.basis == ChartBasis::CentreLine) return chart;

    for (std::size_t i = 0; i < months.size(); ++i) {
        if (usable(months[i])) chart.points[i].z = z_of(months[i], centre);
    }
    level.sigma_z = sigma_z_of(std::span<ChartPoint const>(chart.points).first(level.baseline_end));
    level.laney = level.sigma_z && *level.sigma_z > laney_from;
    double const widen = level.laney ? *level.sigma_z : 1.0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (!chart.points[i].z) continue;
        double const reach = 3 * widen * sigma(centre, months[i].due);
        chart.points[i].limits =
            Interval{std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
        *chart.points[i].z /= widen;
    }
    judge(chart.points);
    return chart;
}

ControlChart p_chart_accepted(std::span<ChartCount const> months, std::size_t accepted) {
    ControlChart const before = p_chart(months.first(accepted));
    ControlChart chart = p_chart(months.subspan(accepted));
    chart.earlier = before.level;
    chart.level.from += accepted;
    chart.level.baseline_first += accepted;
    chart.level.baseline_end += accepted;
    chart.points.insert(chart.points.begin(), before.points.begin(), before.points.end());
    return chart;
}

ChartLevel const& level_at(ControlChart const& chart, std::size_t month) {
    return chart.earlier && month < chart.level.from ? *chart.earlier : chart.level;
}

std::size_t begin_of_level(ControlChart const& chart, std::size_t signal) {
    bool const above = chart.points[signal].z.value_or(0) > 0;
    auto const on_its_side = [&](ChartPoint const& point) {
        return point.z && (*point.z > 0) == above;
    };
    std::size_t begin = signal;
    while (begin > full_baseline && on_its_side(chart.points[begin - 1]))
        --begin;
    return begin;
}

std::optional<XmrChart> xmr_chart(std::span<double const> values) {
    if (values.size() < 2) return std::nullopt;
    XmrChart chart;
    double ranges = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        chart.mean += values[i];
        if (i > 0) ranges += std::abs(values[i] - values[i - 1]);
    }
    chart.mean /= static_cast<double>(values.size());
    chart.mean_range = ranges / static_cast<double>(values.size() - 1);
    chart.limits = {chart.mean - xmr_reach * chart.mean_range,
                    chart.mean + xmr_reach * chart.mean_range};
    chart.range_limit = xmr_range_reach * chart.mean_range;
    return chart;
}

XmrSeries xmr_series(std::span<std::optional<double> const> months, int baseline) {
    XmrSeries series;
    series.points.resize(months.size());
    XmrChart chart;
    int usable_months = 0;
    int ranges = 0;
    for (std::size_t i = 0; i < months.size() && usable_months < baseline; ++i) {
        if (!months[i]) continue;
        chart.mean += *months[i];
        ++usable_months;
        if (i == 0 || !months[i - 1]) continue;
        chart.mean_range += std::abs(*months[i] - *months[i - 1]);
        ++ranges;
    }
    series.basis = basis_of(usable_months, baseline);
    if (series.basis == ChartBasis::None || ranges == 0) return series;
    chart.mean /= usable_months;
    chart.mean_range /= ranges;
    chart.limits = {chart.mean - xmr_reach * chart.mean_range,
                    chart.mean + xmr_reach * chart.mean_range};
    chart.range_limit = xmr_range_reach * chart.mean_range;
    series.chart = chart;
    if (series.basis == ChartBasis::CentreLine || chart.mean_range == 0) return series;

    std::vector<ChartPoint> judged(months.size());
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (!months[i]) continue;
        judged[i].z = (*months[i] - chart.mean) / (chart.mean_range / d2);
        bool const neighbour = i > 0 && months[i - 1];
        series.points[i].range_beyond =
            neighbour && std::abs(*months[i] - *months[i - 1]) > chart.range_limit;
    }
    judge(judged);
    for (std::size_t i = 0; i < months.size(); ++i) {
        series.points[i].z = judged[i].z;
        series.points[i].rule = judged[i].rule;
    }
    return series;
}

}  // namespace metrics
