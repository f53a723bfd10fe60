// The names in the rail of the open floor: which they are, and how large; the floor's own rail and
// the one that stays in view when the floor is panned (frozen_paint.cpp) say them alike.
#include <algorithm>
#include <array>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/frozen.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double rail_inset = 6;
constexpr double lane_cap = 11;
constexpr double least_lane_cap_mm = 8;  // on the panel, where the rail has room for it
// Of the capitals in the boxes.
constexpr double lane_share = 1.35;
constexpr double line_share = 0.95;

}  // namespace

std::string_view lane_words(base::Catalogue const& catalogue, model::BlueprintLane lane) {
    constexpr std::array keys{"floor.evidence",   "floor.customer",  "floor.frontstage",
                              "floor.technology", "floor.backstage", "floor.support",
                              "floor.policy",     "floor.employee"};
    return catalogue.text(keys[static_cast<std::size_t>(lane)]);
}

std::string_view line_words(base::Catalogue const& catalogue, layout::FloorLine line) {
    constexpr std::array keys{"floor.line-interaction", "floor.line-visibility",
                              "floor.line-internal"};
    return catalogue.text(keys[static_cast<std::size_t>(line)]);
}

std::vector<RailName> floor_rail(SceneInput const& input, layout::Floor const& floor) {
    std::vector<RailName> names;
    auto const add = [&](double top, std::string_view text,
                         std::optional<layout::FloorLine> line = {}) {
        names.push_back({top, std::string(text), line, false});
    };
    for (layout::FloorLane const& lane : floor.lanes)
        names.push_back(
            {lane.rect.y, std::string(lane_words(input.catalogue, lane.role)), {}, true});
    for (layout::FloorRule const& rule : floor.rules)
        add(rule.y, line_words(input.catalogue, rule.line), rule.line);
    if (!floor.unplaced.empty()) add(floor.unplaced.y, input.catalogue.text("floor.unplaced"));
    if (!floor.step_names.empty()) add(floor.step_names.y, input.catalogue.text("lane.steps"));
    std::stable_sort(names.begin(), names.end(),
                     [](RailName const& a, RailName const& b) { return a.top < b.top; });
    return names;
}

RailLook rail_look(PaintContext const& c, layout::Floor const& floor, double strip_px) {
    double const held = std::min(1.0, strip_px / std::max(1.0, c.on_screen(floor.rail).w));
    double const k = floor.scale * c.scale() * held;
    double const words = floor.text_em * c.scale() * held;
    double const least = layout::font_size_for_cap(c.painter.mm(smallest_cap_mm));
    double const natural = layout::font_size_for_cap(lane_cap) * k;
    double const across = layout::font_size_for_cap(c.painter.mm(least_lane_cap_mm));
    RailLook look;
    // Lanes are read from across the room, the lines between them at the hand.
    look.lane_px =
        std::max({std::min(natural, words * lane_share), least, std::min(natural, across)});
    look.line_px = std::max(
        std::min(layout::font_size_for_cap(rail_label_cap_mm) * k, words * line_share), least);
    look.inset_px = rail_inset * k;
    return look;
}

}  // namespace scene
