// What staff are doing to the blueprint: the node in hand, what a finger drags, the text that is
// being typed. Plain values, part of View; nodes go by their keys, because edits move ids. Must not
// know how it is painted or touched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/geometry.hpp"
#include "model/blueprint.hpp"

namespace scene {

// What a control of staff does.
enum class EditAction {
    Undo,
    Redo,
    Add,   // a new node in an empty cell
    Node,  // the node in hand: a finger drags it
    Port,  // its port: a finger draws a link out of it
    Panel,
    Close,
    Retitle,
    FailPoint,
    AddHere,  // another node in the cell of the one in hand
    Remove,
    WaitLess,
    WaitMore,
    Unlink,
    Kind,  // of the link that was drawn
    Keyboard,
    Key,
    Capitals,
    FurtherLetters,
    Erase,
    Cancel,
    Finish,
    AcceptLevel  // on a card: the new level of a promise
};

struct EditDrag {
    enum class What { Node, Link } what = What::Node;
    base::ScreenPoint at;   // px: where the finger is
    base::ScreenPoint off;  // Node: from the finger to the box's corner
};

// A link between two nodes whose kind is being chosen.
struct LinkDraft {
    std::string from;
    std::string to;
};

// A text being typed: the new one of a node, or that of a node to come.
struct TextDraft {
    std::string node;     // empty: a node to come
    std::string journey;  // keys: where that will stand
    std::string step;
    model::BlueprintLane lane = model::BlueprintLane::Backstage;
    std::string touchpoint;  // not empty: the reason why its new level is accepted
    base::Date from;         // that level's first month
    std::string text;
    bool capitals = true;
    bool further_letters = false;  // the page of accents and umlauts
};

struct Editing {
    bool staff = false;
    std::string undo;  // names of the edits that undo and redo are about; empty: none
    std::string redo;
    std::string node;  // in hand; empty: none
    std::optional<EditDrag> drag;
    std::optional<LinkDraft> link;
    std::optional<TextDraft> text;
};

}  // namespace scene
