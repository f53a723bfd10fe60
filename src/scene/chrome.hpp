// Everything that stands still on the screen: title block, breadcrumb, frozen stage header and lane
// rail, legend, dock with its controls, persona chips, period picker and minimap. Computes
// rectangles in pixels; build_scene draws those with a pack's text, shell/gui the dock's controls
// (catalogue text), app hit-tests all of them.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "layout/map_layout.hpp"
#include "metrics/room_figures.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace scene {

enum class ControlKind {
    // Drawn by shell/gui with Dear ImGui (catalogue text).
    Home,
    Back,
    Fit,
    OverlayChoice,
    Settings,
    More,
    BoardChoice,
    PeriodBack,
    PeriodForward,
    PeriodGrain,
    LargeType,
    Night,
    CalmMotion,
    Backstage,
    ChannelLens,
    // Drawn by build_scene (the pack's text, or pictures).
    PersonaChoice,
    PeriodChoice,
    BreadcrumbStep,
    MinimapArea,
    FrozenStage,      // a stage name at the top edge
    CurtainHandle,    // opens and closes what is below the line of visibility
    Sheet,            // what stands beside a stage in focus
    SheetTouchpoint,  // one of its lines
    SheetJourney,
    LensPanel,  // what the open floor is looked at through; opens its panel
    LensChoice,
    BoardMark,       // a touchpoint on a board
    BoardComponent,  // a row of the components board: its chain on the floor
    BoardCount,      // what its counts rest on
    CardClose,
    CardBody,
    EvidenceClose,
    EvidenceBody,
    Definition,      // closes by a tap
    DefinitionRows,  // its further rows
    Edit             // of staff: see EditAction
};

// True when shell/gui draws and presses it.
constexpr bool is_gui(ControlKind kind) {
    return kind <= ControlKind::ChannelLens;
}

constexpr bool is_sheet(ControlKind kind) {
    return kind >= ControlKind::Sheet && kind <= ControlKind::SheetJourney;
}

struct Control {
    ControlKind kind = ControlKind::Home;
    ScreenRect rect;    // the touch target
    std::string label;  // as drawn
    bool on = false;    // the chosen one of a group
    bool enabled = true;
    bool in_panel = false;               // of a panel above the dock
    Board board = Board::None;           // BoardChoice
    Overlay overlay = Overlay::None;     // OverlayChoice
    model::PersonaId persona;            // PersonaChoice; none = everybody
    base::Period period;                 // PeriodChoice, PeriodBack/Forward: where it leads
    std::uint32_t frame = 0;             // BreadcrumbStep, FrozenStage, SheetJourney, CurtainHandle
    std::int32_t column = -1;            // of that frame; -1 = the whole frame
    model::TouchpointId touchpoint;      // SheetTouchpoint, BoardMark, EditAction::AcceptLevel
    EditAction edit = EditAction::Undo;  // Edit
    base::Date from;                     // EditAction::AcceptLevel, with `touchpoint`
    model::StepId step;                  // EditAction::Add: the cell
    model::BlueprintLane lane = model::BlueprintLane::Backstage;
    model::LinkKind link_kind = model::LinkKind::None;  // EditAction::Kind
    std::uint32_t link = 0;        // EditAction::Unlink: index into Room::blueprint_links
    model::ComponentId component;  // BoardComponent, BoardCount
    Lens lens;                     // LensChoice
    EvidenceName evidence;         // EvidenceClose, EvidenceBody
    std::size_t row = 0;           // DefinitionRows: the first that is shown then
    std::size_t card = 0;          // CardClose, CardBody: index into View::cards; Definition: into
                                   // View::definitions
};

// The stage header and lane rail that stay in view at every zoom, and what they leave of the map.
struct Frozen {
    ScreenRect map;           // where the map may be drawn, px
    double top = 0;           // height of the header strip above it
    double left = 0;          // width of the rail strip at its left
    double header_share = 0;  // 0: the frame's own header is in view; 1: it is gone
    double rail_share = 0;
};

// Where the view is: the deepest frame at its centre (or in focus), its column, its cell.
struct Place {
    std::optional<std::uint32_t> frame;  // index into MapLayout::frames
    std::optional<std::uint32_t> column;
    std::optional<std::uint32_t> item;
};

struct Chrome {
    Place place;  // what the title names
    Frozen frozen;
    ScreenRect bright;  // the focus on the screen; empty without one
    ScreenRect shown;   // what is drawn and touched of the map: around a focus, not all of it
    ScreenRect sheet;   // beside a stage in focus; empty where there is no room
    ScreenRect title;   // statement or journey title, with breadcrumb above
    ScreenRect status;  // right of the title: journey, period, persona, counts
    ScreenRect map;     // the map's viewport (Camera's `viewport`)
    ScreenRect legend;
    ScreenRect dock;
    ScreenRect minimap;
    ScreenRect periods;             // the 24-month strip
    std::vector<Control> controls;  // bottom to top: the last that holds a point is hit
};

struct ChromeInput {
    model::Room const& room;
    layout::MapLayout const& layout;
    metrics::FigureIndex const& index;
    metrics::RoomFigures const& figures;
    View const& view;
    Theme const& theme;
    Physical physical;
    base::Catalogue const& catalogue;
    layout::TextMeasure& measure;
};

// The map's viewport alone depends only on size and physical (cameras need it before the rest).
ScreenRect map_viewport(ScreenSize size, Physical const& physical);
Chrome layout_chrome(ChromeInput const& input);

// The deepest frame that holds the view's centre, and its column there.
Place place_of(layout::MapLayout const& layout, Camera const& camera);
// The same; an open floor belongs to its journey.
Place place_of(layout::MapLayout const& layout, View const& view);

// What the title names: the deepest frame at the centre that fills a good part of the view, and its
// stage when that alone fills it (else no column); with a focus, that.
Place title_place(layout::MapLayout const& layout, View const& view, ScreenRect const& viewport);

// Pixels of one design millimetre: everything that stands still is drawn for an 86 inch panel and
// grows or shrinks with the panel, within the limits that touch and legibility set.
double chrome_unit(ScreenSize size, Physical const& physical);

// The touchpoint card's size in pixels, and the nearest place near `wish` where it lies whole in
// `area`.
ScreenSize card_size(ScreenSize view, Physical const& physical);
ScreenPoint place_card(ScreenPoint wish, ScreenSize card, ScreenRect area);

}  // namespace scene
