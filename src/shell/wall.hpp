// One room, loaded and ready to be drawn: figures' index, fonts, texts. The window, `render`,
// `dump` and `replay` all stand on it, so that they draw the same pixels. Must not know windows or
// files' formats.
#pragma once

#include <filesystem>

#include "app/app_state.hpp"
#include "base/catalogue.hpp"
#include "model/edit.hpp"
#include "scene/build_scene.hpp"

namespace shell {

struct WallFiles {
    std::filesystem::path catalogue;    // assets/text/en.json
    std::filesystem::path glyph_cache;  // may be empty: nothing is kept
};

class Wall {
public:
    // Throws std::runtime_error when the catalogue is missing or wrong.
    Wall(model::Room room, WallFiles const& files);
    Wall(Wall const&) = delete;
    Wall& operator=(Wall const&) = delete;

    app::World world();
    model::Room const& room() const { return m_room; }
    scene::FontBook& fonts() { return m_fonts; }
    scene::SceneText& text() { return m_text; }
    base::Catalogue const& catalogue() const { return m_catalogue; }
    scene::PictureBook& pictures() { return m_pictures; }

    // An edit that is in the store already.
    void apply(model::Edit const& edit);

    // Another room from now on; gives the old one back. What holds ids of it must follow.
    model::Room replace(model::Room room);

    scene::Chrome chrome(app::AppState const& state);
    void build(app::AppState const& state, scene::DrawList& out);
    // The view that a calm cut left, for the cross-fade.
    void build_before_cut(app::AppState const& state, scene::DrawList& out);
    std::string dump(scene::DrawList const& list) const;

private:
    void build(app::AppState const& state, scene::View const& view, scene::DrawList& out);

    model::Room m_room;
    metrics::FigureIndex m_index;
    base::Catalogue m_catalogue;
    scene::FontBook m_fonts;
    scene::SceneText m_text;
    scene::PictureBook m_pictures;
};

}  // namespace shell
