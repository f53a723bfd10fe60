// A hand for tests: puts fingers down, moves and lifts them through `Gestures`, and keeps the
// camera that the commands make, as the wall would (no limits).
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/gestures.hpp"
#include "scene/camera.hpp"

namespace app_test {

using app::Command;
using app::ContactTarget;
using app::Phase;
using base::ScreenPoint;

inline constexpr base::ScreenRect viewport{0, 0, 1920, 1080};

inline app::GestureSettings settings(double px_per_mm = 1) {
    app::GestureSettings settings;
    settings.px_per_mm = px_per_mm;
    settings.view = {viewport.w, viewport.h};
    return settings;
}

struct Hand {
    app::Gestures gestures{settings()};
    scene::Camera camera{{960, 540}, 1};
    std::vector<Command> said;
    double t_ms = 0;
    std::function<ContactTarget(ScreenPoint)> target_at = [](ScreenPoint) {
        return ContactTarget{};
    };

    void obey(std::vector<Command> const& commands) {
        for (Command const& command : commands) {
            if (auto const* pan = std::get_if<app::PanBy>(&command)) {
                camera.centre.x -= pan->dx / camera.scale;
                camera.centre.y -= pan->dy / camera.scale;
            }
            if (auto const* pinch = std::get_if<app::PinchBy>(&command)) {
                camera = scene::zoom_about(camera, viewport, pinch->from, pinch->factor);
                camera.centre.x -= (pinch->to.x - pinch->from.x) / camera.scale;
                camera.centre.y -= (pinch->to.y - pinch->from.y) / camera.scale;
            }
            said.push_back(command);
        }
    }
    void event(std::int64_t id, Phase phase, ScreenPoint at) {
        obey(gestures.handle({id, phase, at, t_ms}, target_at));
    }
    void down(std::int64_t id, ScreenPoint at) { event(id, Phase::Begin, at); }
    void move(std::int64_t id, ScreenPoint at) { event(id, Phase::Move, at); }
    void lift(std::int64_t id, ScreenPoint at) { event(id, Phase::End, at); }
    void lose(std::int64_t id) { event(id, Phase::Cancel, {}); }
    void wait(double ms) {
        t_ms += ms;
        obey(gestures.advance(t_ms));
    }
    void tap(ScreenPoint at, double held_ms = 80) {
        down(1, at);
        wait(held_ms);
        lift(1, at);
    }

    base::WorldPoint world(ScreenPoint at) const { return scene::to_world(camera, viewport, at); }
    // How far from `finger` (px) the world point now stands.
    double off_px(base::WorldPoint touched, ScreenPoint finger) const {
        ScreenPoint const now = scene::to_screen(camera, viewport, touched);
        return std::hypot(now.x - finger.x, now.y - finger.y);
    }
    template <typename Wanted>
    std::size_t count() const {
        auto const wanted = [](Command const& c) { return std::holds_alternative<Wanted>(c); };
        return static_cast<std::size_t>(std::count_if(said.begin(), said.end(), wanted));
    }
    // Everything said so far, by name; Grab left out, since it only stops motion.
    std::string words() const {
        std::string text;
        for (Command const& command : said) {
            if (std::holds_alternative<app::Grab>(command)) continue;
            text += (text.empty() ? "" : " ") + std::string(app::name_of(command));
        }
        return text;
    }
};

}  // namespace app_test
