#include "exchange/observation_rows.hpp"

#include <algorithm>
#include <tuple>

namespace exchange {
namespace {

auto split_of(model::Observation const& row) {
    return std::tie(row.touchpoint.value, row.persona.value, row.region.value, row.channel.value);
}

}  // namespace

std::vector<std::uint32_t> in_split_order(std::span<model::Observation const> rows) {
    std::vector<std::uint32_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::uint32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto const split_a = split_of(rows[a]);
        auto const split_b = split_of(rows[b]);
        if (split_a != split_b) return split_a < split_b;
        if (rows[a].period != rows[b].period) return rows[a].period < rows[b].period;
        return a < b;
    });
    return order;
}

std::vector<Clash> find_clashes(std::span<model::Observation const> rows) {
    std::vector<Clash> clashes;
    std::vector<std::uint32_t> const order = in_split_order(rows);
    // Within a split the row that reaches furthest so far is the one that a next row could meet.
    std::uint32_t furthest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::uint32_t const row = order[i];
        bool const first_of_split = i == 0 || !model::same_split(rows[furthest], rows[row]);
        if (!first_of_split && base::overlaps(rows[furthest].period, rows[row].period)) {
            clashes.push_back({std::min(furthest, row), std::max(furthest, row)});
        }
        if (first_of_split || rows[row].period.last > rows[furthest].period.last) furthest = row;
    }
    return clashes;
}

Met meet(std::span<model::Observation const> rows, std::span<std::uint32_t const> order,
         model::Observation const& row) {
    // Ends are in order, too, as periods of a split do not overlap: the first that does not end
    // before `row` begins.
    auto const at = std::partition_point(order.begin(), order.end(), [&](std::uint32_t i) {
        auto const split = split_of(rows[i]);
        auto const wanted = split_of(row);
        return split < wanted || (split == wanted && rows[i].period.last < row.period.first);
    });
    if (at == order.end() || !model::same_split(rows[*at], row)) return {};
    if (rows[*at].period == row.period) return {Meeting::Equal, *at};
    if (base::overlaps(rows[*at].period, row.period)) return {Meeting::Overlap, *at};
    return {};
}

}  // namespace exchange
