// What the kiosk shows first, made beside the window: loading a room and laying it out takes about
// as long as the driver needs for a window, and neither needs the other. Must not know windows.
// Used by run_verb.
#pragma once

#include <future>
#include <memory>

#include "app/session.hpp"
#include "shell/asset_paths.hpp"
#include "shell/editor.hpp"
#include "shell/gui.hpp"
#include "shell/options.hpp"
#include "shell/picture_shelf.hpp"
#include "shell/room_follower.hpp"
#include "shell/wall.hpp"

namespace shell {

struct OpenedRoom {
    std::unique_ptr<Wall> wall;
    std::unique_ptr<Editor> editor;  // none: nobody edits
    std::unique_ptr<app::Session> session;
    std::unique_ptr<Gui> gui;
    std::unique_ptr<PictureShelf> pictures;
    std::unique_ptr<RoomFollower> follower;
};

// The date by this machine's clock (UTC).
base::Date today();

// Loads the room, waits for the window's size and prepares the first picture: texts are shaped,
// glyphs drawn. Throws Refused and what loading throws; what is wrong with the room is found
// before the size is waited for.
OpenedRoom open_room(RunOptions const& options, AssetPaths const& assets,
                     std::future<base::ScreenSize> size);

}  // namespace shell
