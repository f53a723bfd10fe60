#include "layout/bench_layout.hpp"

#include <algorithm>
#include <cmath>

#include "layout/text_block.hpp"

namespace layout {
namespace {

Frame frame_of(model::Room const& room, GivenPlaces const& places, TextMeasure& measure) {
    Frame frame;
    frame.journey = model::life_cycle(room);
    frame.rect = places.bounds;
    frame.item_count = static_cast<std::uint32_t>(places.cells.size());
    for (GivenStage const& given : places.stages) {
        StageColumn column;
        column.stage = given.stage;
        column.rect = given.rect;
        column.header = given.name;
        column.name.rect = given.name;
        TextStyle const style{.size = given.name_size, .weight = Weight::SemiBold};
        column.name.block =
            break_text(measure, room.at(given.stage).name, style, {given.name.w, 1, 1});
        frame.columns.push_back(std::move(column));
    }
    return frame;
}

void add_items(model::Room const& room, GivenPlaces const& places, MapLayout& layout) {
    std::vector<std::uint32_t> column_of(room.stages.size());
    for (std::size_t i = 0; i < places.stages.size(); ++i) {
        column_of[places.stages[i].stage.index()] = static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = 0; i < places.cells.size(); ++i) {
        model::PlacementId const placement(i);
        Item item;
        item.placement = placement;
        item.touchpoint = room.at(placement).touchpoint;
        item.column = column_of[room.at(placement).stage.index()];
        item.rect = places.cells[i];
        layout.items.push_back(item);
    }
}

Connector connector_of(GivenPlaces const& places, GivenLink const& link) {
    WorldRect const& from = places.cells[link.from];
    WorldRect const& to = places.cells[link.to];
    return {link.from, link.to, {{from.right(), from.centre().y}, {to.x, to.centre().y}}};
}

WorldRect bounds_of(Connector const& connector) {
    WorldPoint const a = connector.points.front();
    WorldPoint const b = connector.points.back();
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
}

}  // namespace

MapLayout layout_given(model::Room const& room, GivenPlaces const& places, TextMeasure& measure) {
    MapLayout layout;
    layout.bounds = places.bounds;
    layout.frames.push_back(frame_of(room, places, measure));
    add_items(room, places, layout);
    for (GivenCurve const& curve : places.curves)
        layout.curves.push_back({0, curve.middle, curve.unit, curve.points});
    std::vector<WorldRect> lines;
    for (GivenLink const& link : places.links) {
        layout.connectors.push_back(connector_of(places, link));
        lines.push_back(bounds_of(layout.connectors.back()));
    }
    layout.grid = make_grid(places.cells);
    layout.connector_grid = make_grid(lines);
    return layout;
}

}  // namespace layout
