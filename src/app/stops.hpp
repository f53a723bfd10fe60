// The places of the map that the camera can be sent to: a journey's frame, a stage's column, a
// touchpoint's cell. Pure geometry over a MapLayout. Must not know the state or how the camera gets
// there. Called by app/update and its parts.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "layout/map_layout.hpp"
#include "model/room.hpp"
#include "scene/camera.hpp"
#include "scene/view.hpp"

namespace app {

struct Stop {
    enum class Kind { Frame, Stage, Touchpoint } kind = Kind::Frame;
    std::uint32_t frame = 0;
    std::uint32_t index = 0;  // Stage: column of the frame; Touchpoint: item of the layout
    friend bool operator==(Stop const&, Stop const&) = default;
};

// The part of the screen that shows the map, and the air around what is smaller than a frame.
struct Framing {
    scene::ScreenRect viewport;
    double margin_px = 0;
    double card_px = 0;        // width kept free beside a touchpoint for its card and the gap to it
    double curtain = 0;        // a journey is fitted with this share of its floor
    double names_px = 0;       // the frozen stage names, where a frame's own are out of view
    double sliver_px = 0;      // less than this of the touchpoints above a floor tells nothing
    double least_text_px = 0;  // em of the smallest text that is read
};

base::WorldRect rect_of(layout::MapLayout const& layout, Stop stop);
scene::Camera camera_of(layout::MapLayout const& layout, Stop stop, Framing const& framing);

// A journey and the open part of its floor, both whole; nothing without an open floor.
std::optional<scene::Camera> camera_of_whole(layout::MapLayout const& layout, std::uint32_t frame,
                                             Framing const& framing);
// Columns and zoom stay: the map moves only up or down, and no farther than it must, until the open
// part of a floor is in view below the frozen stage names.
scene::Camera with_floor_in_view(scene::Camera camera, base::WorldRect const& shown,
                                 Framing const& framing);

// What stands out at a stop: nothing at level 0, which is everything.
scene::Focus focus_of(layout::MapLayout const& layout, Stop stop);

// The level 0 frame; nothing in an empty room.
std::optional<Stop> home_stop(layout::MapLayout const& layout);
std::optional<Stop> stop_of(layout::MapLayout const& layout, model::JourneyId journey);
std::optional<Stop> stop_of(layout::MapLayout const& layout, model::StageId stage);
// Its level 0 placement, else its first.
std::optional<Stop> stop_of(layout::MapLayout const& layout, model::TouchpointId touchpoint);

// What `home`, `journey:KEY`, `stage:KEY`, `touchpoint:KEY`, the boards' names and `figure:NAME`
// name; the last is the place of the figure.
struct ViewName {
    enum class Kind { Home, Journey, Stage, Touchpoint, Board } kind = Kind::Home;
    scene::Board board = scene::Board::None;
    model::JourneyId journey;
    model::StageId stage;
    model::TouchpointId touchpoint;
    std::optional<scene::FigureName> figure{};
};
std::optional<ViewName> parse_view(model::Room const& room, std::string_view view);
std::optional<Stop> stop_of(layout::MapLayout const& layout, ViewName const& view);

// What a finger at a point of the screen means. A journey that does not yet take half of the view
// is touched as a whole; inside one, its cells (the nearest within `radius_px`) and stage headers
// are touched.
struct Touch {
    scene::ScreenPoint at;
    double radius_px = 0;
};
std::optional<Stop> stop_under(layout::MapLayout const& layout, scene::Camera const& camera,
                               Framing const& framing, Touch const& touch);

// The stop that `camera` stands at, or the nearest one.
std::optional<Stop> nearest_stop(layout::MapLayout const& layout, scene::Camera const& camera,
                                 Framing const& framing);

// Along the frame's stages (or its touchpoints); beyond either end stands the whole frame.
enum class Direction { Forwards, Backwards };
Stop neighbour(layout::MapLayout const& layout, Stop stop, Direction direction);

// A place that outlives a new layout of the same room: by its stop, exactly or in proportion.
struct Anchor {
    Stop stop;
    model::PlacementId placement;  // of a touchpoint stop: its item may get another number
    double share_x = 0.5;          // of the stop's rectangle
    double share_y = 0.5;
    double zoom = 1;    // of the scale that fits it
    bool exact = true;  // the stop itself
};
Anchor anchor_of(layout::MapLayout const& layout, scene::Camera const& camera,
                 Framing const& framing);
scene::Camera camera_of(layout::MapLayout const& layout, Anchor const& anchor,
                        Framing const& framing);

}  // namespace app
