#include <algorithm>

#include "metrics/room_chart.hpp"
#include "metrics/room_rows.hpp"
#include "metrics/saturating.hpp"

namespace metrics {
namespace {

constexpr int longest_month_days = 31;
constexpr std::size_t least_months_for_limits = 8;

bool persona_only(model::Observation const& row, model::PersonaId persona) {
    return row.persona == persona && !row.region && !row.channel;
}

constexpr int longest_quarter_days = 92;

// Quarters since the year 0, for rows that lie wholly in one quarter.
std::optional<int> quarter_number(base::Period period) {
    if (period.last.days - period.first.days >= longest_quarter_days) return std::nullopt;
    if (base::quarter_of(period.first) != base::quarter_of(period.last)) return std::nullopt;
    base::CivilDate const first = base::to_civil(period.first);
    return first.year * 4 + (first.month - 1) / 3;
}

std::optional<int> number_of(ChartGrain grain, base::Period period) {
    return grain == ChartGrain::Month ? month_number(period) : quarter_number(period);
}

base::Period period_of(ChartGrain grain, int number) {
    if (grain == ChartGrain::Month) return month_of_number(number);
    return base::quarter_of(base::to_date({number / 4, number % 4 * 3 + 1, 1}));
}

ChartGrain grain_of(model::Room const& room, Rows observations) {
    bool quarters = false;
    for (std::uint32_t const i : observations) {
        model::Observation const& row = room.observations[i];
        if (!row.total()) continue;
        if (month_number(row.period)) return ChartGrain::Month;
        quarters = quarters || quarter_number(row.period);
    }
    return quarters ? ChartGrain::Quarter : ChartGrain::Month;
}

// A touchpoint's totals a month, or a quarter, in order of time. A hole of any length is one of
// nothing.
struct MonthlyTotals {
    ChartGrain grain = ChartGrain::Month;
    std::vector<int> numbers;
    std::vector<ChartCount> counts;
};

MonthlyTotals monthly_totals(model::Room const& room, Rows observations) {
    MonthlyTotals totals;
    totals.grain = grain_of(room, observations);
    for (std::uint32_t const i : observations) {
        model::Observation const& row = room.observations[i];
        if (!row.total()) continue;
        auto const number = number_of(totals.grain, row.period);
        if (!number) continue;
        if (totals.numbers.empty() || totals.numbers.back() != *number) {
            bool const hole = !totals.numbers.empty() && totals.numbers.back() + 1 != *number;
            if (hole) {
                totals.numbers.push_back(*number - 1);
                totals.counts.push_back({});
            }
            totals.numbers.push_back(*number);
            totals.counts.push_back({});
        }
        ChartCount& month = totals.counts.back();
        month.kept = saturating_add(month.kept, row.kept);
        month.due = saturating_add(month.due, row.due);
    }
    return totals;
}

// The first month that an accepted level is about; nothing where there is none such.
std::optional<std::size_t> accepted_month(MonthlyTotals const& totals,
                                          model::Baseline const* accepted) {
    if (accepted == nullptr) return std::nullopt;
    int const from = *number_of(totals.grain, base::month_of(accepted->from));
    auto const first = std::lower_bound(totals.numbers.begin(), totals.numbers.end(), from);
    if (first == totals.numbers.end()) return std::nullopt;
    return static_cast<std::size_t>(first - totals.numbers.begin());
}

ControlChart chart_of(MonthlyTotals const& totals, std::optional<std::size_t> accepted) {
    return accepted ? p_chart_accepted(totals.counts, *accepted) : p_chart(totals.counts);
}

// Fills the counts of a series without holes: the persona's rows where it has any in the span, else
// the totals.
std::vector<MonthCounts> filled(model::Room const& room, Rows observations,
                                model::PersonaId persona, ChartGrain grain,
                                std::vector<MonthCounts> series) {
    int const first_number = *number_of(grain, series.front().month);
    Rows const rows =
        beginning_in(room, observations, {series.front().month.first, series.back().month.last});
    bool const personal = persona && std::any_of(rows.begin(), rows.end(), [&](std::uint32_t i) {
                              return persona_only(room.observations[i], persona);
                          });
    for (std::uint32_t const i : rows) {
        model::Observation const& row = room.observations[i];
        if (!(personal ? persona_only(row, persona) : row.total())) continue;
        auto const number = number_of(grain, row.period);
        if (number) add_row(series[static_cast<std::size_t>(*number - first_number)].counts, row);
    }
    return series;
}

}  // namespace

std::optional<int> month_number(base::Period period) {
    if (period.last.days - period.first.days >= longest_month_days) return std::nullopt;
    base::CivilDate const first = base::to_civil(period.first);
    int const last_day = first.day + (period.last.days - period.first.days);
    if (last_day > base::days_in_month(first.year, first.month)) return std::nullopt;
    return first.year * 12 + first.month - 1;
}

base::Period month_of_number(int number) {
    return base::month_of(base::to_date({number / 12, number % 12 + 1, 1}));
}

std::vector<SignalFigure> signals_of(model::Room const& room, Rows observations,
                                     model::Baseline const* accepted) {
    if (observations.size() < least_months_for_limits) return {};
    MonthlyTotals const totals = monthly_totals(room, observations);
    if (totals.counts.size() < least_months_for_limits) return {};
    ControlChart const chart = chart_of(totals, accepted_month(totals, accepted));
    std::vector<SignalFigure> signals;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        if (chart.points[i].rule == 0) continue;
        // Rule 3 is about the way, the others about the side.
        double const before = chart.points[i].rule == 3 ? *chart.points[i - 1].z : 0;
        signals.push_back({chart.points[i].rule, period_of(totals.grain, totals.numbers[i]),
                           *chart.points[i].z > before});
    }
    return signals;
}

