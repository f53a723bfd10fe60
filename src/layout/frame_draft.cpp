#include "layout/frame_draft.hpp"

#include <algorithm>

#include "layout/blueprint_layout.hpp"
#include "layout/channel_lanes.hpp"
#include "layout/frame_sizes.hpp"

namespace layout {
namespace {

// What the passes over one journey share.
struct Draft {
    LayoutInput const& input;
    FrameSizes sizes;
    double column_width = 0;
    double bottom = 0;  // of the lanes so far
    FrameDraft out;

    Frame& frame() { return out.frame; }
    double inner_width() const { return column_width - 2 * padding; }
};

std::vector<model::PlacementId> const& placements(Draft const& draft, StageColumn const& column) {
    return draft.input.index.placements_of_stage[column.stage.index()];
}

TextStyle style_of(double size, Weight weight) {
    return {.size = size, .weight = weight};
}

TextStyle body_style(Draft const& draft) {
    return style_of(draft.sizes.body_size, Weight::Regular);
}

PlacedText placed(TextBlock block, WorldPoint at, double width) {
    WorldRect const rect{at.x, at.y, width, block.height};
    return {rect, std::move(block)};
}

WorldRect add_lane(Draft& draft, LaneRole role, double height, std::string channel = {}) {
    Frame& frame = draft.frame();
    double const y = draft.bottom + (frame.lanes.empty() ? 0 : lane_gap);
    WorldRect const rect{frame.rail.w, y, frame.rect.w - frame.rail.w, height};
    frame.lanes.push_back({role, rect, std::move(channel)});
    draft.bottom = rect.bottom();
    return rect;
}

// The part of a lane that lies in a column.
WorldRect in_column(StageColumn const& column, WorldRect const& lane) {
    return {column.rect.x, lane.y, column.rect.w, lane.h};
}

WorldRect padded_sides(WorldRect const& rect) {
    return {rect.x + padding, rect.y, rect.w - 2 * padding, rect.h};
}

void start_columns(Draft& draft, std::vector<model::StageId> const& stages) {
    // A journey without stages keeps one column's room, in which the wall says so.
    auto const shown = static_cast<double>(std::max<std::size_t>(1, stages.size()));
    double const share = (draft.input.options.width_mm - rail_width) / shown;
    draft.column_width = std::clamp(share, narrowest_column, widest_column);
    double const rail = rail_of(draft.input.options, shown * draft.column_width);
    draft.frame().rail.w = rail;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        StageColumn column;
        column.stage = stages[i];
        column.rect.x = rail + static_cast<double>(i) * draft.column_width;
        column.rect.w = draft.column_width;
        draft.frame().columns.push_back(std::move(column));
    }
    draft.frame().rect.w = rail + shown * draft.column_width;
}

void finish_columns(Draft& draft) {
    Frame& frame = draft.frame();
    frame.rect.h = draft.bottom;
    frame.rail.h = draft.bottom;
    for (StageColumn& column : frame.columns)
        column.rect.h = draft.bottom;
}

// The room of the order number and the gap behind it.
double number_width(Draft const& draft, std::size_t position) {
    constexpr double gap_em = 0.35;
    std::string const number = std::to_string(position + 1);
    double const width_em = draft.input.measure.width_em(number, Weight::Regular) + gap_em;
    return std::min(width_em * draft.sizes.name_size, draft.inner_width() / 2);
}

// The number takes the size to which its name had to shrink, so that both stand on one line.
void place_number(Draft const& draft, StageColumn& column, std::size_t position) {
    double const size =
        column.name.block.lines.empty() ? draft.sizes.name_size : column.name.block.style.size;
    double const width = column.name.rect.x - column.rect.x - padding;
    column.number = placed(break_text(draft.input.measure, std::to_string(position + 1),
                                      style_of(size, Weight::Regular), {.width = width}),
                           {column.rect.x + padding, padding}, width);
}

void place_names(Draft& draft) {
    auto& columns = draft.frame().columns;
    bool const numbered = draft.frame().level > 0;
    std::vector<NameBox> boxes;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double const gutter = numbered ? number_width(draft, i) : 0;
        boxes.push_back({draft.input.room.at(columns[i].stage).name, draft.inner_width() - gutter});
    }
    std::vector<TextBlock> blocks =
        break_names(draft.input.measure, boxes, style_of(draft.sizes.name_size, Weight::SemiBold),
                    draft.sizes.name_lines);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double const x = columns[i].rect.right() - padding - boxes[i].width;
        columns[i].name = placed(std::move(blocks[i]), {x, padding}, boxes[i].width);
        if (numbered) place_number(draft, columns[i], i);
    }
}

