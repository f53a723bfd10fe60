// Derived importance: how much each of several answers goes with an overall one. Shapley (LMG)
// split of R2 over all orders of the predictors (Lindeman, Merenda and Gold 1980; Shapley 1953),
// exact to 12 of them; Johnson's relative weights (2000) beyond. Association, not cause. Knows no
// surveys. Called by exchange's survey reader.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace metrics {

// Means, spreads and correlations of several variables, one row of all of them at a time, without
// keeping the rows (Welford's way, so that large offsets cost no digits).
class CoMoments {
public:
    explicit CoMoments(std::size_t variables);
    void add(std::span<double const> row);

    std::size_t variables() const { return m_means.size(); }
    std::int64_t n() const { return m_n; }
    double mean(std::size_t i) const { return m_means[i]; }
    std::optional<double> sd(std::size_t i) const;  // with n - 1
    // Empty where one of the two never varies.
    std::optional<double> correlation(std::size_t i, std::size_t j) const;

private:
    double moment(std::size_t i, std::size_t j) const { return m_moments[i * variables() + j]; }

    std::int64_t m_n = 0;
    std::vector<double> m_means;
    std::vector<double> m_moments;  // sums of products about the means, row by row
    std::vector<double> m_off;
};

inline constexpr std::size_t most_exact_predictors = 12;
inline constexpr std::int64_t rows_a_predictor = 20;
inline constexpr double weak_r_squared = 0.10;

enum class ShareMethod { Shapley, Johnson, Equal };
enum class Weakness { None, TooFewRows, WeakModel };

struct ImportanceShares {
    std::vector<double> shares;  // of 1
    std::vector<std::optional<double>> correlations;
    double r_squared = 0;
    std::int64_t n = 0;
    ShareMethod method = ShareMethod::Equal;
    Weakness weakness = Weakness::None;  // why the shares are equal
};

// The last variable is what the others explain. Under 20 rows a predictor, or with R2 under 0.10,
// the shares are equal and it is said why. A negative share counts as 0.
ImportanceShares importance_shares(CoMoments const& moments);

// Parts of R2, one a predictor, from correlations: `among` the predictors (row by row) and of each
// `with_outcome`.
std::vector<double> shapley_parts(std::span<double const> among,
                                  std::span<double const> with_outcome);
std::vector<double> johnson_parts(std::span<double const> among,
                                  std::span<double const> with_outcome);

// What must be there and never varies goes with nothing, and is important all the same: a must-be
// touchpoint keeps at least half an equal share, the others give it up in proportion. Weights in
// percent, 100 in all.
std::vector<double> with_must_be_floor(std::vector<double> weights,
                                       std::vector<bool> const& must_be);

}  // namespace metrics
