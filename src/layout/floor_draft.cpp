#include "layout/floor_draft.hpp"

#include <algorithm>
#include <map>

#include "layout/blueprint_layout.hpp"
#include "layout/blueprint_links.hpp"
#include "layout/frame_sizes.hpp"
#include "layout/whole_words.hpp"

namespace layout {
namespace {

constexpr double name_smallest_share = 0.7;
constexpr double common_name_share = 0.55;
constexpr std::size_t lanes_in_all = floor_lanes.size();

class Drafter {
public:
    Drafter(LayoutInput const& input, Frame const& frame, double top, FloorSizes const& sizes)
        : m_input(input),
          m_frame(frame),
          m_top(top),
          m_sizes(sizes),
          m_slot_width(frame.columns.empty() ? frame.rect.w - frame.rail.w
                                             : frame.columns[0].rect.w),
          m_boxes(input, sizes, m_slot_width) {}

    FloorDraft make() {
        place_steps();
        add_nodes();
        place_names();
        std::vector<double> const channels = lane_channels(m_out, m_sizes.channel);
        m_bottom += top_channel(m_out);
        for (std::size_t lane = 0; lane < lanes_in_all; ++lane)
            place_lane(lane, lane > 0 ? channels[lane] : 0);
        place_unplaced(channels[lanes_in_all]);
        finish();
        return {std::move(m_out), m_bottom + m_sizes.below - m_top, m_sizes.clearance,
                m_boxes.broken()};
    }

private:
    std::vector<model::StepId> const& steps_of(StageColumn const& column) const {
        return m_input.index.steps_of_stage[column.stage.index()];
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

    // On a few lines; a long word may take less size.
    TextBlock break_name(std::string_view text, double size, double width) const {
        TextStyle const style{.size = size, .weight = Weight::SemiBold};
        TextLimits limits{.width = width,
                          .max_lines = most_text_lines,
                          .smallest_share = std::max(name_smallest_share, m_sizes.smallest_name)};
        TextBlock block = break_text(m_input.measure, text, style, limits);
        if (m_sizes.smallest_name < limits.smallest_share && (block.word_cut || block.cut)) {
            limits.smallest_share = m_sizes.smallest_name;
            block = break_text(m_input.measure, text, style, limits);
        }
        return with_whole_words(m_input.measure, std::move(block), text, width);
    }

    // All of one size, as far as one long word allows.
    double name_size() const {
        double size = m_sizes.name_size;
        for (FloorStep const& step : m_out.steps) {
            std::string const& action = m_input.room.at(step.step).action;
            if (action.empty()) continue;
            size =
                std::min(size, break_name(action, m_sizes.name_size, name_width(step)).style.size);
        }
        return std::max(size, m_sizes.name_size * common_name_share);
    }
    double name_width(FloorStep const& step) const { return step.rect.w - 2 * m_sizes.padding_x; }

    // Where several steps share a stage, each says which it is.
    void place_names() {
        m_bottom = m_top + floor_top;
        auto const crowded = [&](StageColumn const& c) { return steps_of(c).size() > 1; };
        if (std::none_of(m_frame.columns.begin(), m_frame.columns.end(), crowded)) return;
        // Without any box of customers their lane says all of them already.
        if (std::none_of(m_out.nodes.begin(), m_out.nodes.end(), is_customers)) return;
        double tallest = 0;
        double const size = name_size();
        for (FloorStep& step : m_out.steps) {
            double const width = name_width(step);
            TextBlock block = break_name(m_input.room.at(step.step).action, size, width);
            tallest = std::max(tallest, block.height);
            step.name = {{step.rect.x + m_sizes.padding_x, m_bottom, width, block.height},
                         std::move(block)};
        }
        m_out.step_names = {m_frame.rail.w, m_bottom, m_frame.rect.w - m_frame.rail.w, tallest};
        m_bottom = m_out.step_names.bottom() + m_sizes.channel;
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

    template <typename Member>
    std::vector<std::uint32_t> nodes_where(Member const& member) const {
        std::vector<std::uint32_t> nodes;
        for (std::uint32_t i = 0; i < m_out.nodes.size(); ++i) {
            if (member(m_out.nodes[i])) nodes.push_back(i);
        }
        return nodes;
    }

    double step_width(FloorStep const& step) const {
        return step.rect.w - m_sizes.gutter - m_sizes.right_gutter;
    }

    // What customers do is said by the steps where no box says it.
    void break_telling(BoxHeights& heights) {
        std::vector<bool> has_box(m_out.steps.size(), false);
        for (FloorNode const& node : m_out.nodes) {
            if (is_customers(node)) has_box[node.step] = true;
        }
        for (std::size_t i = 0; i < m_out.steps.size(); ++i) {
            FloorStep& step = m_out.steps[i];
            std::string const& action = m_input.room.at(step.step).action;
            if (has_box[i] || action.empty()) continue;
            double const width =
                std::max(step_width(step) - 2 * m_sizes.padding_x, m_sizes.text_size);
            TextBlock block = m_boxes.words(action, width);
            heights.text = std::max(heights.text, block.height);
            step.telling = {{0, 0, width, block.height}, std::move(block)};
        }
    }

    std::uint32_t place_telling(double height) {
        std::uint32_t told = 0;
        for (FloorStep& step : m_out.steps) {
            if (step.telling.block.lines.empty()) continue;
            ++told;
            step.told = {step.rect.x + m_sizes.gutter, m_bottom, step_width(step), height};
            step.telling.rect.x = step.told.x + m_sizes.padding_x;
            step.telling.rect.y = step.told.centre().y - step.telling.rect.h / 2;
        }
        return told;
    }

    void place_lane(std::size_t lane, double channel) {
        m_bottom += channel;
        bool const customers = floor_lanes[lane] == model::BlueprintLane::Customer;
        auto const nodes = nodes_where([&](FloorNode const& node) {
            return node.step != no_floor_step && node.lane == floor_lanes[lane];
        });
        BoxHeights heights = m_boxes.measure(m_out, nodes);
        if (customers) break_telling(heights);
        FloorLane out;
        out.role = floor_lanes[lane];
        out.nodes = static_cast<std::uint32_t>(nodes.size());
        double bottom = m_bottom + heights.text + 2 * m_sizes.padding_y;
        std::vector<std::size_t> placed(m_out.steps.size(), 0);
        for (std::uint32_t const index : nodes) {
            FloorNode& node = m_out.nodes[index];
            std::size_t const place = placed[node.step]++;
            auto const row = static_cast<double>(place / m_boxes.across(node));
            auto const column = static_cast<double>(place % m_boxes.across(node));
            double const left = m_out.steps[node.step].rect.x + m_sizes.gutter;
            m_boxes.place(m_out, node,
                          {left + column * (m_boxes.width(m_out, node) + across_gap),
                           m_bottom + row * (heights.height() + m_sizes.stack_gap)},
                          heights);
            bottom = std::max(bottom, node.rect.bottom());
        }
        if (customers) {
            out.told = place_telling(heights.height());
            if (out.told > 0) bottom = std::max(bottom, m_bottom + heights.height());
        }
        bottom = std::max(bottom, m_bottom + m_sizes.lowest_lane);
        out.rect = {m_frame.rail.w, m_bottom, m_frame.rect.w - m_frame.rail.w, bottom - m_bottom};
        m_out.lanes.push_back(out);
        m_bottom = bottom;
        if (auto const line = line_below(out.role)) {
            m_bottom += m_sizes.rule_above;
            m_out.rules.push_back({*line, m_bottom});
        }
    }

    // In rows of the columns' width below all lanes.
    void place_unplaced(double channel) {
        auto const nodes =
            nodes_where([](FloorNode const& node) { return node.step == no_floor_step; });
        if (nodes.empty()) return;
        m_bottom += channel;
        BoxHeights const heights = m_boxes.measure(m_out, nodes);
        std::size_t const in_row = std::max<std::size_t>(1, m_frame.columns.size());
        double const top = m_bottom;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            FloorNode& node = m_out.nodes[nodes[i]];
            double const x = m_frame.rail.w + static_cast<double>(i % in_row) * m_slot_width;
            auto const row = static_cast<double>(i / in_row);
            m_boxes.place(m_out, node,
                          {x + m_sizes.gutter, top + row * (heights.height() + m_sizes.stack_gap)},
                          heights);
            m_bottom = node.rect.bottom();
        }
        m_out.unplaced = {m_frame.rail.w, top, m_frame.rect.w - m_frame.rail.w, m_bottom - top};
    }

    // What hangs over the rest of the journey covers it whole.
    void finish() {
        double const bottom = std::max(m_bottom + m_sizes.below, m_frame.rect.h);
        m_out.rect = {0, m_top, m_frame.rect.w, bottom - m_top};
        m_out.text_em = m_sizes.text_size;
        m_out.meta_em = m_sizes.meta_size;
        m_out.wait_em = m_sizes.wait_size;
        m_out.mark_indent = m_sizes.mark + box_mark_gap;
        m_out.rail = {0, m_top, m_frame.rail.w, m_out.rect.h};
        double const from = m_out.lanes.front().rect.y;
        for (FloorStep& step : m_out.steps) {
            step.rect.y = from;
            step.rect.h = m_bottom - from;
        }
    }

    LayoutInput const& m_input;
    Frame const& m_frame;
    double m_top;
    double m_bottom = 0;
    FloorSizes const& m_sizes;
    double m_slot_width;
    FloorBoxes m_boxes;
    std::map<std::size_t, std::uint32_t> m_step_of;   // by StepId
    std::map<std::size_t, std::uint32_t> m_place_of;  // by BlueprintNodeId
    Floor m_out;
};

}  // namespace

FloorDraft draft_at(LayoutInput const& input, Frame const& frame, double top,
                    FloorSizes const& sizes) {
    return Drafter(input, frame, top, sizes).make();
}

}  // namespace layout
