// The textures of a renderer: the line atlas, the font book's pages (distances and emoji) and the
// room's pictures. Must not know what is drawn with them. Used by renderer.
#pragma once

#include <cstdint>
#include <vector>

#include "render/gl_object.hpp"
#include "render/line_atlas.hpp"
#include "render/picture_levels.hpp"
#include "scene/font.hpp"

namespace render {

class TextureStore {
public:
    // Copies what changed since the last call to the GPU.
    void upload(scene::FontBook& fonts, LineAtlas const& atlas);

    void set_picture(std::uint32_t index, PictureLevels const& picture);
    void forget_picture(std::uint32_t index);
    bool has_picture(std::uint32_t index) const;

    unsigned picture(std::uint32_t index) const { return m_pictures[index].name(); }
    unsigned lines() const { return m_lines.name(); }
    unsigned glyphs() const { return m_glyphs.texture.name(); }
    unsigned emoji() const { return m_emoji.texture.name(); }

private:
    // A texture array that holds the pages of one format.
    struct Pages {
        Texture texture;
        int layers = 0;
    };
    void upload_lines(LineAtlas const& atlas);
    void upload_pages(scene::FontBook& fonts);
    void make_room(Pages& pages, std::vector<scene::AtlasPage>& all, scene::AtlasFormat format);

    Texture m_lines;
    Pages m_glyphs;
    Pages m_emoji;
    std::vector<Texture> m_pictures;
};

}  // namespace render
