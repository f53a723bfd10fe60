// The links of a floor: rounded corners, one style and one end mark a kind, a small gate where a
// link crosses one of the three lines. All lines lie below all marks.
#include <algorithm>
#include <cmath>
#include <map>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double corner = 7;
// Two lit lines side by side are still two, and their end marks wider than they are.
constexpr double lit_width = 3;
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

    // What fails lies above what merely works, and what stepped back below both, marks and all.
    void paint(std::vector<Links> const& lines) {
        std::vector<DrawnLine> back;
        std::vector<DrawnLine> front;
        for (Links const& line : lines) {
            if (!in_view(*line.front())) continue;
            DrawnLine drawn = drawn_of(line);
            bool const dimmed = drawn.look.emphasis == Emphasis::Dimmed;
            (dimmed ? back : front).push_back(std::move(drawn));
        }
        paint_layer(back);
        paint_layer(front);
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

    struct DrawnLine {
        Links const* links = nullptr;
        NodeLook look;
        LinkStyle style;
        std::vector<ScreenPoint> points;
        bool fails = false;
        bool fine = false;  // it has marks
    };
    struct LineEnd {
        layout::FloorLink const* link = nullptr;
        LinkStyle style;
        ScreenPoint before;
        ScreenPoint tip;
    };

    DrawnLine drawn_of(Links const& line) const {
        DrawnLine drawn{&line, look_of(line), {}, on_screen(*line.front()), has_failure(line)};
        drawn.style = told(style_of(m_c, kind_of(line), m_f.fine), drawn.look);
        if (line.size() > 1) drawn.style.width *= shared_width;
        drawn.fine = drawn.style.head >= smallest_head_px;
        return drawn;
    }

    void paint_layer(std::vector<DrawnLine> const& lines) {
        for (bool const fails : {false, true}) {
            for (DrawnLine const& line : lines) {
                if (line.fails != fails) continue;
                m_p.polyline(tag(*line.links->front()),
                             rounded(line.points, line.fine ? corner * m_f.fine : 0),
                             line.style.width, line.style.color, line.style.dash);
            }
        }
        std::vector<LineEnd> ends;
        for (bool const fails : {false, true}) {
            for (DrawnLine const& line : lines) {
                if (line.fine && line.fails == fails) add_ends(ends, line, lines);
            }
        }
        for (LineEnd const& end : ends)
            paint_link_end(m_c, tag(*end.link), end.link->kind, end.style, end.before, end.tip);
        for (DrawnLine const& line : lines) {
            if (!line.fine) continue;
            layout::FloorLink const& link = *line.links->front();
            for (layout::FloorCrossing const& crossing : link.crossings)
                gate(tag(link), crossing, line.style);
        }
    }

    // Another lit line across a lit mark is broken there, as by a bridge: of one ink, the mark
    // could not be told. Quiet lines are thin enough.
    void bridge(LineEnd const& end, DrawnLine const& own, std::vector<DrawnLine> const& lines) {
        if (own.look.emphasis != Emphasis::Lit) return;
        double const air = own.style.width;
        double const way = length(end.before, end.tip) - own.style.width;
        double const reach = std::min(reach_of(end.link->kind) * end.style.head + air, way);
        if (reach <= 0) return;
        ScreenPoint const back = towards(end.tip, end.before, reach);
        bool const crossed = std::any_of(lines.begin(), lines.end(), [&](DrawnLine const& other) {
            return other.links != own.links && other.look.emphasis == Emphasis::Lit &&
                   crosses(other.points, {back, end.tip}, end.style.head + air);
        });
        if (!crossed) return;
        double const half = end.style.head + air;
        bool const level = std::abs(end.tip.x - back.x) > std::abs(end.tip.y - back.y);
        ScreenRect gap{std::min(end.tip.x, back.x), std::min(end.tip.y, back.y),
                       std::abs(end.tip.x - back.x), std::abs(end.tip.y - back.y)};
        (level ? gap.y : gap.x) -= half;
        (level ? gap.h : gap.w) += 2 * half;
        m_p.push_alpha(own.look.share);
        m_p.box(tag(*end.link), gap, floor_color(m_c.input.theme));
        m_p.pop_alpha();
        m_p.polyline(tag(*end.link), {back, end.tip}, own.style.width, own.style.color,
                     own.style.dash);
    }

    struct Stretch {
        ScreenPoint from, to;
    };
    // From side to side; not what comes in on it.
    static bool crosses(std::vector<ScreenPoint> const& points, Stretch const& mark, double half) {
        bool const level = std::abs(mark.to.x - mark.from.x) > std::abs(mark.to.y - mark.from.y);
        auto const along = [&](ScreenPoint p) { return level ? p.x : p.y; };
        auto const across = [&](ScreenPoint p) { return level ? p.y : p.x; };
        auto const [low, high] = std::minmax({along(mark.from), along(mark.to)});
        for (std::size_t i = 1; i < points.size(); ++i) {
            ScreenPoint const a = points[i - 1];
            ScreenPoint const b = points[i];
            if (std::abs(along(a) - along(b)) > 0.5) continue;
            auto const [first, last] = std::minmax({across(a), across(b)});
            double const middle = across(mark.to);
            if (along(a) > low && along(a) < high && first < middle - half && last > middle + half)
                return true;
        }
        return false;
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
        double const air = 3 * style_of(m_c, model::LinkKind::Triggers, m_f.fine).head;
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
    void add_ends(std::vector<LineEnd>& ends, DrawnLine const& line,
                  std::vector<DrawnLine> const& lines) {
        std::map<std::uint32_t, int> there;
        double const line_px = line.style.width;
        for (layout::FloorLink const* link : *line.links) {
            LinkStyle const plain = style_of(m_c, link->kind, m_f.fine);
            LinkStyle style = told(plain, line.look);
            std::vector<ScreenPoint> const points = on_screen(*link);
            ScreenPoint const before = points[points.size() - 2];
            double const way = length(before, points.back());
            double const most = (way - line_px / 2) / reach_of(link->kind);
            double const grown = std::max(style.head, head_of_width * line_px);
            style.head = std::max(std::min(grown, most), plain.head);
            double const back = std::min(there[link->to]++ * marks_apart * style.head,
                                         std::max(0.0, way - 2 * style.head));
            ends.push_back({link, style, before, towards(points.back(), before, back)});
            bridge(ends.back(), line, lines);
        }
    }

    void gate(Tag tag, layout::FloorCrossing const& crossing, LinkStyle const& style) {
        ScreenPoint const at = to_screen(m_c.input.view.camera, m_c.chrome.map, crossing.at);
        double const size = gate_size * m_f.fine;
        m_p.note(Sign::Crosses, at);
        m_p.mark(tag, Shape::Disc, at, size, floor_color(m_c.input.theme));
        m_p.mark(tag, Shape::Ring, at, size, style.color);
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
    std::vector<ScreenRect> m_counts;  // as they were placed
};

}  // namespace

void paint_floor_links(FloorContext const& f) {
    LinkPainter(f).paint(lines_of(f.floor));
}

void paint_link_counts(FloorContext const& f) {
    LinkPainter painter(f);
    for (Links const& line : lines_of(f.floor))
        painter.count(line);
}

}  // namespace scene
