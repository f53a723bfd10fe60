// A wall as a visitor sees it at one moment, and the rule that every picture keeps: no text runs
// into another one and none is cut. Must not know what is tested. Used by the wall's tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/session.hpp"
#include "shell/wall.hpp"

namespace shell_test {

struct Seen {
    scene::DrawList list;
    app::AppState state;
};

struct Visit {
    std::string view;
    scene::Overlay overlay = scene::Overlay::Reliability;
    double diagonal_in = 86;
    base::ScreenSize size{1920, 1080};
    double distance_m = 4;
    bool large_type = false;
    double curtain = 0;  // how far the floor is open
};

struct InkedText {
    std::string text;
    scene::Entry entry;
    base::ScreenRect ink;  // capitals and x-heights, cut by the clip
};

std::filesystem::path demo();
shell::WallFiles files();
model::Room room_of(std::filesystem::path const& pack);

Seen look(shell::Wall& wall, Visit const& visit);
// The texts of open cards are left out.
std::vector<InkedText> texts_of(shell::Wall& wall, scene::DrawList const& list);
void check_texts(shell::Wall& wall, Seen const& seen);
void check_texts(shell::Wall& wall, Visit const& visit);
// An open card's own texts keep apart.
void check_card(shell::Wall& wall, Visit const& visit);
// A definition card by itself: it lies over the map. Its texts keep apart, are whole, and are large
// enough at the hand.
std::vector<InkedText> definition_texts(shell::Wall& wall, scene::DrawList const& list);
// Of the definition that lies on top.
base::ScreenRect definition_paper(scene::Chrome const& chrome);
void check_definition(shell::Wall& wall, Visit const& visit);

}  // namespace shell_test
