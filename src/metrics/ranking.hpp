// One order out of many people's: mean rank, Borda (1781), and how far they agree (Kendall's W,
// 1939, corrected for ties). Ranks in, order out; knows neither people nor items. Called by votes.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace metrics {

// What one person gave to each item: smaller is better, equal numbers are ties, empty is unranked.
using Ballot = std::vector<std::optional<double>>;

// Ranks 1..m: ties share the mean of their ranks, unranked items that of the remaining ones.
std::vector<double> ranks_of(Ballot const& ballot);

enum class Agreement {
    Split,
    Some,
    Agreed
};  // W under 0.3: talk before deciding; over 0.7: agreed

struct JointRanking {
    std::vector<double> mean_ranks;
    std::vector<double> borda;             // sum of m - rank
    std::vector<int> places;               // 1..m; equal means share the smallest ("=1")
    std::optional<double> sum_of_squares;  // Kendall's S
    std::optional<double> concordance_uncorrected;
    std::optional<double> concordance;  // W with ties; empty with one item or one ballot
    std::optional<Agreement> agreement;
};

// All ballots are about the same items.
JointRanking joint_ranking(std::span<Ballot const> ballots);

}  // namespace metrics
