// Every length of a floor in natural millimetres (scale 1). Must not know the room. Used inside
// layout only.
#pragma once

#include <algorithm>

#include "layout/layout_room.hpp"
#include "layout/text_measure.hpp"

namespace layout {

inline constexpr int most_text_lines = 5;
// mm on the panel: below this every one counts.
inline constexpr double narrow_step_mm = 60;

// What touches text grows with it.
struct FloorSizes {
    double text_size = 10;  // em of a node's text
    double name_size = 14;  // em of a step's name, read from across the room
    double meta_size = 8;   // em of team, wait and fail point
    double mark = 11;       // a state beside the text
    double sign = 22;       // an F, which is read from across the room
    double wait_size = 12;  // em of a wait, as well
    double below = 46;      // the last lane: the handle's place
    // Between a box and its column's edges: links run at its left, inside the column that they
    // lead to.
    double gutter = 20;
    double right_gutter = 8;
    // Above and below: closer where words are small.
    double padding_y = 5;  // inside a box
    double padding_x = 8;
    double stack_gap = 12;
    double channel = 13;     // between two lanes
    double rule_above = 11;  // between a lane and the line below it
    double clearance = 9;    // of a link
    double lowest_lane = 0;  // the name of a lane stands in the rail, also where it is empty
    int text_lines = most_text_lines;
    double smallest_word = 0.5;  // of the text's size: what a long word may shrink to
    double smallest_name = 0.5;  // the same of a step's name

    double text_line() const { return text_size * line_height_em; }
    double meta_line() const { return meta_size * line_height_em; }
    double wait_line() const { return wait_size * line_height_em; }
};

inline constexpr double box_mark_gap = 4;
inline constexpr double box_meta_gap = 2;
inline constexpr double floor_top = 12;     // above the first lane
inline constexpr double floor_bottom = 46;  // below the last, on a panel of unknown size
inline constexpr double widest_channel = 48;
inline constexpr double channel_a_link = 0.4;
inline constexpr double gutter_a_link = 3.2;
inline constexpr double widest_gutter_share = 0.27;
// Many boxes of one step and lane stand side by side, each as wide as this at least.
inline constexpr std::size_t tallest_stack = 4;
inline constexpr std::size_t most_across = 3;
inline constexpr double narrowest_across = 104;
inline constexpr double narrowest_words = 4.6;  // em: of a box that can say something
inline constexpr double across_gap = 16;

// How crowded a floor is.
struct FloorCrowd {
    double step_width = 0;  // of the narrowest step
    double links = 0;       // for each step
};

// The panel as a floor sees it that is as wide as the view.
struct FloorPanel {
    double fitted = 1;  // mm of the panel a natural one
    double deep = 0;    // natural mm from the names of the stages to the panel's edge
    double names = 0;   // mm of the panel that these names take
};

inline FloorPanel floor_panel(LayoutOptions const& options, double frame_width) {
    double const fitted = options.width_mm / std::max(1.0, frame_width);
    return {fitted, (options.height_mm - options.names_mm) / fitted, options.names_mm};
}

// Words that stand on one line leave a floor low enough to be seen whole: where steps are narrow
// they are smaller, on a wide wall larger. What is read from across the room shrinks less.
inline constexpr double usual_step = 264;
inline constexpr double smallest_share = 0.78;
inline constexpr double largest_share = 1.14;
inline constexpr double growth = 1.25;  // over the usual, where the panel has the room
inline constexpr double least_share = 0.5;
inline constexpr double far_growth = 1.2;
inline constexpr double closest = 0.62;
inline constexpr double close_below = 0.86;  // this share of the text's size
inline constexpr double text_cap = 8.4;
inline constexpr double meta_cap = 7;
// Capitals that are read at the hand, mm on the panel (as scene/detail.hpp), and a little.
inline constexpr double read_cap = 4.8;
// Of the names' height: what the handle on the hem takes below the last lane.
inline constexpr double handle_share = 1.05;

// Between which shares of the text's size the best one is looked for.
struct FloorShares {
    double least = 1;
    double usual = 1;
    double read = 1;      // at which words can just be read, seen as wide as the panel
    bool narrow = false;  // words of the usual size have no room, or cannot be read there
};

inline FloorShares floor_shares(double hand_type, FloorCrowd const& crowd,
                                FloorPanel const& panel) {
    double const usual =
        std::clamp(crowd.step_width / (usual_step * hand_type), smallest_share, largest_share);
    double const read = read_cap / (text_cap * panel.fitted);
    return {std::clamp(read, std::min(least_share, usual), usual), usual, read,
            read > usual || crowd.step_width * panel.fitted < narrow_step_mm * hand_type};
}

// Beside each other on the floor's rail: lowest lane, in lines of names that can just be read.
inline constexpr double lowest_lane_lines = 1.3;
// Where an F would leave the words of a narrow box no room it is smaller.
inline constexpr double widest_sign = 0.2;  // of the step

// Where many links run the gutters widen, as far as the boxes can spare it.
inline FloorSizes floor_sizes(double hand_type, FloorCrowd const& crowd, FloorPanel const& panel,
                              double share) {
    double const width = crowd.step_width;
    // Where no link will run a narrow step needs no gutter.
    bool const tight = crowd.links <= 0 && width * panel.fitted < narrow_step_mm * hand_type;
    double const gutter = tight ? width * 0.05 : std::clamp(width * 0.15, 12.0, 42.0);
    double const right = tight ? gutter : std::clamp(width * 0.05, 5.0, 12.0);
    double const spare = std::max(0.0, width - narrowest_across - gutter - right);
    double const wanted = std::min(crowd.links * gutter_a_link, spare);
    double const hand = hand_type * share;
    double const far = hand_type * std::max(share, std::min(1.0, share * far_growth));
    // Where the words are read, so is who does it.
    double const meta = std::clamp(read_cap / (hand * panel.fitted), meta_cap, text_cap);
    double const handle = panel.names * handle_share / panel.fitted;
    double const close = std::clamp(share / close_below, closest, 1.0);
    return {.text_size = font_size_for_cap(text_cap * hand),
            .name_size = font_size_for_cap(12 * far),
            .meta_size = font_size_for_cap(meta * hand),
            .mark = 13 * hand,
            .sign = std::min(24 * far, std::max(24 * hand_type * 0.6, width * widest_sign)),
            .wait_size = font_size_for_cap(9.6 * far),
            .below = panel.names > 0 ? handle : floor_bottom,
            .gutter = std::max(gutter, std::min(wanted, width * widest_gutter_share)),
            .right_gutter = std::max(right, std::min(wanted * 0.4, width * 0.09)),
            .padding_y = 5 * close,
            .padding_x = std::min(8.0, width * 0.05),
            .stack_gap = 12 * close,
            .channel = 13 * close,
            .rule_above = 11 * close,
            .clearance = 9 * close,
            .lowest_lane = font_size_for_cap(read_cap) * lowest_lane_lines / panel.fitted};
}

}  // namespace layout
