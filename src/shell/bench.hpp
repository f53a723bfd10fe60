// How `bench` sums up its frames. Pure.
#pragma once

#include <vector>

namespace shell {

// Median, 95th and 99th percentile (nearest rank) and the largest of a list; zeros when it is
// empty.
struct Spread {
    double median = 0;
    double p95 = 0;
    double p99 = 0;
    double max = 0;
};
Spread spread_of(std::vector<double> values);

}  // namespace shell
