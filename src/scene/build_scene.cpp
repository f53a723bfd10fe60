#include "scene/build_scene.hpp"

#include "scene/paint.hpp"
#include "scene/painter.hpp"

namespace scene {

namespace {

Chrome map_alone(ScreenSize size) {
    Chrome chrome;
    chrome.map = {0, 0, size.w, size.h};
    return chrome;
}

}  // namespace

void build_scene(SceneInput const& input, DrawList& out) {
    ScreenSize const size = input.view.size;
    out.clear({0, 0, size.w, size.h}, input.theme.ground);
    Painter painter(input, out);
    ChromeInput const chrome_input{input.room,      input.layout,        input.index,
                                   input.view,      input.theme,         input.physical,
                                   input.catalogue, input.text.measure()};
    Chrome const chrome =
        input.view.chrome ? layout_chrome(chrome_input) : map_alone(input.view.size);
    PaintContext const c{input, painter, chrome, chrome_unit(size, input.physical),
                         title_place(input.layout, input.view.camera, chrome.map)};
    Frozen const frozen = input.view.chrome ? frozen_parts(c) : Frozen{.map = chrome.map};
    painter.push_clip(frozen.map);
    paint_frames(c);
    paint_connectors(c);
    paint_curves(c);
    paint_cells(c);
    painter.pop_clip();
    if (!input.view.chrome) return;
    paint_frozen(c, frozen);
    paint_title(c);
    paint_legend(c);
    paint_dock(c);
    paint_cards(c);
}

}  // namespace scene
