#include "app/cards.hpp"

#include <algorithm>
#include <cmath>

#include "app/definitions.hpp"
#include "app/travel.hpp"
#include "scene/chrome.hpp"

namespace app {
namespace {

using base::ScreenPoint;

// Between the finger and its card, so that neither hides the other.
constexpr double finger_gap_mm = 12;
constexpr double margin_mm = 8;
// A card that would cover another one exactly is moved on by this much.
constexpr double cascade_mm = 16;

auto find_card(std::vector<scene::OpenCard>& cards, model::TouchpointId touchpoint) {
    return std::find_if(cards.begin(), cards.end(),
                        [&](scene::OpenCard const& card) { return card.touchpoint == touchpoint; });
}

// Cards may lie over the title, never over the dock: it belongs to everybody.
ScreenPoint placed(AppState const& state, ScreenPoint wish) {
    scene::ScreenRect const map = viewport_of(state);
    double const margin = margin_mm * physical_of(state).px_per_mm;
    scene::ScreenRect const area{margin, margin, state.view.size.w - 2 * margin,
                                 map.bottom() - margin};
    return scene::place_card(wish, scene::card_size(state.view.size, physical_of(state)), area);
}

// To the right of the finger, else to its left.
ScreenPoint beside(AppState const& state, ScreenPoint at, double share_above) {
    scene::ScreenRect const area = viewport_of(state);
    scene::ScreenSize const size = scene::card_size(state.view.size, physical_of(state));
    double const gap = finger_gap_mm * physical_of(state).px_per_mm;
    bool const room = at.x + gap + size.w <= area.right();
    return placed(state, {room ? at.x + gap : at.x - gap - size.w, at.y - size.h * share_above});
}

// The middle of the cell's right side as it will be seen.
ScreenPoint cell_side(AppState const& state, model::TouchpointId touchpoint) {
    scene::ScreenRect const area = viewport_of(state);
    auto const stop = stop_of(state.layout, touchpoint);
    if (!stop) return area.centre();
    auto const cell = scene::to_screen(destination(state), area, rect_of(state.layout, *stop));
    return {std::clamp(cell.right(), area.x, area.right()),
            std::clamp(cell.centre().y, area.y, area.bottom())};
}

bool covers_another(AppState const& state, ScreenPoint at, double near_px) {
    return std::any_of(state.view.cards.begin(), state.view.cards.end(), [&](auto const& card) {
        return std::abs(card.at.x - at.x) < near_px && std::abs(card.at.y - at.y) < near_px;
    });
}

}  // namespace

void open_card(AppState& state, model::TouchpointId touchpoint, std::optional<ScreenPoint> at) {
    if (is_open(state, touchpoint)) return bring_to_front(state, touchpoint);
    if (state.view.cards.size() >= most_cards)
        close_card(state, state.view.cards.front().touchpoint);
    ScreenPoint place =
        at ? beside(state, *at, 1.0 / 3) : beside(state, cell_side(state, touchpoint), 0.5);
    double const step = cascade_mm * physical_of(state).px_per_mm;
    scene::ScreenRect const area = viewport_of(state);
    for (std::size_t i = 0; i < most_cards && covers_another(state, place, step / 2); ++i) {
        // Towards the middle of the map, where there is room.
        double const way = place.x < area.centre().x ? step : -step;
        place = placed(state, {place.x + way, place.y + step});
    }
    state.view.cards.push_back({touchpoint, place, 0});
}

void close_card(AppState& state, model::TouchpointId touchpoint) {
    auto const found = find_card(state.view.cards, touchpoint);
    if (found == state.view.cards.end()) return;
    state.view.cards.erase(found);
    close_definitions_of(state, touchpoint);
}

void close_cards(AppState& state) {
    while (!state.view.cards.empty())
        close_card(state, state.view.cards.back().touchpoint);
}

void bring_to_front(AppState& state, model::TouchpointId touchpoint) {
    auto const found = find_card(state.view.cards, touchpoint);
    if (found != state.view.cards.end()) std::rotate(found, found + 1, state.view.cards.end());
}

void drag_card(AppState& state, model::TouchpointId touchpoint, ScreenPoint by) {
    if (!is_open(state, touchpoint)) return;
    bring_to_front(state, touchpoint);
    scene::OpenCard& card = state.view.cards.back();
    ScreenPoint const before = card.at;
    card.at = placed(state, card.at + by);
    move_definitions_of(state, touchpoint, card.at - before);
}

bool is_open(AppState const& state, model::TouchpointId touchpoint) {
    return std::any_of(state.view.cards.begin(), state.view.cards.end(),
                       [&](auto const& card) { return card.touchpoint == touchpoint; });
}

void keep_cards_in_view(AppState& state, base::ScreenSize before) {
    if (before.w <= 0 || before.h <= 0) return;
    double const x = state.view.size.w / before.w;
    double const y = state.view.size.h / before.h;
    for (scene::OpenCard& card : state.view.cards) {
        card.at = placed(state, {card.at.x * x, card.at.y * y});
    }
    // Each keeps itself in view.
    for (scene::OpenDefinition& open : state.view.definitions)
        open.at = {open.at.x * x, open.at.y * y};
}

}  // namespace app