void place_headers(Draft& draft) {
    place_names(draft);
    double tallest = draft.sizes.body_size * line_height_em;
    for (StageColumn const& column : draft.frame().columns) {
        tallest = std::max({tallest, column.name.rect.h, column.number.rect.h});
    }
    double const leader = draft.sizes.leader_height;
    double const height = tallest + (leader > 0 ? text_gap + leader : 0) + 2 * padding;
    WorldRect const lane = add_lane(draft, LaneRole::StageHeader, height);
    for (StageColumn& column : draft.frame().columns) {
        column.header = in_column(column, lane);
        if (leader <= 0) continue;
        // At the lane's foot, so that all leaders stand on one line whatever the length of the
        // names.
        column.leader = padded_sides(column.header);
        column.leader.y = lane.bottom() - padding - leader;
        column.leader.h = leader;
    }
}

// The lane is left out where no stage has steps; a step without words keeps the room of a line.
void place_steps(Draft& draft) {
    double const line = draft.sizes.body_size * line_height_em;
    double const top = draft.bottom + lane_gap;
    double bottom = top;
    for (StageColumn& column : draft.frame().columns) {
        double y = top;
        column.step_ids = draft.input.index.steps_of_stage[column.stage.index()];
        for (TextBlock& block :
             break_steps(draft.input, column.stage, body_style(draft), draft.inner_width())) {
            PlacedText step =
                placed(std::move(block), {column.rect.x + padding, y}, draft.inner_width());
            step.rect.h = std::max(step.rect.h, line);
            bottom = std::max(bottom, step.rect.bottom());
            y = step.rect.bottom() + text_gap;
            column.step_texts.push_back(std::move(step));
        }
    }
    if (bottom <= top) return;
    WorldRect const lane = add_lane(draft, LaneRole::Steps, bottom - top);
    for (StageColumn& column : draft.frame().columns)
        column.steps = in_column(column, lane);
}

void place_touchpoints(Draft& draft) {
    ChannelLanes const channels(draft.input, draft.out.frame);
    FrameSizes const& sizes = draft.sizes;
    double const pitch = sizes.cell_height + sizes.cell_gap;
    std::vector<double> tops;
    for (std::size_t const cells : channels.tallest_stacks(draft.out.frame)) {
        double const height = static_cast<double>(cells) * pitch - sizes.cell_gap;
        tops.push_back(
            add_lane(draft, LaneRole::Touchpoints, height, channels.name(tops.size())).y);
    }
    auto& columns = draft.frame().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::vector<double> next = tops;
        for (model::PlacementId const placement : placements(draft, columns[i])) {
            double& y = next[channels.lane_of(placement)];
            WorldRect const rect{columns[i].rect.x + padding, y, draft.inner_width(),
                                 sizes.cell_height};
            y += pitch;
            draft.out.items.push_back({placement, draft.input.room.at(placement).touchpoint, 0,
                                       static_cast<std::uint32_t>(i), rect});
        }
    }
}

