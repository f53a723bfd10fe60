// Colours and sizes of the wall: warm paper, dark ink, two signals. Sizes in millimetres on the
// panel. Must not know items. A room's theme may replace colours by role name (exchange checks
// them).
#pragma once

#include "base/color.hpp"
#include "model/room.hpp"

namespace scene {

using base::Color;

struct Theme {
    Color ground, card, ink, second_ink, line, quiet_line;
    Color kept, on_the_line, broken, remembered_text, remembered_fill, lead, lag;
    Color panel_pressed;  // quiet fill of controls
    bool night = false;
    bool calm_motion = false;  // cross-fades only
    bool large_type = false;   // everything at 0.7 degrees at the hand or more
    bool high_contrast = false;
};

Theme paper_theme();
Theme night_theme();

// The theme with the room's own colours (room.json, "theme": role name to #RRGGBB); other members
// are left alone.
Theme with_room_colors(Theme theme, model::RoomInfo const& info);

// The physical view: how many pixels a millimetre, and the type scale of the viewing distances.
struct Physical {
    double px_per_mm = 1;
    double room_type = 1;  // distance_m / 4
    double hand_type = 1;  // large type raises it
};

// `diagonal_in` of a panel with the view's aspect ratio.
Physical physical(double width_px, double height_px, double diagonal_in, double distance_m,
                  Theme const& theme);

}  // namespace scene
