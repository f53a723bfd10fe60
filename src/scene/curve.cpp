#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "layout/emotion_curve.hpp"
#include "scene/detail.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

using layout::WorldPoint;

// A piece of a curve this long looks round; shorter ones only cost. Points nearer to each other
// than `straight_mm` are joined by straight lines.
constexpr double step_px = 6;
constexpr double straight_mm = 16;
constexpr int most_steps = 12;
// Natural millimetres.
constexpr double line_mm = 1.1;
constexpr double dot_mm = 6;

struct Felt {
    model::TouchpointId touchpoint;
    WorldPoint at;
    bool assumed = false;
};

// The curve's points with values, in runs: a touchpoint without a value ends a run (a gap, never a
// guess).
std::vector<std::vector<Felt>> runs_of(PaintContext const& c, layout::CurveBand const& band) {
    std::vector<std::vector<Felt>> runs(1);
    for (layout::CurvePoint const& point : band.points) {
        auto const& f = c.figures(point.touchpoint);
        if (!f.emotion) {
            if (!runs.back().empty()) runs.emplace_back();
            continue;
        }
        double value = *f.emotion;
        if (c.input.previous_figures != nullptr) {
            auto const& before = c.input.previous_figures->touchpoints[point.touchpoint.index()];
            value = base::lerp(before.emotion.value_or(value), value, c.input.view.figures_share);
        }
        runs.back().push_back(
            {point.touchpoint, {point.x, band.middle - value * band.unit}, f.emotion_assumed});
    }
    return runs;
}

std::vector<ScreenPoint> on_screen(PaintContext const& c, std::vector<WorldPoint> const& points) {
    std::vector<ScreenPoint> out;
    out.reserve(points.size());
    for (WorldPoint const& p : points)
        out.push_back(to_screen(c.input.view.camera, c.chrome.map, p));
    return out;
}

// Steps from one point of the run to the next.
int steps_of(PaintContext const& c, std::span<Felt const> run) {
    double const width = (run.back().at.x - run.front().at.x) * c.scale();
    double const mean = width / static_cast<double>(run.size() - 1);
    return c.to_mm(mean) < straight_mm
               ? 1
               : std::clamp(static_cast<int>(mean / step_px), 2, most_steps);
}

// The part of a run that can be seen, with a point to spare on each side: so much of the curve
// follows from so many points.
std::span<Felt const> in_view(PaintContext const& c, std::span<Felt const> run) {
    constexpr std::ptrdiff_t spare = 3;
    auto const at = [&](double px) {
        return to_world(c.input.view.camera, c.chrome.map, {px, 0}).x;
    };
    auto const before = [](Felt const& felt, double x) { return felt.at.x < x; };
    auto const first = std::lower_bound(run.begin(), run.end(), at(0), before);
    auto const last = std::lower_bound(first, run.end(), at(c.input.view.size.w), before);
    auto from = std::max<std::ptrdiff_t>(0, first - run.begin() - spare);
    // Dashes count from where they begin.
    while (from > 0 && (run[static_cast<std::size_t>(from)].assumed ||
                        run[static_cast<std::size_t>(from - 1)].assumed))
        --from;
    auto const to = std::min<std::ptrdiff_t>(std::ssize(run), last - run.begin() + spare);
    return run.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
}

// Segments next to an assumed point are dashed: "our guess", not what customers said.
void paint_run(PaintContext const& c, Tag tag, std::span<Felt const> run, double k) {
    std::vector<std::optional<WorldPoint>> points;
    for (Felt const& felt : run)
        points.emplace_back(felt.at);
    int const steps = steps_of(c, run);
    auto const smooth = on_screen(c, layout::smooth_curve(points, steps).front().line);
    double const width = std::clamp(line_mm * k, c.painter.mm(0.7), c.painter.mm(2.2));
    for (std::size_t i = 0; i + 1 < run.size();) {
        bool const dashed = run[i].assumed || run[i + 1].assumed;
        std::size_t end = i + 1;
        while (end + 1 < run.size() && (run[end].assumed || run[end + 1].assumed) == dashed)
            ++end;
        std::vector<ScreenPoint> const piece(
            smooth.begin() + static_cast<std::ptrdiff_t>(i) * steps,
            smooth.begin() + static_cast<std::ptrdiff_t>(end) * steps + 1);
        c.painter.polyline(tag, piece, width, c.input.theme.ink, dashed ? width * 3 : 0);
        i = end;
    }
}

