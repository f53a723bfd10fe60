// The whole state of the kiosk between two frames, and what it stands on (room, layout). No clock,
// no I/O.
#pragma once

#include <optional>
#include <vector>

#include "app/edit_ask.hpp"
#include "app/motion.hpp"
#include "base/catalogue.hpp"
#include "layout/map_layout.hpp"
#include "metrics/room_figures.hpp"
#include "scene/chrome.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace app {

// What update may read but never changes. Owned by shell; lives longer than the state.
struct World {
    model::Room const& room;
    metrics::FigureIndex const& index;
    base::Catalogue const& catalogue;
    layout::TextMeasure& measure;
};

// Where a person stood: what Back returns to.
struct Stood {
    scene::Camera camera;
    scene::Focus focus;
};

// What the last tap did, so that a double tap can take it back.
struct TapMemory {
    base::ScreenPoint at;
    scene::Camera camera;  // as it was when tapped
    double t_ms = 0;
    model::TouchpointId opened;  // the card that it opened
    bool jumped = false;         // it remembered a place in `history`
};

// The curtain on its way.
struct CurtainMove {
    double from = 0;
    double to = 0;
    double since_ms = 0;
    double duration_ms = 1;
};

struct AppState {
    scene::View view;  // what can be seen
    scene::Theme theme;
    double diagonal_in = 86;
    double distance_m = 4;
    layout::MapLayout layout;                // remade by update when size, type or lens change
    scene::CameraLimits limits;              // of that layout and size
    metrics::RoomFigures figures;            // for view.period and view.persona
    metrics::RoomFigures previous_figures;   // what values ease from
    double t_ms = 0;                         // time of the last Tick or event
    std::optional<Flight> flight;            // camera move under way
    std::optional<Glide> glide;              // fling under way
    std::optional<double> figures_since_ms;  // easing of values under way
    std::optional<double> overlay_since_ms;
    std::optional<double> focus_since_ms;       // of the focus that comes, from its landing on
    std::optional<double> focus_left_since_ms;  // of the one that goes
    std::optional<double> board_since_ms;
    std::optional<CurtainMove> curtain_move;
    double curtain_wish = 1;              // how far it opens while view.backstage
    bool curtain_dragged = false;         // a hand has it
    double curtain_before = 0;            // where it hung when the hand took it
    std::optional<double> told_since_ms;  // of a chain or lens that comes
    std::optional<double>
        cut_since_ms;            // calm motion: the camera was cut, a cross-fade is under way
    scene::Camera cut_from;      // and this is where it stood
    std::vector<Stood> history;  // for Back: where the person stood before each jump
    std::optional<TapMemory> last_tap;
    std::optional<EditAsk> asked;               // an edit that was accepted and waits for the shell
    std::optional<scene::TextDraft> sent_text;  // its words: typed on when the shell refuses them
    bool status_passes = false;                 // the sentence at the foot goes with the next tap
    std::uint32_t evidence_opened = 0;  // pieces so far: the order in which they were opened
    bool moving() const;
};

scene::Physical physical_of(AppState const& state);

// 0..1: how much of the view after a calm cut has replaced the one before it (1 when none is under
// way).
double cut_share(AppState const& state);

}  // namespace app
