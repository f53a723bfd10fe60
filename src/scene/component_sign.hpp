// The four kinds of components as signs in ink, told apart by their outline alone: people, process,
// system, tool. Internal to what paints components.
#pragma once

#include "scene/painter.hpp"

namespace scene {

// In the square about `centre`.
void paint_component_sign(Painter& painter, Tag tag, model::ComponentKind kind, ScreenRect square,
                          Color color);

}  // namespace scene
