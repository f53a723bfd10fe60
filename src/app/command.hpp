// Everything a person, a clicker, a tour or a replay can ask of the kiosk. Gestures and controls
// become commands; `update` is the only one who obeys them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/edit_ask.hpp"
#include "base/date.hpp"
#include "base/geometry.hpp"
#include "model/room.hpp"
#include "scene/view.hpp"

namespace app {

using base::ScreenPoint;

// Named in replay files: home, back, fit, show, overlay, persona, period, backstage, curtain, open,
// close, define, next, previous, light, light_step, lens, evidence,
// evidence_close.
struct Home {};
struct Back {};
struct Fit {};
struct Show {
    std::string view;
};  // home, journey:KEY, stage:KEY, touchpoint:KEY, board:NAME, figure:NAME
struct SetOverlay {
    scene::Overlay overlay{};
};
struct SetPersona {
    model::PersonaId persona;
};  // none = everybody
struct SetPeriod {
    base::Period period;
};
struct SetBackstage {
    bool on = false;
};
struct SetCurtain {
    double open = 0;
};  // 0..1
struct OpenTouchpoint {
    model::TouchpointId touchpoint;
    std::optional<ScreenPoint> at;
};
struct CloseTouchpoint {
    model::TouchpointId touchpoint;
};
struct Define {
    scene::FigureName figure;
    std::optional<ScreenPoint> at;
};  // says what a figure is and what it rests on
struct Next {};  // the next stage, journey or touchpoint at this level (clicker PageDown, Right)
struct Previous {};
struct ZoomIn {};
struct ZoomOut {};
struct ToggleSettings {};
struct ToggleMore {};
struct ShowBoard {
    scene::Board board = scene::Board::None;
};  // None: the map again
struct SetCalmMotion {
    bool on = false;
};
struct SetLargeType {
    bool on = false;
};
struct SetNight {
    bool on = false;
};
struct SetChannelLens {
    bool on = false;
};
struct Light {
    std::vector<model::BlueprintNodeId> failed;  // empty: the lit chain goes out
    bool whole = false;                          // all of it at once
};
struct LightStep {};  // the next node of the lit chain
struct SetLens {
    scene::Lens lens;
};
struct ToggleLenses {};  // the panel of lenses
struct ShowEvidence {
    scene::EvidenceName evidence;
};
struct HideEvidence {
    scene::EvidenceName evidence;
};
// Of staff; UndoEdit and RedoEdit are commands, too.
struct EditBlueprint {
    model::Edit edit;
};
// A finger drags the node in hand, or a link out of it, and lets go.
struct DragEdit {
    scene::EditDrag::What what = scene::EditDrag::What::Node;
    ScreenPoint from;
    ScreenPoint to;
};
struct DropEdit {
    ScreenPoint at;
};
struct LeaveEdit {};  // the drag came to nothing
// A keyboard of the machine, while a text is being typed.
struct TypeText {
    std::string text;
};
struct TypeKey {
    enum class Key { Erase, Cancel, Finish } key = Key::Erase;
};
// From gestures; positions and deltas in pixels of the view.
struct TapAt {
    ScreenPoint at;
};
struct DoubleTapAt {
    ScreenPoint at;
};
struct HoldAt {
    ScreenPoint at;
};
struct PanBy {
    double dx = 0;
    double dy = 0;
};
struct PinchBy {
    ScreenPoint from;
    ScreenPoint to;
    double factor = 1;
};  // the centroid moved from..to, scale by factor
struct Fling {
    double vx = 0;
    double vy = 0;
};  // px/s
struct Grab {
    ScreenPoint at;
};  // a finger landed on the map: motion stops
struct DragCard {
    model::TouchpointId touchpoint;
    double dx = 0;
    double dy = 0;
};
struct DragCurtain {
    double dy = 0;
};
struct ReleaseCurtain {};
struct LeaveCurtain {};  // the pull came to nothing
struct DragMark {
    model::TouchpointId touchpoint;
    double dx = 0;
    double dy = 0;
};  // of a board
struct MoveEvidence {
    scene::EvidenceName evidence;
    ScreenPoint from;
    ScreenPoint to;
    double factor = 1;
};  // the point under `from` goes to `to`, the sheet grows by the factor
struct Wheel {
    ScreenPoint at;
    double steps = 0;
};
struct Resize {
    base::ScreenSize size;
};
struct Tick {
    double t_ms = 0;
};  // time passes: motion, easing

using Command = std::variant<
    EditBlueprint, UndoEdit, RedoEdit, DragEdit, DropEdit, LeaveEdit, TypeText, TypeKey, Home, Back,
    Fit, Show, SetOverlay, SetPersona, SetPeriod, SetBackstage, SetCurtain, OpenTouchpoint,
    CloseTouchpoint, Define, Next, Previous, ZoomIn, ZoomOut, ToggleSettings, ToggleMore, ShowBoard,
    SetCalmMotion, SetLargeType, SetNight, SetChannelLens, Light, LightStep, SetLens, ToggleLenses,
    ShowEvidence, HideEvidence, MoveEvidence, TapAt, DoubleTapAt, HoldAt, PanBy, PinchBy, Fling,
    Grab, DragCard, DragMark, DragCurtain, ReleaseCurtain, LeaveCurtain, Wheel, Resize, Tick>;

// The name in traces and replay files ("home", "pan", ...).
std::string_view name_of(Command const& command);

}  // namespace app
