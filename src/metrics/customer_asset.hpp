// The customer asset (Bliss): customers who came, came back and left, in whole people first and in
// money second. Knows nothing of rooms. Called by the room figures and by the cards.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace metrics {

struct AssetMoves {
    std::optional<std::int64_t> opening, gained, won_back, lost, closing;
    std::optional<double> value_gained, value_won_back, value_lost;  // money a customer
};

struct AssetResult {
    std::optional<std::int64_t> net;     // gained + won back - lost
    std::optional<std::int64_t> off_by;  // closing less what the moves give; 0 = it adds up
    std::optional<double> value_net;     // gained and lost are priced apart: one in is not one out
};

AssetResult reconcile(AssetMoves const& moves);

inline constexpr std::int64_t customers_a_marble = 500;
// Marbles in the glass for so many customers, to the nearest.
std::int64_t marbles(std::int64_t customers);

struct LossCount {
    std::string reason;
    std::int64_t count = 0;
    friend bool operator==(LossCount const&, LossCount const&) = default;
};

struct LossSummary {
    std::vector<LossCount> top;  // the five largest named reasons, then by name
    std::int64_t other = 0;      // the named rest, and what the pack itself calls "other"
    std::int64_t unknown = 0;
    std::int64_t total = 0;
    std::int64_t unexplained = 0;   // left, but stand in no row at all
    std::int64_t over = 0;          // the rows name so many more than left
    bool too_many_unknown = false;  // over a quarter, the unexplained too: the list says little
};

// "unknown" and "other" (any case) and an empty reason are no reasons. `lost`: all who left, where
// that was counted.
LossSummary summarise_losses(std::span<LossCount const> losses,
                             std::optional<std::int64_t> lost = std::nullopt);

}  // namespace metrics
