// A framebuffer to draw into without a window, and its pixels back as an Image. Needs a current
// context.
#pragma once

#include "base/image.hpp"
#include "render/gl_object.hpp"

namespace render {

class Offscreen {
public:
    // Throws std::runtime_error when the size is more than the GPU offers.
    Offscreen(int width, int height);
    void bind();
    unsigned texture() const { return m_texture.name(); }
    base::Image read() const;  // rows from the top, opaque

private:
    int m_width;
    int m_height;
    Texture m_texture;
    Framebuffer m_framebuffer;
};

// Waits until all queued drawing is done (glFinish).
void finish();

}  // namespace render
