// The links of a floor: rounded corners, one style and one end mark a kind, a small gate where a
// link crosses one of the three lines.
#include <algorithm>
#include <cmath>

#include "scene/floor_parts.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double corner = 7;
constexpr double line_width = 1.1;
constexpr double heavy_width = 2.3;
constexpr double head_size = 4.2;
constexpr double gate_size = 5;
// Below this many px a line's end can no longer be told.
constexpr double smallest_head_px = 1.6;
constexpr int corner_steps = 4;

double length(ScreenPoint a, ScreenPoint b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

ScreenPoint towards(ScreenPoint from, ScreenPoint to, double by) {
    double const all = length(from, to);
    return all <= 0 ? from : from + (to - from) * (by / all);
}

// Quarter curves in place of the corners, as large as their neighbours leave room.
std::vector<ScreenPoint> rounded(std::vector<ScreenPoint> const& points, double radius) {
    if (points.size() < 3 || radius < 1) return points;
    std::vector<ScreenPoint> out{points.front()};
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        ScreenPoint const p = points[i];
        double const before = length(points[i - 1], p);
        double const after = length(p, points[i + 1]);
        double const r = std::min({radius, before / 2, after / 2});
        ScreenPoint const a = towards(p, points[i - 1], r);
        ScreenPoint const b = towards(p, points[i + 1], r);
        for (int step = 0; step <= corner_steps; ++step) {
            double const t = static_cast<double>(step) / corner_steps;
            ScreenPoint const ap = a + (p - a) * t;
            ScreenPoint const pb = p + (b - p) * t;
            out.push_back(ap + (pb - ap) * t);
        }
    }
    out.push_back(points.back());
    return out;
}

class LinkPainter {
public:
    explicit LinkPainter(FloorContext const& f) : m_f(f), m_c(f.c), m_p(f.c.painter) {}

    void paint(layout::FloorLink const& link) {
        if (link.points.size() < 2) return;
        ScreenRect const bounds = base::inset(m_c.on_screen(link.bounds), -8 * m_f.k);
        if (!base::intersects(bounds, m_f.shown)) return;
        NodeLook const look = m_f.looks.of_link(link.link);
        Tag const tag{ItemKind::Link, link.link, Role::Link};
        LinkStyle style = style_of(m_c, link.kind, m_f.k);
        if (look.emphasis == Emphasis::Lit) {
            style.color = base::mix(style.color, m_c.input.theme.ink, look.share);
            style.width = base::lerp(style.width, heavy_width * 1.4 * m_f.k, look.share);
        }
        double const dimmed = look.emphasis == Emphasis::Dimmed ? look.share : 0;
        m_p.push_alpha(1 - 0.8 * dimmed);
        std::vector<ScreenPoint> points;
        for (layout::WorldPoint const& point : link.points)
            points.push_back(to_screen(m_c.input.view.camera, m_c.chrome.map, point));
        bool const fine = style.head >= smallest_head_px;
        m_p.polyline(tag, rounded(points, fine ? corner * m_f.k : 0), style.width, style.color,
                     style.dash);
        if (fine) {
            paint_link_end(m_c, tag, link.kind, style, points[points.size() - 2], points.back());
            for (layout::FloorCrossing const& crossing : link.crossings)
                gate(tag, crossing, style);
        }
        m_p.pop_alpha();
    }

private:
    void gate(Tag tag, layout::FloorCrossing const& crossing, LinkStyle const& style) {
        ScreenPoint const at = to_screen(m_c.input.view.camera, m_c.chrome.map, crossing.at);
        double const size = gate_size * m_f.k;
        m_p.mark(tag, Shape::Disc, at, size, floor_color(m_c.input.theme));
        m_p.mark(tag, Shape::Ring, at, size, style.color);
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
};

}  // namespace

LinkStyle style_of(PaintContext const& c, model::LinkKind kind, double k) {
    Theme const& theme = c.input.theme;
    LinkStyle style;
    style.head = head_size * k;
    style.width = std::max(1.0, line_width * k);
    style.color = base::mix(theme.second_ink, theme.ground, 0.15);
    switch (kind) {
        case model::LinkKind::FailsInto:
            style.width = std::max(1.5, heavy_width * k);
            style.color = theme.ink;
            break;
        case model::LinkKind::Waits:
            style.dash = std::max(2.0, 5 * k);
            break;
        default:
            break;
    }
    return style;
}

void paint_link_end(PaintContext const& c, Tag tag, model::LinkKind kind, LinkStyle const& style,
                    ScreenPoint before, ScreenPoint tip) {
    Painter& p = c.painter;
    double const h = style.head;
    ScreenPoint const back = towards(tip, before, 1);
    ScreenPoint const way = back - tip;  // one pixel backwards
    ScreenPoint const side{way.y, -way.x};
    double const stroke = std::max(1.0, style.width * 0.9);
    auto const at = [&](double along, double across) {
        return tip + way * (along * h) + side * (across * h);
    };
    if (kind == model::LinkKind::Needs) {
        p.mark(tag, Shape::Disc, at(0.75, 0), h * 1.5, style.color);
        return;
    }
    if (kind == model::LinkKind::FailsInto) {
        p.polyline(tag, {at(0.4, 1), at(2.4, -1)}, stroke, style.color);
        p.polyline(tag, {at(0.4, -1), at(2.4, 1)}, stroke, style.color);
        return;
    }
    p.polyline(tag, {at(1.7, 1), at(0.1, 0), at(1.7, -1)}, stroke, style.color);
    if (kind == model::LinkKind::Waits)
        p.polyline(tag, {at(2.3, 1), at(2.3, -1)}, stroke, style.color);
}

void paint_floor_links(FloorContext const& f) {
    // What fails lies above what merely works.
    LinkPainter painter(f);
    for (layout::FloorLink const& link : f.floor.links) {
        if (link.kind != model::LinkKind::FailsInto) painter.paint(link);
    }
    for (layout::FloorLink const& link : f.floor.links) {
        if (link.kind == model::LinkKind::FailsInto) painter.paint(link);
    }
}

}  // namespace scene
