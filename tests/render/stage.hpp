// One GL context, font book and renderer for all cases of the executable, and a builder of small
// draw lists.
#pragma once

#include "base/image.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "scene/draw_list.hpp"
#include "scene/font.hpp"
#include "shell/headless.hpp"

namespace test_render {

struct Stage {
    shell::HeadlessContext context;
    scene::FontBook fonts{scene::FontOptions{}};
    render::Renderer renderer{{std::filesystem::path(SOURCE_ROOT) / "shaders"}};

    base::Image draw(scene::DrawList const& list);
};

Stage& stage();

inline constexpr scene::Color ink{0x1C, 0x22, 0x30, 255};
inline constexpr scene::Color paper{0xF6, 0xF4, 0xEF, 255};
inline constexpr scene::Color white{255, 255, 255, 255};
inline constexpr scene::Color kept{0x0B, 0x5F, 0xA5, 255};
inline constexpr scene::Color broken{0xB8, 0x4A, 0x00, 255};
inline constexpr scene::Color line_color{0x8C, 0x8A, 0x84, 255};
inline constexpr scene::Color gold{0xE0, 0xA1, 0x00, 255};

// A list on paper with one clip, the view.
scene::DrawList sheet(double width = 640, double height = 360);
void add(scene::DrawList& list, scene::Quad const& quad, std::uint32_t clip = 0);
void add(scene::DrawList& list, scene::Polyline line, std::vector<scene::ScreenPoint> const& points,
         std::uint32_t clip = 0);
void add_text(scene::DrawList& list, std::string_view text, scene::ScreenPoint baseline,
              float size_px, scene::Color color = ink, std::uint32_t clip = 0);
std::uint32_t add_clip(scene::DrawList& list, scene::ScreenRect rect);

scene::Quad box(scene::ScreenRect rect, scene::Color fill, float radius = 0);
scene::Color pixel(base::Image const& image, int x, int y);

}  // namespace test_render
