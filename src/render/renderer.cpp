#include "render/renderer.hpp"

#include <cmath>
#include <epoxy/gl.h>

#include "render/batch.hpp"
#include "render/gl_object.hpp"
#include "render/line_atlas.hpp"
#include "render/quad_records.hpp"
#include "render/shader.hpp"
#include "render/text_records.hpp"
#include "render/texture_store.hpp"

namespace render {

namespace {

// Quads a draw call. Mesa's llvmpipe takes two triangles for one rectangle, at two thirds of the
// time, where whole pairs of them arrive; its vertex stage cuts longer calls at 1 023 indices, amid
// a pair. To a GPU the calls are few either way.
constexpr std::uint32_t most_quads = 170;

struct PassProgram {
    char const* vertex;
    char const* fragment;
    char const* sampler;  // the uniform bound to texture unit 1, or null
};

// By Pass.
constexpr std::array<PassProgram, pass_count> pass_programs = {{
    {"solid", "solid", nullptr},
    {"solid", "solid", nullptr},
    {"shadow", "shadow", nullptr},
    {"pattern", "pattern", nullptr},
    {"segment", "segment", nullptr},
    {"box", "box", nullptr},
    {"accent_box", "accent_box", nullptr},
    {"far_card", "far_card", nullptr},
    {"picture", "picture", "picture"},
    {"mark", "mark", nullptr},
    {"state_mark", "state_mark", nullptr},
    {"text", "text", "atlas"},
    {"text", "text", "atlas"},
    {"text", "emoji", "atlas"},
}};

struct LoadedPass {
    Program program;
    int view_px = -1;
};

LoadedPass load_pass(std::filesystem::path const& folder, PassProgram const& names) {
    LoadedPass pass;
    pass.program = load_program({folder / (std::string(names.vertex) + ".vert.glsl"),
                                 folder / (std::string(names.fragment) + ".frag.glsl")});
    unsigned const program = pass.program.name();
    glUseProgram(program);
    pass.view_px = glGetUniformLocation(program, "view_px");
    glUniform1i(glGetUniformLocation(program, "records"), 0);
    if (names.sampler != nullptr) glUniform1i(glGetUniformLocation(program, names.sampler), 1);
    return pass;
}

std::vector<std::uint16_t> quad_indices() {
    std::vector<std::uint16_t> indices;
    indices.reserve(most_quads * 6);
    for (std::uint32_t quad = 0; quad < most_quads; ++quad) {
        for (std::uint32_t const c : {0U, 1U, 2U, 0U, 2U, 3U}) {
            indices.push_back(static_cast<std::uint16_t>(quad * 4 + c));
        }
    }
    return indices;
}

void set_blending(Pass pass) {
    if (pass == Pass::Solid) {
        glDisable(GL_BLEND);
    } else {
        glEnable(GL_BLEND);
    }
}

}  // namespace

struct Renderer::Implementation {
    std::array<LoadedPass, pass_count> passes;
    VertexArray vertex_array = make_vertex_array();
    Buffer indices = make_buffer();
    Buffer records = make_buffer();
    Texture records_texture = make_texture();
    BatchBuilder batches;
    LineAtlas lines;
    TextureStore textures;
    std::vector<Bounds> clips;

    explicit Implementation(std::filesystem::path const& folder) {
        for (std::size_t i = 0; i < pass_count; ++i)
            passes[i] = load_pass(folder, pass_programs[i]);
        glBindVertexArray(vertex_array.name());
        std::vector<std::uint16_t> const list = quad_indices();
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices.name());
        glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                     static_cast<GLsizeiptr>(list.size() * sizeof(list[0])), list.data(),
                     GL_STATIC_DRAW);
        glBindBuffer(GL_TEXTURE_BUFFER, records.name());
        glBindTexture(GL_TEXTURE_BUFFER, records_texture.name());
        glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32UI, records.name());
        check_gl("Renderer");
    }

    void build(scene::DrawList const& list, scene::FontBook& fonts, Bounds const& view);
    void add(scene::DrawList const& list, scene::Entry const& entry, scene::FontBook& fonts);
    void play(int width, int height);
    unsigned texture_of(Batch const& batch) const;
};

