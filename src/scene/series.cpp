#include "scene/series.hpp"

#include <algorithm>
#include <cmath>

#include "scene/period_steps.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

constexpr double steps[] = {0.5, 0.25, 0.2, 0.1, 0.05, 0.02, 0.01};
constexpr std::size_t most_shares = 3;

// A band a month of the series.
std::vector<MonthBand> bands_of(metrics::MonthlyChart const& all,
                                std::vector<metrics::MonthCounts> const& months) {
    std::vector<MonthBand> bands(months.size());
    for (std::size_t i = 0; i < months.size(); ++i) {
        auto const at = std::find(all.months.begin(), all.months.end(), months[i].month);
        if (at == all.months.end()) {
            // A hole of several months is one month of nothing.
            if (i > 0) bands[i].centre = bands[i - 1].centre;
            continue;
        }
        auto const& point = all.chart.points[static_cast<std::size_t>(at - all.months.begin())];
        if (point.centre) bands[i].centre = 1 - *point.centre;
        if (point.limits)
            bands[i].limits = metrics::Interval{1 - point.limits->upper, 1 - point.limits->lower};
    }
    return bands;
}

// The values with a little air, never a sliver that makes noise look like news.
ShareRange range_of(Series const& series, double target) {
    double low = target;
    double high = target;
    for (MonthBand const& band : series.bands) {
        if (!band.limits) continue;
        low = std::min(low, band.limits->lower);
        high = std::max(high, band.limits->upper);
    }
    for (auto const& month : series.months) {
        if (month.counts.due == 0) continue;
        double const rate =
            static_cast<double>(month.counts.kept) / static_cast<double>(month.counts.due);
        low = std::min(low, rate);
        high = std::max(high, rate);
    }
    double const middle = (low + high) / 2;
    double const half = std::max((high - low) * 0.65, 0.08);
    return {std::max(0.0, std::min(low, middle - half) - 0.01),
            std::min(1.0, std::max(high, middle + half) + 0.01)};
}

bool counted(metrics::MonthCounts const& month) {
    return month.counts.due > 0;
}

// The middle is drawn from the first counted month to the last one.
bool any_centre(Series const& series) {
    for (std::size_t i = 0; i < series.bands.size(); ++i)
        if (series.bands[i].centre && counted(series.months[i])) return true;
    return false;
}

}  // namespace

std::optional<Series> series_of(ChromeInput const& input, model::TouchpointId touchpoint,
                                SeriesDetail detail) {
    View const& view = input.view;
    auto const span = strip_months(input.index.observed, view.period);
    if (!span) return std::nullopt;
    auto const& f = input.figures.touchpoints[touchpoint.index()];
    Series series;
    // Whose months they are follows from whose figure stands beside them, never a mixture.
    series.persona = f.basis == metrics::Basis::Persona;
    series.months = metrics::monthly_series(input.room, input.index, touchpoint,
                                            series.persona ? view.persona : model::PersonaId(),
                                            base::month_of(span->first), strip_length);
    if (detail == SeriesDetail::Chart && !series.persona) {
        series.bands =
            bands_of(metrics::monthly_chart(input.room, input.index, touchpoint), series.months);
    }
    series.range = range_of(series, f.target.value_or(1));
    return series;
}

bool any_counted(Series const& series) {
    return std::any_of(series.months.begin(), series.months.end(), counted);
}

std::vector<double> round_shares(ShareRange range) {
    std::vector<double> shares;
    for (double const step : steps) {
        std::vector<double> finer;
        for (double n = std::ceil(range.low / step - 1e-9); n * step <= range.high + 1e-9; ++n)
            finer.push_back(n * step);
        if (finer.size() > most_shares) break;
        if (finer.size() >= shares.size()) shares = std::move(finer);
    }
    return shares;
}

metrics::ChartLevel const& level_of_period(metrics::MonthlyChart const& chart,
                                           base::Period period) {
    std::size_t month = 0;
    for (std::size_t i = 0; i < chart.months.size(); ++i)
        if (chart.months[i].first <= period.last) month = i;
    return metrics::level_at(chart.chart, month);
}

std::string baseline_months_text(base::Catalogue const& catalogue,
                                 metrics::MonthlyChart const& chart,
                                 metrics::ChartLevel const& level) {
    if (level.baseline_months == 0) return {};
    base::Period const first = chart.months[level.baseline_first];
    base::Period const last = chart.months[level.baseline_end - 1];
    return short_period(catalogue, {first.first, last.last});
}

std::string chart_caption(base::Catalogue const& catalogue, Series const& series,
                          metrics::MonthlyChart const& chart, base::Period period) {
    if (!any_counted(series)) {
        bool const rows = std::any_of(series.months.begin(), series.months.end(),
                                      [](auto const& month) { return month.counts.any_row; });
        return std::string(catalogue.text(rows ? "card.months-none-due" : "card.months-none"));
    }
    if (series.persona) return {};
    bool const band = std::any_of(series.bands.begin(), series.bands.end(),
                                  [](MonthBand const& b) { return b.limits.has_value(); });
    metrics::ChartLevel const& level = level_of_period(chart, period);
    std::string const months = std::to_string(level.baseline_months);
    std::string const from = baseline_months_text(catalogue, chart, level);
    switch (level.basis) {
        case metrics::ChartBasis::Frozen:
        case metrics::ChartBasis::Provisional:
            if (!band) return catalogue.format("card.centre", {from});
            return catalogue.format(
                level.basis == metrics::ChartBasis::Frozen ? "card.band" : "card.band-provisional",
                {from, months});
        case metrics::ChartBasis::CentreLine:
            if (band && chart.accepted) break;
            if (any_centre(series)) return catalogue.format("card.centre-only", {months});
            break;
        case metrics::ChartBasis::None:
            break;
    }
    if (band && chart.accepted) {
        return catalogue.format("card.band-until",
                                {short_period(catalogue, chart.months[*chart.accepted]), months});
    }
    return catalogue.format("card.no-middle", {months});
}

}  // namespace scene
