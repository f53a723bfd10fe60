// What a figure of the wall is and what it rests on, as words: the formula, the value with its n,
// the period, the source and its age, and the rows behind it. Pure; must not know where it stands.
// Used by definition_plan and by tests.
#pragma once

#include <string>
#include <vector>

#include "scene/definition_answers.hpp"

namespace scene {

struct Definition {
    std::string title;    // "Promise kept"
    std::string subject;  // the touchpoint, stage or journey
    std::string formula;
    std::vector<DefinitionFact> facts;
    std::optional<DefinitionAnswers> answers;  // of a score, below the facts
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // a cell a column; the first is read from the left
    // (a row of one cell has the whole width)
};

Definition definition_of(ChromeInput const& input, FigureName const& figure);

// The asset row that the asked period shows: the latest that ends by its end; null when none does.
model::AssetPeriod const* asset_row(model::Room const& room, base::Period asked);
// "-5,000", with a real minus sign, and "+5,000".
std::string signed_count(std::int64_t value);

// The level 1 journey that lets most people down: the sentence the wall opens with.
std::optional<model::JourneyId> worst_journey(model::Room const& room,
                                              metrics::RoomFigures const& figures);

}  // namespace scene
