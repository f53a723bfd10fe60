// What staff can touch while they edit the blueprint: undo and redo, the plus of empty cells, the
// node in hand with its port and its panel, the keyboard. Rectangles and words only; edit_paint
// draws them, app/editing obeys them. Called by chrome.
#pragma once

#include "scene/chrome.hpp"

namespace scene {

// Above everything but the panels of the dock.
void add_editing(ChromeInput const& input, double unit, Chrome& chrome);

// The keys, for add_editing: `keyboard` is filled from its top.
void add_keyboard(ChromeInput const& input, double unit, Chrome& chrome);
// Where the text stands that is being typed.
ScreenRect typed_field(ScreenRect keyboard, double unit);

// Seconds are never waited for: the button adds or takes a sensible step ("4 min" to "5 min", "16
// h" to "17 h").
double longer_wait(double minutes);
double shorter_wait(double minutes);

// One control of editing at the end of the chrome's.
Control& add_edit_control(Chrome& chrome, EditAction action, ScreenRect rect,
                          std::string label = {});

}  // namespace scene
