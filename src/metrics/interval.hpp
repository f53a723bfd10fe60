// Confidence intervals at 95 % (z = 1.959964). Counts in, bounds out; knows nothing of touchpoints.
#pragma once

#include <cstdint>

namespace metrics {

inline constexpr double z95 = 1.959964;

struct Interval {
    double lower = 0;
    double upper = 0;
    friend bool operator==(Interval const&, Interval const&) = default;
};

// Wilson score interval of k of n, shares 0..1. n must be above 0 and 0 <= k <= n.
Interval wilson(std::int64_t k, std::int64_t n);

}  // namespace metrics
