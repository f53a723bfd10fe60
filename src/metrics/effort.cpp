#include "metrics/effort.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace metrics {
namespace {

constexpr std::size_t measures = 5;

// Of every source its last row.
Expiry expiry_of_rows(model::Room const& room, std::vector<model::Effort const*> const& rows) {
    std::map<std::uint32_t, base::Date> last;
    for (model::Effort const* row : rows) {
        auto const [known, fresh] = last.try_emplace(row->source.value, row->period.last);
        if (!fresh) known->second = std::max(known->second, row->period.last);
    }
    Expiry expiry;
    for (auto const& [source, day] : last)
        expiry = earlier(expiry, expiry_of(room, model::SourceId(source), day));
    return expiry;
}

EffortFigure mean_of(model::Room const& room, std::vector<model::Effort const*> const& rows) {
    EffortFigure figure{rows.front()->touchpoint, rows.front()->measure};
    figure.expiry = expiry_of_rows(room, rows);
    double weighted = 0;
    double plain = 0;
    std::int64_t n = 0;
    for (model::Effort const* row : rows) {
        weighted += row->value * static_cast<double>(row->n.value_or(0));
        n += row->n.value_or(0);
        plain += row->value;
        if (!row->n) ++figure.rows_without_n;
    }
    if (n > 0) {
        figure.value = weighted / static_cast<double>(n);
        figure.n = n;
    } else {
        figure.value = plain / static_cast<double>(rows.size());
    }
    return figure;
}

}  // namespace

std::vector<EffortFigure> efforts_in(model::Room const& room, base::Period period) {
    std::map<std::pair<std::size_t, model::EffortMeasure>, std::vector<model::Effort const*>> rows;
    for (model::Effort const& row : room.efforts) {
        // A mean of nothing is none.
        bool const counted = !row.n || *row.n > 0;
        if (counted && base::lies_within(row.period, period))
            rows[{row.touchpoint.index(), row.measure}].push_back(&row);
    }
    std::vector<EffortFigure> figures;
    for (auto const& [key, of_one] : rows)
        figures.push_back(mean_of(room, of_one));
    return figures;
}

std::optional<model::EffortMeasure> shown_measure(std::span<EffortFigure const> efforts) {
    if (efforts.empty()) return std::nullopt;
    std::array<int, measures> counts{};
    for (EffortFigure const& effort : efforts)
        ++counts[static_cast<std::size_t>(effort.measure)];
    return static_cast<model::EffortMeasure>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin());
}

std::vector<EffortFigure> only(std::span<EffortFigure const> efforts,
                               model::EffortMeasure measure) {
    std::vector<EffortFigure> left;
    std::copy_if(efforts.begin(), efforts.end(), std::back_inserter(left),
                 [&](EffortFigure const& effort) { return effort.measure == measure; });
    return left;
}

}  // namespace metrics
