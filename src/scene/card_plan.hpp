// Where everything of an open touchpoint card stands, from its title to its source, and which of
// its figures a long press there asks about. Pure geometry and words over the figures. Must not
// draw. Used by card (painting), chrome (the button of the staff) and figure_at (hands).
#pragma once

#include <functional>

#include "scene/chrome.hpp"
#include "scene/painter.hpp"
#include "scene/scene_text.hpp"

namespace scene {

// Height of a paragraph in em: from the cache where a frame is painted, else broken anew.
using BlockHeight = std::function<double(std::string_view text, BlockWish const& wish)>;
BlockHeight block_height(layout::TextMeasure& measure);
BlockHeight block_height(SceneText& text);

struct CardText {
    Role role = Role::Label;
    std::string text;
    double size = 10;  // font size, px
    bool ink = false;  // else second ink
    Weight weight = Weight::Regular;
    int lines = 1;
    double share = 0.8;
    ScreenRect rect;
    Align align = Align::Left;
};

struct FigureZone {
    FigureKind figure = FigureKind::Kept;
    ScreenRect rect;
};

// Sections that have no room, or nothing to say, are empty.
struct CardPlan {
    ScreenRect paper;
    double left = 0;
    double width = 0;
    double top = 0;     // of what follows: pictures, why, voices
    double bottom = 0;  // above the source
    std::vector<CardText> texts;
    ScreenRect figure;
    ScreenRect interval;  // its bar; the rate and the target stand below
    std::string rate, target;
    bool target_below = false;  // no room for both on one line
    ScreenRect series;          // right of it stand its percents
    double axis_text = 0;
    double months_top = 0;
    base::Period months;       // from the first to the last of the chart
    bool one_dot = false;      // of the asked period
    bool hollow_dots = false;  // of the asked period: under 10 promises in each of its months
    std::optional<ScreenPoint> signal_mark;  // before the sentence that says what the signal is
    ScreenRect accept;  // the button with which staff accept the level since `accept_from`
    std::string accept_label;
    base::Date accept_from;
    ScreenRect splits;
    std::size_t splits_shown = 0;
    ScreenRect scores;
    ScreenRect source;
    std::vector<FigureZone> figures;
};

inline constexpr double card_padding = 26;  // design mm
inline constexpr double card_figure_cap = 15;
inline constexpr double card_body_cap = 8.4;
inline constexpr double card_source_cap = 6.6;
inline constexpr double card_series_height = 84;

CardPlan plan_card(ChromeInput const& input, OpenCard const& card, BlockHeight const& height_of);

}  // namespace scene
