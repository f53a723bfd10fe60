// Turns glyph runs into records: a whole line as one quad from the line atlas, or glyph by glyph
// where the line is large or coloured. Pure, no OpenGL.
#pragma once

#include "render/batch.hpp"
#include "render/line_atlas.hpp"
#include "scene/draw_list.hpp"
#include "scene/font.hpp"

namespace render {

struct TextSources {
    scene::FontBook& fonts;
    LineAtlas& lines;
};

void add_run(BatchBuilder& out, TextSources const& sources, scene::GlyphRun const& run,
             Bounds const& clip);

}  // namespace render
