#include "render/cross_fade.hpp"

#include <cmath>
#include <epoxy/gl.h>

#include "render/shader.hpp"

namespace render {

CrossFade::CrossFade(RendererOptions const& options)
    : m_program(load_program(
          {options.shader_folder / "fade.vert.glsl", options.shader_folder / "fade.frag.glsl"})) {}

void CrossFade::keep(Renderer& renderer, scene::DrawList const& list, scene::FontBook& fonts) {
    GLint bound = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
    int const width = static_cast<int>(std::lround(list.view.w));
    int const height = static_cast<int>(std::lround(list.view.h));
    if (!m_kept || width != m_width || height != m_height) m_kept.emplace(width, height);
    m_width = width;
    m_height = height;
    m_kept->bind();
    renderer.draw(list, fonts, width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(bound));
}

void CrossFade::draw(double share) {
    if (!m_kept) return;
    glUseProgram(m_program.name());
    glUniform1i(glGetUniformLocation(m_program.name(), "kept"), 0);
    glUniform1f(glGetUniformLocation(m_program.name(), "share"), static_cast<float>(share));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, m_kept->texture());
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(m_vertex_array.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    // Who draws next restores what it found; this program may be gone by then.
    glUseProgram(0);
    check_gl("CrossFade::draw");
}

}  // namespace render
