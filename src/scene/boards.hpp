// The full views that are not the map, each painted by one function into the map's part of the
// screen. Internal to this folder.
#pragma once

#include "scene/paint.hpp"

namespace scene {

// The board that is shown, cross-faded with the one before it (boards.cpp).
void paint_boards(PaintContext const& c);
// True while nothing of the map can be seen.
bool covers_map(View const& view);
// What the title says of a board.
void paint_board_title(PaintContext const& c);

void paint_grid_board(PaintContext const& c, Board board);
void paint_asset_board(PaintContext const& c);
void paint_contradictions_board(PaintContext const& c);
void paint_components_board(PaintContext const& c);
// What the components board says below its title: who stands under most.
std::string components_sentence(PaintContext const& c);

}  // namespace scene
