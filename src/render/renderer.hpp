// Plays a DrawList with OpenGL 3.3: one instanced pipeline, everything a quad, clip rectangles as
// instance data. Must not know touchpoints or state. Used by shell (window and headless).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "render/picture_levels.hpp"
#include "scene/draw_list.hpp"
#include "scene/font.hpp"

namespace render {

struct RendererOptions {
    std::filesystem::path shader_folder;
};

class Renderer {
public:
    // A current OpenGL context is needed from here to the destructor. Throws std::runtime_error
    // with the shader's file and line when one does not compile.
    explicit Renderer(RendererOptions const& options);
    ~Renderer();
    Renderer(Renderer const&) = delete;
    Renderer& operator=(Renderer const&) = delete;

    // The pictures that DrawList::pictures name by index; made ready by the caller. Index i
    // replaces what was there.
    void set_picture(std::uint32_t index, PictureLevels const& picture);
    void forget_picture(std::uint32_t index);

    // Draws into the bound framebuffer of `width` x `height` pixels, clearing it with the list's
    // ground.
    void draw(scene::DrawList const& list, scene::FontBook& fonts, int width, int height);

    std::string gl_renderer() const;  // GL_RENDERER, for doctor and bench

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace render
