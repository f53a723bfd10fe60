// What holds for every room: tried on many rooms by chance.
#include <doctest/doctest.h>
#include <set>

#include "laid_out.hpp"
#include "layout/hit_test.hpp"
#include "random_room.hpp"

using layout::Frame;
using layout::LaneRole;
using layout::MapLayout;
using layout::PlacedText;
using layout::StageColumn;
using layout::WorldRect;
using test::lane_of;
using test::lay_out;
using test::tolerance;

namespace {

constexpr unsigned rooms = 60;

struct RandomCase {
    model::Room room;
    layout::LayoutOptions options;
    MapLayout map;
};

RandomCase random_case(unsigned seed) {
    test::RandomRoom random(seed);
    RandomCase made{random.room(), random.options(), {}};
    made.map = lay_out(made.room, made.options);
    return made;
}

bool inside(WorldRect const& inner, WorldRect const& outer) {
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.right() <= outer.right() + tolerance &&
           inner.bottom() <= outer.bottom() + tolerance;
}

bool overlap(WorldRect const& a, WorldRect const& b) {
    WorldRect const common = base::intersection(a, b);
    return common.w > tolerance && common.h > tolerance;
}

void check_none_overlap(std::vector<WorldRect> const& rects) {
    for (std::size_t i = 0; i < rects.size(); ++i) {
        for (std::size_t j = i + 1; j < rects.size(); ++j)
            REQUIRE_FALSE(overlap(rects[i], rects[j]));
    }
}

std::vector<PlacedText> texts_of(StageColumn const& column) {
    std::vector<PlacedText> texts{column.name, column.number, column.quote};
    texts.insert(texts.end(), column.step_texts.begin(), column.step_texts.end());
    std::erase_if(texts, [](PlacedText const& text) { return text.block.lines.empty(); });
    return texts;
}

// Checks `check(frame, column)` over the columns of many random rooms.
template <typename Check>
void each_random_column(Check check) {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        for (Frame const& frame : made.map.frames) {
            for (StageColumn const& column : frame.columns)
                check(frame, column);
        }
    }
}

}  // namespace

TEST_CASE("cells of a frame stand in their column's touchpoint lanes and never overlap") {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        for (Frame const& frame : made.map.frames) {
            std::vector<WorldRect> cells;
            for (std::uint32_t i = 0; i < frame.item_count; ++i) {
                layout::Item const& item = made.map.items[frame.first_item + i];
                cells.push_back(item.rect);
                REQUIRE(inside(item.rect, frame.columns[item.column].rect));
                REQUIRE(std::any_of(frame.lanes.begin(), frame.lanes.end(), [&](auto const& lane) {
                    return lane.role == LaneRole::Touchpoints && inside(item.rect, lane.rect);
                }));
            }
            check_none_overlap(cells);
        }
    }
}

TEST_CASE("columns and lanes tile their frame without overlap, beside the rail") {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        for (Frame const& frame : made.map.frames) {
            std::vector<WorldRect> columns{frame.rail};
            for (StageColumn const& column : frame.columns)
                columns.push_back(column.rect);
            std::vector<WorldRect> lanes{frame.rail};
            for (layout::Lane const& lane : frame.lanes)
                lanes.push_back(lane.rect);
            for (WorldRect const& rect : columns)
                REQUIRE(inside(rect, frame.rect));
            for (WorldRect const& rect : lanes)
                REQUIRE(inside(rect, frame.rect));
            check_none_overlap(columns);
            check_none_overlap(lanes);
            REQUIRE(frame.lanes.front().role == LaneRole::StageHeader);
            REQUIRE(frame.lanes.back().role == LaneRole::Yields);
        }
    }
}

TEST_CASE("a child journey stands in its stage's column and children lane, beside its siblings") {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        std::map<std::int32_t, std::vector<WorldRect>> siblings;
        std::set<model::JourneyId> seen;
        for (std::size_t i = 0; i < made.map.frames.size(); ++i) {
            Frame const& frame = made.map.frames[i];
            REQUIRE(seen.insert(frame.journey).second);
            siblings[frame.parent].push_back(frame.rect);
            if (frame.parent < 0) continue;
            REQUIRE(frame.parent < static_cast<std::int32_t>(i));
            Frame const& parent = made.map.frames[static_cast<std::size_t>(frame.parent)];
            StageColumn const& column = parent.columns[static_cast<std::size_t>(frame.column)];
            REQUIRE(made.room.at(frame.journey).parent_stage == column.stage);
            REQUIRE(inside(frame.rect, column.rect));
            REQUIRE(inside(frame.rect, lane_of(parent, LaneRole::Children)));
        }
        REQUIRE(seen.size() == made.room.journeys.size());
        for (auto const& [parent, rects] : siblings)
            check_none_overlap(rects);
    }
}

