#include "scene/camera.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>
#include <random>

using namespace scene;

namespace {

struct Draw {
    std::mt19937_64 bits{20260917};
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(bits);
    }
    ScreenRect viewport() {
        return {between(0, 200), between(0, 200), between(200, 4000), between(200, 2200)};
    }
    Camera camera() {
        return {{between(-5000, 5000), between(-5000, 5000)}, std::exp(between(-6, 6))};
    }
    ScreenPoint inside(ScreenRect const& r) {
        return {between(r.x, r.right()), between(r.y, r.bottom())};
    }
};

constexpr double exact_px = 1e-6;

}  // namespace

TEST_CASE("what the screen shows at a point leads back to that point") {
    Draw draw;
    for (int round = 0; round < 2000; ++round) {
        ScreenRect const viewport = draw.viewport();
        Camera const camera = draw.camera();
        ScreenPoint const p = draw.inside(viewport);
        ScreenPoint const back = to_screen(camera, viewport, to_world(camera, viewport, p));
        CHECK(std::abs(back.x - p.x) < exact_px);
        CHECK(std::abs(back.y - p.y) < exact_px);
    }
}

TEST_CASE("the camera's centre stands at the middle of the map's viewport") {
    ScreenRect const viewport{0, 200, 1920, 700};
    Camera const camera{{12, -7}, 3};
    CHECK(to_screen(camera, viewport, camera.centre) == ScreenPoint{960, 550});
}

TEST_CASE("zooming keeps the world point under the finger") {
    Draw draw;
    for (int round = 0; round < 2000; ++round) {
        ScreenRect const viewport = draw.viewport();
        Camera const camera = draw.camera();
        ScreenPoint const finger = draw.inside(viewport);
        double const factor = std::exp(draw.between(-3, 3));
        Camera const zoomed = zoom_about(camera, viewport, finger, factor);
        WorldPoint const touched = to_world(camera, viewport, finger);
        ScreenPoint const now = to_screen(zoomed, viewport, touched);
        CHECK(std::abs(now.x - finger.x) < exact_px);
        CHECK(std::abs(now.y - finger.y) < exact_px);
        CHECK(zoomed.scale == doctest::Approx(camera.scale * factor));
    }
}

TEST_CASE("a fitted rectangle lies whole inside the margin, centred, and touches it on one axis") {
    Draw draw;
    for (int round = 0; round < 2000; ++round) {
        ScreenRect const viewport = draw.viewport();
        WorldRect const rect{draw.between(-900, 900), draw.between(-900, 900),
                             draw.between(0.1, 4000), draw.between(0.1, 4000)};
        double const margin = draw.between(0, 40);
        ScreenRect const shown = to_screen(fit(rect, viewport, margin), viewport, rect);
        CHECK(shown.x >= viewport.x + margin - exact_px);
        CHECK(shown.y >= viewport.y + margin - exact_px);
        CHECK(shown.right() <= viewport.right() - margin + exact_px);
        CHECK(shown.bottom() <= viewport.bottom() - margin + exact_px);
        CHECK(shown.centre().x == doctest::Approx(viewport.centre().x));
        CHECK(shown.centre().y == doctest::Approx(viewport.centre().y));
        double const slack_x = viewport.w - 2 * margin - shown.w;
        double const slack_y = viewport.h - 2 * margin - shown.h;
        CHECK(std::min(slack_x, slack_y) < exact_px);
    }
}

TEST_CASE("fitting nothing gives a usable camera") {
    Camera const camera = fit({5, 6, 0, 0}, {0, 0, 100, 100}, 4);
    CHECK(camera.centre == WorldPoint{5, 6});
    CHECK(camera.scale == 1);
    CHECK(fit({0, 0, 50, 0}, {0, 0, 100, 100}, 0).scale == 2);
    CHECK(fit({0, 0, 0, 25}, {0, 0, 100, 100}, 0).scale == 4);
    CHECK(fit({0, 0, 10, 10}, {0, 0, 4, 4}, 20).scale > 0);
}

TEST_CASE("the visible rectangle is the viewport seen from the world") {
    Draw draw;
    for (int round = 0; round < 500; ++round) {
        ScreenRect const viewport = draw.viewport();
        Camera const camera = draw.camera();
        ScreenRect const shown = to_screen(camera, viewport, visible_rect(camera, viewport));
        CHECK(std::abs(shown.x - viewport.x) < exact_px);
        CHECK(std::abs(shown.y - viewport.y) < exact_px);
        CHECK(shown.w == doctest::Approx(viewport.w));
        CHECK(shown.h == doctest::Approx(viewport.h));
    }
}

TEST_CASE("limits hold for any camera, and leave a camera inside them alone") {
    Draw draw;
    CameraLimits const limits{0.5, 40, {-100, -50, 400, 300}};
    for (int round = 0; round < 2000; ++round) {
        Camera const wild = draw.camera();
        Camera const kept = limited(wild, limits);
        CHECK(kept.scale >= limits.smallest_scale);
        CHECK(kept.scale <= limits.largest_scale);
        CHECK(kept.centre.x >= -100);
        CHECK(kept.centre.x <= 300);
        CHECK(kept.centre.y >= -50);
        CHECK(kept.centre.y <= 250);
        CHECK(limited(kept, limits) == kept);
    }
}

TEST_CASE("a camera of broken numbers comes back to the middle of the map") {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    CameraLimits const limits{0.5, 40, {0, 0, 10, 20}};
    Camera const kept = limited({{nan, 3}, nan}, limits);
    CHECK(kept.centre == WorldPoint{5, 10});
    CHECK(kept.scale == 0.5);
}
