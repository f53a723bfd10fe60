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

// A touchpoint's monthly totals in order of time. A hole of any length is one month of nothing.
struct MonthlyTotals {
    std::vector<int> numbers;
    std::vector<ChartCount> counts;
};

MonthlyTotals monthly_totals(model::Room const& room, Rows observations) {
    MonthlyTotals totals;
    for (std::uint32_t const i : observations) {
        model::Observation const& row = room.observations[i];
        if (!row.total()) continue;
        auto const number = month_number(row.period);
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
    int const from = *month_number(base::month_of(accepted->from));
    auto const first = std::lower_bound(totals.numbers.begin(), totals.numbers.end(), from);
    if (first == totals.numbers.end()) return std::nullopt;
    return static_cast<std::size_t>(first - totals.numbers.begin());
}

ControlChart chart_of(MonthlyTotals const& totals, std::optional<std::size_t> accepted) {
    return accepted ? p_chart_accepted(totals.counts, *accepted) : p_chart(totals.counts);
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
        signals.push_back({chart.points[i].rule, month_of_number(totals.numbers[i]),
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
    for (int const number : totals.numbers)
        made.months.push_back(month_of_number(number));
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
    int const first_number = *month_number(series.front().month);
    Rows const rows = beginning_in(room, observations_of(index, touchpoint),
                                   {series.front().month.first, series.back().month.last});
    bool const personal = persona && std::any_of(rows.begin(), rows.end(), [&](std::uint32_t i) {
                              return persona_only(room.observations[i], persona);
                          });
    for (std::uint32_t const i : rows) {
        model::Observation const& row = room.observations[i];
        if (!(personal ? persona_only(row, persona) : row.total())) continue;
        auto const number = month_number(row.period);
        if (number) add_row(series[static_cast<std::size_t>(*number - first_number)].counts, row);
    }
    return series;
}

}  // namespace metrics
