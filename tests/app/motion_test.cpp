#include "app/motion.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <random>

using namespace app;
using scene::Camera;

namespace {

constexpr double view_width_px = 1920;

struct Draw {
    std::mt19937_64 bits{77};
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(bits);
    }
    Camera camera() {
        return {{between(-2000, 2000), between(-2000, 2000)}, std::exp(between(-2, 5))};
    }
};

double apart_px(Camera const& a, Camera const& b) {
    double const scale = std::max(a.scale, b.scale);
    return std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) * scale;
}

bool all_finite(Camera const& c) {
    return std::isfinite(c.centre.x) && std::isfinite(c.centre.y) && std::isfinite(c.scale) &&
           c.scale > 0;
}

}  // namespace

TEST_CASE("a flight begins where the camera is and ends exactly at its target") {
    Draw draw;
    for (int round = 0; round < 1000; ++round) {
        Camera const from = draw.camera();
        Camera const to = draw.camera();
        Flight const flight = make_flight(from, to, view_width_px, 500);
        CHECK(camera_at(flight, 0) == from);
        CHECK(camera_at(flight, 500) == from);
        CHECK(camera_at(flight, 500 + flight.duration_ms) == to);
        CHECK(camera_at(flight, 1e9) == to);
        CHECK(flight.duration_ms >= 250);
        CHECK(flight.duration_ms <= 1600);
        // No jump at either end.
        CHECK(apart_px(camera_at(flight, 500.01), from) < 1);
        CHECK(apart_px(camera_at(flight, 499.99 + flight.duration_ms), to) < 1);
    }
}

TEST_CASE("the path of a flight is continuous, finite and symmetric in time") {
    Draw draw;
    for (int round = 0; round < 100; ++round) {
        Camera const from = draw.camera();
        Camera const to = draw.camera();
        Flight const there = make_flight(from, to, view_width_px, 0);
        Flight const back = make_flight(to, from, view_width_px, 0);
        CHECK(there.duration_ms == doctest::Approx(back.duration_ms));
        for (int step = 0; step <= 50; ++step) {
            double const t = there.duration_ms * step / 50;
            Camera const a = camera_at(there, t);
            Camera const b = camera_at(back, back.duration_ms - t);
            CHECK(all_finite(a));
            CHECK(a.scale == doctest::Approx(b.scale).epsilon(1e-6));
            CHECK(apart_px(a, b) < 0.01);
        }
    }
}

TEST_CASE("a flight between two far places of the same size backs off on its way") {
    Flight const flight = make_flight({{0, 0}, 10}, {{5000, 0}, 10}, view_width_px, 0);
    double smallest = 10;
    for (double t = 0; t < flight.duration_ms; t += 10) {
        smallest = std::min(smallest, camera_at(flight, t).scale);
    }
    CHECK(smallest < 1);
    // Van Wijk and Nuij: the widest view is w0 cosh(r0), met half way.
    double const w0 = view_width_px / 10;
    double const b0 = 4 * 5000.0 * 5000.0 / (2 * w0 * 2 * 5000.0);
    double const widest = w0 * std::cosh(std::asinh(b0));
    Camera const middle = camera_at(flight, flight.duration_ms / 2);
    CHECK(view_width_px / middle.scale == doctest::Approx(widest));
    CHECK(middle.centre.x == doctest::Approx(2500));
}

TEST_CASE("a pure zoom keeps its centre and changes its scale steadily in one direction") {
    Flight const flight = make_flight({{3, 4}, 1}, {{3, 4}, 50}, view_width_px, 0);
    double previous = 1;
    for (double t = 1; t <= flight.duration_ms; t += 5) {
        Camera const camera = camera_at(flight, t);
        CHECK(camera.centre == base::WorldPoint{3, 4});
        CHECK(camera.scale >= previous);
        previous = camera.scale;
    }
}

TEST_CASE("a hair's breadth of panning does not upset a deep zoom") {
    for (double offset = 1e-12; offset < 1; offset *= 10) {
        Flight const flight = make_flight({{0, 0}, 1}, {{offset, 0}, 1000}, view_width_px, 0);
        for (double t = 0; t <= flight.duration_ms; t += 20) {
            Camera const camera = camera_at(flight, t);
            CHECK(all_finite(camera));
            CHECK(camera.centre.x >= 0);
            CHECK(camera.centre.x <= offset);
        }
    }
}

TEST_CASE("flying to where the camera already is takes no time") {
    Camera const here{{3, 4}, 2};
    Flight const flight = make_flight(here, here, view_width_px, 100);
    CHECK(flight.duration_ms == 0);
    CHECK(finished(flight, 100));
    CHECK(camera_at(flight, 100) == here);
}

TEST_CASE("a flight starts slowly, is fastest in between and lands slowly") {
    Flight const flight = make_flight({{0, 0}, 1}, {{0, 0}, 64}, view_width_px, 0);
    auto const speed = [&](double share) {
        double const t = share * flight.duration_ms;
        return std::log(camera_at(flight, t + 1).scale / camera_at(flight, t - 1).scale);
    };
    CHECK(speed(0.02) < 0.2 * speed(0.5));
    CHECK(speed(0.98) < 0.2 * speed(0.5));
}

TEST_CASE("a new target in mid flight starts from where the camera is") {
    Draw draw;
    for (int round = 0; round < 300; ++round) {
        Flight const first = make_flight(draw.camera(), draw.camera(), view_width_px, 0);
        double const t = draw.between(0, first.duration_ms);
        Camera const here = camera_at(first, t);
        Flight const second = make_flight(here, draw.camera(), view_width_px, t);
        CHECK(camera_at(second, t) == here);
    }
}

TEST_CASE("a glide is where it is whatever the frame rate, and always comes to rest") {
    Draw draw;
    for (int round = 0; round < 200; ++round) {
        Camera const from = draw.camera();
        Glide const glide{from, draw.between(-3000, 3000), draw.between(-3000, 3000), 0};
        // Going on from any moment with the speed of that moment leads to the same place.
        double const t = draw.between(0, 1500);
        double const left = std::exp(-t / 325);
        Glide const later{camera_at(glide, t), glide.vx_px_s * left, glide.vy_px_s * left, t};
        CHECK(apart_px(camera_at(glide, t + 400), camera_at(later, t + 400)) < 1e-6);
        CHECK(camera_at(glide, t).scale == from.scale);
        CHECK(finished(glide, 5000));
        CHECK(apart_px(camera_at(glide, 5000), camera_at(glide, 50000)) < 0.5);
    }
}

TEST_CASE("a glide carries the map on in the finger's direction") {
    Glide const glide{{{100, 100}, 2}, 1000, 0, 0};
    CHECK(camera_at(glide, 100).centre.x < 100);
    CHECK(camera_at(glide, 100).centre.y == 100);
    // 1000 px/s with a decay of 325 ms end 325 px further.
    CHECK(camera_at(glide, 1e6).centre.x == doctest::Approx(100 - 325.0 / 2));
}

TEST_CASE("easing out runs from 0 to 1, never back, and slows down") {
    CHECK(ease_out(0) == 0);
    CHECK(ease_out(1) == 1);
    CHECK(ease_out(-3) == 0);
    CHECK(ease_out(7) == 1);
    double previous = 0;
    for (double t = 0.01; t <= 1; t += 0.01) {
        CHECK(ease_out(t) >= previous);
        previous = ease_out(t);
    }
    CHECK(ease_out(0.5) > 0.8);
}
