#include "app/update.hpp"

#include <cmath>

#include "app/boards.hpp"
#include "app/cards.hpp"
#include "app/causes.hpp"
#include "app/curtain.hpp"
#include "app/definitions.hpp"
#include "app/easing.hpp"
#include "app/editing.hpp"
#include "app/evidence.hpp"
#include "app/remake.hpp"
#include "app/taps.hpp"
#include "app/travel.hpp"
#include "layout/hit_test.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

using base::ScreenPoint;

constexpr double zoom_step = 1.6;    // a press of + or -
constexpr double wheel_step = 1.15;  // a notch
constexpr double steps_a_wheel_event = 20;
// A touchpoint is where the person is when its cell takes this share of the view.
constexpr double at_touchpoint_share = 0.5;

// One overload a command.
struct Obey {
    World const& world;
    AppState& state;

    void operator()(EditBlueprint const& asked) const { ask_edit(world, state, asked.edit); }
    void operator()(UndoEdit const& undo) const { ask_edit(world, state, undo); }
    void operator()(RedoEdit const& redo) const { ask_edit(world, state, redo); }
    void operator()(DragEdit const& drag) const { drag_edit(world, state, drag); }
    void operator()(DropEdit const& drop) const { drop_edit(world, state, drop.at); }
    void operator()(LeaveEdit const&) const { state.view.editing.drag.reset(); }
    void operator()(TypeText const& typed) const { type_text(state, typed.text); }
    void operator()(TypeKey const& typed) const { type_key(world, state, typed.key); }
    void operator()(Home const&) const {
        show_board(state, scene::Board::None);
        state.view.evidence.clear();
        close_cards(state);
        unlight(state);
        if (auto const stop = home_stop(state.layout)) visit(state, *stop);
    }
    // What lies on top goes first.
    void operator()(Back const&) const {
        if (step_back_from_edit(state)) return;
        if (!state.view.definitions.empty()) return state.view.definitions.pop_back();
        if (state.view.more_open || state.view.settings_open) {
            state.view.more_open = false;
            state.view.settings_open = false;
            return;
        }
        if (!state.view.evidence.empty()) {
            scene::EvidenceName const last = state.view.evidence.back().evidence;
            return close_evidence(state, last);
        }
        if (on_board(state)) return show_board(state, scene::Board::None);
        if (!state.view.lit.failed.empty()) return unlight(state);
        if (!state.view.cards.empty()) {
            model::TouchpointId const front = state.view.cards.back().touchpoint;
            close_card(state, front);
            // The card of the touchpoint that the wall stands at goes with the place.
            model::PlacementId const stands_at = state.view.focus.placement;
            if (!stands_at || world.room.at(stands_at).touchpoint != front) return;
        }
        go_back(state);
    }
    void operator()(Fit const&) const {
        if (on_board(state)) return state.view.pulls.clear();
        auto const frame = scene::frame_at(state.layout, state.view, destination(state).centre);
        if (frame) return fit_journey(state, *frame);
        (*this)(Home{});
    }
    void operator()(Show const& show) const {
        auto const view = parse_view(world.room, show.view);
        if (!view) return;
        show_board(state, view->board);
        if (view->board == scene::Board::None) {
            if (auto const stop = stop_of(state.layout, *view)) visit(state, *stop);
            if (view->touchpoint) open_card(state, view->touchpoint, std::nullopt);
        }
        if (view->figure) open_definition(world, state, *view->figure, std::nullopt);
    }
    void operator()(SetOverlay const& set) const {
        show_board(state, scene::Board::None);
        if (set.overlay == state.view.overlay) return;
        state.view.more_open = false;
        state.view.overlay_from = state.view.overlay;
        state.view.overlay = set.overlay;
        state.view.overlay_share = 0;
        state.overlay_since_ms = state.t_ms;
    }
    void operator()(SetPersona const& set) const {
        bool const known = !set.persona || set.persona.index() < world.room.personas.size();
        if (!known || set.persona == state.view.persona) return;
        state.view.persona = set.persona;
        remake_figures(world, state, FigureChange::Ease);
    }
    void operator()(SetPeriod const& set) const {
        if (set.period == state.view.period) return;
        state.view.period = set.period;
        remake_figures(world, state, FigureChange::Ease);
    }
    void operator()(SetBackstage const& set) const {
        set_backstage(state, set.on);
        if (set.on) return;
        unlight(state);
        state.view.lens = {};
    }
    void operator()(SetCurtain const& set) const { set_curtain(state, set.open); }
    void operator()(DragCurtain const& drag) const { drag_curtain(state, drag.dy); }
    void operator()(ReleaseCurtain const&) const { release_curtain(state); }
    void operator()(LeaveCurtain const&) const { leave_curtain(state); }
    void operator()(OpenTouchpoint const& open) const {
        bool const known =
            open.touchpoint && open.touchpoint.index() < world.room.touchpoints.size();
        if (known) open_card(state, open.touchpoint, open.at);
    }
    void operator()(CloseTouchpoint const& close) const { close_card(state, close.touchpoint); }
    void operator()(Define const& define) const {
        open_definition(world, state, define.figure, define.at);
    }
    void operator()(Next const&) const { step(Direction::Forwards); }
    void operator()(Previous const&) const { step(Direction::Backwards); }
    void operator()(ZoomIn const&) const { zoom_centre(zoom_step); }
    void operator()(ZoomOut const&) const { zoom_centre(1 / zoom_step); }
    void operator()(ToggleSettings const&) const {
        state.view.settings_open = !state.view.settings_open;
        state.view.more_open = state.view.lenses_open = false;
    }
    void operator()(ToggleMore const&) const {
        state.view.more_open = !state.view.more_open;
        state.view.settings_open = state.view.lenses_open = false;
    }
    void operator()(ShowBoard const& show) const { show_board(state, show.board); }
    void operator()(SetCalmMotion const& set) const {
        state.theme.calm_motion = set.on;
        if (!set.on) return;
        state.view.camera = destination(state);
        stop_motion(state);
    }
    void operator()(SetLargeType const& set) const {
        if (set.on == state.theme.large_type) return;
        change_layout(world, state, [&](AppState& s) { s.theme.large_type = set.on; });
    }
    void operator()(SetNight const& set) const {
        scene::Theme theme = set.on
                                 ? scene::night_theme()
                                 : scene::with_room_colors(scene::paper_theme(), world.room.info);
        theme.calm_motion = state.theme.calm_motion;
        theme.large_type = state.theme.large_type;
        theme.high_contrast = state.theme.high_contrast;
        state.theme = theme;
    }
    void operator()(SetChannelLens const& set) const {
        if (set.on == state.view.channel_lens) return;
        change_layout(world, state, [&](AppState& s) { s.view.channel_lens = set.on; });
    }
    void operator()(Light const& lit) const {
        if (lit.failed.empty()) return unlight(state);
        light(world, state, lit.failed, lit.whole ? Told::All : Told::First);
    }
    void operator()(LightStep const&) const { light_step(world, state, Direction::Forwards); }
    void operator()(SetLens const& set) const { look_through(world, state, set.lens); }
    void operator()(ToggleLenses const&) const {
        state.view.lenses_open = !state.view.lenses_open;
        state.view.settings_open = state.view.more_open = false;
    }
    void operator()(ShowEvidence const& show) const { open_evidence(world, state, show.evidence); }
    void operator()(HideEvidence const& hide) const { close_evidence(state, hide.evidence); }
    void operator()(MoveEvidence const& move) const {
        move_evidence(state, move.evidence, {move.from, move.to, move.factor});
    }
    void operator()(TapAt const& at) const { tap(world, state, at.at); }
    void operator()(DoubleTapAt const& at) const { double_tap(world, state, at.at); }
    void operator()(HoldAt const& at) const { hold(world, state, at.at); }
    void operator()(PanBy const& pan) const {
        if (!on_board(state)) pan_by(state, {pan.dx, pan.dy});
    }
    void operator()(PinchBy const& pinch) const {
        if (on_board(state)) return;
        zoom_by(state, pinch.from, pinch.factor);
        pan_by(state, pinch.to - pinch.from);
    }
    void operator()(Fling const& f) const {
        if (!on_board(state)) fling(state, f.vx, f.vy);
    }
    void operator()(Grab const&) const { stop_motion(state); }
    void operator()(DragCard const& drag) const {
        drag_card(state, drag.touchpoint, {drag.dx, drag.dy});
    }
    void operator()(DragMark const& drag) const {
        pull_mark(world, state, drag.touchpoint, {drag.dx, drag.dy});
    }
    void operator()(Wheel const& wheel) const {
        if (on_board(state)) return;
        double const steps = std::clamp(wheel.steps, -steps_a_wheel_event, steps_a_wheel_event);
        zoom_by(state, wheel.at, std::pow(wheel_step, steps));
    }
    void operator()(Resize const& resize) const {
        bool const usable = resize.size.w >= 1 && resize.size.h >= 1;
        if (!usable || resize.size == state.view.size) return;
        change_layout(world, state, [&](AppState& s) { s.view.size = resize.size; });
    }
    void operator()(Tick const& tick) const {
        if (!(tick.t_ms > state.t_ms)) return;
        double const elapsed_ms = tick.t_ms - state.t_ms;
        state.t_ms = tick.t_ms;
        advance_motion(state);
        advance_easing(state, elapsed_ms);
    }

