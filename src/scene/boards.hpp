// The full views that are not the map, each painted by one function into the map's part of the
// screen. Internal to this folder.
#pragma once

#include <string_view>

#include "scene/paint.hpp"

namespace scene {

// The board that is shown, cross-faded with the one before it (boards.cpp).
void paint_boards(PaintContext const& c);
// True while nothing of the map can be seen.
bool covers_map(View const& view);
// What the title says of a board.
void paint_board_title(PaintContext const& c);

// A board that has nothing to show says what would fill it, and below it what is there but cannot
// be shown.
inline constexpr double empty_board_cap = 13;  // design millimetres
void paint_empty_board(PaintContext const& c, std::string_view what, std::string_view why = {});

void paint_grid_board(PaintContext const& c, Board board);
void paint_asset_board(PaintContext const& c);
void paint_contradictions_board(PaintContext const& c);
void paint_components_board(PaintContext const& c);
// What the components board says below its title: who stands under most.
std::string components_sentence(PaintContext const& c);

}  // namespace scene
