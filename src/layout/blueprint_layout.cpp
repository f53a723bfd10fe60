#include "layout/blueprint_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "layout/blueprint_links.hpp"
#include "layout/floor_sizes.hpp"
#include "layout/frame_sizes.hpp"

namespace layout {
namespace {

constexpr double one_line_smallest_share = 0.86;
constexpr double text_smallest_share = 0.7;
constexpr double long_word_smallest_share = 0.5;
constexpr std::size_t lanes_in_all = floor_lanes.size();

// A wait is said in words below the text; so is the team.
bool has_meta(model::BlueprintNode const& node) {
    return !node.team.empty() || node.wait_minutes;
}

// On one line where a little less size makes that possible; then on several.
TextBlock break_node(TextMeasure& measure, std::string_view text, TextStyle style, double width) {
    TextLimits limits{.width = width, .max_lines = 1, .smallest_share = one_line_smallest_share};
    TextBlock line = break_text(measure, text, style, limits);
    if (!line.word_cut && !line.cut) return line;
    limits = {.width = width, .max_lines = most_text_lines, .smallest_share = text_smallest_share};
    TextBlock block = break_text(measure, text, style, limits);
    if (!block.word_cut && !block.cut) return block;
    limits.smallest_share = long_word_smallest_share;
    return break_text(measure, text, style, limits);
}

class FloorDraft {
public:
    FloorDraft(LayoutInput const& input, Frame const& frame, double top)
        : m_input(input), m_frame(frame), m_top(top) {
        m_sizes = floor_sizes(input.options.hand_type, {narrowest_step(), links_a_step()});
    }

    Floor make() {
        place_steps();
        add_nodes();
        place_names();
        m_channels = channels();
        m_bottom += top_channel();
        for (std::size_t lane = 0; lane < lanes_in_all; ++lane)
            place_lane(lane);
        place_unplaced();
        finish();
        return routed(std::move(m_out));
    }

private:
    std::vector<model::StepId> const& steps_of(StageColumn const& column) const {
        return m_input.index.steps_of_stage[column.stage.index()];
    }

    double narrowest_step() const {
        double narrowest = m_frame.rect.w;
        for (StageColumn const& column : m_frame.columns) {
            auto const count =
                static_cast<double>(std::max<std::size_t>(1, steps_of(column).size()));
            narrowest = std::min(narrowest, column.rect.w / count);
        }
        return narrowest;
    }

    double links_a_step() const {
        std::size_t steps = 0;
        for (StageColumn const& column : m_frame.columns)
            steps += std::max<std::size_t>(1, steps_of(column).size());
        auto const& links = m_input.index.links_of_journey[m_frame.journey.index()];
        return static_cast<double>(links.size()) /
               static_cast<double>(std::max<std::size_t>(1, steps));
    }

    void place_steps() {
        for (std::uint32_t c = 0; c < m_frame.columns.size(); ++c) {
            StageColumn const& column = m_frame.columns[c];
            auto const& steps = steps_of(column);
            double const width = column.rect.w / static_cast<double>(steps.size());
            for (std::size_t s = 0; s < steps.size(); ++s) {
                FloorStep step;
                step.step = steps[s];
                step.column = c;
                step.rect = {column.rect.x + static_cast<double>(s) * width, m_top, width, 0};
                m_step_of[steps[s].index()] = static_cast<std::uint32_t>(m_out.steps.size());
                m_out.steps.push_back(std::move(step));
            }
        }
    }

    // Where several steps share a stage, each says which it is.
    void place_names() {
        m_bottom = m_top + floor_top;
        auto const crowded = [&](StageColumn const& c) { return steps_of(c).size() > 1; };
        if (std::none_of(m_frame.columns.begin(), m_frame.columns.end(), crowded)) return;
        // Without any box of customers their lane says all of them already.
        if (std::none_of(m_out.nodes.begin(), m_out.nodes.end(), is_customers)) return;
        double tallest = 0;
        for (FloorStep& step : m_out.steps) {
            double const width = step.rect.w - 2 * box_padding_x;
            TextBlock block =
                break_node(m_input.measure, m_input.room.at(step.step).action,
                           {.size = m_sizes.name_size, .weight = Weight::SemiBold}, width);
            tallest = std::max(tallest, block.height);
            step.name = {{step.rect.x + box_padding_x, m_bottom, width, block.height},
                         std::move(block)};
        }
        m_out.step_names = {rail_width, m_bottom, m_frame.rect.w - rail_width, tallest};
        m_bottom = m_out.step_names.bottom() + lane_channel;
    }

