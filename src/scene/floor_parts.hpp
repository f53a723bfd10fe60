// What the painters of the floor share: the open floor on the screen and its looks.
// Internal to this folder.
#pragma once

#include <algorithm>

#include "scene/floor.hpp"
#include "scene/floor_looks.hpp"
#include "scene/paint.hpp"

namespace scene {

struct FloorContext {
    PaintContext const& c;
    layout::Floor const& floor;
    FloorLooks const& looks;
    ScreenRect shown;  // the open part
    double k = 1;      // px of the floor's natural millimetre
    double fine = 1;   // the same for links: finer where the words of the boxes are small

    Painter& painter() const { return c.painter; }
    Theme const& theme() const { return c.input.theme; }
    // 0 while the hem still hangs over a text, 1 once it has passed it.
    double revealed(ScreenRect const& rect) const;
};

// How the names in a rail of that width are said; a rail narrower than the floor's own (the floor
// is seen from near) says them as the floor did where it was as narrow.
struct RailLook {
    double lane_px = 1;  // em
    double line_px = 1;
    double inset_px = 0;
    double size_of(RailName const& name) const { return name.line ? line_px : lane_px; }
    double inset_of(RailName const& name) const { return std::min(inset_px, size_of(name) * 0.8); }
};
RailLook rail_look(PaintContext const& c, layout::Floor const& floor, double strip_px);

// What lies below is a little darker than the ground.
Color floor_color(Theme const& theme);

// Texts at rest are whole: between the two sizes at which a line is folded and read (detail.hpp).
double text_share_of(PaintContext const& c, double size_px);

// The links below the boxes (floor_links.cpp).
void paint_floor_links(FloorContext const& f);
// How many share a line, above all links.
void paint_link_counts(FloorContext const& f);
// The boxes with their marks and texts (floor_nodes.cpp).
void paint_floor_nodes(FloorContext const& f);
// The inside of a box that stands out, or of one whose team can no longer be read (floor_lit.cpp);
// false where its words, plain ones with the wait below them, find no room.
struct LargeWords {
    enum Kind { Lit, Plain } kind = Lit;
    double plain_px = 0;  // no larger than what stands in the other boxes
};
bool paint_large_words(FloorContext const& f, layout::FloorNode const& node, NodeLook const& look,
                       LargeWords const& words);
// What customers do, where the steps tell it (floor_telling.cpp).
void paint_told_steps(FloorContext const& f);
// What is told of boxes below the hem or the edge of the screen (floor_below.cpp).
void paint_below_hem(FloorContext const& f);
// What steps back above the floor (floor_above.cpp).
void paint_floor_above(FloorContext const& f);

// An F in a circle, a clock's face: `centre` and diameter in px.
void paint_fail_mark(PaintContext const& c, Tag tag, ScreenPoint centre, double diameter);
// Pictures of its evidence from the right in `room`; false where it has none or they would be too
// small (floor_evidence.cpp).
bool paint_thumbnails(FloorContext const& f, Tag tag, model::BlueprintNodeId node,
                      ScreenRect const& room);
// Two sheets: there is evidence to open.
void paint_evidence_sign(PaintContext const& c, Tag tag, ScreenPoint centre, double size);
void paint_clock(PaintContext const& c, Tag tag, ScreenPoint centre, double diameter, Color color);

// A line with the mark at its end that says what kind of link it is; the legend shows the same.
struct LinkStyle {
    double width = 1;  // px
    double dash = 0;
    double head = 4;  // px, half of the arrow's width
    Color color;
};
LinkStyle style_of(PaintContext const& c, model::LinkKind kind, double k);
// `tip` on the border of the box, coming from `before`.
void paint_link_end(PaintContext const& c, Tag tag, model::LinkKind kind, LinkStyle const& style,
                    ScreenPoint before, ScreenPoint tip);

// "×3" on a plate: how many links share the line that it stands on.
struct LinkCountTags {
    Tag plate;
    Tag words;
};
struct LinkCount {
    ScreenPoint centre;
    double size = 1;  // px, em
    std::size_t count = 2;
};
ScreenSize link_count_size(PaintContext const& c, LinkCount const& count);
void paint_link_count(PaintContext const& c, LinkCountTags const& tags, LinkCount const& count,
                      Color border);

// "4 min", "16 h", "2 days".
std::string wait_words(base::Catalogue const& catalogue, double minutes);

// The words of a lane of the floor and of one of its lines.
std::string_view lane_words(base::Catalogue const& catalogue, model::BlueprintLane lane);
std::string_view line_words(base::Catalogue const& catalogue, layout::FloorLine line);

}  // namespace scene
