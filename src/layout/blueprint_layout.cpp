#include "layout/blueprint_layout.hpp"

#include <algorithm>

#include "layout/blueprint_links.hpp"
#include "layout/floor_draft.hpp"
#include "layout/frame_sizes.hpp"

namespace layout {
namespace {

constexpr int rounds = 5;
// Words larger than usual stand on few lines, none of them broken by a long word.
constexpr int lines_of_large_words = 2;
constexpr int most_large_lines = 3;  // in narrow boxes
constexpr int most_read_lines = 7;   // of broken words
constexpr int upright_lines = 3;
constexpr double upright_growth = 1.8;
constexpr double most_spread = 3;
constexpr double quiet_words = 6;    // em: few of them break
constexpr double quiet_box_mm = 14;  // on the panel
constexpr double quiet_gap = 0.3;    // of the box
// Of the boxes of a floor whose words stand at all.
constexpr double said_at_least = 0.7;
// mm on the panel, em: smaller words are not read as the floor is fitted.
constexpr double least_read_em = font_size_for_cap(4.7);

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

// Tries a floor at several sizes of its words and keeps the best.
class Chooser {
public:
    Chooser(LayoutInput const& input, Frame const& frame, double top)
        : m_input(input),
          m_frame(frame),
          m_top(top),
          m_crowd(crowd_of(input, frame)),
          m_panel(floor_panel(input.options, frame.rect.w)),
          m_shares(floor_shares(input.options.hand_type, m_crowd, m_panel)) {}

    // The largest words with which all of the floor is seen as wide as the view; where none are
    // small enough for that, the smallest that are read there.
    FloorDraft best() {
        LayoutOptions const& options = m_input.options;
        double const below_journey = options.height_mm / m_panel.fitted - m_top;
        bool const upright = options.height_mm > options.width_mm;
        if (upright && below_journey > 0) {
            m_most = upright_growth;
            m_most_lines = upright_lines;
            if (auto draft = within(below_journey))
                return spread_out(std::move(*draft), below_journey);
            m_most = growth;
            m_most_lines = lines_of_large_words;
        }
        if (auto draft = within(m_panel.deep)) return std::move(*draft);
        return m_shares.narrow ? quiet() : at(sizes(m_shares.least));
    }

private:
    FloorSizes sizes(double share) const {
        return floor_sizes(m_input.options.hand_type, m_crowd, m_panel, share);
    }
    FloorDraft at(FloorSizes const& tried) {
        m_tried = tried;
        return draft_at(m_input, m_frame, m_top, tried);
    }
    std::optional<FloorDraft> within(double deep) {
        if (m_shares.narrow) return readable(deep);
        std::optional<FloorDraft> plain = usual(deep);
        bool const small = plain && plain->words.smallest * m_panel.fitted < least_read_em;
        if (!small) return plain && plain->words.shrunk ? unbroken(std::move(*plain), deep) : plain;
        // Long words have become too small: rather broken ones.
        FloorSizes const kept = m_tried;
        if (auto broken = readable_words(deep)) return broken;
        m_tried = kept;
        return plain;
    }

    // Nothing where not even the smallest words leave all of it in view.
    std::optional<FloorDraft> usual(double deep) {
        FloorSizes kept;
        auto const try_share = [&](double share) -> std::optional<FloorDraft> {
            FloorDraft draft = at(sizes(share));
            bool const large = share > m_shares.usual;
            bool const calm = !draft.words.shrunk &&
                              draft.words.most_lines <= static_cast<std::size_t>(m_most_lines);
            if (draft.depth > deep || (large && !calm)) return std::nullopt;
            kept = m_tried;
            return draft;
        };
        double const most = m_shares.usual * m_most;
        std::optional<FloorDraft> best = try_share(most);
        if (best) return best;
        double low = m_shares.least;
        double high = most;
        best = try_share(low);
        for (int round = 0; round < rounds && best; ++round) {
            double const share = (low + high) / 2;
            if (auto next = try_share(share)) {
                best = std::move(next);
                low = share;
            } else {
                high = share;
            }
        }
        // Where one more line breaks, the depth jumps: beyond the jump there may be room again.
        for (double const more : {1.04, 1.08}) {
            if (!best || low * more > most) break;
            if (auto next = try_share(low * more)) best = std::move(next);
        }
        m_tried = kept;
        return best;
    }