    void add_nodes() {
        auto const& own = m_input.index.nodes_of_journey[m_frame.journey.index()];
        for (model::BlueprintNodeId const id : own) {
            model::BlueprintNode const& source = m_input.room.blueprint_nodes[id.index()];
            FloorNode node;
            node.node = id;
            node.lane = source.lane;
            auto const step = source.step ? m_step_of.find(source.step.index()) : m_step_of.end();
            if (step != m_step_of.end()) node.step = step->second;
            m_out.nodes.push_back(std::move(node));
        }
        std::stable_sort(m_out.nodes.begin(), m_out.nodes.end(),
                         [](FloorNode const& a, FloorNode const& b) {
                             return a.step != b.step ? a.step < b.step : a.lane < b.lane;
                         });
        for (std::uint32_t i = 0; i < m_out.nodes.size(); ++i)
            m_place_of[m_out.nodes[i].node.index()] = i;
        for (std::uint32_t const link : m_input.index.links_of_journey[m_frame.journey.index()]) {
            model::BlueprintLink const& source = m_input.room.blueprint_links[link];
            FloorLink out;
            out.link = link;
            out.from = m_place_of.at(source.from.index());
            out.to = m_place_of.at(source.to.index());
            out.kind = source.kind;
            m_out.links.push_back(std::move(out));
        }
    }

    static bool is_customers(FloorNode const& node) {
        return node.lane == model::BlueprintLane::Customer && node.step != no_floor_step;
    }

    bool in_lane(FloorNode const& node, std::size_t lane) const {
        return node.step != no_floor_step && node.lane == floor_lanes[lane];
    }

    // The room above each lane (and below the last), by the links that may run level there.
    std::array<double, lanes_in_all + 1> channels() const {
        std::array<double, lanes_in_all + 1> links{};
        auto const row = [&](FloorNode const& node) {
            return node.step == no_floor_step ? lanes_in_all : static_cast<std::size_t>(node.lane);
        };
        for (FloorLink const& link : m_out.links) {
            FloorNode const& from = m_out.nodes[link.from];
            FloorNode const& to = m_out.nodes[link.to];
            std::size_t const upper = std::min(row(from), row(to));
            std::size_t const lower = std::max(row(from), row(to));
            bool const straight = from.step == to.step && lower - upper <= 1;
            if (straight) continue;
            links[lower] += 1;
            links[std::min(upper + 1, lanes_in_all)] += 1;
        }
        std::array<double, lanes_in_all + 1> heights{};
        for (std::size_t i = 0; i < heights.size(); ++i)
            heights[i] = std::min(lane_channel + channel_a_link * links[i], widest_channel);
        return heights;
    }

    // Above the first lane run those that leave it upwards.
    double top_channel() const {
        double links = 0;
        for (FloorLink const& link : m_out.links) {
            bool const touches = m_out.nodes[link.from].lane == floor_lanes.front() ||
                                 m_out.nodes[link.to].lane == floor_lanes.front();
            if (touches) links += 1;
        }
        return std::min(channel_a_link * links * 2, widest_channel / 2);
    }

    // The boxes of a lane are all of one height.
    struct Boxes {
        double text = 0;
        double meta = 0;
        double height() const {
            return text + (meta > 0 ? box_meta_gap + meta : 0) + 2 * box_padding_y;
        }
    };

    double cell_width(FloorNode const& node) const {
        double const room =
            node.step == no_floor_step ? slot_width() : m_out.steps[node.step].rect.w;
        return room - m_sizes.gutter - m_sizes.right_gutter;
    }

    // How many boxes of its lane stand side by side under the node's step.
    std::size_t across(FloorNode const& node) const {
        return node.step == no_floor_step ? 1 : m_across[node.step];
    }

    double box_width(FloorNode const& node) const {
        auto const count = static_cast<double>(across(node));
        return (cell_width(node) - (count - 1) * across_gap) / count;
    }

    // As few as keep the stack low, while a box still holds words.
    template <typename Member>
    void count_across(Member const& member) {
        std::vector<std::size_t> stacked(m_out.steps.size(), 0);
        m_across.assign(m_out.steps.size(), 1);
        for (FloorNode const& node : m_out.nodes) {
            if (!member(node)) continue;
            std::size_t const count = ++stacked[node.step];
            std::size_t& columns = m_across[node.step];
            double const width = cell_width(node) + across_gap;
            double const next = width / static_cast<double>(columns + 1) - across_gap;
            bool const tall = count > tallest_stack * columns;
            if (tall && columns < most_across && next >= narrowest_across) ++columns;
        }
    }

