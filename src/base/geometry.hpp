// Points, sizes and rectangles that know their space, so that world and screen cannot be mixed up.
// Must not know what is drawn. Used by every folder from layout upwards.
#pragma once

#include <algorithm>

namespace base {

// World space: millimetres on the reference panel when the camera stands at one millimetre a unit.
struct World;
// Screen space: pixels of the view, x to the right, y down.
struct Screen;

template <typename Space>
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(Point const&, Point const&) = default;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
};

template <typename Space>
struct Size {
    double w = 0;
    double h = 0;
    friend bool operator==(Size const&, Size const&) = default;
};

template <typename Space>
struct Rect {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    bool empty() const { return w <= 0 || h <= 0; }
    Point<Space> centre() const { return {x + w / 2, y + h / 2}; }
    bool contains(Point<Space> p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    friend bool operator==(Rect const&, Rect const&) = default;
};

template <typename Space>
bool intersects(Rect<Space> const& a, Rect<Space> const& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// The common part; empty (zero width or height) when there is none.
template <typename Space>
Rect<Space> intersection(Rect<Space> const& a, Rect<Space> const& b) {
    double const x = std::max(a.x, b.x);
    double const y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

// The smallest rectangle that holds both; an empty one counts as nothing.
template <typename Space>
Rect<Space> united(Rect<Space> const& a, Rect<Space> const& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    double const x = std::min(a.x, b.x);
    double const y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

template <typename Space>
Rect<Space> inset(Rect<Space> const& r, double by) {
    return {r.x + by, r.y + by, std::max(0.0, r.w - 2 * by), std::max(0.0, r.h - 2 * by)};
}

inline double lerp(double a, double b, double t) {
    return a + (b - a) * t;
}

using WorldPoint = Point<World>;
using WorldRect = Rect<World>;
using WorldSize = Size<World>;
using ScreenPoint = Point<Screen>;
using ScreenRect = Rect<Screen>;
using ScreenSize = Size<Screen>;

}  // namespace base
