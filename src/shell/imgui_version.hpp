// What differs between the Dear ImGui of Debian 12 (1.86) and today's (1.92), and nothing else: how
// the pointer is fed, how a font of another size is taken up, what a context leaves behind. Must
// not know the dock. Used by shell/gui only.
#pragma once

#include <backends/imgui_impl_opengl3.h>
#include <dlfcn.h>
#include <imgui.h>

namespace shell::imgui_version {

inline void feed_pointer(ImVec2 at, bool down) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18950
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
#endif
#if IMGUI_VERSION_NUM >= 18700
    io.AddMousePosEvent(at.x, at.y);
    io.AddMouseButtonEvent(0, down);
#else
    io.MousePos = at;
    io.MouseDown[0] = down;
#endif
}

// Since 1.92 one font serves every size and the backend keeps its texture; before, a size is an
// atlas of its own.
inline constexpr bool fonts_scale = IMGUI_VERSION_NUM >= 19200;

inline void forget_font_texture() {
#if IMGUI_VERSION_NUM < 19200
    ImGui_ImplOpenGL3_DestroyFontsTexture();
#endif
}

inline void make_font_texture() {
#if IMGUI_VERSION_NUM < 19200
    ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

// Before there is an OpenGL context; the backend makes the texture in its first frame.
inline void prepare_fonts_for_renderer() {
#if IMGUI_VERSION_NUM < 19200
    ImGui::GetIO().Fonts->Build();
#endif
}

// For a context that nobody draws.
inline void prepare_fonts_without_renderer() {
#if IMGUI_VERSION_NUM < 19200
    ImGui::GetIO().Fonts->Build();
#else
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#endif
}

// Before the backend is started. 1.92 closes the OpenGL library when a context ends and keeps the
// addresses for the next one: the library must stay where it is.
inline void keep_gl_library() {
#if IMGUI_VERSION_NUM >= 19200
    for (char const* name : {"libOpenGL.so.0", "libGL.so.1"})
        static_cast<void>(dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE));
#endif
}

inline void push_font(ImFont* font, float size_px) {
#if IMGUI_VERSION_NUM < 19200
    static_cast<void>(size_px);
    ImGui::PushFont(font);
#else
    ImGui::PushFont(font, size_px);
#endif
}

}  // namespace shell::imgui_version