MonthlyChart monthly_chart(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint) {
    MonthlyTotals const totals = monthly_totals(room, observations_of(index, touchpoint));
    MonthlyChart made;
    made.accepted = accepted_month(totals, model::baseline_of(room, touchpoint));
    made.chart = chart_of(totals, made.accepted);
    made.counts = totals.counts;
    made.grain = totals.grain;
    for (int const number : totals.numbers)
        made.months.push_back(period_of(totals.grain, number));
    return made;
}

std::optional<base::Period> level_of_signal(MonthlyChart const& chart, base::Period signal) {
    auto const at = std::find(chart.months.begin(), chart.months.end(), signal);
    if (at == chart.months.end()) return std::nullopt;
    return chart
        .months[begin_of_level(chart.chart, static_cast<std::size_t>(at - chart.months.begin()))];
}

std::vector<MonthCounts> monthly_series(model::Room const& room, FigureIndex const& index,
                                        model::TouchpointId touchpoint, model::PersonaId persona,
                                        base::Period first_month, int months) {
    std::vector<MonthCounts> series;
    if (months <= 0) return series;
    for (int m = 0; m < months; ++m)
        series.push_back({base::month_after(first_month, m), {}});
    return filled(room, observations_of(index, touchpoint), persona, ChartGrain::Month,
                  std::move(series));
}

std::vector<MonthCounts> quarterly_series(model::Room const& room, FigureIndex const& index,
                                          model::TouchpointId touchpoint, model::PersonaId persona,
                                          base::Period first, int quarters) {
    std::vector<MonthCounts> series;
    if (quarters <= 0) return series;
    base::Period const month = base::month_of(base::quarter_of(first.first).first);
    for (int q = 0; q < quarters; ++q)
        series.push_back({base::quarter_of(base::month_after(month, 3 * q).first), {}});
    return filled(room, observations_of(index, touchpoint), persona, ChartGrain::Quarter,
                  std::move(series));
}

ChartGrain chart_grain(model::Room const& room, FigureIndex const& index,
                       model::TouchpointId touchpoint) {
    return grain_of(room, observations_of(index, touchpoint));
}

Counts counts_in(model::Room const& room, FigureIndex const& index, model::TouchpointId touchpoint,
                 base::Period period) {
    return count_period(room, observations_of(index, touchpoint), period, {}).totals;
}

}  // namespace metrics
