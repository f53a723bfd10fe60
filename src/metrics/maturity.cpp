#include "metrics/maturity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace metrics {
namespace {

constexpr std::array<std::string_view, 5> band_words = {"Commit", "Unite and Build", "Embed",
                                                        "Mature", "Elevate"};
constexpr double close_enough = 5;
constexpr double rounding = 1e-9;

double percent(double answer) {
    return (answer - 1) / 4 * 100;
}

double mean(std::vector<double> const& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

int number_of(MaturityBand band) {
    return static_cast<int>(band);
}

}  // namespace

std::string_view word(MaturityBand band) {
    return band_words.at(static_cast<std::size_t>(band));
}

MaturityBand band_of(double index) {
    return static_cast<MaturityBand>(
        std::clamp(static_cast<int>(std::floor((index + rounding) / 20)), 0, 4));
}

std::optional<Maturity> maturity(std::span<std::vector<double> const> groups) {
    if (groups.empty() || groups.front().empty()) return std::nullopt;
    Maturity result;
    result.competencies.assign(groups.front().size(), 0.0);
    double lowest = 100;
    double highest = 0;
    for (std::vector<double> const& group : groups) {
        for (std::size_t i = 0; i < group.size(); ++i)
            result.competencies[i] += percent(group[i]) / static_cast<double>(groups.size());
        double const index = percent(mean(group));
        lowest = std::min(lowest, index);
        highest = std::max(highest, index);
    }
    result.index = mean(result.competencies);
    result.weakest = *std::min_element(result.competencies.begin(), result.competencies.end());
    int const cap = number_of(band_of(result.weakest)) + 1;
    result.band = static_cast<MaturityBand>(std::min(number_of(band_of(result.index)), cap));
    result.spread = highest - lowest;
    return result;
}

std::optional<double> normalised_gain(double before, double after) {
    if (before >= 100) return std::nullopt;
    return (after - before) / (100 - before);
}

std::optional<double> calibration(std::span<double const> guesses, double actual) {
    if (guesses.empty()) return std::nullopt;
    auto const close = std::count_if(guesses.begin(), guesses.end(), [&](double guess) {
        return std::abs(guess - actual) <= close_enough;
    });
    return static_cast<double>(close) / static_cast<double>(guesses.size());
}

}  // namespace metrics
