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

bool counted(metrics::MonthCounts const& month) {
    return month.counts.due > 0;
}

bool can_be_judged(metrics::MonthCounts const& month) {
    return month.counts.due >= least_judged;
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
    // What cannot be judged stretches the scale only where it is most of what there is.
    auto const all = std::count_if(series.months.begin(), series.months.end(), counted);
    bool const judged =
        2 * std::count_if(series.months.begin(), series.months.end(), can_be_judged) > all;
    for (auto const& month : series.months) {
        if (month.counts.due == 0 || (judged && !can_be_judged(month))) continue;
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

// The middle is drawn from the first counted month to the last one.
bool any_centre(Series const& series) {
    for (std::size_t i = 0; i < series.bands.size(); ++i)
        if (series.bands[i].centre && counted(series.months[i])) return true;
    return false;
}

constexpr int least_quarters = 8;

// As many as were counted, up to the length of the strip.
std::vector<metrics::MonthCounts> quarters_of(ChromeInput const& input,
                                              model::TouchpointId touchpoint,
                                              model::PersonaId persona, base::Period span) {
    std::size_t const t = touchpoint.index();
    std::uint32_t const oldest = input.index.observations[input.index.observation_starts[t]];
    base::Date const from = input.room.observations[oldest].period.first;
    base::Period const last = base::month_of(base::quarter_of(span.last).first);
    int count = least_quarters;
    while (count < strip_length && base::month_after(last, 3 * (1 - count)).first > from)
        ++count;
    return metrics::quarterly_series(input.room, input.index, touchpoint, persona,
                                     base::month_after(last, 3 * (1 - count)), count);
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
    series.grain = metrics::chart_grain(input.room, input.index, touchpoint);
    model::PersonaId const persona = series.persona ? view.persona : model::PersonaId();
    series.months = series.grain == metrics::ChartGrain::Quarter
                        ? quarters_of(input, touchpoint, persona, *span)
                        : metrics::monthly_series(input.room, input.index, touchpoint, persona,
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

std::string_view grain_word(base::Catalogue const& catalogue, metrics::ChartGrain grain) {
    return catalogue.text(grain == metrics::ChartGrain::Quarter ? "unit.quarters" : "unit.months");
}

char const* widthless_key(metrics::ChartLevel const& level) {
    bool const judged = level.basis == metrics::ChartBasis::Provisional ||
                        level.basis == metrics::ChartBasis::Frozen;
    if (!judged || !level.centre) return nullptr;
    if (*level.centre <= 0) return "card.band-all-kept";
    return *level.centre >= 1 ? "card.band-none-kept" : nullptr;
}

bool beyond_scale(Series const& series, std::size_t month) {
    metrics::MonthCounts const& one = series.months[month];
    if (!counted(one) || can_be_judged(one)) return false;
    double const place = series.range.place(static_cast<double>(one.counts.kept) /
                                            static_cast<double>(one.counts.due));
    return place < 0 || place > 1;
}

std::string baseline_months_text(base::Catalogue const& catalogue,
                                 metrics::MonthlyChart const& chart,
                                 metrics::ChartLevel const& level) {
    if (level.baseline_months == 0) return {};
    base::Period const first = chart.months[level.baseline_first];
    base::Period const last = chart.months[level.baseline_end - 1];
    return short_period(catalogue, {first.first, last.last});
}

namespace {

// What the band or the middle is.
std::string band_caption(base::Catalogue const& catalogue, Series const& series,
                         metrics::MonthlyChart const& chart, metrics::ChartLevel const& level) {
    bool const band = std::any_of(series.bands.begin(), series.bands.end(),
                                  [](MonthBand const& b) { return b.limits.has_value(); });
    std::string const months = std::to_string(level.baseline_months);
    std::string const from = baseline_months_text(catalogue, chart, level);
    std::string_view const unit = grain_word(catalogue, series.grain);
    switch (level.basis) {
        case metrics::ChartBasis::Frozen:
        case metrics::ChartBasis::Provisional:
            if (!band) return catalogue.format("card.centre", {from});
            return catalogue.format(
                level.basis == metrics::ChartBasis::Frozen ? "card.band" : "card.band-provisional",
                {from, months, unit});
        case metrics::ChartBasis::CentreLine:
            if (band && chart.accepted) break;
            if (any_centre(series)) return catalogue.format("card.centre-only", {months, unit});
            break;
        case metrics::ChartBasis::None:
            break;
    }
    if (band && chart.accepted) {
        return catalogue.format(
            "card.band-until",
            {short_period(catalogue, chart.months[*chart.accepted]), months, unit});
    }
    return catalogue.format("card.no-middle", {months, unit});
}

// What hollow dots are, where there are any.
std::string hollow_caption(base::Catalogue const& catalogue, Series const& series) {
    bool hollow = false;
    bool beyond = false;
    for (std::size_t i = 0; i < series.months.size(); ++i) {
        hollow = hollow || (counted(series.months[i]) && !can_be_judged(series.months[i]));
        beyond = beyond || beyond_scale(series, i);
    }
    if (!hollow) return {};
    return " " + std::string(catalogue.text(beyond ? "card.hollow-edge" : "card.hollow"));
}

}  // namespace

std::string chart_caption(base::Catalogue const& catalogue, Series const& series,
                          metrics::MonthlyChart const& chart, base::Period period) {
    if (!any_counted(series)) {
        bool const rows = std::any_of(series.months.begin(), series.months.end(),
                                      [](auto const& month) { return month.counts.any_row; });
        return catalogue.format(rows ? "card.months-none-due" : "card.months-none",
                                {grain_word(catalogue, series.grain)});
    }
    std::string const hollow = hollow_caption(catalogue, series);
    if (series.persona) return std::string(catalogue.text("card.dotted")) + hollow;
    metrics::ChartLevel const& level = level_of_period(chart, period);
    std::string text = band_caption(catalogue, series, chart, level) + hollow;
    if (auto const* const key = widthless_key(level))
        text += " " + std::string(catalogue.text(key));
    return text;
}

}  // namespace scene
