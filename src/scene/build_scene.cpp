#include "scene/build_scene.hpp"

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

}  // namespace

void build_scene(SceneInput const& input, DrawList& out) {
    ScreenSize const size = input.view.size;
    out.clear({0, 0, size.w, size.h}, input.theme.ground);
    Painter painter(input, out);
    ChromeInput const chrome_input{input.room,     input.layout,    input.index,
                                   input.figures,  input.view,      input.theme,
                                   input.physical, input.catalogue, input.text.measure()};
    Chrome const chrome = input.view.chrome ? layout_chrome(chrome_input) : map_alone(size);
    PaintContext const c{input, painter, chrome, chrome_unit(size, input.physical)};
    bool const settled = input.view.focus_share >= 1;
    painter.push_clip(settled ? base::intersection(chrome.shown, chrome.frozen.map)
                              : chrome.frozen.map);
    paint_frames(c);
    paint_connectors(c);
    paint_curves(c);
    paint_cells(c);
    paint_veil(c);
    painter.pop_clip();
    if (!input.view.chrome) return;
    paint_frozen(c);
    paint_sheet(c);
    paint_title(c);
    paint_legend(c);
    paint_dock(c);
    paint_cards(c);
}

}  // namespace scene
