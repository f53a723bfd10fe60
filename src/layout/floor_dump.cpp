#include <array>
#include <cmath>
#include <cstdio>

#include "layout/floor.hpp"

namespace layout {
namespace {

constexpr std::array lane_names{"evidence",  "customer", "frontstage", "technology",
                                "backstage", "support",  "policy",     "employee"};
constexpr std::array line_names{"interaction", "visibility", "internal-interaction"};
constexpr std::array kind_names{"none", "triggers", "needs", "waits", "fails-into"};

template <typename Names, typename Enum>
std::string named(Names const& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

std::string number(double value) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.1f", std::abs(value) < 0.05 ? 0.0 : value);
    return text.data();
}

std::string text_of(WorldRect const& rect) {
    return number(rect.x) + "," + number(rect.y) + " " + number(rect.w) + "x" + number(rect.h);
}

std::string words_of(PlacedText const& placed) {
    std::string words;
    for (TextLine const& line : placed.block.lines)
        words += (words.empty() ? " \"" : " / ") + line.text;
    if (words.empty()) return words;
    return words + "\"" + (placed.block.cut ? " cut" : "") +
           (placed.block.word_cut ? " word-cut" : "");
}

}  // namespace

std::string dump(Floor const& floor) {
    std::string out = "floor of frame " + std::to_string(floor.frame) + " " + text_of(floor.rect) +
                      " rail " + text_of(floor.rail) + "\n";
    for (FloorLane const& lane : floor.lanes) {
        out += "lane " + named(lane_names, lane.role) + " " + text_of(lane.rect) + " nodes " +
               std::to_string(lane.nodes) +
               (lane.told > 0 ? " told by steps " + std::to_string(lane.told) : "") + "\n";
    }
    if (!floor.unplaced.empty()) out += "unplaced " + text_of(floor.unplaced) + "\n";
    for (FloorRule const& rule : floor.rules)
        out += "line " + named(line_names, rule.line) + " at " + number(rule.y) + "\n";
    for (FloorStep const& step : floor.steps) {
        out += "step " + std::to_string(step.step.index()) + " column " +
               std::to_string(step.column) + " " + text_of(step.rect) + words_of(step.name);
        if (!step.told.empty()) out += " told " + text_of(step.told) + words_of(step.telling);
        out += "\n";
    }
    for (FloorNode const& node : floor.nodes) {
        out += "node " + std::to_string(node.node.index()) + " " + named(lane_names, node.lane) +
               " step " + (node.step == no_floor_step ? "-" : std::to_string(node.step)) + " " +
               text_of(node.rect) + words_of(node.text) + "\n";
    }
    for (FloorLink const& link : floor.links) {
        out += "link " + std::to_string(link.from) + " -> " + std::to_string(link.to) + " " +
               named(kind_names, link.kind);
        if (link.shared > 1) {
            out += " " + std::to_string(link.place + 1) + " of x" + std::to_string(link.shared) +
                   " on line " + std::to_string(link.line);
        }
        for (WorldPoint const p : link.points)
            out += " " + number(p.x) + "," + number(p.y);
        for (FloorCrossing const& crossing : link.crossings)
            out += " crosses " + named(line_names, crossing.line) + " at " + number(crossing.at.x);
        out += "\n";
    }
    return out;
}

}  // namespace layout
