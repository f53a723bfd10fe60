#include "stage.hpp"

namespace test_render {

base::Image Stage::draw(scene::DrawList const& list) {
    int const width = static_cast<int>(list.view.w);
    int const height = static_cast<int>(list.view.h);
    render::Offscreen target(width, height);
    target.bind();
    renderer.draw(list, fonts, width, height);
    return target.read();
}

Stage& stage() {
    static Stage shared;
    return shared;
}

scene::DrawList sheet(double width, double height) {
    scene::DrawList list;
    list.view = {0, 0, width, height};
    list.ground = paper;
    list.clips.push_back(list.view);
    return list;
}

namespace {

void add_entry(scene::DrawList& list, scene::PrimitiveKind kind, std::size_t count,
               std::uint32_t clip) {
    scene::Entry entry;
    entry.kind = kind;
    entry.index = static_cast<std::uint32_t>(count - 1);
    entry.clip = clip;
    list.entries.push_back(entry);
}

}  // namespace

void add(scene::DrawList& list, scene::Quad const& quad, std::uint32_t clip) {
    list.quads.push_back(quad);
    add_entry(list, scene::PrimitiveKind::Quad, list.quads.size(), clip);
}

void add(scene::DrawList& list, scene::Polyline line, std::vector<scene::ScreenPoint> const& points,
         std::uint32_t clip) {
    line.first = static_cast<std::uint32_t>(list.points.size());
    line.count = static_cast<std::uint32_t>(points.size());
    list.points.insert(list.points.end(), points.begin(), points.end());
    list.polylines.push_back(line);
    add_entry(list, scene::PrimitiveKind::Polyline, list.polylines.size(), clip);
}

void add_text(scene::DrawList& list, std::string_view text, scene::ScreenPoint baseline,
              float size_px, scene::Color color, std::uint32_t clip) {
    scene::GlyphRun run;
    run.run = stage().fonts.shape(text, scene::Weight::Regular);
    run.origin = baseline;
    run.size_px = size_px;
    run.color = color;
    list.runs.push_back(run);
    add_entry(list, scene::PrimitiveKind::GlyphRun, list.runs.size(), clip);
}

std::uint32_t add_clip(scene::DrawList& list, scene::ScreenRect rect) {
    list.clips.push_back(rect);
    return static_cast<std::uint32_t>(list.clips.size() - 1);
}

scene::Quad box(scene::ScreenRect rect, scene::Color fill, float radius) {
    scene::Quad quad;
    quad.rect = rect;
    quad.fill = fill;
    quad.radius = radius;
    return quad;
}

scene::Color pixel(base::Image const& image, int x, int y) {
    auto const at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(x)) *
                    4;
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

}  // namespace test_render
