// Where everything of a room stands, in world units (mm on the panel at the home view): one frame a
// journey, nested by stage, each with columns (stages), lanes (rows by role), touchpoint cells,
// texts, the emotion curve and links. Knows no camera, colour, figure or pixel. Made by layout_room
// (or bench), read by scene and app.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "layout/floor.hpp"
#include "layout/text_block.hpp"
#include "model/journey.hpp"

namespace layout {

// Lanes are told by role, never by title.
enum class LaneRole { StageHeader, Steps, Emotion, Touchpoints, Quotes, Children, Yields };

struct Lane {
    LaneRole role = LaneRole::Touchpoints;
    WorldRect rect;       // the lane's band over all columns, rail not included
    std::string channel;  // touchpoint lanes under a channel lens: the channel's name; "" = channel
                          // not given
};

struct StageColumn {
    model::StageId stage;
    WorldRect rect;     // whole column, from header to yields
    WorldRect header;   // stage header cell
    PlacedText name;    // the customer's words
    PlacedText number;  // order number left of the name (levels 1 and 2; no lines at level 0)
    WorldRect leader;  // where the accountable leader (or "vacant") stands; empty at levels 1 and 2
    WorldRect yield;   // where the stage's yield stands
    WorldRect
        steps;  // box of the steps lane in this column (empty when the journey has no steps lane)
    std::vector<PlacedText> step_texts;  // actions, one a step, in order
    std::vector<model::StepId> step_ids;
    PlacedText quote;  // one verbatim in quotation marks; no lines when there is none
    std::uint32_t quote_verbatim = 0xffffffffU;  // index into Room::verbatims
};

struct Frame {
    model::JourneyId journey;
    int level = 0;
    std::int32_t parent = -1;  // index of the frame that holds this one; -1: stands free
    std::int32_t column = -1;  // index of the parent's column it stands in
    double scale = 1;          // world units a natural unit: 1 at level 0, the nesting ratio below
    WorldRect rect;            // everything of the frame, rail included
    WorldRect rail;            // lane names stand here
    WorldRect caption;  // above it: its title, while its own headers are too small to read; empty
                        // at level 0
    std::vector<StageColumn> columns;
    std::vector<Lane> lanes;       // top to bottom
    std::uint32_t first_item = 0;  // its cells are items[first_item .. first_item + item_count)
    std::uint32_t item_count = 0;
};

// One touchpoint cell (a placement). What it shows depends on its size on the panel; see
// scene/detail.
struct Item {
    model::PlacementId placement;
    model::TouchpointId touchpoint;
    std::uint32_t frame = 0;
    std::uint32_t column = 0;
    WorldRect rect;
};

// A point of a frame's emotion curve, in placement order; a touchpoint without a value is a gap.
struct CurvePoint {
    model::TouchpointId touchpoint;
    double x = 0;  // world x; y comes from the value, which depends on the persona
};

// The band -2..+2 of a frame's curve: value v stands at middle - v * unit.
struct CurveBand {
    std::uint32_t frame = 0;
    double middle = 0;
    double unit = 0;
    std::vector<CurvePoint> points;
};

struct Connector {
    std::uint32_t from = 0;  // items
    std::uint32_t to = 0;
    std::vector<WorldPoint> points;
};

// Uniform grid over item rectangles; answers "which items touch this rectangle" without looking at
// the others.
struct SpatialGrid {
    WorldRect bounds;
    double cell = 1;
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> starts;  // columns*rows + 1 offsets into `items`
    std::vector<std::uint32_t> items;
};

struct MapLayout {
    std::vector<Frame> frames;  // parents before children
    std::vector<Item> items;
    std::vector<CurveBand> curves;
    std::vector<Connector> connectors;
    std::vector<Floor> floors;   // by frame; only of journeys that have steps or a blueprint
    WorldRect bounds;            // everything but the floors
    SpatialGrid grid;            // over items
    SpatialGrid connector_grid;  // over connectors
};

// Makes the grid of a list of rectangles (about one rectangle a cell).
SpatialGrid make_grid(std::vector<WorldRect> const& rects);
// Indices of the grid's rectangles whose cells touch `area`, ascending, each once (a superset of
// what intersects).
std::vector<std::uint32_t> query(SpatialGrid const& grid, WorldRect const& area);

// Text dump for tests: one line a thing, indented by nesting, numbers with one decimal.
std::string dump(MapLayout const& layout);

}  // namespace layout
