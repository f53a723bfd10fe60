// The links of a floor: rounded corners, one style and one end mark a kind, a small gate where a
// link crosses one of the three lines.
#include <algorithm>
#include <cmath>
#include <map>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/legend_entries.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double corner = 7;
constexpr double line_width = 1.4;
constexpr double heavy_width = 2.6;
// Two lit lines side by side are still two, and their end marks wider than they are.
constexpr double lit_width = 3;
constexpr double head_size = 4.2;
constexpr double lit_head_size = 5.8;
constexpr double gate_size = 5;
// An end mark is never smaller than so many widths of its line, which would swallow it.
constexpr double head_of_width = 1.6;
// Below this many px a line's end can no longer be told.
constexpr double smallest_head_px = 1.6;
constexpr int corner_steps = 4;
// One line that stands for several.
constexpr double shared_width = 1.5;
constexpr double count_cap = 7;
constexpr double marks_apart = 3;  // heads
constexpr double dimmed_share = 0.88;

double length(ScreenPoint a, ScreenPoint b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

// How far an end mark reaches back along its line, in heads.
double reach_of(model::LinkKind kind) {
    switch (kind) {
        case model::LinkKind::Needs:
            return 1.5;
        case model::LinkKind::Waits:
            return 2.3;
        case model::LinkKind::FailsInto:
            return 2.4;
        case model::LinkKind::None:
        case model::LinkKind::Triggers:
            break;
    }
    return 1.7;
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

using Links = std::vector<layout::FloorLink const*>;

// The links of each line, in file order.
std::vector<Links> lines_of(layout::Floor const& floor) {
    std::vector<Links> lines;
    std::vector<std::size_t> place(floor.links.size());
    for (layout::FloorLink const& link : floor.links) {
        if (link.place == 0) {
            place[link.line] = lines.size();
            lines.emplace_back();
        }
        lines[place[link.line]].push_back(&link);
    }
    return lines;
}

bool has_failure(Links const& line) {
    return std::any_of(line.begin(), line.end(), [](layout::FloorLink const* link) {
        return link->kind == model::LinkKind::FailsInto;
    });
}

// The line says what all of them are; of several kinds what is worst, else that there is a link.
model::LinkKind kind_of(Links const& line) {
    model::LinkKind const first = line.front()->kind;
    bool const same = std::all_of(line.begin(), line.end(),
                                  [&](auto const* link) { return link->kind == first; });
    if (same) return first;
    return has_failure(line) ? model::LinkKind::FailsInto : model::LinkKind::Triggers;
}

class LinkPainter {
public:
    explicit LinkPainter(FloorContext const& f) : m_f(f), m_c(f.c), m_p(f.c.painter) {}

    void paint(Links const& line) {
        layout::FloorLink const& link = *line.front();
        if (!in_view(link)) return;
        NodeLook const look = look_of(line);
        LinkStyle style = told(style_of(m_c, kind_of(line), m_f.fine), look);
        if (line.size() > 1) style.width *= shared_width;
        bool const fine = style.head >= smallest_head_px;
        m_p.polyline(tag(link), rounded(on_screen(link), fine ? corner * m_f.fine : 0), style.width,
                     style.color, style.dash);
        if (fine) {
            ends(line, look, style.width);
            for (layout::FloorCrossing const& crossing : link.crossings)
                gate(tag(link), crossing, style);
        }
    }

    // "×3" on its longest free stretch, over no box, no end of a link and no other count.
    void count(Links const& line) {
        layout::FloorLink const& link = *line.front();
        if (line.size() < 2 || !in_view(link)) return;
        double const size =
            layout::font_size_for_cap(std::max(count_cap * m_f.fine, m_p.mm(smallest_cap_mm)));
        LinkCount count{{}, size, line.size()};
        count.centre = place_of(link, link_count_size(m_c, count));
        NodeLook const look = look_of(line);
        LinkStyle const style = told(style_of(m_c, kind_of(line), m_f.fine), look);
        model::JourneyId const journey = m_c.input.layout.frames[m_f.floor.frame].journey;
        m_p.push_alpha(look.emphasis == Emphasis::Dimmed ? 1 - dimmed_share * look.share : 1);
        paint_link_count(m_c,
                         {{ItemKind::Floor, journey.value, Role::Ground},
                          {ItemKind::Link, link.link, Role::Label}},
                         count, style.color);
        m_p.pop_alpha();
    }

    // A line stands out as the link that stands out most.
    NodeLook look_of(Links const& line) const {
        auto const rank = [](Emphasis emphasis) {
            return emphasis == Emphasis::Lit ? 2 : emphasis == Emphasis::Normal ? 1 : 0;
        };
        NodeLook best = m_f.looks.of_link(line.front()->link);
        for (layout::FloorLink const* link : line) {
            NodeLook const look = m_f.looks.of_link(link->link);
            if (rank(look.emphasis) > rank(best.emphasis)) best = look;
        }
        return best;
    }

private:
    static Tag tag(layout::FloorLink const& link) {
        return {ItemKind::Link, link.link, Role::Link};
    }

    bool in_view(layout::FloorLink const& link) const {
        if (link.points.size() < 2) return false;
        return base::intersects(base::inset(m_c.on_screen(link.bounds), -8 * m_f.fine), m_f.shown);
    }

    std::vector<ScreenPoint> on_screen(layout::FloorLink const& link) const {
        std::vector<ScreenPoint> points;
        points.reserve(link.points.size());
        for (layout::WorldPoint const& point : link.points)
            points.push_back(screen(point));
        return points;
    }

    // Dimmed towards the paper and not by alpha: where dimmed lines lie on each other, they stay
    // so.
    LinkStyle told(LinkStyle style, NodeLook const& look) const {
        if (look.emphasis == Emphasis::Dimmed) {
            style.color =
                base::mix(style.color, floor_color(m_c.input.theme), dimmed_share * look.share);
        }
        if (look.emphasis != Emphasis::Lit) return style;
        style.color = base::mix(style.color, m_c.input.theme.ink, look.share);
        style.width = base::lerp(style.width, lit_width * m_f.fine, look.share);
        style.head = base::lerp(style.head, lit_head_size * m_f.fine, look.share);
        return style;
    }

    // The best of some places along the line: free, then on a long stretch, then near its middle.
    ScreenPoint place_of(layout::FloorLink const& link, ScreenSize size) {
        std::vector<ScreenPoint> const points = on_screen(link);
        ScreenPoint best = points.front();
        double most = -1e12;
        for (std::size_t i = 1; i < points.size(); ++i) {
            double const way = length(points[i - 1], points[i]);
            for (double const at : {0.5, 0.35, 0.65, 0.2, 0.8}) {
                ScreenPoint const p = points[i - 1] + (points[i] - points[i - 1]) * at;
                ScreenRect const plate{p.x - size.w / 2, p.y - size.h / 2, size.w, size.h};
                double const worth = way * (1 - std::abs(at - 0.5)) - covered(plate) * 1e6;
                if (worth <= most) continue;
                most = worth;
                best = p;
            }
        }
        m_counts.push_back({best.x - size.w / 2, best.y - size.h / 2, size.w, size.h});
        return best;
    }

    // How many boxes, ends of links and counts a plate would lie on.
    double covered(ScreenRect const& plate) const {
        double const air = 3 * head_size * m_f.fine;
        int count = 0;
        for (layout::FloorNode const& node : m_f.floor.nodes)
            count += base::intersects(m_c.on_screen(node.rect), plate) ? 1 : 0;
        ScreenRect const near = base::inset(plate, -air);
        for (layout::FloorLink const& link : m_f.floor.links) {
            if (link.points.empty()) continue;
            count += near.contains(screen(link.points.back())) ? 1 : 0;
        }
        for (ScreenRect const& other : m_counts)
            count += base::intersects(other, plate) ? 1 : 0;
        if (!base::intersects(plate, m_f.shown) || plate.bottom() > m_f.shown.bottom()) ++count;
        return count;
    }

    ScreenPoint screen(layout::WorldPoint const& point) const {
        return to_screen(m_c.input.view.camera, m_c.chrome.map, point);
    }

    // Each link keeps the mark of its kind at its own end; several at one end stand in a row. A
    // mark grows with its line as far as the last stretch of it is long.
    void ends(Links const& line, NodeLook const& look, double line_px) {
        std::map<std::uint32_t, int> there;
        for (layout::FloorLink const* link : line) {
            LinkStyle style = told(style_of(m_c, link->kind, m_f.fine), look);
            std::vector<ScreenPoint> const points = on_screen(*link);
            ScreenPoint const before = points[points.size() - 2];
            double const way = length(before, points.back());
            double const most = (way - line_px / 2) / reach_of(link->kind);
            double const grown = std::max(style.head, head_of_width * line_px);
            style.head = std::max(std::min(grown, most), head_size * m_f.fine);
            double const back = std::min(there[link->to]++ * marks_apart * style.head,
                                         std::max(0.0, way - 2 * style.head));
            paint_link_end(m_c, tag(*link), link->kind, style, before,
                           towards(points.back(), before, back));
        }
    }

    void gate(Tag tag, layout::FloorCrossing const& crossing, LinkStyle const& style) {
        ScreenPoint const at = to_screen(m_c.input.view.camera, m_c.chrome.map, crossing.at);
        double const size = gate_size * m_f.fine;
        m_p.mark(tag, Shape::Disc, at, size, floor_color(m_c.input.theme));
        m_p.mark(tag, Shape::Ring, at, size, style.color);
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
    std::vector<ScreenRect> m_counts;  // as they were placed
};

}  // namespace

ScreenSize link_count_size(PaintContext const& c, LinkCount const& count) {
    std::string const words =
        c.input.catalogue.format("floor.shared", {std::to_string(count.count)});
    double const wide = c.painter.width(words, count.size, Weight::SemiBold) + count.size * 0.7;
    return {wide, count.size * 1.16};
}

void paint_link_count(PaintContext const& c, LinkCountTags const& tags, LinkCount const& count,
                      Color border) {
    ScreenSize const size = link_count_size(c, count);
    ScreenPoint const at = count.centre;
    c.painter.note(Sign::Shared, at);
    Quad plate;
    plate.rect = {at.x - size.w / 2, at.y - size.h / 2, size.w, size.h};
    plate.radius = static_cast<float>(count.size * 0.4);
    plate.fill = c.input.theme.card;
    plate.border = border;
    plate.border_width = static_cast<float>(std::max(1.0, c.painter.mm(0.4)));
    c.painter.quad(tags.plate, plate);
    c.painter.text(tags.words,
                   c.input.catalogue.format("floor.shared", {std::to_string(count.count)}),
                   {at.x, at.y + count.size * layout::cap_height_em / 2, count.size,
                    c.input.theme.ink, Weight::SemiBold, Align::Centre});
}

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
    p.note(sign_of(kind), tip);
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
    // What fails lies above what merely works, and what stepped back below both.
    LinkPainter painter(f);
    std::vector<Links> const lines = lines_of(f.floor);
    auto const rank = [&](Links const& line) {
        bool const back = painter.look_of(line).emphasis == Emphasis::Dimmed;
        return (back ? 0 : 2) + (has_failure(line) ? 1 : 0);
    };
    for (int level = 0; level < 4; ++level) {
        for (Links const& line : lines) {
            if (rank(line) == level) painter.paint(line);
        }
    }
}

void paint_link_counts(FloorContext const& f) {
    LinkPainter painter(f);
    for (Links const& line : lines_of(f.floor))
        painter.count(line);
}

}  // namespace scene
