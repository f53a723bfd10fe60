#include "scene/painter.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

ScreenRect grown(ScreenRect const& r, double by) {
    return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

}  // namespace

double Painter::room_size(double cap) const {
    return mm(layout::font_size_for_cap(cap) * m_input.physical.room_type);
}

double Painter::hand_size(double cap) const {
    return mm(layout::font_size_for_cap(cap) * m_input.physical.hand_type);
}

Color Painter::faded(Color c) const {
    if (m_alphas.back() >= 1) return c;
    c.a = static_cast<std::uint8_t>(std::lround(c.a * m_alphas.back()));
    return c;
}

void Painter::entry(PrimitiveKind kind, Tag tag, std::size_t index) {
    m_list.entries.push_back(
        {kind, tag.kind, tag.role, static_cast<std::uint32_t>(index), tag.item, m_clips.back()});
}

void Painter::quad(Tag tag, Quad quad) {
    if (!base::intersects(grown(quad.rect, static_cast<double>(quad.softness) * 2), clip())) return;
    if (covered(quad.rect)) return;
    if (quad.shape != Shape::Box && m_alphas.back() > 0) m_seen.add(quad);
    quad.fill = faded(quad.fill);
    quad.border = faded(quad.border);
    for (Color& accent : quad.accents)
        accent = faded(accent);
    m_list.quads.push_back(quad);
    entry(PrimitiveKind::Quad, tag, m_list.quads.size() - 1);
}

void Painter::box(Tag tag, ScreenRect rect, Color fill, double radius) {
    Quad q;
    q.rect = rect;
    q.fill = fill;
    q.radius = static_cast<float>(radius);
    quad(tag, q);
}

void Painter::rule(Tag tag, ScreenRect rect, Color color) {
    rect.w = std::max(rect.w, 1.0);
    rect.h = std::max(rect.h, 1.0);
    rect.x = std::round(rect.x);
    rect.y = std::round(rect.y);
    box(tag, rect, color);
}

void Painter::mark(Tag tag, Shape shape, ScreenPoint centre, double diameter, Color color) {
    Quad q;
    q.rect = {centre.x - diameter / 2, centre.y - diameter / 2, diameter, diameter};
    q.shape = shape;
    q.fill = color;
    q.border = color;
    q.border_width = static_cast<float>(std::max(1.0, diameter * 0.11));
    quad(tag, q);
}

void Painter::polyline(Tag tag, std::vector<ScreenPoint> const& points, double width, Color color,
                       double dash) {
    if (points.size() < 2) return;
    bool const hidden =
        !m_cover.empty() && std::all_of(points.begin(), points.end(),
                                        [&](ScreenPoint p) { return covered({p.x, p.y, 0, 0}); });
    if (hidden) return;
    Polyline line;
    line.first = static_cast<std::uint32_t>(m_list.points.size());
    line.count = static_cast<std::uint32_t>(points.size());
    line.width = static_cast<float>(std::max(1.0, width));
    line.dash = static_cast<float>(dash);
    line.color = faded(color);
    m_list.points.insert(m_list.points.end(), points.begin(), points.end());
    m_list.polylines.push_back(line);
    entry(PrimitiveKind::Polyline, tag, m_list.polylines.size() - 1);
}

void Painter::picture(Tag tag, Picture picture) {
    if (!base::intersects(picture.rect, clip()) || covered(picture.rect)) return;
    picture.alpha *= static_cast<float>(alpha());
    m_list.pictures.push_back(picture);
    entry(PrimitiveKind::Picture, tag, m_list.pictures.size() - 1);
}

double Painter::width(std::string_view text, double size, Weight weight) {
    return m_input.text.fonts().width_em(text, weight) * size;
}

double Painter::text(Tag tag, std::string_view text, TextAt const& at) {
    if (text.empty()) return 0;
    FontBook& fonts = m_input.text.fonts();
    std::uint32_t const run = fonts.shape(text, at.weight);
    double const wide = static_cast<double>(fonts.run(run).width_em) * at.size;
    double const shift = at.align == Align::Left ? 0 : at.align == Align::Right ? wide : wide / 2;
    ScreenRect const box{at.x - shift, at.baseline - at.size, wide, at.size * 1.3};
    if (alpha() <= 0) return wide;
    bool const beside = clip_beside_cover(box);
    if (!clip().empty() && base::intersects(box, clip()) && !covered(box)) {
        GlyphRun glyphs;
        glyphs.run = run;
        glyphs.origin = {at.x - shift, at.baseline};
        glyphs.size_px = static_cast<float>(at.size);
        glyphs.color = faded(at.color);
        m_list.runs.push_back(glyphs);
        entry(PrimitiveKind::GlyphRun, tag, m_list.runs.size() - 1);
    }
    if (beside) pop_clip();
    return wide;
}

double Painter::paragraph(Tag tag, std::string_view text, TextBox const& box) {
    if (text.empty() || box.size <= 0 || box.rect.w <= box.size * 0.5) return 0;
    auto const& block = m_input.text.block(
        text, {box.rect.w / box.size, box.max_lines, box.smallest_share, box.weight});
    double const size = block.style.size * box.size;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        layout::TextLine const& line = block.lines[i];
        Align const align =
            box.align == Align::Left && line.right_to_left ? Align::Right : box.align;
        double const x = align == Align::Left    ? box.rect.x
                         : align == Align::Right ? box.rect.right()
                                                 : box.rect.centre().x;
        this->text(
            tag, line.text,
            {x, box.rect.y + block.baseline(i) * box.size, size, box.color, box.weight, align});
    }
    return block.height * box.size;
}

void Painter::block(Tag tag, layout::TextBlock const& block, ScreenRect rect, double scale,
                    Color color) {
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        layout::TextLine const& line = block.lines[i];
        TextAt at;
        at.align = line.right_to_left ? Align::Right : Align::Left;
        at.x = line.right_to_left ? rect.right() : rect.x;
        at.baseline = rect.y + block.baseline(i) * scale;
        at.size = block.style.size * scale;
        at.color = color;
        at.weight = block.style.weight;
        text(tag, line.text, at);
    }
}

bool Painter::covered(ScreenRect const& rect) const {
    return !m_cover.empty() && rect.x >= m_cover.x && rect.y >= m_cover.y &&
           rect.right() <= m_cover.right() && rect.bottom() <= m_cover.bottom();
}

bool Painter::clip_beside_cover(ScreenRect const& box) {
    if (m_cover.empty() || !base::intersects(box, m_cover)) return false;
    ScreenRect const all = clip();
    if (box.bottom() > m_cover.bottom()) {
        push_clip({all.x, m_cover.bottom(), all.w, all.bottom() - m_cover.bottom()});
    } else if (box.y < m_cover.y) {
        push_clip({all.x, all.y, all.w, m_cover.y - all.y});
    } else {
        return false;
    }
    return true;
}

void Painter::push_clip(ScreenRect rect) {
    ScreenRect const both = base::intersection(rect, clip());
    m_list.clips.push_back(both);
    m_clips.push_back(static_cast<std::uint32_t>(m_list.clips.size() - 1));
}

void Painter::pop_clip() {
    m_clips.pop_back();
}

void Painter::push_alpha(double alpha) {
    m_alphas.push_back(m_alphas.back() * alpha);
}

void Painter::pop_alpha() {
    m_alphas.pop_back();
}

}  // namespace scene