    // The clicker. Presenting touchpoints, the open card goes along.
    void step(Direction direction) const {
        if (on_board(state)) return step_board(direction);
        if (light_step(world, state, direction)) return;
        auto const here = nearest_stop(state.layout, destination(state), framing_of(state));
        if (!here) return;
        Stop const next = neighbour(state.layout, *here, direction);
        visit(state, next);
        if (here->kind != Stop::Kind::Touchpoint) return;
        model::TouchpointId const shown = state.layout.items[here->index].touchpoint;
        if (!is_open(state, shown)) return;
        close_card(state, shown);
        if (next.kind != Stop::Kind::Touchpoint) return;
        open_card(state, state.layout.items[next.index].touchpoint, std::nullopt);
    }

    void step_board(Direction direction) const {
        constexpr int boards = static_cast<int>(scene::Board::Components);
        int const here = static_cast<int>(state.view.board) - 1;
        int const by = direction == Direction::Forwards ? 1 : boards - 1;
        show_board(state, static_cast<scene::Board>((here + by) % boards + 1));
    }

    void zoom_centre(double factor) const {
        if (on_board(state)) return;
        scene::ScreenRect const viewport = viewport_of(state);
        fly_to(state, scene::zoom_about(destination(state), viewport, viewport.centre(), factor));
        focus_on(state, {});
    }
};

