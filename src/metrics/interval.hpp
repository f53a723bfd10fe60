// Confidence intervals at 95 % (z = 1.959964). Counts in, bounds out; knows nothing of touchpoints.
// Called by every figure that carries bounds.
#pragma once

#include <cstdint>

namespace metrics {

inline constexpr double z95 = 1.959964;

struct Interval {
    double lower = 0;
    double upper = 0;
    friend bool operator==(Interval const&, Interval const&) = default;
};

// k of n, 0 <= k <= n.
struct Proportion {
    std::int64_t k = 0;
    std::int64_t n = 0;
};

// Wilson score interval of k of n, shares 0..1. n must be above 0 and 0 <= k <= n.
Interval wilson(std::int64_t k, std::int64_t n);

// Newcombe's hybrid score interval (1998, method 10) of the difference a - b of two independent
// shares.
Interval newcombe(Proportion a, Proportion b);

}  // namespace metrics
