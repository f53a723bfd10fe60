// Which stage, step and card of the room each one of a matrix is. Must not change anything. Used by
// matrix_merge.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exchange/matrix.hpp"
#include "model/room.hpp"

namespace exchange {

// A journey of the room, flat and in reading order.
struct OldJourney {
    model::JourneyId journey;  // none: it is new
    std::vector<model::StageId> stages;
    std::vector<model::StepId> steps;
    std::vector<model::BlueprintNodeId> cards;
};
OldJourney old_journey(model::Room const& room, model::JourneyId journey);

// The content of a matrix, flat.
struct NewStep {
    std::size_t stage = 0;
    MatrixStep const* step = nullptr;
};
struct NewCard {
    std::size_t step = 0;
    MatrixCard const* card = nullptr;
};
struct NewJourney {
    std::vector<MatrixStage const*> stages;
    std::vector<NewStep> steps;
    std::vector<NewCard> cards;
};
NewJourney new_journey(MatrixContent const& content);

struct Match {
    std::size_t old = static_cast<std::size_t>(-1);  // position in OldJourney
    MatrixFate fate = MatrixFate::New;
    bool found() const { return fate != MatrixFate::New; }
};

// By position in NewJourney.
struct MatrixMatch {
    std::vector<Match> stages;
    std::vector<Match> steps;
    std::vector<Match> cards;
};

MatrixMatch match_journeys(model::Room const& room, OldJourney const& before,
                           NewJourney const& after);

}  // namespace exchange
