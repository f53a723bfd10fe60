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

// Pictures are blended premultiplied, so that their filtered edges keep their colour.
std::vector<std::uint8_t> premultiplied(base::Image const& image) {
    std::vector<std::uint8_t> pixels = image.rgba;
    for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
        unsigned const alpha = pixels[i + 3];
        for (std::size_t c = 0; c < 3; ++c) {
            pixels[i + c] = static_cast<std::uint8_t>((pixels[i + c] * alpha + 127) / 255);
        }
    }
    return pixels;
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
    if (needed <= pages.layers) return;
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

void TextureStore::set_picture(std::uint32_t index, base::Image const& image) {
    if (m_pictures.size() <= index) m_pictures.resize(index + 1U);
    m_pictures[index] = make_texture();
    glBindTexture(GL_TEXTURE_2D, m_pictures[index].name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, premultiplied(image).data());
    smooth_edges(GL_TEXTURE_2D);
    // Portraits are often shown far smaller than they are.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 1000);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glGenerateMipmap(GL_TEXTURE_2D);
}

void TextureStore::forget_picture(std::uint32_t index) {
    if (index < m_pictures.size()) m_pictures[index] = {};
}

bool TextureStore::has_picture(std::uint32_t index) const {
    return index < m_pictures.size() && m_pictures[index];
}

}  // namespace render
