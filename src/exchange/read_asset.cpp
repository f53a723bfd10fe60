// asset_periods.csv and loss_reasons.csv: how many customers came, went and why.
#include <algorithm>

#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

// An opening that is not the closing before it is told, not refused: the books of two systems may
// differ.
void compare_openings(PackBuilder& pack, FileTag tag, std::vector<Place> const& openings) {
    std::vector<model::AssetPeriod> const& rows = pack.room.asset_periods;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].period < rows[b].period; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        model::AssetPeriod const& before = rows[order[i - 1]];
        model::AssetPeriod const& row = rows[order[i]];
        if (!before.closing || !row.opening || *before.closing == *row.opening) continue;
        pack.problems.warning(tag, openings[order[i]],
                              "opening is " + std::to_string(*row.opening) + ", but " +
                                  base::format_period(before.period) + " closed with " +
                                  std::to_string(*before.closing));
    }
}

}  // namespace

void read_asset_periods(PackBuilder& pack) {
    enum : std::size_t {
        Period,
        Opening,
        Gained,
        WonBack,
        Lost,
        Closing,
        ValueGained,
        ValueWonBack,
        ValueLost,
        Recommended,
        PlanUp,
        PlanDown
    };
    KeyIndex seen;
    FileTag tag;
    std::vector<Place> openings;
    TableSpec const spec{"asset_periods.csv", columns::asset_periods, Presence::Optional,
                         index_entry_bytes + sizeof(Place)};
    bool const complete = read_rows(pack, spec, pack.room.asset_periods, [&](Table& row) {
        model::AssetPeriod asset;
        auto const period = row.period(Period);
        asset.period = period.value_or(base::Period{});
        asset.opening = row.integer(Opening, count_range);
        asset.gained = row.integer(Gained, count_range);
        asset.won_back = row.integer(WonBack, count_range);
        asset.lost = row.integer(Lost, count_range);
        asset.closing = row.integer(Closing, count_range);
        asset.value_gained = row.number(ValueGained, any_number);
        asset.value_won_back = row.number(ValueWonBack, any_number);
        asset.value_lost = row.number(ValueLost, any_number);
        asset.recommended = row.integer(Recommended, count_range);
        asset.plan_up = row.integer(PlanUp, count_range);
        asset.plan_down = row.integer(PlanDown, count_range);
        tag = row.tag();
        openings.push_back(row.place(Opening));
        auto const before =
            period ? seen.add(base::format_period(*period), 0, row.line()) : std::nullopt;
        if (before) {
            row.error(Period, "the period " + base::format_period(*period) +
                                  " is there already in line " + std::to_string(*before) +
                                  "; keep one row a period");
        }
        return asset;
    });
    if (complete) compare_openings(pack, tag, openings);
}

void read_loss_reasons(PackBuilder& pack) {
    enum : std::size_t { Period, Reason, Count, Stage, Value };
    TableSpec const spec{"loss_reasons.csv", columns::loss_reasons};
    read_rows(pack, spec, pack.room.loss_reasons, [&](Table& row) {
        model::LossReason loss;
        loss.period = row.period(Period).value_or(base::Period{});
        loss.reason = row.text(Reason);
        loss.count = row.integer(Count, count_range).value_or(0);
        loss.stage = row.reference<model::Stage>(Stage, pack.keys.stages);
        loss.value = row.number(Value, any_number);
        return loss;
    });
}

}  // namespace exchange
