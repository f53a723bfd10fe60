#include "metrics/homogeneity.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>

namespace metrics {
namespace {

struct Sums {
    double kept = 0;
    double due = 0;
    double best = 0;
    double worst = 1;
    int groups = 0;
};

double share(Proportion group) {
    return static_cast<double>(group.k) / static_cast<double>(group.n);
}

Sums sums_of(std::span<Proportion const> groups) {
    Sums sums;
    for (Proportion const& group : groups) {
        if (group.n < least_group_size) continue;
        sums.kept += static_cast<double>(group.k);
        sums.due += static_cast<double>(group.n);
        sums.best = std::max(sums.best, share(group));
        sums.worst = std::min(sums.worst, share(group));
        ++sums.groups;
    }
    return sums;
}

}  // namespace

std::optional<Homogeneity> homogeneity(std::span<Proportion const> groups) {
    Sums const sums = sums_of(groups);
    if (sums.groups < 2) return std::nullopt;
    Homogeneity result{.degrees = sums.groups - 1, .spread = sums.best - sums.worst};
    double const p = sums.kept / sums.due;
    if (p <= 0 || p >= 1) return result;
    for (Proportion const& group : groups) {
        if (group.n < least_group_size) continue;
        double const off = share(group) - p;
        result.chi_square += static_cast<double>(group.n) * off * off / (p * (1 - p));
    }
    result.p = boost::math::gamma_q(result.degrees / 2.0, result.chi_square / 2);
    return result;
}

bool it_depends(Homogeneity const& result) {
    constexpr double rounding = 1e-12;  // 0.95 - 0.90 is a hair under 0.05 in binary
    return result.p < 0.01 && result.spread >= 0.05 - rounding;
}

}  // namespace metrics
