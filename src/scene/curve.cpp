#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/emotion_curve.hpp"
#include "scene/detail.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

using layout::WorldPoint;

constexpr int steps_per_segment = 12;
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

// Segments next to an assumed point are dashed: "our guess", not what customers said.
void paint_run(PaintContext const& c, Tag tag, std::vector<Felt> const& run, double k) {
    std::vector<std::optional<WorldPoint>> points;
    for (Felt const& felt : run)
        points.emplace_back(felt.at);
    auto const smooth = on_screen(c, layout::smooth_curve(points, steps_per_segment).front().line);
    double const width = std::clamp(line_mm * k, c.painter.mm(0.7), c.painter.mm(2.2));
    for (std::size_t i = 0; i + 1 < run.size();) {
        bool const dashed = run[i].assumed || run[i + 1].assumed;
        std::size_t end = i + 1;
        while (end + 1 < run.size() && (run[end].assumed || run[end + 1].assumed) == dashed)
            ++end;
        std::vector<ScreenPoint> const piece(
            smooth.begin() + static_cast<std::ptrdiff_t>(i * steps_per_segment),
            smooth.begin() + static_cast<std::ptrdiff_t>(end * steps_per_segment + 1));
        c.painter.polyline(tag, piece, width, c.input.theme.ink, dashed ? width * 3 : 0);
        i = end;
    }
}

void paint_dots(PaintContext const& c, std::vector<Felt> const& run, double k) {
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
    for (auto const& run : runs_of(c, band)) {
        if (run.size() > 1) paint_run(c, tag, run, k);
        paint_dots(c, run, k);
    }
}

}  // namespace

void paint_curves(PaintContext const& c) {
    for (layout::CurveBand const& band : c.input.layout.curves)
        paint_band(c, band);
}

void paint_connectors(PaintContext const& c) {
    auto const& layout = c.input.layout;
    if (layout.connectors.empty()) return;
    ScreenRect const area{0, c.chrome.map.y, c.input.view.size.w, c.chrome.map.h};
    auto const top_left = to_world(c.input.view.camera, c.chrome.map, {area.x, area.y});
    auto const bottom_right =
        to_world(c.input.view.camera, c.chrome.map, {area.right(), area.bottom()});
    layout::WorldRect const seen{top_left.x, top_left.y, bottom_right.x - top_left.x,
                                 bottom_right.y - top_left.y};
    for (std::uint32_t const index : layout::query(layout.connector_grid, seen)) {
        layout::Connector const& connector = layout.connectors[index];
        double const width = std::max(1.0, 2 * c.scale());
        Tag const tag{ItemKind::Connector, index, Role::Link};
        auto const points = on_screen(c, connector.points);
        c.painter.polyline(tag, points, width, c.input.theme.line);
        double const head = 6 * c.scale();
        if (head < 1.5 || points.size() < 2) continue;
        ScreenPoint const tip = points.back();
        c.painter.polyline(
            tag, {{tip.x - head * 1.6, tip.y - head}, tip, {tip.x - head * 1.6, tip.y + head}},
            width, c.input.theme.line);
    }
}

}  // namespace scene
