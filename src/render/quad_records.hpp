// Turns a draw list's boxes, marks, pictures and polylines into records. Text is text_records.
// Pure, no OpenGL.
#pragma once

#include <span>

#include "render/batch.hpp"
#include "scene/draw_list.hpp"

namespace render {

void add_quad(BatchBuilder& out, scene::Quad const& quad, Bounds const& clip);
void add_picture(BatchBuilder& out, scene::Picture const& picture, Bounds const& clip);
void add_polyline(BatchBuilder& out, scene::Polyline const& line,
                  std::span<scene::ScreenPoint const> points, Bounds const& clip);

}  // namespace render
