// Properties of long and random streams of contacts: exact pinches, nothing lost, nothing stuck.
#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>

#include "app/gestures.hpp"
#include "app/hand.hpp"

using namespace app;
using namespace app_test;

namespace {

struct Draw {
    std::mt19937_64 bits;
    explicit Draw(unsigned seed) : bits(seed) {}
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(bits);
    }
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(bits); }
    ScreenPoint near(ScreenPoint p, double reach) {
        return {p.x + between(-reach, reach), p.y + between(-reach, reach)};
    }
};

ScreenPoint centroid_of(std::vector<ScreenPoint> const& points) {
    ScreenPoint sum;
    for (ScreenPoint const p : points)
        sum = sum + p;
    return sum * (1.0 / static_cast<double>(points.size()));
}

double spread_of(std::vector<ScreenPoint> const& points) {
    ScreenPoint const middle = centroid_of(points);
    double sum = 0;
    for (ScreenPoint const p : points)
        sum += std::hypot(p.x - middle.x, p.y - middle.y);
    return sum / static_cast<double>(points.size());
}

bool same(scene::Camera const& a, scene::Camera const& b) {
    return std::abs(a.centre.x - b.centre.x) * a.scale < 1e-6 &&
           std::abs(a.centre.y - b.centre.y) * a.scale < 1e-6 &&
           std::abs(a.scale / b.scale - 1) < 1e-9;
}

}  // namespace

TEST_CASE("a pinch keeps the map point under each finger while the line keeps its direction") {
    Draw draw(1);
    for (int round = 0; round < 300; ++round) {
        Hand hand;
        hand.camera = {{draw.between(0, 900), draw.between(0, 900)}, draw.between(0.2, 9)};
        double const angle = draw.between(0, 6.28);
        ScreenPoint const along{std::cos(angle), std::sin(angle)};
        ScreenPoint middle{draw.between(600, 1300), draw.between(400, 700)};
        double half = draw.between(30, 150);
        hand.down(1, middle - along * half);
        hand.down(2, middle + along * half);
        auto const first = hand.world(middle - along * half);
        auto const second = hand.world(middle + along * half);
        for (int step = 0; step < 60; ++step) {
            hand.wait(8);
            middle = draw.near(middle, 8);
            half = std::max(20.0, half + draw.between(-15, 15));
            hand.move(1, middle - along * half);
            hand.move(2, middle + along * half);
            if (hand.count<PinchBy>() == 0) continue;
            REQUIRE(hand.off_px(first, middle - along * half) < 0.5);
            REQUIRE(hand.off_px(second, middle + along * half) < 0.5);
        }
        CHECK(hand.count<PinchBy>() > 0);
    }
}

TEST_CASE("any number of fingers keep their centroid's map point and their mean distance") {
    Draw draw(2);
    for (int round = 0; round < 200; ++round) {
        Hand hand;
        int const fingers = 2 + draw.below(9);
        std::vector<ScreenPoint> at;
        for (int i = 0; i < fingers; ++i) {
            at.push_back(draw.near({960, 540}, 120));
            hand.down(i, at.back());
            hand.wait(60);  // slower than a palm
        }
        auto const touched = hand.world(centroid_of(at));
        double const scale = hand.camera.scale;
        double const spread = spread_of(at);
        for (int step = 0; step < 40; ++step) {
            hand.wait(8);
            for (int i = 0; i < fingers; ++i) {
                at[static_cast<std::size_t>(i)] = draw.near(at[static_cast<std::size_t>(i)], 12);
                hand.move(i, at[static_cast<std::size_t>(i)]);
            }
            bool const on_top_of_each_other = std::min(spread, spread_of(at)) < 1;
            if (hand.count<PinchBy>() == 0 || on_top_of_each_other) continue;
            REQUIRE(hand.off_px(touched, centroid_of(at)) < 0.5);
            REQUIRE(hand.camera.scale / scale == doctest::Approx(spread_of(at) / spread));
        }
    }
}

TEST_CASE("ten seconds of 120 Hz pinching drift less than half a pixel") {
    Draw draw(3);
    Hand hand;
    std::vector<ScreenPoint> at;
    for (int i = 0; i < 5; ++i) {
        at.push_back(draw.near({960, 540}, 140));
        hand.down(i, at.back());
        hand.wait(60);
    }
    std::vector<ScreenPoint> const start = at;
    auto const touched = hand.world(centroid_of(at));
    for (int step = 0; step < 1200; ++step) {
        hand.wait(1000.0 / 120);
        for (int i = 0; i < 5; ++i) {
            auto const k = static_cast<std::size_t>(i);
            at[k] = draw.near(start[k], 100);
            hand.move(i, at[k]);
        }
    }
    CHECK(hand.off_px(touched, centroid_of(at)) < 1e-6);
    CHECK(hand.camera.scale == doctest::Approx(spread_of(at) / spread_of(start)).epsilon(1e-9));
}

TEST_CASE("adding or lifting a finger moves nothing") {
    Draw draw(4);
    for (int round = 0; round < 100; ++round) {
        Hand hand;
        std::map<int, ScreenPoint> fingers{{0, {900, 500}}};
        hand.down(0, fingers[0]);
        fingers[0] = {940, 500};
        hand.move(0, fingers[0]);
        for (int step = 1; step < 60; ++step) {
            hand.wait(20);
            scene::Camera const before = hand.camera;
            if (fingers.size() < 2 || draw.below(2) == 0) {
                fingers[step] = draw.near({900, 500}, 150);
                hand.down(step, fingers[step]);
                CHECK(hand.camera == before);
            } else {
                auto const gone =
                    std::next(fingers.begin(), draw.below(static_cast<int>(fingers.size())));
                if (draw.below(2) == 0) {
                    hand.lift(gone->first, gone->second);
                } else {
                    hand.lose(gone->first);
                }
                fingers.erase(gone);
                CHECK(hand.camera == before);
            }
            for (auto& [id, at] : fingers) {
                at = draw.near(at, 6);
                hand.move(id, at);
            }
        }
    }
}

