#include "app/definitions.hpp"

#include <algorithm>

#include "app/controls.hpp"
#include "app/travel.hpp"
#include "scene/definition_plan.hpp"

namespace app {
namespace {

using base::ScreenPoint;

constexpr double gap_mm = 8;
constexpr double finger_gap_mm = 14;

bool belongs_to(scene::OpenDefinition const& open, model::TouchpointId touchpoint) {
    return open.figure.touchpoint && open.figure.touchpoint == touchpoint;
}

// What must stay in view: the card, or the place under the finger.
std::optional<base::ScreenRect> beside_what(AppState const& state, scene::FigureName const& figure,
                                            std::optional<ScreenPoint> at) {
    for (scene::OpenCard const& card : state.view.cards) {
        if (card.touchpoint != figure.touchpoint) continue;
        auto const size = scene::card_size(state.view.size, physical_of(state));
        return base::ScreenRect{card.at.x, card.at.y, size.w, size.h};
    }
    if (!at) return std::nullopt;
    double const air = (finger_gap_mm - gap_mm) * physical_of(state).px_per_mm;
    return base::ScreenRect{at->x - air, at->y - air, 2 * air, 2 * air};
}

// Right of it where there is room, else left of it.
ScreenPoint placed(AppState const& state, base::ScreenSize size, base::ScreenRect const& what) {
    double const gap = gap_mm * physical_of(state).px_per_mm;
    double const right = what.right() + gap;
    bool const room = right + size.w + gap <= state.view.size.w;
    return {room ? right : what.x - gap - size.w, what.y};
}

}  // namespace

void open_definition(World const& world, AppState& state, scene::FigureName const& figure,
                     std::optional<ScreenPoint> at) {
    auto& open = state.view.definitions;
    auto const known = std::find_if(open.begin(), open.end(), [&](scene::OpenDefinition const& d) {
        return d.figure == figure;
    });
    if (known != open.end()) {
        std::rotate(known, known + 1, open.end());
        return;
    }
    if (open.size() >= most_definitions) open.erase(open.begin());
    scene::OpenDefinition made{figure, viewport_of(state).centre(), 0};
    auto const size =
        scene::plan_definition(chrome_input(world, state), made, scene::block_height(world.measure))
            .paper;
    if (auto const what = beside_what(state, figure, at)) {
        made.at = placed(state, {size.w, size.h}, *what);
    } else {
        made.at = made.at - ScreenPoint{size.w / 2, size.h / 2};
    }
    open.push_back(made);
}

void close_definition(AppState& state, std::size_t index) {
    auto& open = state.view.definitions;
    if (index < open.size()) open.erase(open.begin() + static_cast<std::ptrdiff_t>(index));
}

void close_definitions_of(AppState& state, model::TouchpointId touchpoint) {
    std::erase_if(state.view.definitions,
                  [&](scene::OpenDefinition const& open) { return belongs_to(open, touchpoint); });
}

void move_definitions_of(AppState& state, model::TouchpointId touchpoint, ScreenPoint by) {
    for (scene::OpenDefinition& open : state.view.definitions) {
        if (belongs_to(open, touchpoint)) open.at = open.at + by;
    }
}

}  // namespace app
