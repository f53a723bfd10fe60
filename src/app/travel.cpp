#include "app/travel.hpp"

#include <cmath>

#include "app/curtain.hpp"
#include "scene/chrome.hpp"
#include "scene/detail.hpp"
#include "scene/frozen.hpp"

namespace app {
namespace {

using scene::Camera;

constexpr double margin_mm = 4;
// Between a touchpoint and its card (see cards.cpp), and beyond it.
constexpr double card_gap_mm = 24;
constexpr std::size_t most_history = 100;
// Above an open floor (design mm).
constexpr double least_above = 100;
// What would be a little smaller as it stands in its box is broken anew at the smallest size.
constexpr double read_well = 0.85;
// How far out of the home view the camera may go.
constexpr double smallest_of_home = 0.5;
// Without any cell, the camera may go this far into the home view.
constexpr double largest_of_home = 50;

bool same_view(AppState const& state, Camera const& a, Camera const& b) {
    double const scale = std::max(a.scale, b.scale);
    double const apart_px = std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) * scale;
    return apart_px < 1 && std::abs(a.scale / b.scale - 1) * state.view.size.w < 1;
}

}  // namespace

scene::ScreenRect viewport_of(AppState const& state) {
    return scene::map_viewport(state.view.size, physical_of(state));
}

Framing framing_of(AppState const& state) {
    scene::Physical const physical = physical_of(state);
    double const unit = scene::chrome_unit(state.view.size, physical);
    return {viewport_of(state),
            margin_mm * physical.px_per_mm,
            scene::card_size(state.view.size, physical).w + card_gap_mm * physical.px_per_mm,
            curtain_wish(state),
            scene::frozen_strip(state.view.size, physical),
            least_above * unit,
            layout::font_size_for_cap(scene::smallest_cap_mm * read_well) * physical.px_per_mm};
}

scene::CameraLimits limits_of(layout::MapLayout const& layout, Framing const& framing) {
    scene::CameraLimits limits;
    limits.bounds = layout.bounds;
    for (layout::Floor const& floor : layout.floors)
        limits.bounds = base::united(limits.bounds, floor.rect);
    auto const home = home_stop(layout);
    if (!home) return limits;
    auto const whole = camera_of_whole(layout, home->frame, framing);
    double const home_scale =
        scene::fit(layout.frames[home->frame].rect, framing.viewport, 0).scale;
    limits.smallest_scale =
        smallest_of_home * (whole ? std::min(home_scale, whole->scale) : home_scale);
    limits.largest_scale = layout.items.empty() ? largest_of_home * home_scale : home_scale;
    for (layout::Item const& item : layout.items) {
        limits.largest_scale =
            std::max(limits.largest_scale, scene::fit(item.rect, framing.viewport, 0).scale);
    }
    return limits;
}

Camera destination(AppState const& state) {
    return state.flight ? state.flight->to : state.view.camera;
}

void fly_to(AppState& state, Camera target) {
    target = scene::limited(target, state.limits);
    stop_motion(state);
    if (state.theme.calm_motion) {
        if (target != state.view.camera) {
            state.cut_since_ms = state.t_ms;
            state.cut_from = state.view.camera;
        }
        state.view.camera = target;
        return;
    }
    Flight const flight = make_flight(state.view.camera, target, viewport_of(state).w, state.t_ms);
    if (finished(flight, state.t_ms)) {
        state.view.camera = target;
    } else {
        state.flight = flight;
    }
}

void jump_to(AppState& state, Camera target) {
    target = scene::limited(target, state.limits);
    Camera const stood = destination(state);
    if (same_view(state, stood, target)) {
        if (!state.flight) stop_motion(state);
        return;
    }
    if (state.history.size() >= most_history) state.history.erase(state.history.begin());
    state.history.push_back({stood, state.view.focus});
    fly_to(state, target);
}

void visit(AppState& state, Stop const& stop) {
    jump_to(state, camera_of(state.layout, stop, framing_of(state)));
    focus_on(state, focus_of(state.layout, stop));
}

bool stands_at(AppState const& state, Camera const& camera) {
    return same_view(state, destination(state), scene::limited(camera, state.limits));
}

void fit_journey(AppState& state, std::uint32_t frame) {
    Stop const stop{Stop::Kind::Frame, frame, 0};
    Framing const framing = framing_of(state);
    auto const whole = camera_of_whole(state.layout, frame, framing);
    bool const there = stands_at(state, camera_of(state.layout, stop, framing));
    if (!there || !whole) return visit(state, stop);
    jump_to(state, *whole);
    focus_on(state, focus_of(state.layout, stop));
}

void focus_on(AppState& state, scene::Focus const& focus) {
    if (focus == state.view.focus) return;
    state.view.focus_from = state.view.focus;
    state.view.focus_from_share = state.view.focus_share;
    state.focus_left_since_ms = state.t_ms;
    state.view.focus = focus;
    state.view.focus_share = 0;
    state.focus_since_ms = state.t_ms;
}

void go_back(AppState& state) {
    if (state.history.empty()) return;
    Stood const before = state.history.back();
    state.history.pop_back();
    fly_to(state, before.camera);
    focus_on(state, before.focus);
}

void pan_by(AppState& state, base::ScreenPoint by) {
    stop_motion(state);
    focus_on(state, {});
    Camera camera = state.view.camera;
    camera.centre = {camera.centre.x - by.x / camera.scale, camera.centre.y - by.y / camera.scale};
    state.view.camera = scene::limited(camera, state.limits);
}

void zoom_by(AppState& state, base::ScreenPoint anchor, double factor) {
    stop_motion(state);
    focus_on(state, {});
    if (!(factor > 0) || !std::isfinite(factor)) return;
    // The scale stops at its limit before the centre is computed, so that the anchor stays put
    // there too.
    double const scale = std::clamp(state.view.camera.scale * factor, state.limits.smallest_scale,
                                    state.limits.largest_scale);
    Camera const zoomed = scene::zoom_about(state.view.camera, viewport_of(state), anchor,
                                            scale / state.view.camera.scale);
    state.view.camera = scene::limited(zoomed, state.limits);
}

void fling(AppState& state, double vx_px_s, double vy_px_s) {
    stop_motion(state);
    if (!state.theme.calm_motion)
        state.glide = Glide{state.view.camera, vx_px_s, vy_px_s, state.t_ms};
}

void stop_motion(AppState& state) {
    state.flight.reset();
    state.glide.reset();
}

void advance_motion(AppState& state) {
    if (state.flight) {
        state.view.camera = camera_at(*state.flight, state.t_ms);
        if (finished(*state.flight, state.t_ms)) state.flight.reset();
    }
    if (!state.glide) return;
    Glide const& glide = *state.glide;
    Camera const free = camera_at(glide, state.t_ms);
    Camera const kept = scene::limited(free, state.limits);
    state.view.camera = kept;
    bool const x_ended = glide.vx_px_s == 0 || kept.centre.x != free.centre.x;
    bool const y_ended = glide.vy_px_s == 0 || kept.centre.y != free.centre.y;
    if ((x_ended && y_ended) || finished(glide, state.t_ms)) state.glide.reset();
}

}  // namespace app
