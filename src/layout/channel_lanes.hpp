// Which touchpoint lane of a frame each placement stands in: one lane in all, or under the channel
// lens one a channel. Must not know sizes. Used by frame_draft only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/map_layout.hpp"
#include "layout/stage_texts.hpp"

namespace layout {

class ChannelLanes {
public:
    // The life cycle keeps a single lane: its cells are for the room, where channels do not matter.
    ChannelLanes(LayoutInput const& input, Frame const& frame);

    std::size_t count() const { return m_names.size(); }
    std::string const& name(std::size_t lane) const { return m_names[lane]; }
    std::size_t lane_of(model::PlacementId placement) const;

    // Cells that the fullest column of `frame` stacks in each lane; an empty lane keeps the room of
    // one.
    std::vector<std::size_t> tallest_stacks(Frame const& frame) const;

private:
    std::uint32_t channel_of(model::PlacementId placement) const;

    LayoutInput const& m_input;
    std::map<std::uint32_t, std::size_t>
        m_lanes;  // by index into RoomIndex::channels; empty: single lane
    std::vector<std::string> m_names{std::string()};
};

}  // namespace layout
