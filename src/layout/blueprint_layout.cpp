#include "layout/blueprint_layout.hpp"

#include <algorithm>

#include "layout/blueprint_links.hpp"
#include "layout/floor_draft.hpp"
#include "layout/frame_sizes.hpp"

namespace layout {
namespace {

constexpr int rounds = 5;
// Words larger than usual stand on few lines, none of them broken by a long word.
constexpr std::size_t lines_of_large_words = 2;

FloorCrowd crowd_of(LayoutInput const& input, Frame const& frame) {
    FloorCrowd crowd{frame.rect.w, 0};
    std::size_t steps = 0;
    for (StageColumn const& column : frame.columns) {
        std::size_t const here =
            std::max<std::size_t>(1, input.index.steps_of_stage[column.stage.index()].size());
        crowd.step_width = std::min(crowd.step_width, column.rect.w / static_cast<double>(here));
        steps += here;
    }
    auto const& links = input.index.links_of_journey[frame.journey.index()];
    crowd.links =
        static_cast<double>(links.size()) / static_cast<double>(std::max<std::size_t>(1, steps));
    return crowd;
}

// The largest words with which all of the floor is seen as wide as the view; where none are small
// enough for that, the smallest that are read there.
FloorDraft best_draft(LayoutInput const& input, Frame const& frame, double top) {
    FloorCrowd const crowd = crowd_of(input, frame);
    FloorPanel const panel = floor_panel(input.options, frame.rect.w);
    FloorShares const shares = floor_shares(input.options.hand_type, crowd, panel);
    auto const at = [&](double share) {
        return draft_at(input, frame, top,
                        floor_sizes(input.options.hand_type, crowd, panel, share));
    };
    auto const good = [&](FloorDraft const& draft, double share) {
        bool const large = share > shares.usual;
        bool const calm = !draft.words.shrunk && draft.words.most_lines <= lines_of_large_words;
        return draft.depth <= panel.deep && (!large || calm);
    };
    FloorDraft best = at(shares.most);
    if (good(best, shares.most)) return best;
    best = at(shares.least);
    double low = shares.least;
    double high = shares.most;
    bool const any = good(best, low);
    auto const try_share = [&](double share) {
        FloorDraft next = at(share);
        if (!good(next, share)) return false;
        low = share;
        best = std::move(next);
        return true;
    };
    for (int round = 0; round < rounds && any; ++round) {
        double const share = (low + high) / 2;
        if (!try_share(share)) high = share;
    }
    // Where one more line breaks, the depth jumps: beyond the jump there may be room again.
    double const found = low;
    for (double const more : {1.04, 1.08}) {
        if (any && found * more <= shares.most) try_share(found * more);
    }
    return best;
}

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
    FloorDraft draft = best_draft(input, frame, top);
    return routed(std::move(draft.floor), draft.clearance);
}

}  // namespace layout
