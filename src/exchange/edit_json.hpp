// Edits of the blueprint as JSON objects: a line of a script, of a replay, of the history that an
// export writes. What it wrote it reads back as the same edit. Must not know rooms: whether a key
// exists is found out when the edit is applied. Used by replay_file, pack_writer and shell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "exchange/json_reader.hpp"
#include "model/edit.hpp"

namespace exchange {

struct UndoEdit {
    friend bool operator==(UndoEdit const&, UndoEdit const&) = default;
};
struct RedoEdit {
    friend bool operator==(RedoEdit const&, RedoEdit const&) = default;
};
using EditRequest = std::variant<model::Edit, UndoEdit, RedoEdit>;

// "retitle", "undo" ...: the word of `edit` in a line.
std::string_view name_of(EditRequest const& request);

// The edit of {"edit":"retitle","node":"van-stock","text":"..."}, or what is wrong and at which
// byte of the text. What stands beside an edit in the history, in an answer or in a replay
// (sequence, at, level, of, already, t_ms, command) is passed over; a member that means nothing is
// a fault.
struct EditReading {
    std::optional<EditRequest> request;
    std::size_t offset = 0;
    std::string fault;
};
EditReading read_edit(JsonValue const& object);

// Where each member's value of a line stands, for what is found wrong with it later.
class MemberPlaces {
public:
    MemberPlaces() = default;
    MemberPlaces(std::string_view text, int line, JsonValue const& object);
    // The line's beginning for a member that is not there.
    Place of(std::string_view member) const;

private:
    Place m_begin{1, 1};
    std::vector<std::pair<std::string, Place>> m_members;
};

// A line of a script.
struct EditLine {
    std::optional<EditRequest> request;  // empty: see fault
    std::optional<Fault> fault;          // placed in the file
    MemberPlaces places;
    // Of a line of a history, which numbers its edits and says which one an undo is about.
    std::optional<double> sequence = {};
    std::optional<double> of = {};
};
// An entry of the history that says that a pack was imported.
bool is_import_line(std::string_view text);

EditLine read_edit_line(std::string_view text, int line);

// {"sequence":7,"at":"2026-09-30T12:00:00Z","level":"staff","edit":"retitle",...}, a line each,
// with undo and redo in the order in which they happened: a script again. An import is
// {"edit":"import",...}, which is none.
std::string history_lines(std::vector<model::HistoryEntry> const& history);
// One of them, without the newline.
std::string history_line(model::HistoryEntry const& entry);
// What a script is answered where its edit would change nothing: {"already":SENTENCE,"edit":...}.
std::string already_line(std::string const& sentence, EditRequest const& request);

}  // namespace exchange
