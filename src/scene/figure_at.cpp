#include "scene/figure_at.hpp"

#include <algorithm>

#include "scene/asset_plan.hpp"
#include "scene/beliefs.hpp"
#include "scene/card_plan.hpp"
#include "scene/definition.hpp"
#include "scene/floor.hpp"

namespace scene {
namespace {

// A yield that stands lower than this on the panel is not read, so nobody asks about it.
constexpr double least_yield_mm = 12;

std::optional<FigureName> of_card(ChromeInput const& input, OpenCard const& card, ScreenPoint at) {
    CardPlan const plan = plan_card(input, card, block_height(input.measure));
    for (FigureZone const& zone : plan.figures) {
        if (zone.rect.contains(at)) return FigureName{zone.figure, card.touchpoint, {}, {}};
    }
    return std::nullopt;
}

std::optional<model::JourneyId> journey_of(std::optional<Beliefs> const& beliefs) {
    return beliefs ? std::optional(beliefs->journey) : std::nullopt;
}

// What people believe is held against the yield of the journey that they were asked about.
std::optional<FigureName> of_stage(ChromeInput const& input, model::StageId stage) {
    if (input.view.overlay != Overlay::PerceptionGap)
        return FigureName{FigureKind::StageYield, {}, stage, {}};
    auto const journey = journey_of(beliefs_in(input.room, input.figures, stage));
    if (!journey) return std::nullopt;
    return FigureName{FigureKind::JourneyYield, {}, {}, *journey};
}

std::optional<FigureName> of_title(ChromeInput const& input, Chrome const& chrome) {
    Place const& place = chrome.place;
    if (input.view.overlay == Overlay::None || !place.frame) return std::nullopt;
    layout::Frame const& frame = input.layout.frames[*place.frame];
    if (place.item) {
        return FigureName{FigureKind::Kept, input.layout.items[*place.item].touchpoint, {}, {}};
    }
    if (place.column) return of_stage(input, frame.columns[*place.column].stage);
    auto const journey = frame.level > 0 ? std::optional(frame.journey)
                         : input.view.overlay == Overlay::PerceptionGap
                             ? journey_of(widest_beliefs(input.figures))
                             : worst_journey(input.room, input.figures);
    if (!journey) return std::nullopt;
    return FigureName{FigureKind::JourneyYield, {}, {}, *journey};
}

std::optional<FigureName> of_map(ChromeInput const& input, Chrome const& chrome, ScreenPoint at) {
    if (input.view.overlay == Overlay::None || !chrome.shown.contains(at)) return std::nullopt;
    // Nothing is asked through an open floor.
    auto const floor = open_floor(input.layout, input.view);
    bool const below = floor && to_screen(input.view.camera, chrome.map, floor->shown).contains(at);
    if (below) return std::nullopt;
    for (layout::Frame const& frame : input.layout.frames) {
        for (layout::StageColumn const& column : frame.columns) {
            ScreenRect const rect = to_screen(input.view.camera, chrome.map, column.yield);
            bool const read = rect.h >= least_yield_mm * input.physical.px_per_mm;
            if (read && rect.contains(at)) return of_stage(input, column.stage);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<FigureName> figure_at(ChromeInput const& input, Chrome const& chrome,
                                    ScreenPoint at) {
    auto const hit = std::find_if(chrome.controls.rbegin(), chrome.controls.rend(),
                                  [&](Control const& c) { return c.rect.contains(at); });
    if (hit != chrome.controls.rend()) {
        if (hit->kind == ControlKind::CardBody)
            return of_card(input, input.view.cards[hit->card], at);
        if (hit->kind == ControlKind::SheetTouchpoint)
            return FigureName{FigureKind::Kept, hit->touchpoint, {}, {}};
        if (hit->kind == ControlKind::BoardComponent || hit->kind == ControlKind::BoardCount)
            return FigureName{FigureKind::Touches, {}, {}, {}, hit->component};
        return std::nullopt;
    }
    if (input.view.board == Board::Asset) {
        double const unit = chrome_unit(input.view.size, input.physical);
        bool const on_net =
            asset_plan(chrome.map, {unit, input.physical.hand_type}).balance.contains(at) &&
            asset_row(input.room, input.view.period) != nullptr;
        return on_net ? std::optional(FigureName{FigureKind::Net, {}, {}, {}}) : std::nullopt;
    }
    if (input.view.board != Board::None) return std::nullopt;
    if (chrome.title.contains(at)) return of_title(input, chrome);
    return of_map(input, chrome, at);
}

}  // namespace scene
