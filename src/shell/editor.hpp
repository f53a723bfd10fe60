// Answers the wall's edits: into the store first, then into the wall's room. Must not know
// gestures. Used by replay and the kiosk when staff are at the wall.
#pragma once

#include <filesystem>
#include <memory>

#include "app/session.hpp"
#include "shell/wall.hpp"
#include "storage/edit_store.hpp"

namespace shell {

class Editor {
public:
    // Opens the room's file for edits; throws what EditStore throws.
    Editor(std::filesystem::path const& database, Wall& wall);

    // Nothing asked: only what undo and redo would be about.
    app::EditAnswer standing() const;
    app::EditAnswer answer(app::EditAsk const& ask);

private:
    storage::StoreAnswer store(app::EditAsk const& ask);
    app::EditAnswer refused(std::string const& why);
    // After the file was lost or changed: the store anew where it holds what the wall shows. Says
    // what became of it; nothing where it cannot be opened.
    std::string open_again();

    std::filesystem::path m_database;
    std::unique_ptr<storage::EditStore> m_store;  // null: the file is not what the wall shows
    Wall& m_wall;
};

// The session's edits go to the editor, which must live as long.
void attach(Editor& editor, app::Session& session);

}  // namespace shell