TEST_CASE(
    "texts stay inside their box, and boxes inside their column with 4 mm free at the sides") {
    each_random_column([](Frame const& frame, StageColumn const& column) {
        WorldRect free = column.rect;
        free.x += 4 * frame.scale;
        free.w -= 8 * frame.scale;
        for (PlacedText const& text : texts_of(column)) {
            REQUIRE(inside(text.rect, free));
            REQUIRE(text.block.height <= text.rect.h + tolerance);
            for (layout::TextLine const& line : text.block.lines) {
                REQUIRE(line.width <= text.rect.w + tolerance);
            }
        }
    });
}

TEST_CASE("texts stay in their lane and touch nothing else that stands there") {
    each_random_column([](Frame const& frame, StageColumn const& column) {
        std::vector<WorldRect> boxes{column.leader, column.yield};
        for (PlacedText const& text : texts_of(column))
            boxes.push_back(text.rect);
        check_none_overlap(boxes);
        REQUIRE(inside(column.header, lane_of(frame, LaneRole::StageHeader)));
        REQUIRE(inside(column.name.rect, column.header));
        REQUIRE(inside(column.yield, lane_of(frame, LaneRole::Yields)));
        for (PlacedText const& step : column.step_texts)
            REQUIRE(inside(step.rect, column.steps));
        if (!column.quote.block.lines.empty()) {
            REQUIRE(inside(column.quote.rect, lane_of(frame, LaneRole::Quotes)));
        }
        if (frame.level == 0) {
            REQUIRE(inside(column.leader, column.header));
            REQUIRE(column.leader.h > 0);
        }
    });
}

TEST_CASE(
    "items of a frame are its placements by stage and order, and its curve has a point for each") {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        REQUIRE(made.map.items.size() == made.room.placements.size());
        REQUIRE(made.map.curves.size() == made.map.frames.size());
        for (std::uint32_t f = 0; f < made.map.frames.size(); ++f) {
            Frame const& frame = made.map.frames[f];
            layout::CurveBand const& curve = made.map.curves[f];
            REQUIRE(curve.frame == f);
            WorldRect const band = lane_of(frame, LaneRole::Emotion);
            REQUIRE(curve.middle - 2 * curve.unit > band.y);
            REQUIRE(curve.middle + 2 * curve.unit < band.bottom());
            std::uint32_t next = frame.first_item;
            double last_x = frame.rect.x;
            auto const stages = model::stages_of(made.room, frame.journey);
            REQUIRE(stages.size() == frame.columns.size());
            for (std::uint32_t c = 0; c < stages.size(); ++c) {
                REQUIRE(frame.columns[c].stage == stages[c]);
                for (model::PlacementId placement : model::placements_of(made.room, stages[c])) {
                    layout::Item const& item = made.map.items[next];
                    REQUIRE(item.placement == placement);
                    REQUIRE(item.touchpoint == made.room.at(placement).touchpoint);
                    REQUIRE(item.frame == f);
                    REQUIRE(item.column == c);
                    layout::CurvePoint const& point = curve.points[next - frame.first_item];
                    REQUIRE(point.touchpoint == item.touchpoint);
                    REQUIRE(point.x > last_x);
                    REQUIRE(point.x > frame.columns[c].rect.x);
                    REQUIRE(point.x < frame.columns[c].rect.right());
                    last_x = point.x;
                    ++next;
                }
            }
            REQUIRE(next == frame.first_item + frame.item_count);
        }
    }
}

TEST_CASE("every touchpoint is found by a tap at its middle, and by a look at its surroundings") {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        for (std::uint32_t i = 0; i < made.map.items.size(); ++i) {
            WorldRect const& rect = made.map.items[i].rect;
            auto const hit = layout::hit_test(made.map, rect.centre(), 0);
            REQUIRE(hit.has_value());
            REQUIRE(hit->kind == layout::Hit::Kind::Item);
            REQUIRE(hit->item == i);
            REQUIRE(layout::deepest_frame(made.map, rect.centre()) == made.map.items[i].frame);
            auto const found = layout::query(made.map.grid, rect);
            REQUIRE(std::binary_search(found.begin(), found.end(), i));
        }
    }
}

TEST_CASE("the same room gives the same map, and the map's bounds hold everything") {
    for (unsigned seed = 1; seed <= rooms; ++seed) {
        RandomCase const made = random_case(seed);
        CAPTURE(seed);
        REQUIRE(layout::dump(made.map) == layout::dump(lay_out(made.room, made.options)));
        for (Frame const& frame : made.map.frames)
            REQUIRE(inside(frame.rect, made.map.bounds));
    }
}
