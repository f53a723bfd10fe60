// What a frame depends on besides the room: the part of the app's state that can be seen. Plain
// values, so that a frame is a pure function of (room, layout, figures, view, theme, size).
// app/app_state embeds it; build_scene reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/room.hpp"
#include "scene/camera.hpp"
#include "scene/editing.hpp"
#include "scene/floor_view.hpp"

namespace scene {

enum class Overlay {
    None,
    Reliability,
    Differentiation,
    Emotion,
    Importance,
    Volume,         // broken promises as people
    PerceptionGap,  // what the house believes against what was measured
    Effort          // what an outcome costs customers
};

std::optional<Overlay> parse_overlay(std::string_view key);
std::string_view key_of(Overlay overlay);

// Full views that are not the map: what matters against where we stand, promises against rivals,
// the customer asset, where survey and promise disagree, and what stands under broken promises.
enum class Board { None, Importance, Measures, Asset, Contradictions, Components };

// "board:importance" and so on: the names of views.
std::optional<Board> parse_board(std::string_view view);
std::string_view key_of(Board board);

// A mark of a board that was dragged to where a person can read it.
struct Pull {
    model::TouchpointId touchpoint;
    ScreenPoint at;  // shares of the board's area, so that it stays there at any size
};

// A card opened on a touchpoint; it stands at a place of the screen (px of its top left), where it
// was put or dragged.
struct OpenCard {
    model::TouchpointId touchpoint;
    ScreenPoint at;
    double appeared = 1;  // 0..1, eases in
};

// A figure of the wall that can be asked what it is and what it rests on.
enum class FigureKind {
    Kept,
    Split,
    Months,
    Scores,
    Effort,
    StageYield,
    JourneyYield,
    Net,
    Touches
};
struct FigureName {
    FigureKind kind = FigureKind::Kept;
    model::TouchpointId touchpoint{};  // Kept, Split, Months, Scores, Effort
    model::StageId stage{};            // StageYield
    model::JourneyId journey{};        // JourneyYield
    model::ComponentId component{};    // Touches
    friend bool operator==(FigureName const&, FigureName const&) = default;
};

// "kept:T40", "split:T40", "months:T40", "scores:T40", "effort:T40", "yield:S6", "yield:J2", "net",
// "touches:crm" (of a component).
std::optional<FigureName> parse_figure(model::Room const& room, std::string_view name);
std::string name_of(model::Room const& room, FigureName const& figure);

// The card that says what a figure is; px of its top left.
struct OpenDefinition {
    FigureName figure;
    ScreenPoint at;
    double appeared = 1;        // 0..1, eases in
    std::size_t first_row = 0;  // that is shown: more than have room are paged
};

// What the view was sent to look at: it stands out, the rest of the map steps back. Ends when a
// hand moves the map.
struct Focus {
    enum class Kind { None, Journey, Stage, Touchpoint } kind = Kind::None;
    model::JourneyId journey;      // Journey
    model::StageId stage;          // Stage
    model::PlacementId placement;  // Touchpoint
    friend bool operator==(Focus const&, Focus const&) = default;
};

struct View {
    ScreenSize size;  // px
    Camera camera;
    Overlay overlay = Overlay::Reliability;
    Overlay overlay_from = Overlay::Reliability;  // cross-fade: from overlay_from to overlay
    double overlay_share = 1;
    Focus focus;
    double focus_share = 1;  // 0..1: rises once the camera has come
    Focus focus_from;        // the one before; falls as soon as it is left
    double focus_from_share = 0;
    model::PersonaId persona;  // none: everybody
    base::Period period;
    bool backstage = false;       // the curtain is open, or opens where a journey has steps
    double curtain = 0;           // 0..1: how far it is open now
    model::JourneyId curtain_of;  // the journey whose curtain that is; none: no floor is meant
    std::vector<OpenCard> cards;  // bottom to top
    std::vector<OpenDefinition> definitions;  // bottom to top, above the cards
    double figures_share = 1;  // 0..1: figures ease from the previous to the current ones
    std::optional<base::Date> now;
    bool legend = true;
    bool chrome = true;  // false: the map alone fills the view (bench)
    bool settings_open = false;
    bool more_open = false;  // the panel of further overlays and boards
    Board board = Board::None;
    Board board_from = Board::None;  // cross-fade: from board_from to board
    double board_share = 1;
    std::vector<Pull> pulls;    // of the board shown
    bool channel_lens = false;  // as laid out
    Lit lit;
    Lens lens;
    Lit lit_from;  // cross-fade: what was lit and looked through before
    Lens lens_from;
    double told_share = 1;
    bool lenses_open = false;            // the panel of lenses
    std::vector<OpenEvidence> evidence;  // bottom to top, above the cards
    Editing editing;
    std::string status;  // one sentence at the foot (a degraded feature), usually empty
};

}  // namespace scene
