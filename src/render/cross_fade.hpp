// Keeps one picture of a view and lays it over another, so that a cut is a cross-fade. Must not
// know what is shown or how long it takes. Used by shell beside the renderer.
#pragma once

#include <filesystem>
#include <optional>

#include "render/gl_object.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"

namespace render {

class CrossFade {
public:
    // A current OpenGL context is needed from here to the destructor. Throws as Renderer does.
    explicit CrossFade(RendererOptions const& options);

    // Draws the list aside and keeps it; what is bound stays bound.
    void keep(Renderer& renderer, scene::DrawList const& list, scene::FontBook& fonts);
    // Lays the kept picture over the bound framebuffer of the same size; `share` 1 covers it.
    void draw(double share);

private:
    Program m_program;
    VertexArray m_vertex_array = make_vertex_array();
    std::optional<Offscreen> m_kept;
    int m_width = 0;
    int m_height = 0;
};

}  // namespace render
