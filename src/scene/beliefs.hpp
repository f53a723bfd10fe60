// What the house believes of a journey's yield, against what was measured: guesses of leaders,
// managers and front-line people. Must not know where it is painted but for its own cell. Used by
// title, frames and the overlay's legend.
#pragma once

#include "scene/legend_entries.hpp"
#include "scene/paint.hpp"
#include "scene/sentence.hpp"

namespace scene {

// The latest guesses about a journey by the end of the asked period: leaders, managers, front line,
// as far as they were asked.
struct Beliefs {
    model::JourneyId journey;
    base::Period period;
    std::optional<double> actual;  // of 100, in that period
    std::vector<metrics::PerceptionFigures const*> levels;
    bool stale = false;  // what was measured rests on an overdue source
};

// By journey, in the room's order.
std::vector<Beliefs> beliefs_of(metrics::RoomFigures const& figures);
std::optional<Beliefs> beliefs_about(metrics::RoomFigures const& figures, model::JourneyId journey);
// Of the first child journey of a stage that people guessed about.
std::optional<Beliefs> beliefs_in(model::Room const& room, metrics::RoomFigures const& figures,
                                  model::StageId stage);
// Where belief and measurement lie farthest apart; else any.
std::optional<Beliefs> widest_beliefs(metrics::RoomFigures const& figures);

// "Leaders believe 70 of 100 ...; it is 35." Under five guesses it says so and gives no figure.
enum class Named { Journey, Here };
Sentence belief_sentence(PaintContext const& c, std::optional<Beliefs> const& beliefs, Named named);

// In place of a stage's yield: the figure that leaders believe, the others, what was measured, and
// all of them on one scale.
void paint_beliefs(PaintContext const& c, Tag tag, ScreenRect rect,
                   std::optional<Beliefs> const& beliefs);
// Median, middle half and n of each level; what was measured.
std::vector<LegendEntry> belief_legend(PaintContext const& c);

}  // namespace scene
