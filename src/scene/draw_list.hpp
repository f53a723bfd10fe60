// What a frame shows, as plain values in drawing order: the last thing before the GPU, and what
// `dump` prints. All coordinates in pixels of the view, y down. Must not know GL. Built by scene,
// played by render.
//
// Everything is an instance of one quad: boxes, marks, glyph runs, line segments, pictures. `items`
// is the drawing order; each entry says which array and which index.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/color.hpp"
#include "base/geometry.hpp"

namespace scene {

using base::Color;
using base::ScreenPoint;
using base::ScreenRect;

// Shapes the fragment shader knows as distance fields inside `rect`.
enum class Shape : std::uint8_t {
    Box,          // rounded by `radius`
    Disc,         // KEPT
    HalfDisc,     // ON THE LINE: ring with the left half filled
    Triangle,     // BROKEN: point up
    HatchedRing,  // UNPROVEN
    DottedRing,   // THIN
    Ring,         // NO DATA; no rival data when small
    Star,         // memory
    LockedStar,   // locked: outline with a keyhole
    ChevronUp,    // LEAD
    Bar,          // PARITY
    ChevronDown,  // LAG
    Diamond,      // moment of truth
    SplitDisc,    // "it depends": a disc parted in two, one half dropped
    Cross,        // close
    ArrowUp,      // a control-chart signal, upwards
    ArrowDown,
    // A far-away card in one quad: a box of `fill`, a disc of `accents[0]` at the top left and two
    // pills of accents[1] and accents[2] below (a = 0: none): what a card says when its text can no
    // longer be read. No border, square corners: it is a few pixels large.
    FarCard,
};

enum class Pattern : std::uint8_t {
    Solid,
    Hatched,
    Dashed
};  // Dashed: the border; Hatched: the fill

inline constexpr Color no_color{0, 0, 0, 0};

struct Quad {
    ScreenRect rect;
    Shape shape = Shape::Box;
    Pattern pattern = Pattern::Solid;
    float radius = 0;        // px, Box
    float border_width = 0;  // px, inside the edge
    float softness = 0;      // px of blur: soft shadow when > 0
    float pattern_px = 0;    // period of Hatched and Dashed; 0 = 6 px
    Color fill = no_color;   // a = 0: none
    Color border = no_color;
    Color accents[3] = {no_color, no_color,
                        no_color};  // FarCard; Box: accents[0] with a > 0 is a bar along the left
                                    // edge, `accent_width` wide
    float accent_width = 0;
    ScreenRect panel;  // of a shadow: the opaque box over it, under which nothing is drawn
};

// One line of shaped text (scene/font knows the run). Drawn from the SDF atlas.
struct GlyphRun {
    std::uint32_t run = 0;  // id in FontBook
    ScreenPoint origin;     // left end of the baseline (also for right-to-left text)
    float size_px = 0;      // em
    Color color;
};

struct Polyline {
    std::uint32_t first = 0;  // into DrawList::points
    std::uint32_t count = 0;
    float width = 1;
    float dash = 0;  // px on, px off; 0 = solid
    Color color;
};

struct Picture {
    std::uint32_t image = 0;  // index into Room::media
    ScreenRect rect;
    float radius = 0;
    float alpha = 1;
    float show_w = 1;  // the share of the picture's width that is shown, about its middle
    float show_h = 1;
};

enum class PrimitiveKind : std::uint8_t { Quad, GlyphRun, Polyline, Picture };

// What a primitive belongs to, for `dump`, tests and accessibility. KIND:KEY role=R.
enum class ItemKind : std::uint8_t {
    Chrome,
    Room,
    Journey,
    Stage,
    Step,
    Touchpoint,
    Lane,
    Curve,
    Quote,
    Connector,
    Card,
    Definition,
    Legend,
    Dock,
    Minimap,
    Persona,
    Period,
    Component,
    Floor,  // of a journey
    Node,
    Link,
    Evidence
};

enum class Role : std::uint8_t {
    Ground,
    Panel,
    Shadow,
    Rule,
    Title,
    Subtitle,
    Label,
    Name,
    Leader,
    Action,
    Mark,
    Cell,
    Measure,
    Figure,
    Promise,
    Interval,
    Target,
    Series,
    Axis,
    Curve,
    Point,
    Quote,
    Yield,
    Scale,
    Source,
    Value,
    Star,
    Position,
    Control,
    Thumb,
    Link,
    State,
    Why,
    Veil,
    Picture,
    Lit  // of a chain that is told: the box, and its number
};

struct Entry {
    PrimitiveKind kind = PrimitiveKind::Quad;
    ItemKind item_kind = ItemKind::Chrome;
    Role role = Role::Ground;
    std::uint32_t index = 0;  // into the array of `kind`
    std::uint32_t item = 0;   // id inside item_kind (TouchpointId, StageId ...)
    std::uint32_t clip = 0;   // into DrawList::clips
};

struct DrawList {
    ScreenRect view;
    Color ground;
    std::vector<Entry> entries;  // drawing order
    std::vector<Quad> quads;
    std::vector<GlyphRun> runs;
    std::vector<Polyline> polylines;
    std::vector<ScreenPoint> points;
    std::vector<Picture> pictures;
    std::vector<ScreenRect> clips;    // clips[0] = view
    std::uint32_t items_visible = 0;  // touchpoint cells in the picture (bench reports it)

    void clear(ScreenRect view_px, Color ground_color);  // keeps the capacity
};

std::string_view name_of(ItemKind kind);
std::string_view name_of(Role role);

}  // namespace scene
