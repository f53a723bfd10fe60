// Entry of the folder: Room + options -> MapLayout, all three levels nested.
// Must not know figures, cameras or colours. Called by shell when a room is loaded or a lens
// changes.
#pragma once

#include "base/catalogue.hpp"
#include "layout/map_layout.hpp"
#include "layout/text_measure.hpp"
#include "model/room.hpp"

namespace layout {

struct LayoutOptions {
    // The part of the panel that shows the map, in mm (86 inch: about 1784 x 770). A free frame is
    // laid out for this width, so that "fit" shows it at about one millimetre a unit.
    double width_mm = 1784;
    double height_mm = 770;
    // Multiplies type sizes: viewing distance / 4 m for the room's sizes.
    double room_type = 1;
    double hand_type = 1;
    bool channel_lens = false;  // one touchpoint lane a channel
};

MapLayout layout_room(model::Room const& room, LayoutOptions const& options,
                      base::Catalogue const& catalogue, TextMeasure& measure);

}  // namespace layout
