// Puts the results of a survey into a room in the store. Must not know how they came to be. Used by
// shell (scores).
#pragma once

#include <filesystem>
#include <vector>

#include "model/room.hpp"

namespace storage {

struct IncomingSurvey {
    model::Room const& outline;                 // what the rows refer to
    std::vector<model::Score> scores;           // replace those of the same touchpoint and period
    std::vector<model::Importance> importance;  // replaces all weights, as they share a hundred
    std::vector<model::AnswerCount> answers;    // replace those of the same question and period
};

// One transaction. Without importance the weights stay. Throws as save_room(), and StoreRefused
// when the room is no longer the outline's.
void merge_survey(std::filesystem::path const& file, IncomingSurvey const& incoming);

}  // namespace storage
