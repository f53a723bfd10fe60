#include "layout/floor_boxes.hpp"

#include <algorithm>
#include <utility>

#include "layout/whole_words.hpp"

namespace layout {
namespace {

// A wait is said in words below the text; so is the team.
bool has_meta(model::BlueprintNode const& node) {
    return !node.team.empty() || node.wait_minutes;
}

}  // namespace

TextBlock FloorBoxes::words(std::string_view text, double width) {
    TextLimits limits{.width = width, .max_lines = m_sizes.text_lines};
    TextStyle const style{.size = m_sizes.text_size};
    TextBlock block = break_text(m_input.measure, text, style, limits);
    if ((block.word_cut || block.cut) && m_sizes.smallest_word < 1) {
        limits.smallest_share = m_sizes.smallest_word;
        block = break_text(m_input.measure, text, style, limits);
        m_words.shrunk = true;
    }
    block = with_whole_words(m_input.measure, std::move(block), text, width);
    m_words.most_lines = std::max(m_words.most_lines, block.lines.size());
    m_words.smallest = std::min(m_words.smallest, block.style.size);
    ++m_words.texts;
    if (block.word_cut) ++m_words.hyphens;
    if (block.cut) ++m_words.cut;
    if (block.lines.empty() && !text.empty()) ++m_words.silent;
    return block;
}

double FloorBoxes::cell_width(Floor const& floor, FloorNode const& node) const {
    double const room = node.step == no_floor_step ? m_slot_width : floor.steps[node.step].rect.w;
    return room - m_sizes.gutter - m_sizes.right_gutter;
}

double FloorBoxes::width(Floor const& floor, FloorNode const& node) const {
    auto const count = static_cast<double>(across(node));
    return (cell_width(floor, node) - (count - 1) * across_gap) / count;
}

// As few as keep the stack low, while a box still holds words.
void FloorBoxes::count_across(Floor const& floor, std::vector<std::uint32_t> const& nodes) {
    std::vector<std::size_t> stacked(floor.steps.size(), 0);
    m_across.assign(floor.steps.size(), 1);
    for (std::uint32_t const index : nodes) {
        FloorNode const& node = floor.nodes[index];
        if (node.step == no_floor_step) continue;
        std::size_t const count = ++stacked[node.step];
        std::size_t& columns = m_across[node.step];
        double const wide = cell_width(floor, node) + across_gap;
        double const next = wide / static_cast<double>(columns + 1) - across_gap;
        bool const tall = count > tallest_stack * columns;
        double const least = std::max(narrowest_across, narrowest_words * m_sizes.text_size);
        if (tall && columns < most_across && next >= least) ++columns;
    }
}

// A narrow box keeps room for a sign only where there may be something to show.
bool FloorBoxes::may_show_evidence(model::BlueprintNode const& source) const {
    if (source.lane != model::BlueprintLane::Evidence) return false;
    if (m_sizes.smallest_word < 1 || source.touchpoint || !source.step) return true;
    auto const& own = m_input.index.placements_of_stage[m_input.room.at(source.step).stage.index()];
    return std::any_of(own.begin(), own.end(), [&](model::PlacementId id) {
        return m_input.room.at(id).step == source.step;
    });
}

void FloorBoxes::break_text_of(Floor const& floor, FloorNode& node) {
    model::BlueprintNode const& source = m_input.room.blueprint_nodes[node.node.index()];
    double const mark = m_sizes.mark + box_mark_gap;
    double room = width(floor, node) - 2 * m_sizes.padding_x;
    double left = m_sizes.padding_x;
    if (source.touchpoint) {
        left += mark;
        room -= mark;
    }
    if (source.fail_point.value_or(false)) {
        room -= m_sizes.sign + box_mark_gap - m_sizes.padding_x / 2;
    } else if (may_show_evidence(source)) {
        room -= mark;
    }
    room = std::max(room, m_sizes.text_size);
    TextBlock block = words(source.text, room);
    node.text = {{left, m_sizes.padding_y, room, block.height}, std::move(block)};
}

BoxHeights FloorBoxes::measure(Floor& floor, std::vector<std::uint32_t> const& nodes) {
    count_across(floor, nodes);
    BoxHeights heights;
    heights.padding = m_sizes.padding_y;
    heights.text = m_sizes.text_line();
    for (std::uint32_t const index : nodes) {
        FloorNode& node = floor.nodes[index];
        break_text_of(floor, node);
        heights.text = std::max(heights.text, node.text.rect.h);
        model::BlueprintNode const& source = m_input.room.blueprint_nodes[node.node.index()];
        double const line = source.wait_minutes ? m_sizes.wait_line() : m_sizes.meta_line();
        if (has_meta(source)) heights.meta = std::max(heights.meta, line);
    }
    return heights;
}

void FloorBoxes::place(Floor const& floor, FloorNode& node, WorldPoint at,
                       BoxHeights const& heights) const {
    node.rect = {at.x, at.y, width(floor, node), heights.height()};
    node.text.rect.x += at.x;
    node.text.rect.y += at.y;
    if (!has_meta(m_input.room.blueprint_nodes[node.node.index()])) {
        // Alone in its box, a text stands in the middle.
        node.text.rect.y = node.rect.centre().y - node.text.rect.h / 2;
        return;
    }
    node.meta = {node.text.rect.x, node.rect.bottom() - m_sizes.padding_y - heights.meta,
                 node.text.rect.w, heights.meta};
}

}  // namespace layout
