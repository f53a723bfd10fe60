// Every length of a floor in natural millimetres (scale 1). Must not know the room. Used inside
// layout only.
#pragma once

#include <algorithm>

#include "layout/text_measure.hpp"

namespace layout {

// What touches text grows with it.
struct FloorSizes {
    double text_size = 10;  // em of a node's text
    double name_size = 14;  // em of a step's name, read from across the room
    double meta_size = 8;   // em of team, wait and fail point
    double mark = 11;       // a state beside the text
    double sign = 22;       // an F, which is read from across the room
    double wait_size = 12;  // em of a wait, as well
    // Between a box and its column's edges: links run at its left, inside the column that they
    // lead to.
    double gutter = 20;
    double right_gutter = 8;

    double text_line() const { return text_size * line_height_em; }
    double meta_line() const { return meta_size * line_height_em; }
    double wait_line() const { return wait_size * line_height_em; }
};

inline constexpr double box_padding_x = 8;
inline constexpr double box_padding_y = 5;
inline constexpr double box_mark_gap = 4;
inline constexpr double box_meta_gap = 2;
inline constexpr double stack_gap = 12;
inline constexpr double floor_top = 12;     // above the first lane
inline constexpr double floor_bottom = 46;  // below the last: the handle's place
inline constexpr double lane_channel = 13;  // between two lanes
inline constexpr double widest_channel = 48;
inline constexpr double channel_a_link = 0.4;
inline constexpr double rule_above = 11;  // between a lane and the line below it
inline constexpr double link_clearance = 9;
inline constexpr int most_text_lines = 5;
inline constexpr double gutter_a_link = 3.2;
inline constexpr double widest_gutter_share = 0.27;
// Many boxes of one step and lane stand side by side, each as wide as this at least.
inline constexpr std::size_t tallest_stack = 4;
inline constexpr std::size_t most_across = 3;
inline constexpr double narrowest_across = 104;
inline constexpr double across_gap = 16;

// How crowded a floor is.
struct FloorCrowd {
    double step_width = 0;  // of the narrowest step
    double links = 0;       // for each step
};

// Words that stand on one line leave a floor low enough to be seen whole: where steps are narrow
// they are smaller, on a wide wall larger. What is read from across the room shrinks less.
inline constexpr double usual_step = 264;
inline constexpr double smallest_share = 0.78;
inline constexpr double smallest_far_share = 0.9;
inline constexpr double largest_share = 1.14;

// Where many links run the gutters widen, as far as the boxes can spare it.
inline FloorSizes floor_sizes(double hand_type, FloorCrowd crowd) {
    double const width = crowd.step_width;
    double const gutter = std::clamp(width * 0.15, 12.0, 42.0);
    double const right = std::clamp(width * 0.05, 5.0, 12.0);
    double const spare = std::max(0.0, width - narrowest_across - gutter - right);
    double const wanted = std::min(crowd.links * gutter_a_link, spare);
    double const share =
        std::clamp(width / (usual_step * hand_type), smallest_share, largest_share);
    double const hand = hand_type * share;
    double const far = hand_type * std::max(share, smallest_far_share);
    return {.text_size = font_size_for_cap(8.4 * hand),
            .name_size = font_size_for_cap(12 * far),
            .meta_size = font_size_for_cap(7 * hand),
            .mark = 13 * hand,
            .sign = 24 * far,
            .wait_size = font_size_for_cap(9.6 * far),
            .gutter = std::max(gutter, std::min(wanted, width * widest_gutter_share)),
            .right_gutter = std::max(right, std::min(wanted * 0.4, width * 0.09))};
}

}  // namespace layout
