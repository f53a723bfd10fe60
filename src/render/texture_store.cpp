#include "render/texture_store.hpp"

#include <epoxy/gl.h>

namespace render {

namespace {

void smooth_edges(GLenum target) {
    glTexParameteri(target, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(target, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(target, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(target, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(target, GL_TEXTURE_MAX_LEVEL, 0);
}

struct PixelLayout {
    GLenum inner = GL_R8;
    GLenum outer = GL_RED;
    int bytes = 1;
};

PixelLayout layout_of(scene::AtlasFormat format) {
    if (format == scene::AtlasFormat::Color) return {GL_RGBA8, GL_RGBA, 4};
    return {};
}

}  // namespace

void TextureStore::upload(scene::FontBook& fonts, LineAtlas const& atlas) {
    glActiveTexture(GL_TEXTURE1);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    upload_lines(atlas);
    upload_pages(fonts);
    glActiveTexture(GL_TEXTURE0);
}

void TextureStore::upload_lines(LineAtlas const& atlas) {
    if (!m_lines) {
        m_lines = make_texture();
        glBindTexture(GL_TEXTURE_2D_ARRAY, m_lines.name());
        glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_R8, LineAtlas::width_px, LineAtlas::height_px,
                     LineAtlas::layers, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
        smooth_edges(GL_TEXTURE_2D_ARRAY);
    }
    if (atlas.uploads().empty()) return;
    glBindTexture(GL_TEXTURE_2D_ARRAY, m_lines.name());
    for (LineUpload const& part : atlas.uploads()) {
        glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, part.x, part.y, static_cast<GLint>(part.layer),
                        part.width, part.height, 1, GL_RED, GL_UNSIGNED_BYTE,
                        atlas.staging().data() + part.offset);
    }
}

void TextureStore::make_room(Pages& pages, std::vector<scene::AtlasPage>& all,
                             scene::AtlasFormat format) {
    int needed = 0;
    scene::AtlasPage const* first = nullptr;
    for (scene::AtlasPage const& page : all) {
        if (page.format != format) continue;
        first = first == nullptr ? &page : first;
        needed = std::max(needed, page.layer + 1);
    }
    if (first == nullptr || needed <= pages.layers) return;
    pages.layers = needed;
    pages.texture = make_texture();
    PixelLayout const layout = layout_of(format);
    glBindTexture(GL_TEXTURE_2D_ARRAY, pages.texture.name());
    glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, static_cast<GLint>(layout.inner), first->width,
                 first->height, needed, 0, layout.outer, GL_UNSIGNED_BYTE, nullptr);
    smooth_edges(GL_TEXTURE_2D_ARRAY);
    for (scene::AtlasPage& page : all) {
        if (page.format != format) continue;
        page.dirty_first = 0;
        page.dirty_last = page.height;
    }
}

void TextureStore::upload_pages(scene::FontBook& fonts) {
    std::vector<scene::AtlasPage>& all = fonts.pages();
    make_room(m_glyphs, all, scene::AtlasFormat::Distance);
    make_room(m_emoji, all, scene::AtlasFormat::Color);
    for (scene::AtlasPage& page : all) {
        int const rows = page.dirty_last - page.dirty_first;
        if (rows <= 0) continue;
        PixelLayout const layout = layout_of(page.format);
        Pages const& pages = page.format == scene::AtlasFormat::Color ? m_emoji : m_glyphs;
        glBindTexture(GL_TEXTURE_2D_ARRAY, pages.texture.name());
        auto const start = static_cast<std::size_t>(page.dirty_first) *
                           static_cast<std::size_t>(page.width) *
                           static_cast<std::size_t>(layout.bytes);
        glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, page.dirty_first, page.layer, page.width, rows,
                        1, layout.outer, GL_UNSIGNED_BYTE, page.pixels.data() + start);
        page.dirty_first = 0;
        page.dirty_last = 0;
    }
}

void TextureStore::set_picture(std::uint32_t index, PictureLevels const& picture) {
    if (m_pictures.size() <= index) m_pictures.resize(index + 1U);
    m_pictures[index] = make_texture();
    glBindTexture(GL_TEXTURE_2D, m_pictures[index].name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    for (std::size_t level = 0; level < picture.size(); ++level) {
        base::Image const& image = picture[level];
        glTexImage2D(GL_TEXTURE_2D, static_cast<GLint>(level), GL_RGBA8, image.width, image.height,
                     0, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    }
    smooth_edges(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, static_cast<GLint>(picture.size()) - 1);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
}

void TextureStore::forget_picture(std::uint32_t index) {
    if (index < m_pictures.size()) m_pictures[index] = {};
}

bool TextureStore::has_picture(std::uint32_t index) const {
    return index < m_pictures.size() && m_pictures[index];
}

}  // namespace render
