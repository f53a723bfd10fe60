// Semantic zoom: which form a touchpoint cell takes, by its size in millimetres on the panel. A
// text that would fall below 0.45 degrees at the hand (4.7 mm capitals) is folded into the next
// simpler form instead of shrinking. Pure arithmetic; must not know figures or colours.
#pragma once

#include <array>

namespace scene {

// In rising order: each shows all that the one before shows.
enum class Form { Far, Cell, Title, Measures, Full };

struct FormShare {
    Form form = Form::Far;
    double alpha = 0;  // 0..1; the shares of a cell add up to 1
};

// The one or two forms of a cell `width_mm` x `height_mm`: neighbours cross-fade in a narrow band
// around a threshold. Monotone: a larger cell never takes a simpler form.
std::array<FormShare, 2> forms_of(double width_mm, double height_mm);

// Rows are wide and low (level 0), cards are not.
bool is_row(double width, double height);

// Smallest capitals that are drawn as text, mm on the panel.
inline constexpr double smallest_cap_mm = 4.7;

// 1 when text of this cap height is legible, 0 when it is folded, between in a narrow fade.
double text_share(double cap_mm);

// 1 for text that is in proportion to a map of this height (same unit), 0 for what has grown so
// large that it only stands in the way of the level below it, between in a fade.
double proportion_share(double cap, double map_height);

}  // namespace scene
