#include "app/taps.hpp"

#include <algorithm>
#include <cmath>

#include "app/boards.hpp"
#include "app/cards.hpp"
#include "app/causes.hpp"
#include "app/controls.hpp"
#include "app/definitions.hpp"
#include "app/editing.hpp"
#include "app/evidence.hpp"
#include "app/travel.hpp"
#include "app/update.hpp"
#include "metrics/cause_chain.hpp"
#include "scene/evidence_at.hpp"
#include "scene/figure_at.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

using base::ScreenPoint;

// A finger that misses a cell by this much still means it: with the cell, a target of at least 15
// mm.
constexpr double finger_radius_mm = 7.5;
// A journey whose whole would be shown less than this much larger is as good as shown.
constexpr double already_shown = 1.15;
constexpr double double_tap_zoom = 2.5;
// The second lift of a double tap comes at most this long after the first (300 ms, and a hold at
// most).
constexpr double double_tap_memory_ms = 900;
constexpr double double_tap_memory_mm = 20;

Touch touch_at(AppState const& state, ScreenPoint at) {
    return {at, finger_radius_mm * physical_of(state).px_per_mm};
}

// True where the frame under the finger is the one that the person stands in.
bool stands_in(AppState const& state, Stop const& frame) {
    scene::Camera const here = destination(state);
    scene::Camera const whole = camera_of(state.layout, frame, framing_of(state));
    return whole.scale <= already_shown * here.scale &&
           rect_of(state.layout, frame).contains(here.centre);
}

// What fails lights its chain; tapped again, the chain goes on.
void tap_node(World const& world, AppState& state, model::BlueprintNodeId node) {
    // A box of evidence opens its first two pieces beside each other.
    auto const evidence = scene::evidence_at(world.room, world.index, node);
    for (std::size_t i = 0; i < std::min<std::size_t>(evidence.size(), 2); ++i)
        open_evidence(world, state, evidence[i]);
    if (!evidence.empty()) return;
    auto const failed = metrics::failure_of(world.room, node);
    if (state.view.lit.failed != failed) return light(world, state, failed, Told::First);
    if (!light_step(world, state, Direction::Forwards)) unlight(state);
}

// The open floor hides what it lies over.
bool on_floor(AppState const& state, ScreenPoint at) {
    auto const open = scene::open_floor(state.layout, state.view);
    return open && open->shown.contains(scene::to_world(state.view.camera, viewport_of(state), at));
}

std::optional<model::BlueprintNodeId> node_under(AppState const& state, ScreenPoint at) {
    return scene::floor_node_at(state.layout, state.view,
                                scene::to_world(state.view.camera, viewport_of(state), at),
                                touch_at(state, at).radius_px / state.view.camera.scale);
}

// The card of a node's touchpoint.
void hold_floor(World const& world, AppState& state, ScreenPoint at) {
    auto const node = node_under(state, at);
    if (!node) return;
    model::TouchpointId const touchpoint = world.room.blueprint_nodes[node->index()].touchpoint;
    if (touchpoint) open_card(state, touchpoint, at);
}

void tap_map(AppState& state, ScreenPoint at) {
    TapMemory memory{at, state.view.camera, state.t_ms, {}, false};
    std::size_t const remembered = state.history.size();
    auto const stop =
        stop_under(state.layout, state.view.camera, framing_of(state), touch_at(state, at));
    if (stop && stop->kind == Stop::Kind::Touchpoint) {
        model::TouchpointId const touchpoint = state.layout.items[stop->index].touchpoint;
        if (!is_open(state, touchpoint)) memory.opened = touchpoint;
        open_card(state, touchpoint, at);
    } else if (stop && (stop->kind == Stop::Kind::Stage || !stands_in(state, *stop))) {
        visit(state, *stop);
    }
    memory.jumped = state.history.size() > remembered;
    state.last_tap = memory;
}

