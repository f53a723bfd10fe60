// The parts of a frame, each painted by one function, in the order build_scene calls them.
// Internal to this folder.
#pragma once

#include "layout/map_layout.hpp"
#include "scene/chrome.hpp"
#include "scene/frozen.hpp"
#include "scene/overlay.hpp"
#include "scene/painter.hpp"
#include "scene/series.hpp"

namespace scene {

struct CardPlan;

struct PaintContext {
    SceneInput const& input;
    Painter& painter;
    Chrome const& chrome;
    double unit = 1;  // px of a design millimetre (chrome_unit)

    ScreenRect on_screen(layout::WorldRect const& r) const {
        return to_screen(input.view.camera, chrome.map, r);
    }
    double scale() const { return input.view.camera.scale; }
    double to_mm(double px) const { return px / input.physical.px_per_mm; }
    // Null where nothing has been promised.
    model::Promise const* promise(model::TouchpointId id) const {
        constexpr std::uint32_t none = 0xffffffffU;
        std::uint32_t const index = input.index.promise_of[id.index()];
        return index == none ? nullptr : &input.room.promises[index];
    }
    metrics::TouchpointFigures const& figures(model::TouchpointId id) const {
        return input.figures.touchpoints[id.index()];
    }
};

// The map (frames.cpp, curve.cpp, cells.cpp).
void paint_frames(PaintContext const& c);
void paint_connectors(PaintContext const& c);
void paint_curves(PaintContext const& c);
void paint_cells(PaintContext const& c);
// What is below the open curtain (floor_paint.cpp), and the sentence where nothing is.
void paint_floor(PaintContext const& c);
void paint_floor_note(PaintContext const& c);
// A name in the rail of a floor: of a lane from its top, or on one of the three lines.
struct RailName {
    double top = 0;  // world y
    std::string text;
    std::optional<layout::FloorLine> line{};  // that it stands on
    bool lane = false;                        // of the blueprint, else a row such as the steps'
    enum Kind { Lane, Row, Line };
    Kind kind() const { return line ? Line : lane ? Lane : Row; }
};
std::vector<RailName> floor_rail(SceneInput const& input, layout::Floor const& floor);
// Where the curtain's handle hangs; empty where there is none (curtain.cpp).
ScreenRect handle_rect(Chrome const& chrome);
// What is not in focus steps back (veil.cpp).
void paint_veil(PaintContext const& c);
// False for lanes that need no name in the rail, or show nothing under the overlay.
bool names_lane(PaintContext const& c, layout::Lane const& lane);
// The words of a lane in the rail.
std::string lane_name(PaintContext const& c, layout::Lane const& lane);

// The stage header and lane rail that stay in view (frozen_paint.cpp).
void paint_frozen(PaintContext const& c);
// What stands beside a stage in focus (sheet_paint.cpp).
void paint_sheet(PaintContext const& c);

// What stands still (title.cpp, dock_paint.cpp).
void paint_title(PaintContext const& c);
void paint_legend(PaintContext const& c);
void paint_dock(PaintContext const& c);
void paint_cards(PaintContext const& c);
// Below a card's figures (card_tail.cpp).
void paint_card_tail(PaintContext const& c, model::TouchpointId id, CardPlan const& plan);
// What the open floor is looked at through (lens_paint.cpp).
void paint_lenses(PaintContext const& c);
// Evidence opened large (evidence_paint.cpp).
void paint_evidence(PaintContext const& c);
// A card's paper with its shadow (paper.cpp).
void paint_paper(PaintContext const& c, Tag tag, ScreenRect rect);
// What staff edit with, and the node in their hand (edit_paint.cpp).
void paint_editing(PaintContext const& c);
// A touchpoint's mark, with stripes where its figure is old (state_mark.cpp).
struct StateMark {
    Mark mark;
    bool striped = false;
};
struct MarkPlace {
    ScreenPoint centre;
    double side = 10;  // px, of a mark of full size
};
// As the overlay shows it; nothing where the overlay has no marks.
std::optional<StateMark> state_mark(PaintContext const& c, model::TouchpointId touchpoint);
void paint_state_mark(PaintContext const& c, Tag tag, StateMark const& state, MarkPlace place);
// Where there is no shape to be told: all of the box.
void paint_state_mark(PaintContext const& c, Tag tag, StateMark const& state, ScreenRect box,
                      double radius = 0);
void paint_edit_button(PaintContext const& c, Control const& control);
// What figures are and rest on (definition_paint.cpp).
void paint_definitions(PaintContext const& c);

// A stage that nobody answers for: its pill from the left of a text's baseline; returns the pill's
// width (title.cpp). px.
struct SeatSize {
    double text = 10;  // font size
    double widest = 1e9;
};
double paint_vacant_seat(PaintContext const& c, Tag tag, ScreenPoint at, SeatSize size);

// A yield as people say it, in `rect`: figure, words, bar (yield.cpp).
struct YieldFigures {
    std::optional<double> rty;
    std::optional<double> previous;  // what it eases from
    int measured = 0;
    int of = 0;
    int overdue = 0;  // of those measured
};
void paint_yield(PaintContext const& c, Tag tag, ScreenRect rect, YieldFigures const& figures);

// Pictures of the pack (picture_paint.cpp). A portrait, or initials where there is none to show.
void paint_portrait(PaintContext const& c, model::PersonaId id, ScreenRect disc);
// A touchpoint's pictures side by side from the left of `area`, as many as fit; the tag's item is
// the touchpoint. The width that all of them take at that height, 0 when there is none to show.
void paint_media(PaintContext const& c, Tag tag, ScreenRect area);
double media_width(PaintContext const& c, model::TouchpointId id, double height);
// The names of its pictures that cannot be shown.
std::string unshown_media(PaintContext const& c, model::TouchpointId id);

// Pieces of a figure shared by cells and cards (figure_paint.cpp, series_paint.cpp). Sizes in px.
void paint_interval(PaintContext const& c, Tag tag, ScreenRect rect,
                    metrics::TouchpointFigures const& figures);
struct SeriesLook {
    ScreenRect rect;
    double line_width = 1;
    double dot = 3;
    SeriesDetail detail = SeriesDetail::Line;
    double axis_text = 0;  // font size of the percents right of `rect`; 0: none
};
// 24 months of kept/due: gaps stay gaps, months under 10 promises are hollow, the target is dotted,
// the asked period is dotted in its state's colour.
void paint_series(PaintContext const& c, Tag tag, model::TouchpointId touchpoint,
                  SeriesLook const& look);
// Own, rival and expected on one scale 0..10.
void paint_scores(PaintContext const& c, Tag tag, metrics::TouchpointFigures const& figures,
                  ScreenRect rect, double text_size);

}  // namespace scene
