#include "metrics/count_columns.hpp"

#include <map>

#include "metrics/saturating.hpp"

namespace metrics {
namespace {

// A span worth a column: one touchpoint in this many has a row there.
constexpr std::size_t sparsest = 8;

bool fits(std::int64_t count) {
    return count >= 0 && count < static_cast<std::int64_t>(CountColumn::nothing);
}

bool fits(model::Observation const& row) {
    return row.total() && fits(row.kept) && fits(row.due) && (row.unknown < 0 || fits(row.unknown));
}

// Rows of a touchpoint ascend by period, and most touchpoints have the same months: the next span
// is nearly always the one after the last.
template <typename Value>
class SpanWalk {
public:
    using Spans = std::map<base::Period, Value>;
    explicit SpanWalk(Spans& spans) : m_spans(spans), m_at(spans.end()) {}

    typename Spans::iterator find(base::Period span) {
        if (m_at != m_spans.end()) ++m_at;
        if (m_at == m_spans.end() || m_at->first != span) m_at = m_spans.find(span);
        return m_at;
    }
    Value& at_or_new(base::Period span) {
        if (find(span) == m_spans.end()) m_at = m_spans.try_emplace(span).first;
        return m_at->second;
    }

private:
    Spans& m_spans;
    typename Spans::iterator m_at;
};

std::vector<CountColumn> empty_columns(model::Room const& room,
                                       std::vector<std::uint32_t> const& members) {
    std::map<base::Period, std::size_t> rows;
    SpanWalk<std::size_t> walk(rows);
    for (std::uint32_t const i : members) {
        model::Observation const& row = room.observations[i];
        if (row.total()) ++walk.at_or_new(row.period);
    }
    std::vector<CountColumn> columns;
    std::size_t const touchpoints = room.touchpoints.size();
    for (auto const& [span, count] : rows) {
        if (count * sparsest < touchpoints) continue;
        CountColumn& column = columns.emplace_back();
        column.span = span;
        column.kept.assign(touchpoints, CountColumn::nothing);
        column.due.assign(touchpoints, 0);
        column.unknown.assign(touchpoints, CountColumn::nothing);
        column.source.assign(touchpoints, model::SourceId{}.value);
    }
    return columns;
}

void put(CountColumn& column, model::Observation const& row) {
    std::size_t const t = row.touchpoint.index();
    column.kept[t] = static_cast<std::uint32_t>(row.kept);
    column.due[t] = static_cast<std::uint32_t>(row.due);
    if (row.unknown >= 0) column.unknown[t] = static_cast<std::uint32_t>(row.unknown);
    column.source[t] = row.source.value;
}

}  // namespace

CountColumns make_count_columns(model::Room const& room, std::vector<std::uint32_t> const& starts,
                                std::vector<std::uint32_t> const& members) {
    CountColumns result;
    result.columns = empty_columns(room, members);
    result.holds.assign(room.touchpoints.size(), 1);
    std::map<base::Period, std::size_t> column_of;
    for (std::size_t c = 0; c < result.columns.size(); ++c)
        column_of.emplace(result.columns[c].span, c);
    SpanWalk<std::size_t> walk(column_of);
    for (std::size_t t = 0; t + 1 < starts.size(); ++t) {
        for (std::uint32_t i = starts[t]; i < starts[t + 1]; ++i) {
            model::Observation const& row = room.observations[members[i]];
            auto const at = walk.find(row.period);
            bool const held = fits(row) && at != column_of.end() &&
                              result.columns[at->second].kept[t] == CountColumn::nothing;
            if (held) put(result.columns[at->second], row);
            if (!held) result.holds[t] = 0;
        }
    }
    return result;
}

ColumnSum::ColumnSum(CountColumns const& columns, base::Period period) {
    for (CountColumn const& column : columns.columns) {
        if (base::lies_within(column.span, period)) m_inside.push_back(&column);
        if (column.span.first <= period.last) m_begun.push_back(&column);
    }
}

Counts ColumnSum::counts(model::TouchpointId touchpoint) const {
    std::size_t const t = touchpoint.index();
    Counts sum;
    for (CountColumn const* column : m_inside) {
        if (column->kept[t] == CountColumn::nothing) continue;
        sum.any_row = true;
        sum.kept += column->kept[t];
        sum.due += column->due[t];
        if (column->unknown[t] == CountColumn::nothing) continue;
        sum.unknown_given = true;
        sum.unknown += column->unknown[t];
    }
    return sum;
}

std::optional<LatestRow> ColumnSum::latest(model::TouchpointId touchpoint) const {
    std::size_t const t = touchpoint.index();
    auto const row = [&](CountColumn const& column) {
        return LatestRow{column.span.last, model::SourceId(column.source[t])};
    };
    std::optional<LatestRow> latest;
    for (CountColumn const* column : m_inside) {
        if (column->kept[t] == CountColumn::nothing) continue;
        if (!latest || column->span.last > latest->last) latest = row(*column);
    }
    for (auto c = m_begun.rbegin(); !latest && c != m_begun.rend(); ++c) {
        if ((*c)->kept[t] != CountColumn::nothing) latest = row(**c);
    }
    return latest;
}

}  // namespace metrics