void Renderer::Implementation::build(scene::DrawList const& list, scene::FontBook& fonts,
                                     Bounds const& view) {
    clips.clear();
    for (scene::ScreenRect const& rect : list.clips) {
        Bounds const b = bounds_of(rect);
        clips.push_back(
            common({std::round(b.x0), std::round(b.y0), std::round(b.x1), std::round(b.y1)}, view));
    }
    lines.begin_frame(fonts);
    batches.begin(static_cast<int>(view.x1), static_cast<int>(view.y1));
    for (scene::Entry const& entry : list.entries)
        add(list, entry, fonts);
    batches.end();
}

void Renderer::Implementation::add(scene::DrawList const& list, scene::Entry const& entry,
                                   scene::FontBook& fonts) {
    Bounds const& clip = clips[entry.clip];
    switch (entry.kind) {
        case scene::PrimitiveKind::Quad:
            add_quad(batches, list.quads[entry.index], clip);
            break;
        case scene::PrimitiveKind::GlyphRun:
            add_run(batches, {fonts, lines}, list.runs[entry.index], clip);
            break;
        case scene::PrimitiveKind::Polyline: {
            scene::Polyline const& line = list.polylines[entry.index];
            add_polyline(batches, line, std::span(list.points).subspan(line.first, line.count),
                         clip);
            break;
        }
        case scene::PrimitiveKind::Picture:
            if (textures.has_picture(list.pictures[entry.index].image)) {
                add_picture(batches, list.pictures[entry.index], clip);
            }
            break;
    }
}

unsigned Renderer::Implementation::texture_of(Batch const& batch) const {
    switch (batch.pass) {
        case Pass::Picture:
            return textures.picture(batch.picture);
        case Pass::LineText:
            return textures.lines();
        case Pass::GlyphText:
            return textures.glyphs();
        case Pass::Emoji:
            return textures.emoji();
        default:
            return 0;
    }
}

void Renderer::Implementation::play(int width, int height) {
    std::span<Record const> const all = batches.records();
    glBindBuffer(GL_TEXTURE_BUFFER, records.name());
    glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(all.size_bytes()), all.data(),
                 GL_STREAM_DRAW);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, records_texture.name());
    glActiveTexture(GL_TEXTURE1);
    glBindVertexArray(vertex_array.name());
    for (Batch const& batch : batches.batches()) {
        LoadedPass const& pass = passes[static_cast<std::size_t>(batch.pass)];
        glUseProgram(pass.program.name());
        glUniform2f(pass.view_px, static_cast<float>(width), static_cast<float>(height));
        set_blending(batch.pass);
        GLenum const target = batch.pass == Pass::Picture ? GL_TEXTURE_2D : GL_TEXTURE_2D_ARRAY;
        if (unsigned const texture = texture_of(batch); texture != 0)
            glBindTexture(target, texture);
        for (std::uint32_t done = 0; done < batch.count; done += most_quads) {
            std::uint32_t const quads = std::min(most_quads, batch.count - done);
            glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(quads * 6),
                                     GL_UNSIGNED_SHORT, nullptr,
                                     static_cast<GLint>((batch.first + done) * 4));
        }
    }
    glActiveTexture(GL_TEXTURE0);
}

Renderer::Renderer(RendererOptions const& options)
    : m_implementation(std::make_unique<Implementation>(options.shader_folder)) {}

Renderer::~Renderer() = default;

void Renderer::set_picture(std::uint32_t index, PictureLevels const& picture) {
    m_implementation->textures.set_picture(index, picture);
}

void Renderer::forget_picture(std::uint32_t index) {
    m_implementation->textures.forget_picture(index);
}

void Renderer::draw(scene::DrawList const& list, scene::FontBook& fonts, int width, int height) {
    Implementation& it = *m_implementation;
    glViewport(0, 0, width, height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    auto const part = [](std::uint8_t c) { return static_cast<float>(c) / 255.0F; };
    glClearColor(part(list.ground.r), part(list.ground.g), part(list.ground.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    it.build(list, fonts, {0, 0, static_cast<float>(width), static_cast<float>(height)});
    it.textures.upload(fonts, it.lines);
    it.play(width, height);
    check_gl("Renderer::draw");
}

std::string Renderer::gl_renderer() const {
    auto const* text = glGetString(GL_RENDERER);
    std::string name;
    for (; text != nullptr && *text != 0; ++text)
        name.push_back(static_cast<char>(*text));
    return name;
}

}  // namespace render
