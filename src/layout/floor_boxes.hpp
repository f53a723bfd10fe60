// The boxes of one lane of a floor while it is drafted: how wide they are, how many stand side by
// side, how their words break, where they are put. Must not know lanes, rules or links. Used by
// floor_draft.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/floor.hpp"
#include "layout/floor_sizes.hpp"
#include "layout/stage_texts.hpp"

namespace layout {

// The boxes of a lane are all of one height.
struct BoxHeights {
    double text = 0;
    double meta = 0;
    double padding = 0;
    double height() const { return text + (meta > 0 ? box_meta_gap + meta : 0) + 2 * padding; }
};

// How the words of the floor's boxes broke, all of them together.
struct BoxWords {
    std::size_t most_lines = 0;
    bool shrunk = false;    // a long word did not fit at the floor's size
    double smallest = 1e9;  // natural mm, em
    std::size_t texts = 0;
    std::size_t hyphens = 0;  // of them have a broken word
    std::size_t cut = 0;      // of them end in an ellipsis
    std::size_t silent = 0;   // of these say no word
};

class FloorBoxes {
public:
    // `slot_width`: of the place of a box without a step.
    FloorBoxes(LayoutInput const& input, FloorSizes const& sizes, double slot_width)
        : m_input(input), m_sizes(sizes), m_slot_width(slot_width) {}

    // Counts, breaks and measures the boxes of these nodes of the floor.
    BoxHeights measure(Floor& floor, std::vector<std::uint32_t> const& nodes);

    // A text as all boxes have it, `width` wide.
    TextBlock words(std::string_view text, double width);

    // How many boxes stand side by side under the node's step.
    std::size_t across(FloorNode const& node) const {
        return node.step == no_floor_step ? 1 : m_across[node.step];
    }
    double width(Floor const& floor, FloorNode const& node) const;
    void place(Floor const& floor, FloorNode& node, WorldPoint at, BoxHeights const& heights) const;

    BoxWords const& broken() const { return m_words; }

private:
    double cell_width(Floor const& floor, FloorNode const& node) const;
    void count_across(Floor const& floor, std::vector<std::uint32_t> const& nodes);
    bool may_show_evidence(model::BlueprintNode const& source) const;
    void break_text_of(Floor const& floor, FloorNode& node);

    LayoutInput const& m_input;
    FloorSizes const& m_sizes;
    double m_slot_width;
    std::vector<std::size_t> m_across;  // by step
    BoxWords m_words;
};

}  // namespace layout
