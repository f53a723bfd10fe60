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
    // Of that height: what the names of the stages take that stay in view.
    double names_mm = 42;
    // Multiplies type sizes: viewing distance / 4 m for the room's sizes.
    double room_type = 1;
    double hand_type = 1;
    bool channel_lens = false;  // one touchpoint lane a channel
};

MapLayout layout_room(model::Room const& room, LayoutOptions const& options,
                      base::Catalogue const& catalogue, TextMeasure& measure);

struct LayoutRequest {
    model::Room const& room;
    LayoutOptions const& options;
    base::Catalogue const& catalogue;
    TextMeasure& measure;
};

// What layout_room() would answer for a room in which only the blueprint of this journey is another
// than in the one that `layout` was made for. Only its floor is laid out.
MapLayout with_floor_of(LayoutRequest const& request, model::JourneyId journey, MapLayout layout);

}  // namespace layout
