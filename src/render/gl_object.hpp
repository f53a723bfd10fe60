// Move-only owners of OpenGL names. Must not know what is drawn. Used by this folder only; a
// context must be current from creation to destruction.
#pragma once

#include <utility>

namespace render {

// Deletes a GL name with `Delete` when it goes.
template <void (*Delete)(unsigned)>
class GlObject {
public:
    GlObject() = default;
    explicit GlObject(unsigned name) : m_name(name) {}
    GlObject(GlObject&& other) noexcept : m_name(std::exchange(other.m_name, 0U)) {}
    GlObject& operator=(GlObject&& other) noexcept {
        std::swap(m_name, other.m_name);
        return *this;
    }
    GlObject(GlObject const&) = delete;
    GlObject& operator=(GlObject const&) = delete;
    ~GlObject() {
        if (m_name != 0) Delete(m_name);
    }
    unsigned name() const { return m_name; }
    explicit operator bool() const { return m_name != 0; }

private:
    unsigned m_name = 0;
};

void delete_buffer(unsigned name);
void delete_texture(unsigned name);
void delete_vertex_array(unsigned name);
void delete_framebuffer(unsigned name);
void delete_shader(unsigned name);
void delete_program(unsigned name);

using Buffer = GlObject<delete_buffer>;
using Texture = GlObject<delete_texture>;
using VertexArray = GlObject<delete_vertex_array>;
using Framebuffer = GlObject<delete_framebuffer>;
using Shader = GlObject<delete_shader>;
using Program = GlObject<delete_program>;

Buffer make_buffer();
Texture make_texture();
VertexArray make_vertex_array();
Framebuffer make_framebuffer();

// Debug builds only: throws std::runtime_error naming `where` when OpenGL has an error waiting.
void check_gl(char const* where);

}  // namespace render
