#include "app/remake.hpp"

#include "app/cards.hpp"
#include "app/travel.hpp"
#include "layout/layout_room.hpp"

namespace app {
namespace {

layout::LayoutOptions options_of(AppState const& state) {
    scene::Physical const physical = scene::physical(
        state.view.size.w, state.view.size.h, state.diagonal_in, state.distance_m, state.theme);
    scene::ScreenRect const viewport = viewport_of(state);
    layout::LayoutOptions options;
    options.width_mm = viewport.w / physical.px_per_mm;
    options.height_mm = viewport.h / physical.px_per_mm;
    options.names_mm = framing_of(state).names_px / physical.px_per_mm;
    options.room_type = physical.room_type;
    options.hand_type = physical.hand_type;
    options.channel_lens = state.view.channel_lens;
    return options;
}

}  // namespace

void remake_layout(World const& world, AppState& state) {
    state.layout =
        layout::layout_room(world.room, options_of(state), world.catalogue, world.measure);
    state.limits = limits_of(state.layout, framing_of(state));
}

void remake_floor(World const& world, AppState& state, model::JourneyId journey) {
    state.layout =
        layout::with_floor_of({world.room, options_of(state), world.catalogue, world.measure},
                              journey, std::move(state.layout));
    state.limits = limits_of(state.layout, framing_of(state));
}

void change_layout(World const& world, AppState& state,
                   std::function<void(AppState&)> const& change) {
    state.view.camera = destination(state);
    stop_motion(state);
    state.last_tap.reset();
    Framing const framing = framing_of(state);
    base::ScreenSize const size = state.view.size;
    Anchor const here = anchor_of(state.layout, state.view.camera, framing);
    std::vector<Anchor> way_back;
    way_back.reserve(state.history.size());
    for (Stood const& stood : state.history) {
        way_back.push_back(anchor_of(state.layout, stood.camera, framing));
    }
    change(state);
    remake_layout(world, state);
    auto const there = [&](Anchor const& anchor) {
        return scene::limited(camera_of(state.layout, anchor, framing_of(state)), state.limits);
    };
    state.view.camera = there(here);
    for (std::size_t i = 0; i < way_back.size(); ++i)
        state.history[i].camera = there(way_back[i]);
    keep_cards_in_view(state, size);
}

void remake_figures(World const& world, AppState& state, FigureChange how) {
    base::Period const period = state.view.period;
    metrics::FigureRequest request{period, state.view.persona, base::Date{period.last.days + 1}};
    if (state.view.now) request.now = *state.view.now;
    bool const ease = how == FigureChange::Ease && !state.theme.calm_motion;
    metrics::RoomFigures next =
        metrics::room_figures(world.room, world.index, request, std::move(state.previous_figures));
    state.previous_figures = std::move(state.figures);
    state.figures = std::move(next);
    state.view.figures_share = ease ? 0 : 1;
    state.figures_since_ms.reset();
    if (ease) state.figures_since_ms = state.t_ms;
}

}  // namespace app
