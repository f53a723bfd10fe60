#include "layout/layout_room.hpp"

#include <algorithm>
#include <span>

#include "layout/blueprint_layout.hpp"
#include "layout/frame_draft.hpp"
#include "layout/frame_sizes.hpp"

namespace layout {
namespace {

// Natural millimetres of a frame -> world.
struct Placing {
    WorldPoint origin;
    double scale = 1;

    void move(WorldRect& rect) const {
        rect = {origin.x + rect.x * scale, origin.y + rect.y * scale, rect.w * scale,
                rect.h * scale};
    }

    void move(PlacedText& text) const {
        move(text.rect);
        text.block.style.size *= scale;
        text.block.width *= scale;
        text.block.height *= scale;
        for (TextLine& line : text.block.lines)
            line.width *= scale;
    }

    void move(StageColumn& column) const {
        for (WorldRect* rect :
             {&column.rect, &column.header, &column.leader, &column.yield, &column.steps}) {
            if (rect->w > 0) move(*rect);  // an absent box stays empty
        }
        move(column.name);
        move(column.number);
        move(column.quote);
        for (PlacedText& step : column.step_texts)
            move(step);
    }

    void move(Frame& frame) const {
        frame.scale = scale;
        move(frame.rect);
        move(frame.rail);
        if (frame.caption.w > 0) move(frame.caption);
        for (StageColumn& column : frame.columns)
            move(column);
        for (Lane& lane : frame.lanes)
            move(lane.rect);
    }

