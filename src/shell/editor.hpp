// Answers the wall's edits: into the store first, then into the wall's room. Must not know
// gestures. Used by replay and the kiosk when staff are at the wall.
#pragma once

#include <filesystem>

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

    storage::EditStore m_store;
    Wall& m_wall;
};

// The session's edits go to the editor, which must live as long.
void attach(Editor& editor, app::Session& session);

}  // namespace shell