// The controls that need the place of the finger or the state.
void press(World const& world, AppState& state, scene::Chrome const& chrome,
           scene::Control const& control, ScreenPoint at) {
    using Kind = scene::ControlKind;
    if (!control.enabled) return;
    switch (control.kind) {
        case Kind::BreadcrumbStep:
            visit(state, control.column < 0 ? Stop{Stop::Kind::Frame, control.frame, 0}
                                            : Stop{Stop::Kind::Stage, control.frame,
                                                   static_cast<std::uint32_t>(control.column)});
            break;
        case Kind::FrozenStage:
            visit(state, Stop{Stop::Kind::Stage, control.frame,
                              static_cast<std::uint32_t>(control.column)});
            break;
        case Kind::Sheet:
            break;
        case Kind::SheetTouchpoint:
        case Kind::BoardMark:
            open_card(state, control.touchpoint, at);
            break;
        case Kind::BoardComponent:
            light_component(world, state, control.component);
            break;
        case Kind::BoardCount:
            open_definition(world, state,
                            {scene::FigureKind::Touches, {}, {}, {}, control.component}, at);
            break;
        case Kind::SheetJourney:
            visit(state, Stop{Stop::Kind::Frame, control.frame, 0});
            break;
        case Kind::MinimapArea:
            focus_on(state, {});
            jump_to(state, {minimap_point(chrome, state, at), destination(state).scale});
            break;
        case Kind::CardClose:
            close_card(state, state.view.cards[control.card].touchpoint);
            break;
        case Kind::EvidenceClose:
            close_evidence(state, control.evidence);
            break;
        case Kind::EvidenceBody:
            bring_to_front(state, control.evidence);
            break;
        case Kind::Definition:
            close_definition(state, control.card);
            break;
        case Kind::DefinitionRows:
            state.view.definitions[control.card].first_row = control.row;
            break;
        case Kind::Edit:
            press_edit(world, state, control);
            break;
        case Kind::CardBody:
            bring_to_front(state, state.view.cards[control.card].touchpoint);
            break;
        case Kind::CurtainHandle:
            update(world, state, SetBackstage{!control.on});
            break;
        default:
            if (auto const command = command_of(control)) update(world, state, *command);
            break;
    }
}

}  // namespace

void tap(World const& world, AppState& state, ScreenPoint at) {
    // Why an edit was refused has been read by now.
    if (state.view.editing.staff || state.status_passes) state.view.status.clear();
    state.status_passes = false;
    scene::Chrome const chrome = chrome_of(world, state);
    if (auto const control = control_at(chrome, at)) {
        state.last_tap.reset();
        press(world, state, chrome, *control, at);
    } else if (!on_board(state) && chrome.map.contains(at) && chrome.shown.contains(at)) {
        if (put_node_down(state)) return;
        if (!on_floor(state, at)) return tap_map(state, at);
        if (auto const node = node_under(state, at)) tap_node(world, state, *node);
    }
}

// Means what the first tap hit, as it was then: by now a card may lie over it or the camera may be
// under way.
void double_tap(World const& world, AppState& state, ScreenPoint at) {
    if (on_board(state) || !viewport_of(state).contains(at)) return tap(world, state, at);
    if (on_floor(state, at)) return tap(world, state, at);
    TapMemory first{at, destination(state), state.t_ms, {}, false};
    if (state.last_tap) {
        double const near_px = double_tap_memory_mm * physical_of(state).px_per_mm;
        double const apart = std::hypot(state.last_tap->at.x - at.x, state.last_tap->at.y - at.y);
        bool const recent = state.t_ms - state.last_tap->t_ms <= double_tap_memory_ms;
        if (recent && apart <= near_px) first = *state.last_tap;
    }
    state.last_tap.reset();
    if (first.opened) close_card(state, first.opened);
    Framing const framing = framing_of(state);
    auto const stop = stop_under(state.layout, first.camera, framing, touch_at(state, first.at));
    scene::Camera target =
        scene::zoom_about(first.camera, framing.viewport, first.at, double_tap_zoom);
    scene::Focus focus;
    if (stop) {
        scene::Camera const whole = camera_of(state.layout, *stop, framing);
        if (whole.scale > already_shown * first.camera.scale) {
            target = whole;
            focus = focus_of(state.layout, *stop);
        }
    }
    if (first.jumped) {
        fly_to(state, target);
    } else {
        jump_to(state, target);
    }
    focus_on(state, focus);
}

void hold(World const& world, AppState& state, ScreenPoint at) {
    scene::Chrome const chrome = chrome_of(world, state);
    bool const free = !control_at(chrome, at) && chrome.shown.contains(at);
    if (free && !on_board(state) && take_node(world, state, at)) return;
    if (auto const figure = scene::figure_at(chrome_input(world, state), chrome, at))
        return open_definition(world, state, *figure, at);
    if (on_board(state) || control_at(chrome, at) || !chrome.shown.contains(at)) return;
    if (on_floor(state, at)) return hold_floor(world, state, at);
    auto const stop =
        stop_under(state.layout, state.view.camera, framing_of(state), touch_at(state, at));
    if (!stop || stop->kind != Stop::Kind::Touchpoint) return;
    open_card(state, state.layout.items[stop->index].touchpoint, at);
}

}  // namespace app
