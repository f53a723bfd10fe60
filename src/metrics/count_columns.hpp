// The totals of a room rolled up once: one column of counts a span of days, by touchpoint, so that
// a change of period adds up columns and walks no rows. Must not know states, shares or pictures.
// Made by make_index, read by room_figures.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "model/room.hpp"

namespace metrics {

struct Counts {
    std::int64_t kept = 0;
    std::int64_t due = 0;
    std::int64_t unknown = 0;
    bool any_row = false;
    bool unknown_given = false;  // some row says how many results are unknown
};

// The row that speaks for the source.
struct LatestRow {
    base::Date last;
    model::SourceId source;
};

// The totals of one span. All vectors by TouchpointId; `nothing` in `kept`: no row, in `unknown`:
// not given.
struct CountColumn {
    static constexpr std::uint32_t nothing = 0xffffffffU;
    base::Period span;
    std::vector<std::uint32_t> kept, due, unknown, source;
};

struct CountColumns {
    std::vector<CountColumn> columns;  // by span
    // By TouchpointId: 1 where the columns hold all its rows. The others (splits, rare spans,
    // counts beyond 32 bits) are added up row by row.
    std::vector<std::uint8_t> holds;
};

// `starts`, `members`: the observations grouped by touchpoint, then by period, as in FigureIndex.
CountColumns make_count_columns(model::Room const& room, std::vector<std::uint32_t> const& starts,
                                std::vector<std::uint32_t> const& members);

// The columns that a period asks for, chosen once for all touchpoints.
class ColumnSum {
public:
    ColumnSum(CountColumns const& columns, base::Period period);

    // Of a touchpoint that the columns hold.
    Counts counts(model::TouchpointId touchpoint) const;
    // The row of the period that ends last; where the period has none, the last that begins before
    // its end.
    std::optional<LatestRow> latest(model::TouchpointId touchpoint) const;

private:
    std::vector<CountColumn const*> m_inside;
    std::vector<CountColumn const*> m_begun;  // before the period's end, whole or in part
};

}  // namespace metrics
