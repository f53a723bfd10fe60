#include "scene/old_figures.hpp"

#include <algorithm>

#include "scene/words.hpp"

namespace scene {
namespace {

// Nothing is not old; its ring stays the legend's.
bool promise_old(metrics::TouchpointFigures const& f) {
    return f.stale && f.state != metrics::PromiseState::NoData;
}

}  // namespace

std::optional<metrics::Overdue> why_overdue(ChromeInput const& input, Overlay overlay,
                                            model::TouchpointId touchpoint) {
    metrics::FigureRequest const request{input.figures.period, input.figures.persona,
                                         input.figures.now};
    switch (overlay) {
        case Overlay::Differentiation:
            return metrics::overdue_scores(input.room, input.index, touchpoint, request);
        case Overlay::Effort:
            return metrics::overdue_effort(input.room, touchpoint, request);
        default:
            return metrics::overdue_promise(input.room, input.index, touchpoint, request);
    }
}

bool striped(Overlay overlay, metrics::RoomFigures const& room, model::TouchpointId touchpoint) {
    metrics::TouchpointFigures const& f = room.touchpoints[touchpoint.index()];
    switch (overlay) {
        case Overlay::Reliability:
        case Overlay::Volume:
        case Overlay::PerceptionGap:  // beside what is believed stands what was counted
            return promise_old(f);
        case Overlay::Differentiation:
            return f.scores_stale;
        case Overlay::Effort: {
            auto const* const effort = metrics::shown_effort(room, touchpoint);
            return effort != nullptr && metrics::overdue(effort->expiry, room.period, room.now);
        }
        case Overlay::Emotion:
        case Overlay::Importance:
        case Overlay::None:
            break;
    }
    return false;
}

bool striped_on_board(metrics::TouchpointFigures const& figures) {
    return promise_old(figures) || figures.scores_stale;
}

std::string old_words(ChromeInput const& input, Overlay overlay, model::TouchpointId touchpoint) {
    auto const why = why_overdue(input, overlay, touchpoint);
    if (!why) return {};
    auto const& words = input.catalogue;
    std::string text(words.text("card.stale"));
    if (why->loaded_days_ago) {
        text += ", " + age_text(words, *why->loaded_days_ago);
    } else if (why->rows_until) {
        text += ", " + words.format("old.rows-until",
                                    {short_period(words, base::month_of(*why->rows_until))});
    }
    return text;
}

}  // namespace scene
