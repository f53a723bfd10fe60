// Polylines as records: one quad a piece, cut where two meet. Pieces along an axis are boxes, which
// cost a fraction of strokes at an angle.
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

// Less than this off an axis over a whole piece, px: along it.
constexpr double level_px = 1e-4;
// Cosine of the angle up to which a cut across one of two pieces is as good as one on the bisector.
constexpr double gentle = 0.95;
// A pixel whose centre lies this near behind a cut, px, belongs to the piece before it (the shader
// says the same).
constexpr double cut_slack_px = 0.001;

bool along_axis(Piece const& piece) {
    ScreenPoint const d = piece.b - piece.a;
    return (std::abs(d.x) < level_px) != (std::abs(d.y) < level_px);
}

// Across which direction the join of two pieces is parted; both use the same, so that translucent
// ink is laid once.
ScreenPoint parting(Piece const& before, Piece const& after) {
    if (before.dir.x * after.dir.x + before.dir.y * after.dir.y > gentle) {
        if (along_axis(before)) return before.dir;
        if (along_axis(after)) return after.dir;
    }
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

// A piece and the directions it is parted along at its ends; zero at a free end.
struct Cut {
    Piece piece;
    ScreenPoint start;
    ScreenPoint stop;
};

// Whether the piece is a box: solid, along an axis and parted straight across. Lines thinner than a
// pixel fade, which boxes do not.
bool is_box(Cut const& cut, scene::Polyline const& line) {
    auto const across = [&cut](ScreenPoint at) {
        return at == ScreenPoint{} || at == cut.piece.dir;
    };
    return line.dash <= 0 && line.width >= 1 && along_axis(cut.piece) && across(cut.start) &&
           across(cut.stop);
}

// The pixel borders between which the piece owns what its axis passes.
struct Owned {
    double from = 0;
    double to = 0;
};

Owned owned(double a, double b, bool start_cut, bool stop_cut, double free_reach) {
    bool const forwards = b >= a;
    double const slack = forwards ? cut_slack_px : -cut_slack_px;
    // The first pixel border whose pixel has its centre at or beyond the cut.
    auto const border = [](double at) { return std::ceil(at - 0.5); };
    double const start = start_cut ? border(a + slack) : a + (forwards ? -free_reach : free_reach);
    double const stop = stop_cut ? border(b + slack) : b + (forwards ? free_reach : -free_reach);
    return {std::min(start, stop), std::max(start, stop)};
}

void add_box_piece(BatchBuilder& out, Cut const& cut, scene::Polyline const& line,
                   Bounds const& clip) {
    double const half = 0.5 * static_cast<double>(line.width);
    bool const start_cut = cut.start != ScreenPoint{};
    bool const stop_cut = cut.stop != ScreenPoint{};
    ScreenPoint const a = cut.piece.a;
    ScreenPoint const b = cut.piece.b;
    bool const level = std::abs(cut.piece.dir.x) > 0.5;
    Owned const own = level ? owned(a.x, b.x, start_cut, stop_cut, half + 1)
                            : owned(a.y, b.y, start_cut, stop_cut, half + 1);
    // Round ends lie outside of what the piece owns where it is cut.
    double const before = half + (start_cut ? half + 2 : 0);
    double const behind = half + (stop_cut ? half + 2 : 0);
    ScreenPoint const from = a - cut.piece.dir * before;
    ScreenPoint const to = b + cut.piece.dir * behind;
    scene::Quad quad;
    quad.rect = {std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                 std::abs(to.y - from.y)};
    if (level) {
        quad.rect.y -= half;
        quad.rect.h = 2 * half;
    } else {
        quad.rect.x -= half;
        quad.rect.w = 2 * half;
    }
    quad.radius = narrow(half);
    quad.fill = line.color;
    Bounds area = clip;
    (level ? area.x0 : area.y0) = std::max(level ? clip.x0 : clip.y0, narrow(own.from));
    (level ? area.x1 : area.y1) = std::min(level ? clip.x1 : clip.y1, narrow(own.to));
    add_quad(out, quad, area);
}

void add_stroke(BatchBuilder& out, Cut const& cut, scene::Polyline const& line,
                Bounds const& clip) {
    Piece const& piece = cut.piece;
    float const half = 0.5F * line.width;
    Record record;
    record.set(0, narrow(piece.a.x), narrow(piece.a.y), narrow(piece.b.x), narrow(piece.b.y));
    record.set(1, narrow(cut.start.x), narrow(cut.start.y), narrow(cut.stop.x), narrow(cut.stop.y));
    double const period = 2.0 * static_cast<double>(line.dash);
    double const way = period > 0 ? std::fmod(piece.way_before, period) : 0.0;
    record.set(2, 0, half, line.dash, narrow(way));
    record.set_word(8, packed(line.color));
    record.set(3, clip);
    Bounds const box{narrow(std::min(piece.a.x, piece.b.x)), narrow(std::min(piece.a.y, piece.b.y)),
                     narrow(std::max(piece.a.x, piece.b.x)),
                     narrow(std::max(piece.a.y, piece.b.y))};
    out.add(Pass::Segment, record, common(grown(box, half + 1), clip));
}

// The pieces that reach into `reach`. Far ends are cut off well outside the clip, so that numbers
// stay small however deep the zoom.
std::vector<Cut> cuts_of(std::span<ScreenPoint const> points, Bounds const& reach) {
    std::vector<Piece> const pieces = pieces_of(points);
    std::vector<Cut> cuts;
    cuts.reserve(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Cut cut{pieces[i], {}, {}};
        Piece& piece = cut.piece;
        Share const share = share_inside(piece, reach);
        if (share.lo > share.hi) continue;
        if (i > 0 && share.lo <= 0) cut.start = parting(pieces[i - 1], pieces[i]);
        if (i + 1 < pieces.size() && share.hi >= 1) cut.stop = parting(pieces[i], pieces[i + 1]);
        if (share.hi < 1) piece.b = piece.a + piece.dir * (piece.length * share.hi);
        if (share.lo > 0) {
            piece.way_before += piece.length * share.lo;
            piece.a = piece.a + piece.dir * (piece.length * share.lo);
        }
        cuts.push_back(cut);
    }
    return cuts;
}

}  // namespace

void add_polyline(BatchBuilder& out, scene::Polyline const& line,
                  std::span<ScreenPoint const> points, Bounds const& clip) {
    if (points.empty() || line.color.a == 0 || clip.empty()) return;
    std::vector<Cut> const cuts = cuts_of(points, grown(clip, 0.5F * line.width + 2));
    // Strokes first: they own other pixels than the boxes, and their pass comes before.
    for (Cut const& cut : cuts)
        if (!is_box(cut, line)) add_stroke(out, cut, line, clip);
    for (Cut const& cut : cuts)
        if (is_box(cut, line)) add_box_piece(out, cut, line, clip);
}

}  // namespace render
