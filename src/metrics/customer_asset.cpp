#include "metrics/customer_asset.hpp"

#include <algorithm>

#include "metrics/saturating.hpp"

namespace metrics {
namespace {

constexpr std::size_t top_reasons = 5;

std::string lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::optional<double> money(std::optional<std::int64_t> customers, std::optional<double> each) {
    if (!customers || !each) return std::nullopt;
    return static_cast<double>(*customers) * *each;
}

}  // namespace

AssetResult reconcile(AssetMoves const& moves) {
    AssetResult result;
    if (moves.gained && moves.won_back && moves.lost) {
        result.net =
            saturating_subtract(saturating_add(*moves.gained, *moves.won_back), *moves.lost);
    }
    if (result.net && moves.opening && moves.closing) {
        result.off_by =
            saturating_subtract(*moves.closing, saturating_add(*moves.opening, *result.net));
    }
    auto const in = money(moves.gained, moves.value_gained);
    auto const back = money(moves.won_back, moves.value_won_back);
    auto const out = money(moves.lost, moves.value_lost);
    if (in && back && out) result.value_net = *in + *back - *out;
    return result;
}

std::int64_t marbles(std::int64_t customers) {
    std::int64_t const half = customers < 0 ? -customers_a_marble / 2 : customers_a_marble / 2;
    return saturating_add(customers, half) / customers_a_marble;
}

LossSummary summarise_losses(std::span<LossCount const> losses, std::optional<std::int64_t> lost) {
    LossSummary summary;
    std::vector<LossCount> named;
    for (LossCount const& loss : losses) {
        std::string const reason = lower_case(loss.reason);
        summary.total = saturating_add(summary.total, loss.count);
        if (reason.empty() || reason == "unknown") {
            summary.unknown = saturating_add(summary.unknown, loss.count);
        } else if (reason == "other") {
            summary.other = saturating_add(summary.other, loss.count);
        } else {
            named.push_back(loss);
        }
    }
    std::sort(named.begin(), named.end(), [](LossCount const& a, LossCount const& b) {
        return a.count != b.count ? a.count > b.count : a.reason < b.reason;
    });
    for (std::size_t i = top_reasons; i < named.size(); ++i) {
        summary.other = saturating_add(summary.other, named[i].count);
    }
    named.resize(std::min(named.size(), top_reasons));
    summary.top = std::move(named);
    std::int64_t const all = std::max(summary.total, lost.value_or(0));
    if (lost) {
        summary.unexplained = saturating_subtract(all, summary.total);
        summary.over = saturating_subtract(all, std::max<std::int64_t>(0, *lost));
    }
    summary.too_many_unknown =
        static_cast<double>(summary.unknown) + static_cast<double>(summary.unexplained) >
        0.25 * static_cast<double>(all);
    return summary;
}

}  // namespace metrics
