#include "shell/picture.hpp"

#include <cmath>

#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "shell/gui.hpp"
#include "shell/headless.hpp"

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
    renderer.draw(list, wall.fonts(), width, height);
    Gui gui(wall.fonts().face_file(scene::Weight::SemiBold), GuiTarget::OpenGl);
    gui.frame(wall.chrome(state), gui_look(state));
    gui.draw();
    return target.read();
}

}  // namespace shell
