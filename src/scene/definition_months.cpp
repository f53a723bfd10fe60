// The definition of the monthly line: its counts, and what they stand against.
#include <algorithm>

#include "scene/definition_pen.hpp"
#include "scene/series.hpp"

namespace scene {
namespace {

// As the metrics ask: months of ten promises and more that a middle, and a band, need.
constexpr int least_centre = 4;
constexpr int least_band = 8;

class MonthsWriter : DefinitionPen {
public:
    using DefinitionPen::DefinitionPen;

    Definition write() {
        name("define.months.title", m_in.room.at(m_figure.touchpoint).title,
             "define.months.formula");
        auto const series = series_of(m_in, m_figure.touchpoint, SeriesDetail::Chart);
        if (!series) return std::move(m_out);
        m_unit = grain_word(words(), series->grain);
        m_out.title = say("define.months.title", {std::to_string(series->months.size()), m_unit});
        rows(*series);
        base::Period const span{series->months.front().month.first,
                                series->months.back().month.last};
        fact("define.period", short_period(words(), span));
        whose_rows();
        if (series->persona) {
            fact("define.months.middle", say("define.months.persona", {m_unit}));
        } else {
            chart();
        }
        Sources named;
        for (model::Observation const* row : rows_in(span)) {
            if (adds_up(*row)) named.add(row->source);
        }
        sources(named, why_overdue(m_in, Overlay::Reliability, m_figure.touchpoint));
        accepted();
        return std::move(m_out);
    }

private:
    void rows(Series const& series) {
        bool const quarters = series.grain == metrics::ChartGrain::Quarter;
        columns({quarters ? "define.column.quarter" : "define.column.month", "define.column.kept",
                 "define.column.rate", "define.column.limits"});
        std::int64_t due = 0;
        bool any_row = false;
        for (std::size_t i = series.months.size(); i-- > 0;) {
            auto const& [month, counts] = series.months[i];
            due += counts.due;
            any_row = any_row || counts.any_row;
            std::string const when = short_period(words(), month);
            if (!counts.any_row) {
                m_out.rows.push_back({when, word("define.gap"), {}, {}});
                continue;
            }
            bool const limits = i < series.bands.size() && series.bands[i].limits;
            m_out.rows.push_back(
                {when, count_of(counts.kept, counts.due), rate_of(counts.kept, counts.due),
                 limits ? range(*series.bands[i].limits, "\u2013") : std::string()});
        }
        fact("define.n", due > 0   ? count_text(words(), "define.n-promises", due)
                         : any_row ? word("define.n-none-due")
                                   : say("define.n-no-month", {m_unit}));
    }

    static std::string range(metrics::Interval const& shares, std::string_view between) {
        return number(shares.lower * 100, 1) + std::string(between) + number(shares.upper * 100, 1);
    }

    void chart() {
        auto const all = metrics::monthly_chart(m_in.room, m_in.index, m_figure.touchpoint);
        metrics::ChartLevel const& level = level_of_period(all, m_in.view.period);
        fact("define.months.middle", middle(all, level));
        limits(all, level);
        fact("define.months.signal", signal(all, level));
    }

    std::string middle_of(metrics::MonthlyChart const& all,
                          metrics::ChartLevel const& level) const {
        return say("define.months.middle-value",
                   {percent(1 - *level.centre), count_of(level.kept, level.due),
                    std::to_string(level.baseline_months),
                    baseline_months_text(words(), all, level), m_unit});
    }

    // Of a newly accepted level that has too few months yet: how many it has, and the one before.
    std::string middle(metrics::MonthlyChart const& all, metrics::ChartLevel const& level) const {
        if (level.centre) return middle_of(all, level);
        std::string const months = std::to_string(level.baseline_months);
        std::string const wanted = std::to_string(least_centre);
        bool const fresh = all.chart.earlier && &level == &all.chart.level;
        if (!fresh) return say("define.months.too-few", {months, wanted, m_unit});
        std::string text = say("define.months.too-new", {months, wanted, m_unit});
        if (all.chart.earlier->centre)
            text += say("define.months.before", {middle_of(all, *all.chart.earlier)});
        return text;
    }

    std::string signal(metrics::MonthlyChart const& all, metrics::ChartLevel const& level) const {
        if (figures().signal) return signal_text(words(), *figures().signal);
        base::Period const asked = m_in.view.period;
        bool any = false;
        bool judged = false;
        for (std::size_t i = 0; i < all.months.size(); ++i) {
            if (!base::lies_within(all.months[i], asked)) continue;
            any = any || all.counts[i].due > 0;
            judged = judged || all.chart.points[i].z.has_value();
        }
        if (!any) return word("define.not-counted");
        if (!judged) {
            return level.baseline_months < least_band
                       ? say("define.months.unjudged-few", {std::to_string(least_band), m_unit})
                       : word("define.months.unjudged");
        }
        return say("define.months.no-signal", {short_period(words(), asked)});
    }

    // Those of the last month that has any, as they vary with its count.
    void limits(metrics::MonthlyChart const& all, metrics::ChartLevel const& level) {
        std::optional<std::size_t> last;
        for (std::size_t i = level.from; i < all.months.size(); ++i) {
            bool const asked = all.months[i].first <= m_in.view.period.last;
            if (&metrics::level_at(all.chart, i) == &level && asked && all.chart.points[i].limits)
                last = i;
        }
        if (!last) {
            fact("define.months.limits", level.baseline_months < least_band
                                             ? say(all.chart.earlier && &level == &all.chart.level
                                                       ? "define.months.too-new"
                                                       : "define.months.too-few",
                                                   {std::to_string(level.baseline_months),
                                                    std::to_string(least_band), m_unit})
                                             : word("define.not-counted"));
            return;
        }
        metrics::Interval const& broken = *all.chart.points[*last].limits;
        std::string text =
            say("define.months.limits-value",
                {range({1 - broken.upper, 1 - broken.lower}, words().text("period.to")),
                 base::grouped(all.counts[*last].due), short_period(words(), all.months[*last])});
        if (level.laney) text += say("define.months.laney", {number(*level.sigma_z, 1), m_unit});
        if (level.basis == metrics::ChartBasis::Provisional)
            text += say("define.months.provisional", {m_unit});
        if (auto const* const key = widthless_key(level)) text += ". " + word(key);
        fact("define.months.limits", text);
    }

    // The reason stands here whole, whatever its length: in what room the months leave, and below
    // them.
    void accepted() {
        auto const* const level = model::baseline_of(m_in.room, m_figure.touchpoint);
        if (level == nullptr) return;
        fact("define.months.level",
             say("define.months.accepted",
                 {short_period(words(), base::month_of(level->from)), level->reason}));
        m_out.facts.back().lines = most_reason_lines;
    }

    static constexpr int most_reason_lines = 60;
    std::string m_unit;
};

}  // namespace

Definition define_months(ChromeInput const& input, FigureName const& figure) {
    return MonthsWriter(input, figure).write();
}

}  // namespace scene