void place_emotion(Draft& draft) {
    WorldRect const lane = add_lane(draft, LaneRole::Emotion, draft.sizes.emotion_height);
    draft.out.curve.middle = lane.centre().y;
    draft.out.curve.unit = draft.sizes.emotion_unit;
    for (StageColumn const& column : draft.frame().columns) {
        auto const& own = placements(draft, column);
        for (std::size_t i = 0; i < own.size(); ++i) {
            double const share = (static_cast<double>(i) + 0.5) / static_cast<double>(own.size());
            draft.out.curve.points.push_back(
                {draft.input.room.at(own[i]).touchpoint, column.rect.x + share * column.rect.w});
        }
    }
}

// The lane is left out where nobody said anything.
void place_quotes(Draft& draft) {
    double tallest = 0;
    double const top = draft.bottom + lane_gap;
    for (StageColumn& column : draft.frame().columns) {
        Quote quote =
            choose_quote(draft.input, column.stage, body_style(draft), draft.inner_width());
        tallest = std::max(tallest, quote.block.height);
        column.quote_verbatim = quote.verbatim;
        column.quote =
            placed(std::move(quote.block), {column.rect.x + padding, top}, draft.inner_width());
    }
    if (tallest > 0) add_lane(draft, LaneRole::Quotes, tallest);
}

// Child journeys of one stage share its width equally, each scaled to its share.
void place_children_of(Draft& draft, std::size_t column, double top) {
    StageColumn const& parent = draft.out.frame.columns[column];
    auto const& journeys = draft.input.index.children_of_stage[parent.stage.index()];
    if (journeys.empty()) return;
    auto const count = static_cast<double>(journeys.size());
    // Very many children still keep most of the width for themselves.
    double const gap = count > 1 ? std::min(child_gap, draft.inner_width() / 5 / (count - 1)) : 0;
    double const width = (draft.inner_width() - gap * (count - 1)) / count;
    double x = parent.rect.x + padding;
    for (model::JourneyId const journey : journeys) {
        FrameDraft child = draft_frame(draft.input, journey);
        double const scale = width / child.frame.rect.w;
        place_caption(child.frame, draft.sizes.caption_height / scale);
        WorldPoint const at{x, top + draft.sizes.caption_height};
        draft.out.children.push_back({std::move(child), column, at, scale});
        x += width + gap;
    }
}

void place_children(Draft& draft) {
    double const top = draft.bottom + lane_gap;
    for (std::size_t i = 0; i < draft.frame().columns.size(); ++i)
        place_children_of(draft, i, top);
    double tallest = 0;
    for (ChildDraft const& child : draft.out.children) {
        tallest = std::max(tallest, child.draft.frame.rect.h * child.scale);
    }
    if (tallest > 0) add_lane(draft, LaneRole::Children, draft.sizes.caption_height + tallest);
}

void place_yields(Draft& draft) {
    WorldRect const lane = add_lane(draft, LaneRole::Yields, draft.sizes.yield_height);
    for (StageColumn& column : draft.frame().columns) {
        column.yield = padded_sides(in_column(column, lane));
    }
}

}  // namespace

void place_caption(Frame& frame, double height) {
    frame.caption = {0, -height, frame.rect.w, height};
}

FrameDraft draft_frame(LayoutInput const& input, model::JourneyId journey) {
    int const level = input.room.at(journey).level;
    Draft draft{.input = input, .sizes = frame_sizes(level, input.options), .out = {}};
    draft.frame().journey = journey;
    draft.frame().level = level;
    start_columns(draft, input.index.stages_of_journey[journey.index()]);
    place_headers(draft);
    if (level == 0) {
        place_emotion(draft);
        place_touchpoints(draft);
    } else {
        place_steps(draft);
        place_touchpoints(draft);
        place_emotion(draft);
        place_quotes(draft);
    }
    place_children(draft);
    place_yields(draft);
    finish_columns(draft);
    if (input.floors == Floors::Drafted) draft.out.floor = draft_floor(input, draft.out.frame);
    return std::move(draft.out);
}

}  // namespace layout
