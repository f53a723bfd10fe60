#include "render/offscreen.hpp"

#include <epoxy/gl.h>
#include <stdexcept>
#include <string>

namespace render {

Offscreen::Offscreen(int width, int height) : m_width(width), m_height(height) {
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    if (width <= 0 || height <= 0 || width > largest || height > largest) {
        throw std::runtime_error("the GPU cannot draw a picture of " + std::to_string(width) + "x" +
                                 std::to_string(height) + " (largest side " +
                                 std::to_string(largest) + ")");
    }
    m_texture = make_texture();
    glBindTexture(GL_TEXTURE_2D, m_texture.name());
    // BGRA as in a window, and RGBA without a size so that the driver takes it as it is: the only
    // order that Mesa's llvmpipe draws rectangles to.
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    m_framebuffer = make_framebuffer();
    bind();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture.name(),
                           0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        throw std::runtime_error("the GPU refuses to draw into a picture of " +
                                 std::to_string(width) + "x" + std::to_string(height));
    }
    check_gl("Offscreen");
}

void Offscreen::bind() {
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer.name());
}

base::Image Offscreen::read() const {
    base::Image image;
    image.width = m_width;
    image.height = m_height;
    auto const row = static_cast<std::size_t>(m_width) * 4;
    image.rgba.resize(row * static_cast<std::size_t>(m_height));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, m_width, m_height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    // OpenGL's rows come from the bottom.
    for (int top = 0, bottom = m_height - 1; top < bottom; ++top, --bottom) {
        auto const a = image.rgba.begin() + static_cast<std::ptrdiff_t>(row) * top;
        auto const b = image.rgba.begin() + static_cast<std::ptrdiff_t>(row) * bottom;
        std::swap_ranges(a, a + static_cast<std::ptrdiff_t>(row), b);
    }
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        image.rgba[i] = 255;
    check_gl("Offscreen::read");
    return image;
}

void finish() {
    glFinish();
}

}  // namespace render
