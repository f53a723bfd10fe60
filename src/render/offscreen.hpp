// A framebuffer to draw into without a window, and its pixels back as an Image. Needs a current context.
#pragma once

#include "base/image.hpp"

namespace render {

class Offscreen {
public:
    // Throws std::runtime_error when the size is more than the GPU offers.
    Offscreen(int width, int height);
    ~Offscreen();
    Offscreen(Offscreen const&) = delete;
    Offscreen& operator=(Offscreen const&) = delete;

    void bind();
    base::Image read() const;   // rows from the top, opaque

private:
    int m_width;
    int m_height;
    unsigned m_framebuffer = 0;
    unsigned m_texture = 0;
};

// Waits until all queued drawing is done (glFinish).
void finish();

}  // namespace render
