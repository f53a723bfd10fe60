// Every length of a frame in natural millimetres (scale 1), on a grid of 4 mm.
// Must not know the room. Used inside layout only.
#pragma once

#include <algorithm>

#include "layout/layout_room.hpp"

namespace layout {

inline constexpr double rail_width = 88;
// Names of lanes stay legible where a journey is wider than the panel by far: mm of the panel, and
// no more of it than this.
inline constexpr double readable_rail_mm = 46;
inline constexpr double widest_rail_share = 0.1;
inline constexpr double narrowest_column = 190;
inline constexpr double widest_column = 420;
// A window may leave the map no height at all; the layout then assumes this one.
inline constexpr double lowest_map = 100;
inline constexpr double padding = 8;  // inside a column and a header, on every side
inline constexpr double lane_gap = 8;
inline constexpr double child_gap = 8;  // between the journeys of one stage
inline constexpr double text_gap = 4;
// Between the life cycle and the rows of journeys that stand in no stage; holds their titles.
inline constexpr double free_row_gap = 48;
// From farther away names would break and the map would hold nothing else: one steps nearer.
inline constexpr double largest_room_type = 2;
inline constexpr double free_scale = 0.5;
inline constexpr std::size_t free_in_a_row = 8;

// Beside columns that are `columns` wide together: seen as wide as the panel, the rail still holds
// the names of the lanes.
inline double rail_of(LayoutOptions const& options, double columns) {
    double const wanted = std::min(readable_rail_mm, widest_rail_share * options.width_mm);
    return std::max(rail_width, wanted * columns / (options.width_mm - wanted));
}

// What differs between the life cycle (level 0, read from across the room) and journeys (read at
// arm's length).
struct FrameSizes {
    double name_size;  // em of the stage name
    int name_lines;
    double leader_height;  // 0: no leader line
    double body_size;      // em of steps and quotes
    double cell_height;
    double cell_gap;
    double emotion_height;
    double emotion_unit;  // of one point of the scale -2..+2
    double yield_height;
    double caption_height;  // above each child journey
};

inline FrameSizes frame_sizes(int level, LayoutOptions const& options) {
    double const body = font_size_for_cap(7.6 * options.hand_type);
    double const room_type = std::min(options.room_type, largest_room_type);
    if (level == 0) {
        return {.name_size = font_size_for_cap(20 * room_type),
                .name_lines = 3,
                .leader_height = 20 * options.hand_type,
                .body_size = body,
                .cell_height = std::max(28.0, 18 * options.hand_type),
                .cell_gap = 3,
                .emotion_height = 96,
                .emotion_unit = 20,
                .yield_height = 46 + 26 * room_type,
                .caption_height = 16 * options.hand_type};
    }
    return {.name_size = font_size_for_cap(13 * options.hand_type),
            .name_lines = 2,
            .leader_height = 0,
            .body_size = body,
            .cell_height = 104 * options.hand_type,
            .cell_gap = 8,
            .emotion_height = 108,
            .emotion_unit = 21,
            .yield_height = 44 + 16 * room_type,
            .caption_height = 20 * options.hand_type};
}

}  // namespace layout
