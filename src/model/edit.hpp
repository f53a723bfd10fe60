// Edits of the room as values that name things by their keys: what staff change on the wall,
// what a script asks for, what the history keeps. Applying one gives the edit that takes it back.
// Must not know stores, files or fingers. Used by storage, exchange, app and shell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/room.hpp"

namespace model {

// A place counts rows from 0, in the order of the pack's file; without one a thing comes last (when
// it is added) or stays where it stands (when it is moved).
using RowPlace = std::optional<std::size_t>;

struct LinkNodes {
    std::string from;
    std::string to;
    LinkKind kind = LinkKind::None;
    RowPlace place;
    friend bool operator==(LinkNodes const&, LinkNodes const&) = default;
};

struct UnlinkNodes {
    std::string from;
    std::string to;
    std::optional<LinkKind> kind;  // none: the only link between the two
    RowPlace place;                // tells apart two equal links of a pack
    friend bool operator==(UnlinkNodes const&, UnlinkNodes const&) = default;
};

struct AddNode {
    std::string node;  // the key that it gets
    std::string journey;
    std::string step;
    BlueprintLane lane = BlueprintLane::Backstage;
    std::string text;
    std::string touchpoint;  // keys; empty: none
    std::string team;
    std::string component;
    std::optional<bool> fail_point;
    std::optional<double> wait_minutes;
    RowPlace place;
    std::vector<LinkNodes> links;  // come along, in ascending places: a removed node that returns
    friend bool operator==(AddNode const&, AddNode const&) = default;
};

// Takes its links along.
struct RemoveNode {
    std::string node;
    friend bool operator==(RemoveNode const&, RemoveNode const&) = default;
};

struct MoveNode {
    std::string node;
    std::string step;                   // of its journey; empty: stays
    std::optional<BlueprintLane> lane;  // none: stays
    RowPlace place;                     // counted without the node itself
    friend bool operator==(MoveNode const&, MoveNode const&) = default;
};

struct RetitleNode {
    std::string node;
    std::string text;
    friend bool operator==(RetitleNode const&, RetitleNode const&) = default;
};

struct MarkFailPoint {
    std::string node;
    std::optional<bool> on;  // none: not said, as an empty cell
    friend bool operator==(MarkFailPoint const&, MarkFailPoint const&) = default;
};

struct SetWait {
    std::string node;
    std::optional<double> minutes;
    friend bool operator==(SetWait const&, SetWait const&) = default;
};

// Accepts a new level for a touchpoint's promise, or goes back to its first months.
struct SetBaseline {
    std::string touchpoint;
    std::optional<base::Date> from;  // any day of the month; none: no level is accepted
    std::string reason;              // not empty when a level is accepted
    friend bool operator==(SetBaseline const&, SetBaseline const&) = default;
};

using Edit = std::variant<AddNode, RemoveNode, MoveNode, RetitleNode, LinkNodes, UnlinkNodes,
                          MarkFailPoint, SetWait, SetBaseline>;

// The word in scripts and in the history: add, remove, move, retitle, link, unlink, fail-point,
// wait, baseline.
std::string_view name_of(Edit const& edit);
// The node that it is about; of a link the one it comes from, of a baseline its touchpoint.
std::string const& node_of(Edit const& edit);

// Wrong: it cannot be. AlreadySo: the room is as it asks, so that there is nothing to do, to keep
// in the history or to take back.
enum class EditObstacle { Wrong, AlreadySo };

// Why an edit is not done; `member` names its field as scripts do ("node", "from", "step" ...).
struct EditProblem {
    std::string member;
    std::string text;  // one sentence without a point
    EditObstacle obstacle = EditObstacle::Wrong;
};

// What was done: the edit with everything said that it left open (places, lanes, kinds), and the
// edit that takes it back, exactly, as long as nothing else happened meanwhile.
struct AppliedEdit {
    Edit done;
    Edit inverse;
};

using EditResult = std::variant<AppliedEdit, EditProblem>;

// Changes blueprint_nodes, blueprint_links and baselines of the room, or nothing. Reads journeys,
// steps, touchpoints and components.
EditResult apply(Room& room, Edit const& edit);

// Why nobody should ask for an edit that could be: words that nobody can read, or the room is
// already as it asks (told first). One rule for all edits; what an edit names must be there, so
// that a link which is not there cannot be taken away. Not asked of what a history takes back or
// does again: a room may hold such words, a history such edits.
std::optional<EditProblem> request_problem(Room const& room, Edit const& edit);

// What the room has observations of.
struct Counted {
    std::optional<base::Period> room;  // from the first to the last day, of any touchpoint
    bool touchpoint = false;           // the level's own has a row, whatever it counts
};

// Why a level cannot begin there: nobody counted its touchpoint, or nobody counted anything in its
// month. One rule for edits, imports and so exports: rows are corrected, never taken out, so that
// what was accepted once stays acceptable.
std::optional<EditProblem> level_problem(SetBaseline const& level, Counted const& counted);

// Look-up by key; an invalid id when there is none.
BlueprintNodeId find_node(Room const& room, std::string_view key);
StepId find_step(Room const& room, JourneyId journey, std::string_view key);

// A key that no node of the room has yet, made from the step's and the lane's.
std::string fresh_node_key(Room const& room, std::string_view stem);

// Who edited. A PIN tells more of them apart later.
enum class EditLevel { Staff };

struct EditStamp {
    std::int64_t at_ms = 0;  // UTC, since 1970
    EditLevel level = EditLevel::Staff;
    friend bool operator==(EditStamp const&, EditStamp const&) = default;
};

// A line of the history. It only grows: taking back is an entry, too, and so is a pack that
// replaced the content, across which nothing is taken back.
struct HistoryEntry {
    enum class What { Edited, Undone, Redone, Imported } what = What::Edited;
    std::int64_t sequence = 0;  // from 1
    std::optional<std::int64_t> at_ms;
    EditLevel level = EditLevel::Staff;
    std::optional<std::int64_t> of;  // Undone, Redone: the edit's sequence
    std::optional<Edit> edit;        // Edited: what was done
    friend bool operator==(HistoryEntry const&, HistoryEntry const&) = default;
};

}  // namespace model
