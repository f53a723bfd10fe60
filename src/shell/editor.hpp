// Answers the wall's edits: into the store first, then into the wall's room. Must not know
// gestures. Used by replay and the kiosk when staff are at the wall.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "app/session.hpp"
#include "shell/wall.hpp"
#include "storage/edit_store.hpp"

namespace shell {

// Whether somebody (shell/room_follower) takes the wall along where another program changed the
// room, or it is to be started again.
enum class Changes { Followed, NeedRestart };

// What a look at the file found.
struct FoundRoom {
    std::optional<model::Room> room;
    bool busy = false;  // another program has the file to itself: it is worth another look
};

class Editor {
public:
    // Opens the room's file for edits; throws what EditStore throws.
    Editor(std::filesystem::path const& database, Wall& wall,
           Changes changes = Changes::NeedRestart);

    // Nothing asked: only what undo and redo would be about.
    app::EditAnswer standing() const;
    app::EditAnswer answer(app::EditAsk const& ask);

    // Somebody pressed and was told that the wall shows another room than the file holds.
    bool behind() const { return m_behind; }
    // Whether it is worth a look.
    bool changed_outside();
    // What the file holds now; edits go on from there, so that the wall must show it. Nothing where
    // it cannot be read, or where another room is in its place. Waits for nobody.
    FoundRoom take_up();

private:
    storage::StoreAnswer store(app::EditAsk const& ask);
    app::EditAnswer refused(std::string const& why);
    // After the file was lost or changed: the store anew where it holds what the wall shows. Says
    // what became of it; nothing where it cannot be opened.
    std::string open_again();
    FoundRoom take_up_opened();

    std::filesystem::path m_database;
    std::unique_ptr<storage::EditStore> m_store;  // null: the file could not be opened again
    Wall& m_wall;
    Changes m_changes;
    bool m_behind = false;
};

// The session's edits go to the editor, which must live as long.
void attach(Editor& editor, app::Session& session);

}  // namespace shell
