#include "shell/picture.hpp"

#include <cmath>
#include <limits>

#include "render/cross_fade.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "shell/gui.hpp"
#include "shell/headless.hpp"
#include "shell/picture_shelf.hpp"

namespace shell {

base::Image picture_of(Wall& wall, app::AppState const& state, AssetPaths const& assets) {
    int const width = static_cast<int>(std::lround(state.view.size.w));
    int const height = static_cast<int>(std::lround(state.view.size.h));
    HeadlessContext const context;
    render::Renderer renderer({assets.shaders});
    render::Offscreen target(width, height);
    target.bind();
    scene::DrawList list;
    wall.build(state, list);
    PictureShelf shelf(wall.room(), wall.pictures());
    shelf.load(list, std::numeric_limits<long long>::max());
    shelf.deliver(renderer);
    wall.build(state, list);  // a picture may have turned out to be damaged
    renderer.draw(list, wall.fonts(), width, height);
    if (double const share = app::cut_share(state); share < 1) {
        render::CrossFade fade({assets.shaders});
        wall.build_before_cut(state, list);
        fade.keep(renderer, list, wall.fonts());
        fade.draw(1 - share);
    }
    Gui gui(wall.fonts().face_file(scene::Weight::SemiBold), GuiTarget::OpenGl);
    gui.frame(wall.chrome(state), gui_look(state));
    gui.draw();
    return target.read();
}

}  // namespace shell
