#include "app/controls.hpp"

#include <ranges>

namespace app {

scene::ChromeInput chrome_input(World const& world, AppState const& state) {
    return {world.room,  state.layout,       world.index,     state.figures, state.view,
            state.theme, physical_of(state), world.catalogue, world.measure};
}

scene::Chrome chrome_of(World const& world, AppState const& state) {
    return scene::layout_chrome(chrome_input(world, state));
}

std::optional<scene::Control> control_at(scene::Chrome const& chrome, base::ScreenPoint at) {
    for (scene::Control const& control : std::views::reverse(chrome.controls)) {
        if (control.rect.contains(at)) return control;
    }
    return std::nullopt;
}

std::optional<Command> command_of(scene::Control const& control) {
    using Kind = scene::ControlKind;
    if (!control.enabled) return std::nullopt;
    switch (control.kind) {
        case Kind::Home:
            return Home{};
        case Kind::Back:
            return Back{};
        case Kind::Fit:
            return Fit{};
        case Kind::OverlayChoice:
            return SetOverlay{control.overlay};
        case Kind::Settings:
            return ToggleSettings{};
        case Kind::More:
            return ToggleMore{};
        case Kind::BoardChoice:
            return ShowBoard{control.on ? scene::Board::None : control.board};
        case Kind::PeriodBack:
        case Kind::PeriodForward:
        case Kind::PeriodGrain:
        case Kind::PeriodChoice:
            return SetPeriod{control.period};
        case Kind::LargeType:
            return SetLargeType{!control.on};
        case Kind::Night:
            return SetNight{!control.on};
        case Kind::CalmMotion:
            return SetCalmMotion{!control.on};
        case Kind::ChannelLens:
            return SetChannelLens{!control.on};
        case Kind::Backstage:
        case Kind::CurtainHandle:
            return SetBackstage{!control.on};
        case Kind::PersonaChoice:
            return SetPersona{control.persona};
        case Kind::LensPanel:
            return ToggleLenses{};
        case Kind::LensChoice:
            return SetLens{control.lens};
        case Kind::BreadcrumbStep:
        case Kind::MinimapArea:
        case Kind::FrozenStage:
        case Kind::Sheet:
        case Kind::SheetTouchpoint:
        case Kind::SheetJourney:
        case Kind::BoardMark:
        case Kind::BoardComponent:
        case Kind::BoardCount:
        case Kind::CardClose:
        case Kind::CardBody:
        case Kind::EvidenceClose:
        case Kind::EvidenceBody:
        case Kind::Definition:
        case Kind::DefinitionRows:
        case Kind::Edit:
            break;
    }
    return std::nullopt;
}

base::WorldPoint minimap_point(scene::Chrome const& chrome, AppState const& state,
                               base::ScreenPoint at) {
    // As scene/dock_paint draws it.
    constexpr double frame_units = 4;
    double const unit = scene::chrome_unit(state.view.size, physical_of(state));
    scene::ScreenRect const inner = base::inset(chrome.minimap, frame_units * unit);
    return scene::to_world(scene::fit(state.layout.bounds, inner, 0), inner, at);
}

}  // namespace app
