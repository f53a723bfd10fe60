#include "layout/channel_lanes.hpp"

#include <algorithm>

namespace layout {

ChannelLanes::ChannelLanes(LayoutInput const& input, Frame const& frame) : m_input(input) {
    if (!input.options.channel_lens || frame.level == 0) return;
    for (StageColumn const& column : frame.columns) {
        for (model::PlacementId const placement :
             input.index.placements_of_stage[column.stage.index()]) {
            m_lanes.emplace(channel_of(placement), 0);
        }
    }
    if (m_lanes.empty()) return;
    m_names.clear();
    for (auto& [channel, lane] : m_lanes) {
        lane = m_names.size();
        m_names.push_back(input.index.channels[channel]);
    }
}

std::size_t ChannelLanes::lane_of(model::PlacementId placement) const {
    return m_lanes.empty() ? 0 : m_lanes.at(channel_of(placement));
}

std::vector<std::size_t> ChannelLanes::tallest_stacks(Frame const& frame) const {
    std::vector<std::size_t> tallest(count(), 1);
    for (StageColumn const& column : frame.columns) {
        std::vector<std::size_t> stacked(count(), 0);
        for (model::PlacementId const placement :
             m_input.index.placements_of_stage[column.stage.index()]) {
            std::size_t const lane = lane_of(placement);
            tallest[lane] = std::max(tallest[lane], ++stacked[lane]);
        }
    }
    return tallest;
}

std::uint32_t ChannelLanes::channel_of(model::PlacementId placement) const {
    return m_input.index.channel_of_touchpoint[m_input.room.at(placement).touchpoint.index()];
}

}  // namespace layout
