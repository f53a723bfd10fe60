// Quantiles of single values, the room's guesses against what was measured, and the peak-end value
// of an emotion curve (Kahneman's idea). Plain numbers in and out; knows nothing of rooms.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace metrics {

// Linear interpolation (type 7 of Hyndman and Fan), `share` 0..1; empty without values.
std::optional<double> quantile(std::vector<double> values, double share);

// Under five guesses there is no statistic: a person could be told from it.
inline constexpr std::size_t least_guesses = 5;

struct GuessGap {
    std::optional<double> median, lower_quartile, upper_quartile;
    std::optional<double> gap;         // median - actual
    std::optional<double> mean_error;  // mean of |guess - actual|
};

// Guesses and the measured value in the same unit.
GuessGap guess_gap(std::vector<double> const& guesses, std::optional<double> actual);

// (the value furthest from 0 + the last) / 2; of two equally far the earlier; empty without values.
std::optional<double> peak_end(std::span<double const> values);

}  // namespace metrics
