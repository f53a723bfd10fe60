// A wall that runs over a room's file, with a clock of its own, while others write there. Must not
// know what is tested. Used by the tests of following.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.hpp"
#include "shell/editor.hpp"
#include "shell/room_follower.hpp"
#include "shell/wall.hpp"

namespace shell_test {

enum class Who { Staff, Visitor };

struct Running {
    std::string file;
    std::optional<storage::FileMarks> loaded_at;
    shell::Wall wall;
    app::Session session;
    std::optional<shell::Editor> editor;
    shell::RoomFollower follower;
    double now_ms = 0;

    Running(std::string const& path, Who who);
    void obey(app::Command const& command);
    // What the loop does in three seconds; true when the wall took a room over.
    bool wait();
    std::string const& status() const { return session.state().view.status; }
    std::string told();

private:
    shell::RoomFollower made_follower(Who who);
};

// J2 with its floor open.
Running& on_the_floor(Running& running);
void light(Running& running, std::string const& node);
// Of what failed.
std::vector<std::string> lit_keys(Running const& running);
// The wall's room is the file's, and its picture is that of a wall that is opened now.
void check_as_fresh(Running& running);

void edit_from_outside(std::string const& file, std::vector<model::Edit> const& edits);
// The blueprint's rows the other way round, as a table that comes in again may leave them.
void reorder_from_outside(std::string const& file);

bool says(std::string const& text, std::string const& part);

}  // namespace shell_test
