// What the wall asks of its shell when staff edit the blueprint, and what it is told. The app
// changes no room: the shell stores the edit, changes the room, and only then answers. Must not
// know stores.
#pragma once

#include <string>
#include <variant>

#include "model/edit.hpp"

namespace app {

struct UndoEdit {
    friend bool operator==(UndoEdit const&, UndoEdit const&) = default;
};
struct RedoEdit {
    friend bool operator==(RedoEdit const&, RedoEdit const&) = default;
};
using EditAsk = std::variant<model::Edit, UndoEdit, RedoEdit>;

// Refused, Unchanged: the room is as it was, because it could not be or because it was so already.
enum class EditFate { Stored, Refused, Unchanged };

struct EditAnswer {
    EditFate fate = EditFate::Refused;
    std::string why;   // Refused, Unchanged: one sentence
    std::string undo;  // names of the edits that undo and redo are about now; empty: none
    std::string redo;
    model::JourneyId journey;  // Stored: whose blueprint it changed
};

}  // namespace app
