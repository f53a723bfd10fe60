// The frame: (room, layout, figures, view, theme, size) -> DrawList. Pure; the font book only
// caches. Must not know GL, clocks or input. Called by shell for every frame that changed and for
// render, dump and bench.
#pragma once

#include "base/catalogue.hpp"
#include "layout/map_layout.hpp"
#include "metrics/room_figures.hpp"
#include "model/room.hpp"
#include "scene/chrome.hpp"
#include "scene/draw_list.hpp"
#include "scene/picture_book.hpp"
#include "scene/scene_text.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace scene {

struct SceneInput {
    model::Room const& room;
    layout::MapLayout const& layout;
    metrics::RoomFigures const& figures;
    metrics::RoomFigures const* previous_figures =
        nullptr;                        // what values ease from (View::figures_share)
    metrics::FigureIndex const& index;  // monthly series for cards
    View const& view;
    Theme const& theme;
    Physical physical;
    base::Catalogue const& catalogue;
    SceneText& text;                        // shapes and breaks text (caches only)
    PictureBook const* pictures = nullptr;  // none: no picture is shown
};

// The same, as the still parts need it.
ChromeInput chrome_input(SceneInput const& input);

// Reuses the capacity of `out` (frames are built again and again).
void build_scene(SceneInput const& input, DrawList& out);

// One line a primitive in drawing order: KIND item=KIND:KEY role=R rect=x,y,w,h clip=x,y,w,h
// text="...".
std::string dump(DrawList const& list, model::Room const& room, FontBook const& fonts);

}  // namespace scene