void paint_dots(PaintContext const& c, std::span<Felt const> run, double k) {
    double const size = std::min(dot_mm * k, c.painter.mm(9));
    bool const emphasised = c.input.view.overlay == Overlay::Emotion;
    if (c.to_mm(size) < (emphasised ? 2.0 : 4.2)) return;
    for (Felt const& felt : run) {
        ScreenPoint const at = to_screen(c.input.view.camera, c.chrome.map, felt.at);
        Quad q;
        q.rect = {at.x - size / 2, at.y - size / 2, size, size};
        q.radius = static_cast<float>(size / 2);
        q.fill = c.input.theme.ground;
        q.border = c.input.theme.ink;
        q.border_width = static_cast<float>(size * 0.2);
        c.painter.quad({ItemKind::Touchpoint, felt.touchpoint.value, Role::Point}, q);
    }
}

void paint_band(PaintContext const& c, layout::CurveBand const& band) {
    layout::Frame const& frame = c.input.layout.frames[band.frame];
    if (frame.columns.empty()) return;
    ScreenRect const area{0, c.chrome.map.y, c.input.view.size.w, c.chrome.map.h};
    double const k = frame.scale * c.scale();
    ScreenRect const rect =
        c.on_screen({frame.rect.x, band.middle - 2 * band.unit, frame.rect.w, 4 * band.unit});
    if (!base::intersects(rect, area) || c.to_mm(rect.h) < 4) return;
    Tag const tag{ItemKind::Curve, frame.journey.value, Role::Curve};
    double const left = c.on_screen(frame.rail).right();
    c.painter.rule({ItemKind::Curve, frame.journey.value, Role::Axis},
                   {left, rect.centre().y, rect.right() - left, c.painter.mm(0.3)},
                   c.input.theme.quiet_line);
    for (auto const& whole : runs_of(c, band)) {
        std::span<Felt const> const run = in_view(c, whole);
        if (run.size() > 1) paint_run(c, tag, run, k);
        paint_dots(c, run, k);
    }
}

}  // namespace

void paint_curves(PaintContext const& c) {
    for (layout::CurveBand const& band : c.input.layout.curves)
        paint_band(c, band);
}

namespace {

// Far away, links that pass on a straight line through the cells they join are one line, which
// those cells then cover: a lane is a line and not a hundred.
class ConnectorPainter {
public:
    explicit ConnectorPainter(PaintContext const& c)
        : m_c(c), m_head(6 * c.scale()), m_far(m_head < smallest_head_px) {}

    void paint(std::uint32_t index) {
        layout::Connector const& connector = m_c.input.layout.connectors[index];
        if (m_far && continues(connector)) {
            m_points.back() = to_screen(m_c.input.view.camera, m_c.chrome.map, connector.points[1]);
        } else {
            flush();
            m_first = index;
            m_points.clear();
            for (WorldPoint const& p : connector.points)
                m_points.push_back(to_screen(m_c.input.view.camera, m_c.chrome.map, p));
        }
        m_last = index;
    }

    void flush() {
        if (m_points.size() < 2) return;
        Tag const tag{ItemKind::Connector, m_first, Role::Link};
        double const width = std::max(1.0, 2 * m_c.scale());
        if (m_far && m_points.size() == 2 && m_points[0].y == m_points[1].y) {
            ScreenPoint const from = m_points[0];
            m_c.painter.rule(tag, {from.x, from.y - width / 2, m_points[1].x - from.x, width},
                             m_c.input.theme.line);
            return;
        }
        m_c.painter.polyline(tag, m_points, width, m_c.input.theme.line);
        if (m_far) return;
        ScreenPoint const tip = m_points.back();
        m_c.painter.polyline(
            tag,
            {{tip.x - m_head * 1.6, tip.y - m_head}, tip, {tip.x - m_head * 1.6, tip.y + m_head}},
            width, m_c.input.theme.line);
    }

private:
    static constexpr double smallest_head_px = 1.5;

    bool continues(layout::Connector const& next) const {
        if (m_points.empty() || next.points.size() != 2) return false;
        layout::Connector const& last = m_c.input.layout.connectors[m_last];
        if (last.to != next.from || last.points.size() != 2) return false;
        double const y = last.points[0].y;
        return last.points[1].y == y && next.points[0].y == y && next.points[1].y == y;
    }

    PaintContext const& m_c;
    double m_head;
    bool m_far;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 0;
    std::vector<ScreenPoint> m_points;
};

}  // namespace

void paint_connectors(PaintContext const& c) {
    auto const& layout = c.input.layout;
    if (layout.connectors.empty()) return;
    ScreenRect const area{0, c.chrome.map.y, c.input.view.size.w, c.chrome.map.h};
    auto const top_left = to_world(c.input.view.camera, c.chrome.map, {area.x, area.y});
    auto const bottom_right =
        to_world(c.input.view.camera, c.chrome.map, {area.right(), area.bottom()});
    layout::WorldRect const seen{top_left.x, top_left.y, bottom_right.x - top_left.x,
                                 bottom_right.y - top_left.y};
    ConnectorPainter painter(c);
    for (std::uint32_t const index : layout::query(layout.connector_grid, seen))
        painter.paint(index);
    painter.flush();
}

}  // namespace scene
