#include "metrics/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace metrics {
namespace {

double quantile_of_sorted(std::vector<double> const& values, double share) {
    double const place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    std::size_t const above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (place - static_cast<double>(below));
}

}  // namespace

std::optional<double> quantile(std::vector<double> values, double share) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    return quantile_of_sorted(values, share);
}

GuessGap guess_gap(std::vector<double> const& guesses, std::optional<double> actual) {
    GuessGap result;
    if (guesses.size() < least_guesses) return result;
    std::vector<double> sorted = guesses;
    std::sort(sorted.begin(), sorted.end());
    result.median = quantile_of_sorted(sorted, 0.5);
    result.lower_quartile = quantile_of_sorted(sorted, 0.25);
    result.upper_quartile = quantile_of_sorted(sorted, 0.75);
    if (!actual) return result;
    result.gap = *result.median - *actual;
    double errors = 0;
    for (double const guess : sorted)
        errors += std::abs(guess - *actual);
    result.mean_error = errors / static_cast<double>(sorted.size());
    return result;
}

std::optional<double> peak_end(std::span<double const> values) {
    if (values.empty()) return std::nullopt;
    double const peak = *std::max_element(
        values.begin(), values.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    return (peak + values.back()) / 2;
}

}  // namespace metrics
