#include "render/gl_object.hpp"

#include <epoxy/gl.h>
#include <stdexcept>
#include <string>

namespace render {

void delete_buffer(unsigned name) {
    glDeleteBuffers(1, &name);
}
void delete_texture(unsigned name) {
    glDeleteTextures(1, &name);
}
void delete_vertex_array(unsigned name) {
    glDeleteVertexArrays(1, &name);
}
void delete_framebuffer(unsigned name) {
    glDeleteFramebuffers(1, &name);
}
void delete_shader(unsigned name) {
    glDeleteShader(name);
}
void delete_program(unsigned name) {
    glDeleteProgram(name);
}

Buffer make_buffer() {
    unsigned name = 0;
    glGenBuffers(1, &name);
    return Buffer(name);
}

Texture make_texture() {
    unsigned name = 0;
    glGenTextures(1, &name);
    return Texture(name);
}

VertexArray make_vertex_array() {
    unsigned name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}

Framebuffer make_framebuffer() {
    unsigned name = 0;
    glGenFramebuffers(1, &name);
    return Framebuffer(name);
}

void check_gl([[maybe_unused]] char const* where) {
#ifndef NDEBUG
    GLenum const error = glGetError();
    if (error != GL_NO_ERROR) {
        throw std::runtime_error("OpenGL error " + std::to_string(error) + " in " + where);
    }
#endif
}

}  // namespace render
