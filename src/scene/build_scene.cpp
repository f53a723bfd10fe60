#include "scene/build_scene.hpp"

#include "scene/boards.hpp"
#include "scene/curtain.hpp"
#include "scene/floor.hpp"
#include "scene/lens_paint.hpp"
#include "scene/paint.hpp"
#include "scene/painter.hpp"

namespace scene {

namespace {

Chrome map_alone(ScreenSize size) {
    Chrome chrome;
    chrome.map = {0, 0, size.w, size.h};
    chrome.frozen.map = chrome.map;
    chrome.shown = chrome.map;
    return chrome;
}

void paint_map(PaintContext const& c) {
    bool const settled = c.input.view.focus_share >= 1;
    c.painter.push_clip(settled ? base::intersection(c.chrome.shown, c.chrome.frozen.map)
                                : c.chrome.frozen.map);
    auto const floor = open_floor(c.input.layout, c.input.view);
    if (floor) c.painter.set_cover(c.on_screen(floor->shown));
    paint_frames(c);
    paint_connectors(c);
    paint_curves(c);
    paint_cells(c);
    c.painter.set_cover({});
    paint_floor(c);
    paint_veil(c);
    c.painter.pop_clip();
    if (!c.input.view.chrome) return;
    paint_frozen(c);
    paint_curtain_handle(c);
    paint_sheet(c);
}

}  // namespace

ChromeInput chrome_input(SceneInput const& input) {
    return {input.room,  input.layout,   input.index,     input.figures,       input.view,
            input.theme, input.physical, input.catalogue, input.text.measure()};
}

void build_scene(SceneInput const& input, DrawList& out) {
    ScreenSize const size = input.view.size;
    out.clear({0, 0, size.w, size.h}, input.theme.ground);
    Painter painter(input, out);
    Chrome const chrome = input.view.chrome ? layout_chrome(chrome_input(input)) : map_alone(size);
    PaintContext const c{input, painter, chrome, chrome_unit(size, input.physical)};
    if (!covers_map(input.view)) paint_map(c);
    if (!input.view.chrome) return;
    paint_boards(c);
    paint_title(c);
    paint_lens_chip(c);
    paint_legend(c);
    paint_floor_note(c);
    paint_dock(c);
    paint_cards(c);
    paint_evidence(c);
    paint_definitions(c);
    paint_lenses(c);
    paint_editing(c);
}

}  // namespace scene
