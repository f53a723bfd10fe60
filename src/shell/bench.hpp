// `bench`: plays a camera path over a scene of any size, through the code that draws a room, and tells how long its
// frames took. A frame ends when its pixels are complete. Must not know how anything is drawn.
#pragma once

#include <string>
#include <vector>

#include "shell/options.hpp"

namespace shell {

int run_bench(BenchOptions const& options);

// Median, 95th and 99th percentile (nearest rank) and the largest of a list; zeros when it is empty.
struct Spread {
    double median = 0;
    double p95 = 0;
    double p99 = 0;
    double max = 0;
};
Spread spread_of(std::vector<double> values);

}  // namespace shell