    double slot_width() const {
        return m_frame.columns.empty() ? m_frame.rect.w - rail_width : m_frame.columns[0].rect.w;
    }

    void break_text_of(FloorNode& node) {
        model::BlueprintNode const& source = m_input.room.blueprint_nodes[node.node.index()];
        double const mark = m_sizes.mark + box_mark_gap;
        double width = box_width(node) - 2 * box_padding_x;
        double left = box_padding_x;
        if (source.touchpoint) {
            left += mark;
            width -= mark;
        }
        if (source.fail_point.value_or(false)) {
            width -= m_sizes.sign + box_mark_gap - box_padding_x / 2;
        } else if (source.lane == model::BlueprintLane::Evidence) {
            width -= mark;
        }
        width = std::max(width, m_sizes.text_size);
        TextBlock block =
            break_node(m_input.measure, source.text, {.size = m_sizes.text_size}, width);
        node.text = {{left, box_padding_y, width, block.height}, std::move(block)};
    }

    template <typename Member>
    Boxes measure_boxes(Member const& member) {
        Boxes boxes;
        boxes.text = m_sizes.text_line();
        for (FloorNode& node : m_out.nodes) {
            if (!member(node)) continue;
            break_text_of(node);
            boxes.text = std::max(boxes.text, node.text.rect.h);
            model::BlueprintNode const& source = m_input.room.blueprint_nodes[node.node.index()];
            double const line = source.wait_minutes ? m_sizes.wait_line() : m_sizes.meta_line();
            if (has_meta(source)) boxes.meta = std::max(boxes.meta, line);
        }
        return boxes;
    }

    void place_box(FloorNode& node, WorldPoint at, Boxes const& boxes) {
        node.rect = {at.x, at.y, box_width(node), boxes.height()};
        node.text.rect.x += at.x;
        node.text.rect.y += at.y;
        if (!has_meta(m_input.room.blueprint_nodes[node.node.index()])) {
            // Alone in its box, a text stands in the middle.
            node.text.rect.y = node.rect.centre().y - node.text.rect.h / 2;
            return;
        }
        node.meta = {node.text.rect.x, node.rect.bottom() - box_padding_y - boxes.meta,
                     node.text.rect.w, boxes.meta};
    }

    double step_width(FloorStep const& step) const {
        return step.rect.w - m_sizes.gutter - m_sizes.right_gutter;
    }

    // What customers do is said by the steps where no box says it.
    void break_telling(Boxes& boxes) {
        std::vector<bool> has_box(m_out.steps.size(), false);
        for (FloorNode const& node : m_out.nodes) {
            if (is_customers(node)) has_box[node.step] = true;
        }
        for (std::size_t i = 0; i < m_out.steps.size(); ++i) {
            FloorStep& step = m_out.steps[i];
            std::string const& action = m_input.room.at(step.step).action;
            if (has_box[i] || action.empty()) continue;
            double const width = std::max(step_width(step) - 2 * box_padding_x, m_sizes.text_size);
            TextBlock block =
                break_node(m_input.measure, action, {.size = m_sizes.text_size}, width);
            boxes.text = std::max(boxes.text, block.height);
            step.telling = {{0, 0, width, block.height}, std::move(block)};
        }
    }

    std::uint32_t place_telling(double height) {
        std::uint32_t told = 0;
        for (FloorStep& step : m_out.steps) {
            if (step.telling.block.lines.empty()) continue;
            ++told;
            step.told = {step.rect.x + m_sizes.gutter, m_bottom, step_width(step), height};
            step.telling.rect.x = step.told.x + box_padding_x;
            step.telling.rect.y = step.told.centre().y - step.telling.rect.h / 2;
        }
        return told;
    }

