// The bowls and marbles of the customer asset: how many customers a marble stands for, and where
// marbles lie in a half ellipse open at the top. Pure geometry; must not draw. Used by board_asset
// and board_losses.
#pragma once

#include <cstdint>
#include <vector>

#include "scene/camera.hpp"

namespace scene {

inline constexpr int most_marbles = 200;  // in one bowl; more customers take larger marbles

// Customers a marble stands for: 500, or the next round number that keeps `most` countable; a
// smaller one where those would be too few to see.
std::int64_t marble_of(std::int64_t most);
// To the nearest; none for a negative count.
int marbles_of(std::int64_t customers, std::int64_t marble);

struct Bowl {
    ScreenRect rect;

    std::vector<ScreenPoint> outline() const;
    // Centres of marbles from the bottom up, row by row, each a `radius` from the next, while they
    // fit below the rim.
    std::vector<ScreenPoint> places(double radius, int count) const;
    // The largest radius, up to `most`, at which `count` marbles fit.
    double radius_for(int count, double most) const;

private:
    double half_width_at(double y) const;
    double reach_at(double y, double radius) const;
};

// A marble is drawn a little smaller than its room.
inline constexpr double marble_share = 0.9;

}  // namespace scene