    // Rather all words a little smaller than some of them much; as it is where that breaks words.
    FloorDraft unbroken(FloorDraft plain, double deep) {
        FloorSizes const kept = m_tried;
        double const found = kept.text_size / sizes(1).text_size;
        for (double const less : {1.0, 0.93, 0.86, 0.8, 0.74}) {
            double const share = found * less;
            if (share < m_shares.least) break;
            FloorSizes tried = sizes(share);
            tried.smallest_word = 1;
            FloorDraft draft = at(tried);
            bool const whole = draft.words.hyphens == 0 && draft.words.cut == 0;
            if (whole && draft.depth <= deep) return draft;
        }
        m_tried = kept;
        return plain;
    }

    // Where words of their usual size have no room or could not be read: words that can, on as many
    // lines as leave all of the floor in view, and then as large as that allows. Nothing where the
    // boxes are too narrow for them or most could not say theirs.
    std::optional<FloorDraft> readable_words(double deep) {
        FloorSizes kept;
        auto const try_at = [&](double share, int lines) -> std::optional<FloorDraft> {
            FloorSizes tried = sizes(share);
            tried.text_lines = lines;
            FloorDraft draft = at(even(tried));
            auto const said = static_cast<double>(draft.words.texts - draft.words.silent);
            bool const honest = said >= said_at_least * static_cast<double>(draft.words.texts);
            if (draft.depth > deep || !honest) return std::nullopt;
            kept = m_tried;
            return draft;
        };
        std::optional<FloorDraft> best;
        bool const wide = words_width(sizes(m_shares.read)) >= narrowest_words;
        for (int lines = most_read_lines; wide && !best && lines > 0; --lines)
            best = try_at(m_shares.read, lines);
        for (double const more : {1.15, 1.3, 1.5}) {
            if (!best || best->words.cut > 0) break;
            std::optional<FloorDraft> next = try_at(m_shares.read * more, most_large_lines);
            if (!next || next->words.cut > 0 || next->words.hyphens > best->words.hyphens) break;
            best = std::move(next);
        }
        m_tried = kept;
        return best;
    }

    // Those, else quiet boxes.
    std::optional<FloorDraft> readable(double deep) {
        std::optional<FloorDraft> best = readable_words(deep);
        if (best) return best;
        best = quiet();
        if (best->depth > deep) best.reset();
        return best;
    }

    // Boxes whose words are read only from nearer; large enough for a finger where there is room.
    FloorDraft quiet() {
        double const usual = words_width(sizes(m_shares.usual));
        double const share = m_shares.usual * std::min(1.0, usual / quiet_words);
        FloorSizes const plain = even(sizes(share));
        for (double const box_mm : {quiet_box_mm, quiet_box_mm / 2}) {
            FloorSizes large = plain;
            double const box = box_mm / m_panel.fitted;
            large.padding_y = std::max(plain.padding_y, (box - plain.text_line()) / 2);
            for (double* gap : {&large.stack_gap, &large.channel, &large.rule_above})
                *gap = std::max(*gap, box * quiet_gap);
            FloorDraft draft = at(large);
            if (draft.depth <= m_panel.deep) return draft;
        }
        return at(plain);
    }

    // All words of one size: who comes nearer reads all of them or none.
    static FloorSizes even(FloorSizes tried) {
        tried.smallest_word = 1;
        tried.smallest_name = 1;
        tried.name_size = tried.text_size;
        return tried;
    }

    // Of the words of a plain box, em.
    double words_width(FloorSizes const& tried) const {
        return (m_crowd.step_width - tried.gutter - tried.right_gutter - 2 * tried.padding_x) /
               tried.text_size;
    }

    // A panel that stands upright has height to spare: lanes and boxes take it.
    FloorDraft spread_out(FloorDraft draft, double deep) {
        FloorSizes const kept = m_tried;
        double low = 1;
        double high = most_spread;
        for (int round = 0; round < rounds; ++round) {
            double const spread = (low + high) / 2;
            FloorSizes wider = kept;
            for (double* length :
                 {&wider.padding_y, &wider.stack_gap, &wider.channel, &wider.rule_above})
                *length *= spread;
            FloorDraft next = at(wider);
            if (next.depth > deep) {
                high = spread;
                continue;
            }
            draft = std::move(next);
            low = spread;
        }
        return draft;
    }

    LayoutInput const& m_input;
    Frame const& m_frame;
    double m_top;
    FloorCrowd m_crowd;
    FloorPanel m_panel;
    FloorShares m_shares;
    double m_most = growth;  // over the usual
    int m_most_lines = lines_of_large_words;
    FloorSizes m_tried;  // of the last draft
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
    FloorDraft draft = Chooser(input, frame, top).best();
    return routed(std::move(draft.floor), draft.clearance);
}

}  // namespace layout
