// A room file open for edits of its blueprint and accepted levels. Each edit is one transaction
// with its line of the history, on the disk before it is answered; what can be undone is what the
// file says, also after a crash. Must not know fingers or scripts. Used by shell.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

#include "model/edit.hpp"
#include "storage/blueprint_rows.hpp"
#include "storage/edit_log.hpp"
#include "storage/held_file.hpp"
#include "storage/overwrite_watch.hpp"
#include "storage/sqlite.hpp"

namespace storage {

// An edit that is on the disk.
struct StoredEdit {
    model::HistoryEntry entry;
    model::Edit change;  // what became of the blueprint: for an undo, what took the edit back
};

// The problem of an undo without anything to undo has no member.
using StoreAnswer = std::variant<StoredEdit, model::EditProblem>;

class EditStore {
public:
    // An older file is migrated after a copy. Throws as save_room().
    explicit EditStore(std::filesystem::path const& file, Patience patience = Patience::Waits);
    ~EditStore();
    EditStore(EditStore const&) = delete;
    EditStore& operator=(EditStore const&) = delete;

    // Each answers when all is on the disk, or throws (Error, StoreRefused) and has changed nothing
    // in this object; a later call finds out what the file holds. StoreRefused also when another
    // program changed the blueprint meanwhile; FileLost when the path no longer leads to the file.
    StoreAnswer apply(model::Edit const& edit, model::EditStamp stamp);
    StoreAnswer undo(model::EditStamp stamp);
    StoreAnswer redo(model::EditStamp stamp);

    // Whether a loaded room is the one that edits here change.
    bool holds_edited_of(model::Room const& room) const;

    // Whether the file was written by others, or is another, since it was read here. One that is
    // gone may come back and is no other. Throws Error, and waits for nobody.
    bool changed_outside();
    // The whole room as the file holds it now; edits here go on from it. Throws as apply(), where
    // another program has the file to itself at once or in some seconds.
    model::Room take_up(Patience patience = Patience::ComesBack);
    // Nothing that was done until now is undone or redone here: what it stood on is another's now.
    void close_history();

    // What undo and redo would be about; null where there is nothing.
    LoggedEdit const* next_undo() const;
    LoggedEdit const* next_redo() const;

private:
    // What the file held when it was last looked at; the outline has what edits read and change.
    struct State {
        model::Room outline;
        BlueprintPositions positions;
        LogState log;
        std::int64_t data_version = 0;
    };
    static State load_state(Database& database);
    void keep_up();
    void follow_others(State fresh);
    StoreAnswer in_transaction(std::function<StoreAnswer()> const& work);
    StoreAnswer step_in_history(LoggedEdit const& edit, model::HistoryEntry::What what,
                                model::EditStamp stamp);
    model::EditResult write(model::Edit const& edit);

    // In the order in which it is opened.
    struct Opened {
        Opened(std::filesystem::path const& file, Patience patience);
        Database database;
        BlueprintRows rows;
        EditLog log;
        std::optional<HeldFile> held_log;  // what is not yet in the file itself
        std::optional<OverwriteWatch> watch;
    };
    OverwriteWatch::Found require_files();
    void let_go_of_other_file() noexcept;

    std::filesystem::path m_file;
    HeldFile m_held;  // known before the database is opened, so that a change in between is seen
    std::unique_ptr<Opened> m_open;  // null: another file is in its place
    State m_state;
    bool m_stale = false;                   // a transaction failed: look again
    std::int64_t m_closed_until = 0;        // the last entry of the history that stays as it is
    std::optional<model::Edit> m_way_back;  // of the outline, until the transaction is through
};

// The history of a room file, oldest first. Throws as load_room().
std::vector<model::HistoryEntry> load_history(std::filesystem::path const& file);

}  // namespace storage
