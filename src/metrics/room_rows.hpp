// Finding the rows of one touchpoint that a question is about and adding them up, and the parts of
// room_figures() that live in files of their own. Private to the files of this folder that know the
// Room.
#pragma once

#include <span>
#include <string_view>

#include "metrics/differentiation.hpp"
#include "metrics/room_figures.hpp"

namespace metrics {

inline constexpr std::uint32_t no_row = 0xffffffffU;

using Rows = std::span<std::uint32_t const>;

// The members of one group of a grouping made by make_index.
inline Rows rows_of(std::vector<std::uint32_t> const& starts,
                    std::vector<std::uint32_t> const& members, std::size_t group) {
    if (group + 1 >= starts.size()) return {};
    return Rows(members).subspan(starts[group], starts[group + 1] - starts[group]);
}

inline Rows observations_of(FigureIndex const& index, model::TouchpointId touchpoint) {
    return rows_of(index.observation_starts, index.observations, touchpoint.index());
}

// The observations that begin in the period; whether they end in it is still to be asked.
Rows beginning_in(model::Room const& room, Rows observations, base::Period period);

void add_row(Counts& counts, model::Observation const& row);

// What a touchpoint's rows that lie wholly in a period add up to.
struct PeriodCounts {
    Counts totals;
    Counts persona;  // rows of the asked persona alone
    bool any_split = false;
    std::optional<LatestRow> latest;  // as ColumnSum::latest
};

PeriodCounts count_period(model::Room const& room, Rows observations, base::Period period,
                          model::PersonaId persona);

struct SplitFigures {
    SplitKind kind = SplitKind::None;
    bool it_depends = false;
    std::vector<SplitRate> groups;
};

SplitFigures split_figures(model::Room const& room, Rows observations, base::Period period);

// Own and expected scores are one subject each, whatever stands in their rival cell.
inline std::string_view rival_of(model::Score const& score) {
    return score.subject == model::Subject::Rival ? std::string_view(score.rival)
                                                  : std::string_view();
}

// What is known of a touchpoint's scores from a day on. `scores` grouped as in FigureIndex; the
// result by touchpoint, oldest first.
ScoreHistory make_score_history(model::Room const& room, std::vector<std::uint32_t> const& starts,
                                std::vector<std::uint32_t> const& scores);
// At the end of a period; none: no score is that old.
ScoreFigures const* score_figures(ScoreHistory const& history, model::TouchpointId touchpoint,
                                  base::Period period);

// What the yields of the paths ask of each touchpoint, side by side: a path of a hundred thousand
// touchpoints would otherwise wait for memory.
struct WalkedTouchpoint {
    Proportion kept;  // n = 0: not measured
    std::optional<double> emotion;
    double exposure = 1;  // on the life cycle
};
using Walked = std::vector<WalkedTouchpoint>;  // by TouchpointId

// Whose paths, and when.
struct PathRequest {
    model::Room const& room;
    FigureIndex const& index;
    FigureRequest const& request;
    Walked const& walked;
    std::vector<model::TouchpointId> const& overdue;  // measured, by a source that is
};

struct PathFigures {
    std::vector<StageFigures> stages;      // by StageId
    std::vector<JourneyFigures> journeys;  // by JourneyId
};
PathFigures path_figures(PathRequest const& paths);
std::vector<PerceptionFigures> perception_figures(model::Room const& room, FigureIndex const& index,
                                                  base::Date now);
std::vector<AssetFigures> asset_figures(model::Room const& room);

// The rows of Room::scores that are compared at the end of the period: our own, the best rival's,
// and what is expected, as far as they are known.
std::vector<std::uint32_t> shown_scores(model::Room const& room, FigureIndex const& index,
                                        model::TouchpointId touchpoint, base::Period period);

// The signals of a touchpoint's monthly totals, oldest first. `observations` by period; `accepted`:
// the level that the staff accepted for it, or null.
std::vector<SignalFigure> signals_of(model::Room const& room, Rows observations,
                                     model::Baseline const* accepted);

// Months since the year 0, for rows that lie wholly in one month; nothing for others.
std::optional<int> month_number(base::Period period);
base::Period month_of_number(int number);

}  // namespace metrics
