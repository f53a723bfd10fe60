// Polylines as records: one quad a piece, cut at the bisectors of the joins.
#include <cmath>

#include "render/quad_records.hpp"

namespace render {

namespace {

using scene::ScreenPoint;

struct Piece {
    ScreenPoint a;
    ScreenPoint b;
    ScreenPoint dir;  // unit
    double length = 0;
    double way_before = 0;  // along the whole polyline, for dashes
};

std::vector<Piece> pieces_of(std::span<ScreenPoint const> points) {
    std::vector<Piece> pieces;
    pieces.reserve(points.size());
    double way = 0;
    ScreenPoint from = points.front();
    for (std::size_t i = 1; i < points.size(); ++i) {
        ScreenPoint const d = points[i] - from;
        double const length = std::hypot(d.x, d.y);
        if (length < 1e-3) continue;
        pieces.push_back({from, points[i], d * (1 / length), length, way});
        way += length;
        from = points[i];
    }
    if (pieces.empty()) pieces.push_back({from, from, {1, 0}, 0, 0});
    return pieces;
}

// The direction along which the join of two pieces is parted; zero at an end.
ScreenPoint bisector(Piece const& before, Piece const& after) {
    ScreenPoint const sum = before.dir + after.dir;
    double const length = std::hypot(sum.x, sum.y);
    return length < 1e-6 ? before.dir : sum * (1 / length);
}

// The part lo..hi (0..1) of the piece inside `area`; lo > hi when none.
struct Share {
    double lo = 0;
    double hi = 1;
};

Share share_inside(Piece const& piece, Bounds const& area) {
    Share share;
    ScreenPoint const d = piece.b - piece.a;
    auto const cut = [&share](double at, double step, double low, double high) {
        if (std::abs(step) < 1e-12) {
            if (at < low || at > high) share = {1, 0};
            return;
        }
        double const t0 = (low - at) / step;
        double const t1 = (high - at) / step;
        share.lo = std::max(share.lo, std::min(t0, t1));
        share.hi = std::min(share.hi, std::max(t0, t1));
    };
    cut(piece.a.x, d.x, static_cast<double>(area.x0), static_cast<double>(area.x1));
    cut(piece.a.y, d.y, static_cast<double>(area.y0), static_cast<double>(area.y1));
    return share;
}

float narrow(double v) {
    return static_cast<float>(v);
}

}  // namespace

void add_polyline(BatchBuilder& out, scene::Polyline const& line,
                  std::span<ScreenPoint const> points, Bounds const& clip) {
    if (points.empty() || line.color.a == 0 || clip.empty()) return;
    float const half = 0.5F * line.width;
    Bounds const reach = grown(clip, half + 2);
    std::vector<Piece> const pieces = pieces_of(points);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece piece = pieces[i];
        ScreenPoint start = i > 0 ? bisector(pieces[i - 1], piece) : ScreenPoint{};
        ScreenPoint stop = i + 1 < pieces.size() ? bisector(piece, pieces[i + 1]) : ScreenPoint{};
        Share const share = share_inside(piece, reach);
        if (share.lo > share.hi) continue;
        // Far ends are cut off well outside the clip, so that numbers stay small however deep the
        // zoom.
        if (share.hi < 1) {
            piece.b = piece.a + piece.dir * (piece.length * share.hi);
            stop = {};
        }
        if (share.lo > 0) {
            piece.way_before += piece.length * share.lo;
            piece.a = piece.a + piece.dir * (piece.length * share.lo);
            start = {};
        }
        Record record;
        record.set(0, narrow(piece.a.x), narrow(piece.a.y), narrow(piece.b.x), narrow(piece.b.y));
        record.set(1, narrow(start.x), narrow(start.y), narrow(stop.x), narrow(stop.y));
        double const period = 2.0 * static_cast<double>(line.dash);
        double const way = period > 0 ? std::fmod(piece.way_before, period) : 0.0;
        record.set(2, 0, half, line.dash, narrow(way));
        record.set_word(8, packed(line.color));
        record.set(3, clip);
        Bounds const box{
            narrow(std::min(piece.a.x, piece.b.x)), narrow(std::min(piece.a.y, piece.b.y)),
            narrow(std::max(piece.a.x, piece.b.x)), narrow(std::max(piece.a.y, piece.b.y))};
        out.add(Pass::Segment, record, common(grown(box, half + 1), clip));
    }
}

}  // namespace render
