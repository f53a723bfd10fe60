#include "shell/wall.hpp"

#include <stdexcept>

#include "app/controls.hpp"
#include "exchange/catalogue_file.hpp"

namespace shell {

Wall::Wall(model::Room room, WallFiles const& files)
    : m_room(std::move(room)),
      m_index(metrics::make_index(m_room)),
      m_catalogue(exchange::read_catalogue(files.catalogue)),
      m_fonts(scene::FontOptions{.cache_file = files.glyph_cache}),
      m_text(m_fonts),
      m_pictures(scene::make_picture_book(m_room)) {}

app::World Wall::world() {
    return {m_room, m_index, m_catalogue, m_text.measure()};
}

void Wall::apply(model::Edit const& edit) {
    if (std::holds_alternative<model::EditProblem>(model::apply(m_room, edit)))
        throw std::logic_error("the wall's room is not the store's");
    // Signals stand against the level that was accepted.
    if (std::holds_alternative<model::SetBaseline>(edit)) m_index = metrics::make_index(m_room);
}

model::Room Wall::replace(model::Room room) {
    std::swap(m_room, room);
    m_index = metrics::make_index(m_room);
    if (m_room.media != room.media) m_pictures = scene::make_picture_book(m_room);
    return room;
}

scene::Chrome Wall::chrome(app::AppState const& state) {
    return app::chrome_of(world(), state);
}

void Wall::build(app::AppState const& state, scene::DrawList& out) {
    build(state, state.view, out);
}

void Wall::build_before_cut(app::AppState const& state, scene::DrawList& out) {
    scene::View view = state.view;
    view.camera = state.cut_from;
    build(state, view, out);
}

void Wall::build(app::AppState const& state, scene::View const& view, scene::DrawList& out) {
    m_fonts.begin_frame();
    bool const easing = view.figures_share < 1;
    scene::build_scene(
        {m_room, state.layout, state.figures, easing ? &state.previous_figures : nullptr, m_index,
         view, state.theme, app::physical_of(state), m_catalogue, m_text, &m_pictures},
        out);
}

std::string Wall::dump(scene::DrawList const& list) const {
    return scene::dump(list, m_room, m_fonts);
}

}  // namespace shell
