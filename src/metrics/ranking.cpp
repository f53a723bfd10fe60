#include "metrics/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace metrics {
namespace {

constexpr double same_mean = 1e-9;

// Sum of t3 - t over the groups of equal ranks.
double tie_term(std::vector<double> ranks) {
    std::sort(ranks.begin(), ranks.end());
    double sum = 0;
    for (std::size_t i = 0; i < ranks.size();) {
        std::size_t const first = i;
        while (i < ranks.size() && ranks[i] == ranks[first])
            ++i;
        auto const t = static_cast<double>(i - first);
        sum += t * t * t - t;
    }
    return sum;
}

std::vector<int> places_of(std::vector<double> const& means) {
    std::vector<int> places;
    for (double const mean : means) {
        places.push_back(
            1 + static_cast<int>(std::count_if(means.begin(), means.end(), [&](double other) {
                return other < mean - same_mean;
            })));
    }
    return places;
}

}  // namespace

std::vector<double> ranks_of(Ballot const& ballot) {
    std::vector<double> ranks(ballot.size());
    for (std::size_t i = 0; i < ballot.size(); ++i) {
        double before = 0;
        double equal = 0;
        for (std::optional<double> const& other : ballot) {
            bool const first = other && (!ballot[i] || *other < *ballot[i]);
            before += first ? 1 : 0;
            equal += other == ballot[i] ? 1 : 0;
        }
        ranks[i] = before + (equal + 1) / 2;
    }
    return ranks;
}

JointRanking joint_ranking(std::span<Ballot const> ballots) {
    JointRanking result;
    if (ballots.empty()) return result;
    std::size_t const items = ballots.front().size();
    auto const m = static_cast<double>(items);
    auto const k = static_cast<double>(ballots.size());
    std::vector<double> sums(items, 0.0);
    double ties = 0;
    for (Ballot const& ballot : ballots) {
        std::vector<double> const ranks = ranks_of(ballot);
        for (std::size_t i = 0; i < items; ++i)
            sums[i] += ranks[i];
        ties += tie_term(ranks);
    }
    for (double const sum : sums) {
        result.mean_ranks.push_back(sum / k);
        result.borda.push_back(k * m - sum);
    }
    result.places = places_of(result.mean_ranks);
    double const middle = k * (m + 1) / 2;
    double const s = std::accumulate(sums.begin(), sums.end(), 0.0, [&](double total, double sum) {
        return total + (sum - middle) * (sum - middle);
    });
    double const all = k * k * (m * m * m - m);
    if (items < 2 || ballots.size() < 2 || !(all - k * ties > 0)) return result;
    result.sum_of_squares = s;
    result.concordance_uncorrected = 12 * s / all;
    result.concordance = 12 * s / (all - k * ties);
    result.agreement = *result.concordance < 0.3   ? Agreement::Split
                       : *result.concordance > 0.7 ? Agreement::Agreed
                                                   : Agreement::Some;
    return result;
}

}  // namespace metrics
