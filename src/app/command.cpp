#include "app/command.hpp"

namespace app {
namespace {

struct Names {
    std::string_view operator()(EditBlueprint const&) const { return "edit"; }
    std::string_view operator()(UndoEdit const&) const { return "undo"; }
    std::string_view operator()(RedoEdit const&) const { return "redo"; }
    std::string_view operator()(DragEdit const&) const { return "drag-edit"; }
    std::string_view operator()(DropEdit const&) const { return "drop-edit"; }
    std::string_view operator()(LeaveEdit const&) const { return "leave-edit"; }
    std::string_view operator()(TypeText const&) const { return "type"; }
    std::string_view operator()(TypeKey const&) const { return "type-key"; }
    std::string_view operator()(Home const&) const { return "home"; }
    std::string_view operator()(Back const&) const { return "back"; }
    std::string_view operator()(Fit const&) const { return "fit"; }
    std::string_view operator()(Show const&) const { return "show"; }
    std::string_view operator()(SetOverlay const&) const { return "overlay"; }
    std::string_view operator()(SetPersona const&) const { return "persona"; }
    std::string_view operator()(SetPeriod const&) const { return "period"; }
    std::string_view operator()(SetBackstage const&) const { return "backstage"; }
    std::string_view operator()(SetCurtain const&) const { return "curtain"; }
    std::string_view operator()(DragCurtain const&) const { return "drag-curtain"; }
    std::string_view operator()(ReleaseCurtain const&) const { return "release-curtain"; }
    std::string_view operator()(LeaveCurtain const&) const { return "leave-curtain"; }
    std::string_view operator()(OpenTouchpoint const&) const { return "open"; }
    std::string_view operator()(CloseTouchpoint const&) const { return "close"; }
    std::string_view operator()(Define const&) const { return "define"; }
    std::string_view operator()(Next const&) const { return "next"; }
    std::string_view operator()(Previous const&) const { return "previous"; }
    std::string_view operator()(ZoomIn const&) const { return "zoom-in"; }
    std::string_view operator()(ZoomOut const&) const { return "zoom-out"; }
    std::string_view operator()(ToggleSettings const&) const { return "settings"; }
    std::string_view operator()(SetCalmMotion const&) const { return "calm-motion"; }
    std::string_view operator()(SetLargeType const&) const { return "large-type"; }
    std::string_view operator()(SetNight const&) const { return "night"; }
    std::string_view operator()(SetChannelLens const&) const { return "channel-lens"; }
    std::string_view operator()(Light const&) const { return "light"; }
    std::string_view operator()(LightStep const&) const { return "light_step"; }
    std::string_view operator()(SetLens const&) const { return "lens"; }
    std::string_view operator()(ToggleLenses const&) const { return "lenses"; }
    std::string_view operator()(ShowEvidence const&) const { return "evidence"; }
    std::string_view operator()(HideEvidence const&) const { return "evidence_close"; }
    std::string_view operator()(MoveEvidence const&) const { return "move-evidence"; }
    std::string_view operator()(TapAt const&) const { return "tap"; }
    std::string_view operator()(DoubleTapAt const&) const { return "double-tap"; }
    std::string_view operator()(HoldAt const&) const { return "hold"; }
    std::string_view operator()(PanBy const&) const { return "pan"; }
    std::string_view operator()(PinchBy const&) const { return "pinch"; }
    std::string_view operator()(Fling const&) const { return "fling"; }
    std::string_view operator()(Grab const&) const { return "grab"; }
    std::string_view operator()(DragCard const&) const { return "drag-card"; }
    std::string_view operator()(DragMark const&) const { return "drag-mark"; }
    std::string_view operator()(ToggleMore const&) const { return "more"; }
    std::string_view operator()(ShowBoard const&) const { return "board"; }
    std::string_view operator()(Wheel const&) const { return "wheel"; }
    std::string_view operator()(Resize const&) const { return "resize"; }
    std::string_view operator()(Tick const&) const { return "tick"; }
};

}  // namespace

std::string_view name_of(Command const& command) {
    return std::visit(Names{}, command);
}

}  // namespace app
