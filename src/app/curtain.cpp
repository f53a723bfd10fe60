#include "app/curtain.hpp"

#include <algorithm>
#include <cmath>

#include "app/easing.hpp"
#include "app/travel.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

constexpr double open_ms = 450;
constexpr double leave_ms = 200;

// The journey whose curtain is meant: the titled one, if it has a floor.
model::JourneyId meant(AppState const& state) {
    scene::Place const place = scene::title_place(state.layout, state.view, viewport_of(state));
    if (!place.frame || !scene::floor_of(state.layout, *place.frame)) return {};
    return state.layout.frames[*place.frame].journey;
}

void ease_to(AppState& state, double share, double duration_ms) {
    bool const there =
        state.curtain_move ? state.curtain_move->to == share : state.view.curtain == share;
    if (there) return;
    if (state.theme.calm_motion) {
        state.curtain_move.reset();
        state.view.curtain = share;
        return;
    }
    state.curtain_move = CurtainMove{state.view.curtain, share, state.t_ms, duration_ms};
}

// The journey comes back into view when its floor closes.
scene::Camera with_journey_in_view(scene::Camera camera, base::WorldRect const& rect,
                                   scene::ScreenRect const& area) {
    scene::ScreenRect const on_screen = scene::to_screen(camera, area, rect);
    double const hidden_below = std::max(0.0, on_screen.bottom() - area.bottom());
    double const up_px = std::min(hidden_below, on_screen.y - area.y);
    if (std::abs(up_px) >= 1) camera.centre.y += up_px / camera.scale;
    return camera;
}

// Who stood before the fitted journey stands before the fitted journey again, with its floor or
// without; who had found a place keeps columns and zoom. `before`: how far it was open.
void bring_into_view(AppState& state, double before) {
    auto const floor = scene::floor_of(state.layout, state.view.curtain_of);
    if (!floor) return;
    layout::Floor const& meant_floor = state.layout.floors[*floor];
    Stop const journey{Stop::Kind::Frame, meant_floor.frame, 0};
    Framing const framing = framing_of(state);
    Framing fitted = framing;
    fitted.curtain = before;
    if (stands_at(state, camera_of(state.layout, journey, fitted)))
        return fly_to(state, camera_of(state.layout, journey, framing));
    scene::Camera const here = destination(state);
    scene::Camera const there =
        framing.curtain > 0
            ? with_floor_in_view(here, scene::shown_part(meant_floor, framing.curtain), framing)
            : with_journey_in_view(here, state.layout.frames[meant_floor.frame].rect,
                                   framing.viewport);
    if (there != here) fly_to(state, there);
}

void open_to(AppState& state, double open, double before) {
    if (!std::isfinite(open)) return;
    state.curtain_wish = std::clamp(open, 0.0, 1.0);
    state.view.backstage = state.curtain_wish > 0;
    follow_curtain(state);
    bring_into_view(state, before);
}

// Where a hand that came from `from` and lets go at `at` leaves it: closed, half or open. A pull
// that has gone an eighth past a resting place goes on to the next: the glass may end before the
// floor does.
double rest_after(double from, double at) {
    constexpr double goes_on = 0.125;
    double const halves =
        at > from ? std::ceil((at - goes_on) * 2) : std::floor((at + goes_on) * 2);
    return std::clamp(halves / 2, 0.0, 1.0);
}

}  // namespace

double curtain_wish(AppState const& state) {
    return state.view.backstage ? state.curtain_wish : 0;
}

void set_backstage(AppState& state, bool on) {
    double const before = curtain_wish(state);
    if (on && !state.view.backstage) state.curtain_wish = 1;
    state.view.backstage = on;
    follow_curtain(state);
    bring_into_view(state, before);
}

void set_curtain(AppState& state, double open) {
    open_to(state, open, curtain_wish(state));
}

void drag_curtain(AppState& state, double dy_px) {
    if (!state.curtain_dragged) {
        // A curtain of another journey that has not closed yet closes now.
        model::JourneyId const journey = meant(state);
        if (journey != state.view.curtain_of) state.view.curtain = 0;
        state.view.curtain_of = journey;
        state.curtain_dragged = true;
        state.curtain_before = curtain_wish(state);
    }
    state.curtain_move.reset();
    auto const floor = scene::floor_of(state.layout, state.view.curtain_of);
    if (!floor) return;
    double const height_px = state.layout.floors[*floor].rect.h * state.view.camera.scale;
    if (!(height_px > 0)) return;
    state.view.curtain = std::clamp(state.view.curtain + dy_px / height_px, 0.0, 1.0);
    state.curtain_wish = state.view.curtain;
    state.view.backstage = state.view.curtain > 0;
}

void release_curtain(AppState& state) {
    if (!state.curtain_dragged) return;
    state.curtain_dragged = false;
    open_to(state, rest_after(state.curtain_before, state.view.curtain), state.curtain_before);
}

void leave_curtain(AppState& state) {
    if (!state.curtain_dragged) return;
    state.curtain_dragged = false;
    set_curtain(state, state.curtain_before);
}

void follow_curtain(AppState& state) {
    if (state.curtain_dragged) return;
    model::JourneyId const journey = meant(state);
    if (journey == state.view.curtain_of) return ease_to(state, curtain_wish(state), open_ms);
    if (state.view.curtain > 0 && state.view.curtain_of) return ease_to(state, 0, leave_ms);
    state.curtain_move.reset();
    state.view.curtain = 0;
    state.view.curtain_of = journey;
    if (journey) ease_to(state, curtain_wish(state), open_ms);
}

void advance_curtain(AppState& state) {
    follow_curtain(state);
    // One may follow on another, whatever the frame rate.
    while (state.curtain_move) {
        CurtainMove const move = *state.curtain_move;
        double const share = share_since(move.since_ms, state.t_ms, move.duration_ms);
        state.view.curtain = base::lerp(move.from, move.to, share);
        if (share < 1) break;
        state.view.curtain = move.to;
        state.curtain_move.reset();
        follow_curtain(state);
        if (state.curtain_move) state.curtain_move->since_ms = move.since_ms + move.duration_ms;
    }
}

void settle_curtain(AppState& state) {
    release_curtain(state);
    state.curtain_move.reset();
    state.view.curtain_of = meant(state);
    state.view.curtain = state.view.curtain_of ? curtain_wish(state) : 0;
}

}  // namespace app
