// The six states of a promise, and the three positions against the best rival.
// Formula source: Wilson score interval (Wilson 1927); bands are our convention, see README
// "Figures".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "metrics/interval.hpp"

namespace metrics {

enum class PromiseState { Kept, OnTheLine, Broken, Unproven, Thin, NoData };

// "KEPT", "ON THE LINE", "BROKEN", "UNPROVEN", "THIN", "NO DATA" (the words of `metrics --json`).
std::string_view word(PromiseState state);

// k of n kept, target as a share 0..1, materiality in points of 100 (default 1.0).
// n = 0 NO DATA; n < 30 THIN; lower >= T KEPT; upper < T - d BROKEN; width <= 4 points ON THE LINE;
// else UNPROVEN.
PromiseState promise_state(std::int64_t kept, std::int64_t due, double target,
                           double materiality_pp = 1.0);
// The same, where the bounds (Wilson's, of kept of due) are known; they count for nothing at due =
// 0.
PromiseState promise_state(Interval bounds, std::int64_t due, double target,
                           double materiality_pp = 1.0);

// Share of due results that are known; empty when nothing was due. Under 90 % a rate deserves a
// warning.
inline constexpr double least_coverage = 0.9;
std::optional<double> coverage(std::int64_t known, std::int64_t unknown);

enum class Position { Lead, Parity, Lag };
std::string_view word(Position position);  // "LEAD", "PARITY", "LAG"

enum class Quadrant {
    ConcentrateHere,
    KeepUp,
    LowPriority,
    PossibleOverkill,
    Signature,
    OnTheLine
};
std::string_view word(Quadrant quadrant);  // as in `metrics --json`

}  // namespace metrics