std::string touchpoint_at_centre(World const& world, AppState const& state) {
    auto const open = scene::open_floor(state.layout, state.view);
    if (open && open->shown.contains(state.view.camera.centre)) return {};
    auto const hit = layout::hit_test(state.layout, state.view.camera.centre, 0);
    if (!hit || hit->kind != layout::Hit::Kind::Item) return {};
    layout::Item const& item = state.layout.items[hit->item];
    scene::ScreenRect const viewport = viewport_of(state);
    double const share = std::max(item.rect.w * state.view.camera.scale / viewport.w,
                                  item.rect.h * state.view.camera.scale / viewport.h);
    return share >= at_touchpoint_share ? world.room.at(item.touchpoint).key : std::string();
}

}  // namespace

AppState start(World const& world, StartOptions const& options) {
    AppState state;
    state.theme = scene::with_room_colors(scene::paper_theme(), world.room.info);
    state.diagonal_in = options.diagonal_in;
    state.distance_m = options.distance_m;
    state.view.size = {std::max(1.0, options.size.w), std::max(1.0, options.size.h)};
    state.view.overlay = state.view.overlay_from = options.overlay;
    state.view.persona = options.persona;
    state.view.backstage = options.backstage && options.curtain > 0;
    state.curtain_wish = std::clamp(options.curtain, 0.0, 1.0);
    state.view.editing.staff = options.staff;
    auto const period = options.period ? options.period : model::default_period(world.room);
    state.view.period = period.value_or(base::any_time);
    state.view.now = options.now ? options.now : model::day_after_last_observation(world.room);
    remake_layout(world, state);
    if (auto const stop = home_stop(state.layout)) {
        state.view.camera = camera_of(state.layout, *stop, framing_of(state));
    }
    remake_figures(world, state, FigureChange::Cut);
    settle_curtain(state);
    return state;
}

void update(World const& world, AppState& state, Command const& command) {
    scene::Lit const lit = state.view.lit;
    scene::Lens const lens = state.view.lens;
    std::visit(Obey{world, state}, command);
    if (lit != state.view.lit || lens != state.view.lens) tell_from(state, lit, lens);
    if (!state.layout.floors.empty()) follow_curtain(state);
}

void settle(World const&, AppState& state) {
    state.view.camera = destination(state);
    if (state.glide) {
        constexpr double for_ever_ms = 1e9;
        state.view.camera = scene::limited(camera_at(*state.glide, for_ever_ms), state.limits);
    }
    stop_motion(state);
    settle_easing(state);
}

Whereabouts whereabouts(World const& world, AppState const& state) {
    Whereabouts where;
    scene::Place const place = scene::place_of(state.layout, state.view);
    if (!place.frame) return where;
    layout::Frame const& frame = state.layout.frames[*place.frame];
    where.level = frame.level;
    where.journey = world.room.at(frame.journey).key;
    if (place.column) where.stage = world.room.at(frame.columns[*place.column].stage).key;
    where.touchpoint = touchpoint_at_centre(world, state);
    return where;
}

bool view_exists(model::Room const& room, std::string_view view) {
    return parse_view(room, view).has_value();
}

}  // namespace app