    void place_lane(std::size_t lane) {
        bool const first = lane == 0;
        if (!first) m_bottom += m_channels[lane];
        auto const member = [&](FloorNode const& node) { return in_lane(node, lane); };
        count_across(member);
        Boxes boxes = measure_boxes(member);
        if (floor_lanes[lane] == model::BlueprintLane::Customer) break_telling(boxes);
        FloorLane out;
        out.role = floor_lanes[lane];
        double const least = boxes.text + 2 * box_padding_y;
        double bottom = m_bottom + least;
        std::vector<std::size_t> placed(m_out.steps.size(), 0);
        for (FloorNode& node : m_out.nodes) {
            if (!member(node)) continue;
            ++out.nodes;
            std::size_t const place = placed[node.step]++;
            std::size_t const row = place / across(node);
            auto const column = static_cast<double>(place % across(node));
            double const left = m_out.steps[node.step].rect.x + m_sizes.gutter;
            place_box(node,
                      {left + column * (box_width(node) + across_gap),
                       m_bottom + static_cast<double>(row) * (boxes.height() + stack_gap)},
                      boxes);
            bottom = std::max(bottom, node.rect.bottom());
        }
        if (floor_lanes[lane] == model::BlueprintLane::Customer) {
            out.told = place_telling(boxes.height());
            if (out.told > 0) bottom = std::max(bottom, m_bottom + boxes.height());
        }
        out.rect = {rail_width, m_bottom, m_frame.rect.w - rail_width, bottom - m_bottom};
        m_out.lanes.push_back(out);
        m_bottom = bottom;
        if (auto const line = line_below(out.role)) {
            m_out.rules.push_back({*line, m_bottom + rule_above});
            m_bottom += rule_above;
        }
    }

    // In rows of the columns' width below all lanes.
    void place_unplaced() {
        auto const member = [](FloorNode const& node) { return node.step == no_floor_step; };
        if (std::none_of(m_out.nodes.begin(), m_out.nodes.end(), member)) return;
        m_bottom += m_channels[lanes_in_all];
        Boxes const boxes = measure_boxes(member);
        std::size_t const in_row = std::max<std::size_t>(1, m_frame.columns.size());
        double const top = m_bottom;
        std::size_t count = 0;
        for (FloorNode& node : m_out.nodes) {
            if (!member(node)) continue;
            double const x = rail_width + static_cast<double>(count % in_row) * slot_width();
            std::size_t const row = count / in_row;
            double const y = top + static_cast<double>(row) * (boxes.height() + stack_gap);
            place_box(node, {x + m_sizes.gutter, y}, boxes);
            m_bottom = node.rect.bottom();
            ++count;
        }
        m_out.unplaced = {rail_width, top, m_frame.rect.w - rail_width, m_bottom - top};
    }

    // What hangs over the rest of the journey covers it whole.
    void finish() {
        double const bottom = std::max(m_bottom + floor_bottom, m_frame.rect.h);
        m_out.rect = {0, m_top, m_frame.rect.w, bottom - m_top};
        m_out.meta_em = m_sizes.meta_size;
        m_out.wait_em = m_sizes.wait_size;
        m_out.rail = {0, m_top, rail_width, m_out.rect.h};
        double const from = m_out.lanes.front().rect.y;
        for (FloorStep& step : m_out.steps) {
            step.rect.y = from;
            step.rect.h = m_bottom - from;
        }
    }

    LayoutInput const& m_input;
    Frame const& m_frame;
    double m_top = 0;
    double m_bottom = 0;
    FloorSizes m_sizes;
    std::array<double, lanes_in_all + 1> m_channels{};
    std::vector<std::size_t> m_across;                // by step: of the lane that is placed
    std::map<std::size_t, std::uint32_t> m_step_of;   // by StepId
    std::map<std::size_t, std::uint32_t> m_place_of;  // by BlueprintNodeId
    Floor m_out;
};

}  // namespace

std::optional<FloorLine> line_below(model::BlueprintLane lane) {
    switch (lane) {
        case model::BlueprintLane::Customer:
            return FloorLine::Interaction;
        case model::BlueprintLane::Technology:
            return FloorLine::Visibility;
        case model::BlueprintLane::Backstage:
            return FloorLine::InternalInteraction;
        default:
            return std::nullopt;
    }
}

bool has_floor(LayoutInput const& input, model::JourneyId journey) {
    if (!input.index.nodes_of_journey[journey.index()].empty()) return true;
    auto const& stages = input.index.stages_of_journey[journey.index()];
    return std::any_of(stages.begin(), stages.end(), [&](model::StageId stage) {
        return !input.index.steps_of_stage[stage.index()].empty();
    });
}

std::optional<Floor> draft_floor(LayoutInput const& input, Frame const& frame) {
    if (!has_floor(input, frame.journey)) return std::nullopt;
    double top = frame.rect.h;
    for (Lane const& lane : frame.lanes) {
        if (lane.role == LaneRole::Touchpoints) top = lane.rect.bottom() + lane_gap / 2;
    }
    return FloorDraft(input, frame, top).make();
}

}  // namespace layout
