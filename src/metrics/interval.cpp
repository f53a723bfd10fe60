#include "metrics/interval.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace metrics {

Interval wilson(std::int64_t k, std::int64_t n) {
    assert(n > 0 && k >= 0 && k <= n);
    auto const count = static_cast<double>(n);
    double const p = static_cast<double>(k) / count;
    double const z2 = z95 * z95;
    double const scale = 1 + z2 / count;
    double const centre = (p + z2 / (2 * count)) / scale;
    double const half = z95 * std::sqrt(p * (1 - p) / count + z2 / (4 * count * count)) / scale;
    // At the ends the formula gives 0 and 1 but for rounding.
    return {k == 0 ? 0.0 : std::max(0.0, centre - half),
            k == n ? 1.0 : std::min(1.0, centre + half)};
}

Interval newcombe(Proportion a, Proportion b) {
    double const pa = static_cast<double>(a.k) / static_cast<double>(a.n);
    double const pb = static_cast<double>(b.k) / static_cast<double>(b.n);
    Interval const ia = wilson(a.k, a.n);
    Interval const ib = wilson(b.k, b.n);
    double const difference = pa - pb;
    return {difference - std::hypot(pa - ia.lower, ib.upper - pb),
            difference + std::hypot(ia.upper - pa, pb - ib.lower)};
}

}  // namespace metrics
