// Puts primitives into a DrawList with their tags and the current clip. The only writer of draw
// lists. Must not know what it paints. Used by the files of this folder that paint.
#pragma once

#include <string_view>
#include <vector>

#include "scene/build_scene.hpp"
#include "scene/draw_list.hpp"
#include "scene/signs_seen.hpp"

namespace scene {

struct Tag {
    ItemKind kind = ItemKind::Chrome;
    std::uint32_t item = 0;
    Role role = Role::Ground;
};

enum class Align { Left, Centre, Right };

struct TextAt {
    double x = 0;  // the edge or middle that `align` names
    double baseline = 0;
    double size = 10;  // font size, px
    Color color;
    Weight weight = Weight::Regular;
    Align align = Align::Left;
};

// A box that a paragraph must stay in.
struct TextBox {
    ScreenRect rect;
    double size = 10;  // font size, px
    Color color;
    Weight weight = Weight::Regular;
    int max_lines = 1;
    double smallest_share = 1;
    Align align = Align::Left;
};

class Painter {
public:
    Painter(SceneInput const& input, DrawList& list) : m_input(input), m_list(list) {}

    SceneInput const& input() const { return m_input; }
    Theme const& theme() const { return m_input.theme; }
    double mm(double millimetres) const { return millimetres * m_input.physical.px_per_mm; }
    // Font size in px whose capitals are `cap` mm tall on the panel, at the room's and the hand's
    // distance.
    double room_size(double cap) const;
    double hand_size(double cap) const;

    void quad(Tag tag, Quad quad);
    void box(Tag tag, ScreenRect rect, Color fill, double radius = 0);
    void rule(Tag tag, ScreenRect rect, Color color);  // a hairline: at least one pixel thick
    void mark(Tag tag, Shape shape, ScreenPoint centre, double diameter, Color color);
    void polyline(Tag tag, std::vector<ScreenPoint> const& points, double width, Color color,
                  double dash = 0);
    void picture(Tag tag, Picture picture);
    // One line as it is; returns its width in px.
    double text(Tag tag, std::string_view text, TextAt const& at);
    double width(std::string_view text, double size, Weight weight);
    // A paragraph from the top of the box; returns the height used.
    double paragraph(Tag tag, std::string_view text, TextBox const& box);
    // A block that layout broke already, scaled to px.
    void block(Tag tag, layout::TextBlock const& block, ScreenRect rect, double scale, Color color);

    // Everything painted until the matching pop is clipped to `rect` (and to the clip around it) /
    // faded by `alpha`.
    void push_clip(ScreenRect rect);
    void pop_clip();
    void push_alpha(double alpha);
    void pop_alpha();
    double alpha() const { return m_alphas.back(); }

    // What lies wholly below `rect` (an open floor) is left out, and texts end at its edges; an
    // empty one covers nothing.
    void set_cover(ScreenRect rect) { m_cover = rect; }
    bool covered(ScreenRect const& rect) const;

    void count_item() { ++m_list.items_visible; }

    // What the legend has to explain: marks are noted as they are painted, signs that are made of
    // several primitives by whoever paints them.
    void note(Sign sign, ScreenPoint at) {
        if (m_alphas.back() > 0 && clip().contains(at)) m_seen.add(sign);
    }
    SignsSeen const& seen() const { return m_seen; }

private:
    Color faded(Color c) const;
    void entry(PrimitiveKind kind, Tag tag, std::size_t index);
    // Pushes a clip that keeps a text out of the cover; false when none is needed.
    bool clip_beside_cover(ScreenRect const& box);
    ScreenRect const& clip() const { return m_list.clips[m_clips.back()]; }

    SceneInput const& m_input;
    DrawList& m_list;
    std::vector<std::uint32_t> m_clips{0};
    std::vector<double> m_alphas{1.0};
    ScreenRect m_cover;
    SignsSeen m_seen;
};

}  // namespace scene
