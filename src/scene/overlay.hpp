// Which measure is painted on a touchpoint, and how: shape + word + colour, never colour alone.
// Must not know where a touchpoint stands or how large it is. Used by everything in this folder that paints one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "metrics/room_figures.hpp"
#include "scene/draw_list.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace scene {

// How one touchpoint reads under an overlay.
struct Reading {
    Shape shape = Shape::Ring;
    Color color;               // full strength: marks, figures
    Color tint;                // what a large cell is filled with (over the card)
    std::string word;          // "broken", "ahead", "strong"
    std::string value;         // "5,150 of 7,220", "6.9 to 7.6", "+0.4"
    double size = 1;           // share of the mark's full size (importance)
    bool dashed = false;       // assumed
};

struct ReadingInput {
    metrics::TouchpointFigures const& figures;
    Theme const& theme;
    base::Catalogue const& catalogue;
};

// Empty for Overlay::None.
std::optional<Reading> reading_of(Overlay overlay, ReadingInput const& input);

Reading reliability_reading(ReadingInput const& input);
Reading differentiation_reading(ReadingInput const& input);

Shape shape_of(metrics::PromiseState state);
Color color_of(metrics::PromiseState state, Theme const& theme);
Shape shape_of(metrics::Position position);
Color color_of(metrics::Position position, Theme const& theme);

// The marks the legend explains under an overlay, in order.
struct LegendEntry {
    Shape shape = Shape::Ring;
    Color color;
    std::string text;
};
std::vector<LegendEntry> legend_of(Overlay overlay, Theme const& theme, base::Catalogue const& catalogue);

}  // namespace scene
