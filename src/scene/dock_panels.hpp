// The panels that stand above the dock (settings, more) and what they share with it: its parts and
// measures. Computes controls; must not draw. Internal to the dock*.cpp files.
#pragma once

#include <array>
#include <vector>

#include "scene/chrome.hpp"

namespace scene {

// Design millimetres, see chrome_unit().
inline constexpr double button_height = 52;
inline constexpr double button_padding = 12;
inline constexpr double button_gap = 4;
inline constexpr double dock_label_cap = 8.6;

inline constexpr std::array overlays{Overlay::None, Overlay::Reliability, Overlay::Differentiation,
                                     Overlay::Emotion, Overlay::Importance};
inline constexpr std::array further_overlays{Overlay::Volume, Overlay::Effort,
                                             Overlay::PerceptionGap};

struct Part {
    Control control;
    double width = 0;  // design mm
    double gap_after = button_gap;
    bool strip = false;  // the period strip stands here
    bool minimap = false;
};

// Controls above each other over `button`, the last one nearest to the dock.
void add_settings_panel(ChromeInput const& input, double unit, ScreenRect button, Chrome& chrome);
// The further overlays, the boards, and what a small panel folded away from `parts`.
void add_more_panel(ChromeInput const& input, double unit, ScreenRect button,
                    std::vector<Part> const& parts, Chrome& chrome);

}  // namespace scene
