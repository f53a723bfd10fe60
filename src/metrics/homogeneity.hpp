// "It depends": do the groups of a split (regions, channels, personas) get the same promise kept?
// Chi-square of homogeneity over the groups large enough to speak. Called by room_splits.
#pragma once

#include <optional>
#include <span>

#include "metrics/interval.hpp"

namespace metrics {

inline constexpr std::int64_t least_group_size = 30;

struct Homogeneity {
    double chi_square = 0;
    int degrees = 0;
    double p = 1;       // chance of a chi-square this large when all groups are alike
    double spread = 0;  // best minus worst share
};

// Over the groups with n >= 30; empty when there are fewer than two of them.
std::optional<Homogeneity> homogeneity(std::span<Proportion const> groups);

// p < 0.01 and a spread of at least 5 points: certain, and large enough to matter.
bool it_depends(Homogeneity const& result);

}  // namespace metrics