    void move(CurveBand& curve) const {
        curve.middle = origin.y + curve.middle * scale;
        curve.unit *= scale;
        for (CurvePoint& point : curve.points)
            point.x = origin.x + point.x * scale;
    }
};

// See Placing; floors have many parts of their own.
void move_floor(Placing const& placing, Floor& floor) {
    floor.scale = placing.scale;
    floor.text_em *= placing.scale;
    floor.meta_em *= placing.scale;
    floor.mark_indent *= placing.scale;
    floor.wait_em *= placing.scale;
    placing.move(floor.rect);
    placing.move(floor.rail);
    if (!floor.step_names.empty()) placing.move(floor.step_names);
    if (!floor.unplaced.empty()) placing.move(floor.unplaced);
    for (FloorLane& lane : floor.lanes)
        placing.move(lane.rect);
    for (FloorRule& rule : floor.rules)
        rule.y = placing.origin.y + rule.y * placing.scale;
    for (FloorStep& step : floor.steps) {
        placing.move(step.rect);
        placing.move(step.name);
        if (!step.told.empty()) {
            placing.move(step.told);
            placing.move(step.telling);
        }
    }
    for (FloorNode& node : floor.nodes) {
        placing.move(node.rect);
        placing.move(node.text);
        if (!node.meta.empty()) placing.move(node.meta);
    }
    for (FloorLink& link : floor.links) {
        placing.move(link.bounds);
        for (WorldPoint& point : link.points)
            point = placing.origin + point * placing.scale;
        for (FloorCrossing& crossing : link.crossings)
            crossing.at = placing.origin + crossing.at * placing.scale;
    }
}

struct Nesting {
    std::int32_t parent = -1;
    std::int32_t column = -1;
};

void place_frame(FrameDraft draft, Placing placing, Nesting nesting, MapLayout& layout) {
    auto const number = static_cast<std::uint32_t>(layout.frames.size());
    placing.move(draft.frame);
    draft.frame.parent = nesting.parent;
    draft.frame.column = nesting.column;
    draft.frame.first_item = static_cast<std::uint32_t>(layout.items.size());
    draft.frame.item_count = static_cast<std::uint32_t>(draft.items.size());
    for (Item& item : draft.items) {
        placing.move(item.rect);
        item.frame = number;
    }
    layout.items.insert(layout.items.end(), draft.items.begin(), draft.items.end());
    placing.move(draft.curve);
    draft.curve.frame = number;
    layout.curves.push_back(std::move(draft.curve));
    if (draft.floor) {
        move_floor(placing, *draft.floor);
        draft.floor->frame = number;
        layout.floors.push_back(std::move(*draft.floor));
    }
    layout.bounds = base::united(layout.bounds, draft.frame.rect);
    layout.frames.push_back(std::move(draft.frame));
    for (ChildDraft& child : draft.children) {
        Placing const inside{placing.origin + child.at * placing.scale,
                             placing.scale * child.scale};
        place_frame(std::move(child.draft), inside,
                    {static_cast<std::int32_t>(number), static_cast<std::int32_t>(child.column)},
                    layout);
    }
}

// One row of journeys that stand in no stage; returns where the next row may start.
double place_row(LayoutInput const& input, std::span<model::JourneyId const> journeys, double top,
                 MapLayout& layout) {
    double const width = std::max(input.options.width_mm, layout.bounds.w);
    auto const count = static_cast<double>(journeys.size());
    double const share = (width - child_gap * (count - 1)) / count;
    double x = 0;
    double bottom = top;
    for (model::JourneyId const journey : journeys) {
        FrameDraft draft = draft_frame(input, journey);
        WorldRect const natural = draft.frame.rect;
        // No taller than the map's part of the panel, so that one long stage does not push the next
        // row out of sight.
        double const scale =
            std::min({free_scale, share / natural.w, input.options.height_mm / natural.h});
        place_caption(draft.frame, free_row_gap / scale);
        place_frame(std::move(draft), {{x, top}, scale}, {}, layout);
        x += natural.w * scale + child_gap;
        bottom = std::max(bottom, top + natural.h * scale);
    }
    return bottom + free_row_gap;
}

// The life cycle at scale 1, then the journeys without a parent stage in rows, a new row for each
// level.
void place_free_journeys(LayoutInput const& input, MapLayout& layout) {
    std::span<model::JourneyId const> rest = input.index.free_journeys;
    double top = 0;
    if (!rest.empty() && input.room.at(rest.front()).level == 0) {
        place_frame(draft_frame(input, rest.front()), {}, {}, layout);
        top = layout.bounds.bottom() + free_row_gap;
        rest = rest.subspan(1);
    }
    while (!rest.empty()) {
        int const level = input.room.at(rest.front()).level;
        std::size_t count = 0;
        while (count < std::min(free_in_a_row, rest.size()) &&
               input.room.at(rest[count]).level == level) {
            ++count;
        }
        top = place_row(input, rest.first(count), top, layout);
        rest = rest.subspan(count);
    }
}

LayoutOptions usable_of(LayoutOptions options) {
    options.width_mm = std::max(options.width_mm, rail_width + narrowest_column);
    options.height_mm = std::max(options.height_mm, lowest_map);
    return options;
}

std::vector<Frame>::iterator frame_of(MapLayout& layout, model::JourneyId journey) {
    return std::find_if(layout.frames.begin(), layout.frames.end(),
                        [&](Frame const& frame) { return frame.journey == journey; });
}

std::vector<Floor>::iterator first_floor_from(MapLayout& layout, std::uint32_t frame) {
    return std::lower_bound(layout.floors.begin(), layout.floors.end(), frame,
                            [](Floor const& floor, std::uint32_t n) { return floor.frame < n; });
}

// Nodes and links are known by their rows, which have moved; their order has not.
void follow_rows(RoomIndex const& index, model::JourneyId journey, Floor& floor) {
    std::vector<FloorNode*> by_row;
    for (FloorNode& node : floor.nodes)
        by_row.push_back(&node);
    std::sort(by_row.begin(), by_row.end(),
              [](auto const* a, auto const* b) { return a->node < b->node; });
    auto const& nodes = index.nodes_of_journey[journey.index()];
    for (std::size_t i = 0; i < by_row.size(); ++i)
        by_row[i]->node = nodes.at(i);
    auto const& links = index.links_of_journey[journey.index()];
    for (std::size_t i = 0; i < floor.links.size(); ++i)
        floor.links[i].link = links.at(i);
}

}  // namespace

MapLayout with_floor_of(LayoutRequest const& request, model::JourneyId journey, MapLayout layout) {
    RoomIndex const index = make_room_index(request.room);
    LayoutOptions const usable = usable_of(request.options);
    LayoutInput const input{request.room,      index,           usable,
                            request.catalogue, request.measure, Floors::LeftOut};
    for (Floor& floor : layout.floors) {
        model::JourneyId const other = layout.frames[floor.frame].journey;
        if (other != journey) follow_rows(index, other, floor);
    }
    auto const frame = frame_of(layout, journey);
    if (frame == layout.frames.end()) return layout;
    auto const number = static_cast<std::uint32_t>(frame - layout.frames.begin());
    auto place = first_floor_from(layout, number);
    if (place != layout.floors.end() && place->frame == number) place = layout.floors.erase(place);
    std::optional<Floor> floor = draft_floor(input, draft_frame(input, journey).frame);
    if (!floor) return layout;
    move_floor({{frame->rect.x, frame->rect.y}, frame->scale}, *floor);
    floor->frame = number;
    layout.floors.insert(place, std::move(*floor));
    return layout;
}

MapLayout layout_room(model::Room const& room, LayoutOptions const& options,
                      base::Catalogue const& catalogue, TextMeasure& measure) {
    RoomIndex const index = make_room_index(room);
    LayoutOptions const usable = usable_of(options);
    MapLayout layout;
    place_free_journeys({room, index, usable, catalogue, measure}, layout);
    std::vector<WorldRect> rects;
    rects.reserve(layout.items.size());
    for (Item const& item : layout.items)
        rects.push_back(item.rect);
    layout.grid = make_grid(rects);
    return layout;
}

}  // namespace layout
