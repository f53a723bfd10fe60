// Takes the wall along when another program changes its room's file: looks now and then, waits
// until no hand is at work, and puts the new room on the wall. Must not know gestures or SQLite.
// Used by the kiosk's loop.
#pragma once

#include <filesystem>
#include <optional>

#include "app/session.hpp"
#include "shell/editor.hpp"
#include "shell/picture_shelf.hpp"
#include "shell/wall.hpp"
#include "storage/file_marks.hpp"

namespace shell {

using Marks = std::optional<storage::FileMarks>;

struct Followed {
    std::filesystem::path database;
    Wall& wall;
    app::Session& session;
    Editor* editor = nullptr;          // none: nobody edits
    PictureShelf* pictures = nullptr;  // none: nobody decodes
    Marks loaded_at;                   // of the file, before the wall's room was read from it
};

class RoomFollower {
public:
    explicit RoomFollower(Followed const& followed);

    // True when the wall shows another room than before. To be called at any time: it looks at the
    // file at most as often as next_look_ms() says, and takes over what nobody has written on since
    // the last look. After a press that was refused because of the change it does not wait.
    bool follow(double now_ms);
    double next_look_ms() const { return m_next_look_ms; }

private:
    bool settled(double now_ms);
    bool changed_outside();
    FoundRoom read() const;
    void show(model::Room room, app::EditFate pressed);

    Followed m_followed;
    double m_next_look_ms = 0;
    Marks m_seen;   // at the last look
    Marks m_shown;  // of what the wall shows, where nobody edits
    Marks m_tried;  // that could not be taken over
    bool m_unsure;  // somebody may have written while the wall was opened
    int m_unquiet_looks = 0;
};

}  // namespace shell
