#include <algorithm>
#include <array>
#include <cstdio>

#include "scene/build_scene.hpp"

namespace scene {
namespace {

// Quotes, backslashes and line ends escaped, so that a primitive stays one line.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (char const ch : text) {
        if (ch == '"' || ch == '\\') out += '\\';
        if (ch == '\n') {
            out += "\\n";
        } else {
            out += ch;
        }
    }
    return out + "\"";
}

template <typename Thing>
std::string key_at(std::vector<Thing> const& things, std::uint32_t index) {
    return index < things.size() ? things[index].key : std::string("-");
}

// FROM-TO
std::string link_key(model::Room const& room, std::uint32_t link) {
    if (link >= room.blueprint_links.size()) return "-";
    model::BlueprintLink const& ends = room.blueprint_links[link];
    return key_at(room.blueprint_nodes, ends.from.value) + "-" +
           key_at(room.blueprint_nodes, ends.to.value);
}

std::string item_key(model::Room const& room, ItemKind kind, std::uint32_t item) {
    switch (kind) {
        case ItemKind::Touchpoint:
        case ItemKind::Card:
        case ItemKind::Evidence:
            return key_at(room.touchpoints, item);
        case ItemKind::Journey:
        case ItemKind::Floor:
        case ItemKind::Curve:
            return key_at(room.journeys, item);
        case ItemKind::Stage:
            return key_at(room.stages, item);
        case ItemKind::Step:
            return key_at(room.steps, item);
        case ItemKind::Persona:
            return item < room.personas.size() ? room.personas[item].key : "all";
        case ItemKind::Component:
            return key_at(room.components, item);
        case ItemKind::Node:
            return key_at(room.blueprint_nodes, item);
        case ItemKind::Link:
            return link_key(room, item);
        case ItemKind::Room:
            return room.info.key;
        default:
            return std::to_string(item);
    }
}

std::string rect_text(char const* name, ScreenRect const& r) {
    char buffer[128];
    std::snprintf(buffer, sizeof buffer, " %s=%.1f,%.1f,%.1f,%.1f", name, r.x, r.y, r.w, r.h);
    return buffer;
}

ScreenRect bounds_of(DrawList const& list, Polyline const& line) {
    ScreenRect box{list.points[line.first].x, list.points[line.first].y, 0, 0};
    double right = box.x;
    double bottom = box.y;
    for (std::uint32_t i = 1; i < line.count; ++i) {
        ScreenPoint const& p = list.points[line.first + i];
        box.x = std::min(box.x, p.x);
        box.y = std::min(box.y, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    return {box.x, box.y, right - box.x, bottom - box.y};
}

char const* name_of_shape(Shape shape) {
    constexpr std::array<char const*, 18> names{
        "box",     "disc",       "half-disc",   "triangle",   "hatched-ring", "dotted-ring",
        "ring",    "star",       "locked-star", "chevron-up", "bar",          "chevron-down",
        "diamond", "split-disc", "cross",       "arrow-up",   "arrow-down",   "far-card"};
    return names[static_cast<std::size_t>(shape)];
}

}  // namespace

std::string dump(DrawList const& list, model::Room const& room, FontBook const& fonts) {
    std::string out;
    for (Entry const& entry : list.entries) {
        std::string kind;
        std::string text = " text=\"\"";
        ScreenRect rect;
        switch (entry.kind) {
            case PrimitiveKind::Quad:
                kind = name_of_shape(list.quads[entry.index].shape);
                rect = list.quads[entry.index].rect;
                break;
            case PrimitiveKind::GlyphRun: {
                GlyphRun const& run = list.runs[entry.index];
                ShapedRun const& shaped = fonts.run(run.run);
                auto const size = static_cast<double>(run.size_px);
                kind = "text";
                text = " text=" + in_quotes(shaped.text);
                rect = {run.origin.x, run.origin.y - size * layout::ascent_em,
                        static_cast<double>(shaped.width_em) * size, size * layout::line_height_em};
                break;
            }
            case PrimitiveKind::Polyline:
                kind = "line";
                rect = bounds_of(list, list.polylines[entry.index]);
                break;
            case PrimitiveKind::Picture:
                kind = "picture";
                rect = list.pictures[entry.index].rect;
                break;
        }
        out += kind + " item=" + std::string(name_of(entry.item_kind)) + ":" +
               item_key(room, entry.item_kind, entry.item) +
               " role=" + std::string(name_of(entry.role)) + rect_text("rect", rect) +
               rect_text("clip", list.clips[entry.clip]);
        out += text;
        out += '\n';
    }
    return out;
}

}  // namespace scene