TEST_CASE("the order in which the contacts are told makes no difference") {
    Draw draw(5);
    for (int round = 0; round < 100; ++round) {
        int const fingers = 2 + draw.below(5);
        std::vector<std::vector<ScreenPoint>> path;
        std::vector<ScreenPoint> at;
        for (int i = 0; i < fingers; ++i)
            at.push_back({800.0 + 62 * i, draw.between(450, 600)});
        for (int step = 0; step < 30; ++step) {
            path.push_back(at);
            for (ScreenPoint& p : at)
                p = draw.near(p, 15);
        }
        auto const play = [&](std::vector<int> const& order) {
            Hand hand;
            for (std::size_t step = 0; step < path.size(); ++step) {
                for (int i : order) {
                    ScreenPoint const p = path[step][static_cast<std::size_t>(i)];
                    step == 0 ? hand.down(i, p) : hand.move(i, p);
                }
                hand.wait(8);
            }
            return hand.camera;
        };
        std::vector<int> order;
        for (int i = 0; i < fingers; ++i)
            order.push_back(i);
        scene::Camera const straight = play(order);
        std::shuffle(order.begin(), order.end(), draw.bits);
        CHECK(same(straight, play(order)));
    }
}

TEST_CASE("a thousand random streams end with no contact left and a finite camera") {
    Draw draw(6);
    for (int round = 0; round < 1000; ++round) {
        Hand hand;
        hand.target_at = [&](ScreenPoint) {
            auto const kind = static_cast<ContactTarget::Kind>(draw.below(4));
            ContactTarget target{kind, {}};
            if (kind == ContactTarget::Kind::Card) target.touchpoint = model::TouchpointId(1);
            return target;
        };
        std::vector<std::int64_t> living;
        std::uint64_t events = 0;
        for (int step = 0; step < 150; ++step) {
            hand.t_ms += draw.between(0, 30);
            ScreenPoint const at{draw.between(-20, 1940), draw.between(-20, 1100)};
            int const id = draw.below(12);
            auto const phase = static_cast<Phase>(draw.below(4));
            hand.event(id, phase, at);
            ++events;
            if (phase == Phase::Begin) living.push_back(id);
        }
        std::shuffle(living.begin(), living.end(), draw.bits);
        for (std::int64_t id : living) {
            hand.event(id, draw.below(2) == 0 ? Phase::End : Phase::Cancel, {400, 400});
            ++events;
        }
        REQUIRE(hand.gestures.active_contacts() == 0);
        REQUIRE(hand.gestures.events_seen() == events);
        REQUIRE(!hand.gestures.next_deadline_ms());
        REQUIRE(std::isfinite(hand.camera.scale));
        REQUIRE(hand.camera.scale > 0);
        REQUIRE(std::isfinite(hand.camera.centre.x + hand.camera.centre.y));
    }
}

TEST_CASE("sixty contacts at 120 Hz lose nothing and leave nothing stuck") {
    Draw draw(7);
    Hand hand;
    constexpr int contacts = 60;
    std::vector<ScreenPoint> at;
    for (int i = 0; i < contacts; ++i) {
        int const row = i / 10;
        at.push_back({60.0 + 190 * (i % 10), 60.0 + 160 * row});
        hand.down(i, at.back());
    }
    CHECK(hand.gestures.active_contacts() == contacts);
    for (int frame = 0; frame < 240; ++frame) {
        hand.wait(1000.0 / 120);
        for (int i = 0; i < contacts; ++i) {
            ScreenPoint& p = at[static_cast<std::size_t>(i)];
            p = draw.near(p, 3);
            hand.move(i, p);
        }
    }
    for (int i = contacts - 1; i >= 0; --i)
        hand.lift(i, at[static_cast<std::size_t>(i)]);
    CHECK(hand.gestures.events_seen() == contacts * (1 + 240 + 1));
    CHECK(hand.gestures.active_contacts() == 0);
    CHECK(std::isfinite(hand.camera.scale));
}

TEST_CASE("time told in one step or in many gives the same gestures") {
    Draw draw(8);
    for (int round = 0; round < 100; ++round) {
        std::vector<PointerEvent> stream;
        double t_ms = 0;
        for (int i = 0; i < 40; ++i) {
            t_ms += draw.between(0, 400);
            stream.push_back({draw.below(4), static_cast<Phase>(draw.below(4)),
                              draw.near({600, 500}, 40), t_ms});
        }
        Hand coarse, fine;
        for (PointerEvent const& event : stream) {
            coarse.t_ms = event.t_ms;
            coarse.event(event.contact, event.phase, event.at);
            while (fine.gestures.next_deadline_ms().value_or(1e18) <= event.t_ms) {
                fine.obey(fine.gestures.advance(*fine.gestures.next_deadline_ms()));
            }
            fine.t_ms = event.t_ms;
            fine.event(event.contact, event.phase, event.at);
        }
        CHECK(coarse.words() == fine.words());
    }
}
