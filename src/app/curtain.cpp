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
constexpr double least_above = 100;  // design mm

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

// Columns and zoom stay: the map only moves up or down, and no farther than it must, until what was
// opened (or, closed again, the journey) is in view.
void bring_into_view(AppState& state) {
    auto const floor = scene::floor_of(state.layout, state.view.curtain_of);
    if (!floor) return;
    layout::Floor const& meant_floor = state.layout.floors[*floor];
    double const share = curtain_wish(state);
    base::WorldRect const rect = share > 0 ? scene::shown_part(meant_floor, share)
                                           : state.layout.frames[meant_floor.frame].rect;
    scene::Camera camera = destination(state);
    scene::ScreenRect const area = viewport_of(state);
    scene::ScreenRect const on_screen = scene::to_screen(camera, area, rect);
    double const hidden_below = std::max(0.0, on_screen.bottom() - area.bottom());
    double const free_above = on_screen.y - area.y - (share > 0 ? framing_of(state).names_px : 0);
    // A sliver of the touchpoints above the line would tell nothing.
    double const sliver = least_above * scene::chrome_unit(state.view.size, physical_of(state));
    bool const moves = hidden_below > 0 && free_above > 0;
    bool const cut = share > 0 && moves && free_above - hidden_below < sliver;
    double const up_px = cut ? free_above : std::min(hidden_below, free_above);
    if (up_px == 0 || std::abs(up_px) < 1) return;
    camera.centre.y += up_px / camera.scale;
    fly_to(state, camera);
}

}  // namespace

double curtain_wish(AppState const& state) {
    return state.view.backstage ? state.curtain_wish : 0;
}

void set_backstage(AppState& state, bool on) {
    if (on && !state.view.backstage) state.curtain_wish = 1;
    state.view.backstage = on;
    follow_curtain(state);
    bring_into_view(state);
}

void set_curtain(AppState& state, double open) {
    if (!std::isfinite(open)) return;
    state.curtain_wish = std::clamp(open, 0.0, 1.0);
    state.view.backstage = state.curtain_wish > 0;
    follow_curtain(state);
    bring_into_view(state);
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
    set_curtain(state, std::round(state.view.curtain * 2) / 2);
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
