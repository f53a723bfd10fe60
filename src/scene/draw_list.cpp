#include "scene/draw_list.hpp"

#include <array>

namespace scene {

void DrawList::clear(ScreenRect view_px, Color ground_color) {
    view = view_px;
    ground = ground_color;
    entries.clear();
    quads.clear();
    runs.clear();
    polylines.clear();
    points.clear();
    pictures.clear();
    clips.assign(1, view_px);
    items_visible = 0;
}

std::string_view name_of(ItemKind kind) {
    constexpr std::array<std::string_view, 22> names{
        "chrome", "room",  "journey", "stage",     "step",   "touchpoint",
        "lane",   "curve", "quote",   "connector", "card",   "definition",
        "legend", "dock",  "minimap", "persona",   "period", "component",
        "floor",  "node",  "link",    "evidence"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Role role) {
    constexpr std::array<std::string_view, 36> names{
        "ground", "panel",  "shadow",  "rule",     "title",   "subtitle", "label",   "name",
        "leader", "action", "mark",    "cell",     "measure", "figure",   "promise", "interval",
        "target", "series", "axis",    "curve",    "point",   "quote",    "yield",   "scale",
        "source", "value",  "star",    "position", "control", "thumb",    "link",    "state",
        "why",    "veil",   "picture", "lit"};
    return names[static_cast<std::size_t>(role)];
}

}  // namespace scene
