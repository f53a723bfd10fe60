// A small room on a wall of 1920x1080 for tests: four stages at level 0, a journey of three stages
// under the second, one of two stages under that one's first. Must not know what is tested.
#pragma once

#include <cmath>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "app/stops.hpp"
#include "app/travel.hpp"
#include "support/fake_measure.hpp"
#include "support/room_builder.hpp"

namespace app_test {

inline model::Room small_room() {
    test::RoomBuilder b;
    b.journey("J0", 0);
    for (char const* stage : {"S1", "S2", "S3", "S4"}) {
        b.stage(stage).touchpoint("Letter of " + std::string(stage)).emotion(1);
        b.touchpoint("Call of " + std::string(stage)).emotion(-1);
        b.touchpoint("Visit of " + std::string(stage));
    }
    b.journey("J1", 1, "S2");
    for (char const* stage : {"A1", "A2", "A3"}) {
        b.stage(stage).step("I wait").touchpoint("Text of " + std::string(stage));
        b.touchpoint("App of " + std::string(stage));
    }
    b.journey("J2", 2, "A1");
    for (char const* stage : {"B1", "B2"}) {
        b.stage(stage).step("I look").touchpoint("Page of " + std::string(stage));
    }
    b.place("T1");
    model::Persona persona;
    persona.key = "liv";
    persona.name = "Liv";
    b.room.personas.push_back(persona);
    for (int month = 7; month <= 9; ++month) {
        model::Observation row;
        row.touchpoint = model::TouchpointId(0);
        row.period = base::month_of(base::to_date({2026, month, 1}));
        row.kept = 80 + month;
        row.due = 100;
        b.room.observations.push_back(row);
    }
    return b.room;
}

// What a session stands on; lives as long as it.
struct Ground {
    model::Room room = small_room();
    metrics::FigureIndex index = metrics::make_index(room);
    base::Catalogue catalogue;
    test::FakeMeasure measure;
    app::World world() { return {room, index, catalogue, measure}; }
};

struct SmallWall {
    Ground ground;
    app::Session session;
    double t_ms = 0;

    explicit SmallWall(app::StartOptions const& options = {.size = {1920, 1080}})
        : session(ground.world(), options) {}

    app::AppState const& state() const { return session.state(); }
    void obey(app::Command const& command) { session.obey(command, t_ms); }
    void wait(double ms) { session.advance(t_ms += ms); }
    // Obeys and waits until everything has come to rest.
    void go(app::Command const& command) {
        obey(command);
        wait(3000);
    }
    void tap(base::ScreenPoint at, std::int64_t id = 1) {
        session.handle({id, app::Phase::Begin, at, t_ms});
        t_ms += 80;
        session.handle({id, app::Phase::End, at, t_ms});
    }
    app::Whereabouts where() { return app::whereabouts(ground.world(), state()); }
    app::Framing framing() const { return app::framing_of(state()); }
    base::ScreenRect on_screen(base::WorldRect const& rect) const {
        return scene::to_screen(state().view.camera, framing().viewport, rect);
    }
    // The middle of a view's place as it is seen now.
    base::ScreenPoint middle_of(std::string_view view) const { return seen(view).centre(); }
    base::ScreenRect seen(std::string_view view) const {
        auto const name = app::parse_view(ground.room, view);
        auto const stop = name ? app::stop_of(state().layout, *name) : std::nullopt;
        return stop ? on_screen(app::rect_of(state().layout, *stop)) : base::ScreenRect{};
    }
    bool shows(std::string_view view) const {
        auto const name = app::parse_view(ground.room, view);
        auto const stop = name ? app::stop_of(state().layout, *name) : std::nullopt;
        if (!stop) return false;
        auto const fitted = app::camera_of(state().layout, *stop, framing());
        auto const& camera = state().view.camera;
        double const apart =
            std::hypot(camera.centre.x - fitted.centre.x, camera.centre.y - fitted.centre.y);
        return apart * camera.scale < 0.5 && std::abs(camera.scale / fitted.scale - 1) < 1e-6;
    }
    model::TouchpointId touchpoint(std::string_view key) const {
        return model::find_touchpoint(ground.room, key);
    }
    std::vector<std::string> open_cards() const {
        std::vector<std::string> keys;
        for (auto const& card : state().view.cards) {
            keys.push_back(ground.room.at(card.touchpoint).key);
        }
        return keys;
    }
    std::optional<scene::Control> control(scene::ControlKind kind) {
        for (auto const& c : app::chrome_of(ground.world(), state()).controls) {
            if (c.kind == kind) return c;
        }
        return std::nullopt;
    }
};

}  // namespace app_test
